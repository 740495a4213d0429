"""Every folder below cases/site is a site and what is built of it; below cases/refuse_site, what it is told.

Of pages the case holds only that they are there: how they look is the theme's affair. Feeds, sitemaps and data
stand in the case byte for byte. `ARCHIVER_REWRITE_CASES=1` rewrites the expectations, for review in the diff.
"""

import os
import shutil
from pathlib import Path

import pytest

from archiver.build import build
from archiver.check import check
from archiver.errors import ArchiverError, Severity
from tests.sites import tree

CASES = Path(__file__).parent / "cases"
REWRITE = os.environ.get("ARCHIVER_REWRITE_CASES") == "1"
_LOOKS = ("assets/", "pagefind/")
_SUMS = "manifest.sha256"
"""It holds the digests of the pages, and so changes with how they look."""


def cases(kind: str) -> list[str]:
    return sorted(path.name for path in (CASES / kind).iterdir())


@pytest.mark.parametrize("name", cases("site"))
def test_a_site_is_built_as_its_case_says(name: str, tmp_path: Path) -> None:
    site = copied(CASES / "site" / name, tmp_path)
    report = build(site)
    built = tree(site / "public")
    told = {
        path: data
        for path, data in built.items()
        if not path.startswith(_LOOKS)
        and not path.endswith(".html")
        and path not in (".archiver-site", _SUMS)
    }
    listed = sorted(path for path in built if not path.startswith(_LOOKS))
    told["files.txt"] = "".join(f"{path}\n" for path in listed).encode()
    told["diagnostics.txt"] = "".join(f"{each}\n" for each in report.diagnostics).encode()
    compare(CASES / "site" / name / "expected", told)
    assert check(site) == tuple(each for each in report.diagnostics if each.severity is Severity.ERROR)


@pytest.mark.parametrize("name", cases("refuse_site"))
def test_a_site_that_cannot_be_built_is_told_so_in_one_line(name: str, tmp_path: Path) -> None:
    site = copied(CASES / "refuse_site" / name, tmp_path)
    with pytest.raises(ArchiverError) as caught:
        build(site, with_search=False)
    told = str(caught.value).replace(f"{site}/", "")
    compare(CASES / "refuse_site" / name / "expected", {"diagnostics.txt": f"{told}\n".encode()})
    assert not (site / "public").exists()


def copied(case: Path, folder: Path) -> Path:
    """A copy of the case's site, so that nothing is ever written into the case."""
    site = folder / "site"
    shutil.copytree(case, site, ignore=shutil.ignore_patterns("expected"))
    return site


def compare(expected: Path, told: dict[str, bytes]) -> None:
    if REWRITE:
        shutil.rmtree(expected, ignore_errors=True)
        for path, data in told.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(data)
    assert expected.is_dir(), f"{expected} is missing: make it with ARCHIVER_REWRITE_CASES=1 and read it"
    assert {path: data.decode(errors="replace") for path, data in told.items()} == {
        path: data.decode(errors="replace") for path, data in tree(expected).items()
    }
