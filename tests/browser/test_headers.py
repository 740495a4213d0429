"""Every kind of page works under the headers that docs/site.md tells hosts to send."""

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import pytest

from tests.audit.run import page_types
from tests.audit.sample import build_sample
from tests.browser.conftest import serving
from tests.browser.searching import results, search, settle
from tests.sites import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def documented() -> dict[str, str]:
    told = re.search("```http\n(.*?)```", (ROOT / "docs" / "site.md").read_text("utf-8"), re.S)
    assert told is not None
    return dict(line.split(": ", 1) for line in told[1].splitlines())


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_sample(tmp_path_factory.mktemp("samples") / "site")


def test_the_policy_allows_nothing_inline_and_no_other_host() -> None:
    policy = documented()["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    assert "http" not in policy
    assert policy.startswith("default-src 'none'")


def test_pages_carry_the_same_policy_themselves(samples: Path) -> None:
    policy = documented()["Content-Security-Policy"].replace("; frame-ancestors 'none'", "")
    for path in page_types(samples):
        file = samples / path / "index.html" if not path.endswith(".html") else samples / path
        assert f'content="{policy}"' in file.read_text("utf-8"), path


def test_every_kind_of_page_works_under_them(samples: Path, window: "Page") -> None:
    asked: list[str] = []
    window.on("request", lambda request: asked.append(urlsplit(request.url).netloc))
    with serving(samples, documented()) as root:
        for path in page_types(samples):
            window.goto(root + quote(path, safe="/?="), wait_until="networkidle")
            styled = "getComputedStyle(document.querySelector('.skip-link')).position === 'absolute'"
            assert window.evaluate(styled), path
        search(window, root, "ferry")
        assert results(window)
        settle(window)
        assert set(asked) == {urlsplit(root).netloc}
