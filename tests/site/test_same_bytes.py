from pathlib import Path

from archiver.build import build
from tests.site.running import run_archiver
from tests.sites import add_article, comment, make_site, tree


def fill(site: Path, order: int) -> None:
    make_site(site)
    names = ["渡轮", "piè", "pie", "a b", "zoo", "élan"]
    for number, name in enumerate(sorted(names, reverse=order < 0)):
        date = f"2020-0{names.index(name) + 1}-01" if name != "zoo" else None
        words = comment(1, f"The {name} was late.")
        add_article(site, f"post/2020/{name}", f"On {name}", published=date, comments=(words,))
        assert number < len(names)


def test_the_same_content_gives_the_same_bytes_wherever_and_whenever_it_is_built(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "the other place" / "site"
    fill(one, 1)
    fill(other, -1)
    first = run_archiver(
        "build", "--site", str(one), TZ="Pacific/Auckland", PYTHONHASHSEED="1", LC_ALL="C.UTF-8"
    )
    second = run_archiver("build", "--site", str(other), TZ="America/Caracas", PYTHONHASHSEED="2", LC_ALL="C")
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    built = tree(one / "public", without="pagefind/")
    assert built == tree(other / "public", without="pagefind/")
    assert len(built) > 40


def test_the_search_decides_no_byte_outside_its_folder(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    build(site, with_search=False, output=tmp_path / "plain")
    build(site)
    plain, searched = tree(tmp_path / "plain"), tree(site / "public", without="pagefind/")
    assert {**plain, ".archiver-site": b""} == {**searched, ".archiver-site": b""}
