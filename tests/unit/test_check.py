from pathlib import Path

import pytest

from archiver.build import build
from archiver.check import check
from tests.sites import add_bundle, make_site

PAGE = "times/2022/04/ferry/index.html"


def built(folder: Path, base_url: str = "/") -> Path:
    site = make_site(folder)
    build(site, base_url=base_url, with_search=False)
    (site / "public" / "pagefind").mkdir()
    for name in ("pagefind.js",):
        (site / "public" / "pagefind" / name).touch()
    return site


def told(site: Path) -> list[str]:
    """What is wrong but for the checksums, which tell of every file that a test changes by hand."""
    return [f"{problem.code}: {problem.message}" for problem in check(site) if problem.code != "checksum"]


def add(site: Path, html: str, page: str = PAGE) -> None:
    path = site / "public" / page
    path.write_text(path.read_text(encoding="utf-8").replace("</main>", f"{html}</main>"), encoding="utf-8")


@pytest.mark.parametrize(
    "base_url", ["/", "/archive/", "https://host.example/", "https://host.example/a/b%20c/"]
)
def test_a_site_that_was_just_built_is_fine_wherever_it_stands(tmp_path: Path, base_url: str) -> None:
    assert check(built(tmp_path, base_url)) == ()


def test_names_that_need_percent_encoding_resolve(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    add_bundle(
        site, "times/2022/05/渡轮 50% off #1?", '---\ntitle: "A"\ntags: ["piè & co", "a/b"]\n---\n\nB.\n'
    )
    report = build(site)
    assert report.diagnostics == ()
    assert check(site) == ()


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<a href="/nowhere/">x</a>', "link-broken: /nowhere/ leads to nothing"),
        ('<a href="../bridge/">x</a>', "link-broken: ../bridge/ leads to nothing"),
        ('<img src="gone.png">', "link-broken: gone.png leads to nothing"),
        ('<img srcset="gone.png 2x, /favicon 1x">', "link-broken: gone.png leads to nothing"),
        ('<a href="/#nowhere">x</a>', "anchor-missing: a link leads to #nowhere, which index.html does not have"),
        ('<a href="#comment-3">x</a>', f"anchor-missing: a link leads to #comment-3, which {PAGE} does not have"),
        ('<p id="comment-1">', "id-doubled: the id 'comment-1' stands twice on one page"),
        ('<img src="https://ads.example/x.gif">', "third-party: the page would load something from ads.example"),
        ('<script src="//ads.example/x.js"></script>', "third-party: the page would load something from ads.example"),
        ('<iframe src="http://v.example/"></iframe>', "third-party: the page would load something from v.example"),
        ('<link rel="preconnect" href="https://f.example">', "third-party: the page would load something from f.example"),
        ('<p style="background:url(https://t.example/)">', "third-party: the page would load something from t.example"),
        ('<meta http-equiv="refresh" content="0;url=https://e.example/">',
         "third-party: the page would load something from e.example"),
        ('<a href="javascript:alert(1)">x</a>', "active-content: a link has the scheme javascript:"),
        ('<p onclick="x()">', "active-content: an onclick attribute would run as a script"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_page_is_told(tmp_path: Path, html: str, said: str) -> None:
    site = built(tmp_path)
    add(site, html)
    assert said in told(site)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://elsewhere.example/#x">x</a>',
        '<a href="mailto:a@b.example">x</a>',
        '<a href="#">top</a>',
        '<a href="#:~:text=bell">x</a>',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        '<a href="http://[broken/">x</a>',
    ],
)
def test_what_is_not_wrong_is_not_told(tmp_path: Path, html: str) -> None:
    site = built(tmp_path)
    add(site, html)
    assert told(site) == []


def test_a_link_that_forgets_the_sub_path_is_told(tmp_path: Path) -> None:
    site = built(tmp_path, "https://host.example/archive/")
    add(site, '<a href="/search/">x</a>')
    assert told(site) == ["link-outside: /search/ leads out of the site, which stands at /archive/"]


def test_a_problem_of_many_pages_is_told_once(tmp_path: Path) -> None:
    site = built(tmp_path)
    for page in (PAGE, "index.html", "404.html"):
        add(site, '<a href="/nowhere/">x</a>', page)
    assert told(site) == ["link-broken: /nowhere/ leads to nothing (and on 2 more pages)"]


def test_style_sheets_and_feeds_are_looked_at(tmp_path: Path) -> None:
    site = built(tmp_path)
    with (site / "public" / "assets" / "style.css").open("a", encoding="utf-8") as sheet:
        sheet.write("@import 'https://fonts.example/a.css'; p { background: url(gone.svg) }")
    (site / "public" / "feed.xml").write_text("<feed>", encoding="utf-8")
    assert [line.partition(":")[0] for line in told(site)] == ["link-broken", "third-party", "xml-broken"]


def test_a_page_that_is_missing_is_told(tmp_path: Path) -> None:
    site = built(tmp_path)
    add_bundle(site, "times/2022/06/late")
    assert told(site) == ["page-missing: the built site has no page for content/times/2022/06/late"]


def test_front_matter_that_does_not_read_is_told_with_its_place(tmp_path: Path) -> None:
    site = built(tmp_path)
    add_bundle(site, "times/2022/06/broken", "---\nno\n")
    (problem,) = check(site)
    assert problem.path == "content/times/2022/06/broken/index.md"
    assert problem.hint


def test_a_ledger_whose_words_were_changed_is_told(tmp_path: Path) -> None:
    site = built(tmp_path)
    ledger = site / "content" / "times" / "2022" / "04" / "ferry" / "ledger.tsv"
    ledger.write_text(ledger.read_text("utf-8").replace("seven", "eight"), encoding="utf-8")
    assert [problem.code for problem in check(site)] == ["ledger-sum"]


def test_folders_that_are_one_place_on_some_disks_are_told(tmp_path: Path) -> None:
    site = built(tmp_path)
    add_bundle(site, "times/2022/04/Ferry")
    assert "permalink-collision" in [problem.code for problem in check(site)]


def test_what_killed_runs_left_is_told(tmp_path: Path) -> None:
    site = built(tmp_path)
    (site / ".public.partial").mkdir()
    (site / "content" / "times" / ".x.partial").mkdir()
    assert [problem.code for problem in check(site)] == ["leftover", "leftover"]


def test_a_site_that_is_not_there_is_told(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    assert told(site) == ["site-missing: there is no built site"]
    (site / "public").mkdir()
    assert told(site) == ["site-foreign: the folder was not built by archiver"]
    (site / "site.toml").unlink()
    assert [problem.code for problem in check(site)] == ["config-missing", "site-foreign"]


def test_a_page_that_was_changed_after_the_build_is_told(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    build(site, with_search=False)
    page = site / "public" / "about" / "index.html"
    page.write_bytes(page.read_bytes() + b"\n")
    (site / "public" / "feed.json").unlink()
    told = [each for each in check(site) if each.code == "checksum"]
    assert [(Path(each.path).name, each.message.partition(" (")[0]) for each in told] == [
        ("index.html", "it has been changed since the site was built"),
        ("feed.json", "the list of checksums names it, and it is not there"),
    ]
