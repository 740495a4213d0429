import json
import random
import time
from pathlib import Path

import pytest

from archiver.build import build
from tests.site.running import start_build
from tests.sites import make_site, tree

MOMENTS = 20
SEARCHED = 5


def title(site: Path, words: str) -> None:
    (site / "site.toml").write_text(f'title = "{words}"\n', encoding="utf-8")


def shown(site: Path) -> dict[str, bytes]:
    return tree(site / "public", without="pagefind/")


def seconds_of_a_build(site: Path, *, with_search: bool) -> float:
    with start_build(site, with_search=with_search) as process:
        start = time.perf_counter()
        assert process.wait() == 0
    return time.perf_counter() - start


@pytest.mark.parametrize(("with_search", "moments"), [(False, MOMENTS - SEARCHED), (True, SEARCHED)])
def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one(
    tmp_path: Path, with_search: bool, moments: int
) -> None:
    site = make_site(tmp_path)
    whole = {}
    for words in ("odd", "even"):
        title(site, words)
        build(site, with_search=with_search)
        whole[words] = shown(site)
    length = seconds_of_a_build(site, with_search=with_search)
    for number in range(moments):
        title(site, ("odd", "even")[number % 2])
        delay = random.uniform(0, length * 1.1)
        with start_build(site, with_search=with_search) as process:
            time.sleep(delay)
            process.kill()
        assert shown(site) in whole.values(), f"half a site after a kill at {delay:.4f} of {length:.4f} s"
        if with_search:
            assert_searchable(site)
    title(site, "odd")
    build(site, with_search=with_search)
    assert shown(site) == whole["odd"]
    assert [path.name for path in site.iterdir() if path.name.startswith(".")] == [".archiver-cache"]


def assert_searchable(site: Path) -> None:
    index = site / "public" / "pagefind"
    entry = json.loads((index / "pagefind-entry.json").read_bytes())
    assert entry["languages"]["en"]["page_count"] == 3
    assert len(list((index / "fragment").iterdir())) == 3


def test_two_builds_at_once_both_end_well(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    with start_build(site, with_search=True) as one, start_build(site, with_search=True) as other:
        assert (one.wait(), other.wait()) == (0, 0)
    assert_searchable(site)
    assert [path.name for path in site.iterdir() if path.name.startswith(".")] == [".archiver-cache"]
