import json
from pathlib import Path

import pytest

from archiver.assemble import assemble
from archiver.errors import BuildError
from archiver.model.site import Site
from archiver.search import index
from tests.unit.harrowmere import CONFIG, comment, page


def site() -> Site:
    return assemble(CONFIG, [page("times/渡轮", comments=(comment(1),)), page("post/a b")])


def program(folder: Path, script: str) -> Path:
    path = folder / "fake"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def refusal(folder: Path, script: str, timeout_seconds: float = 20) -> str:
    with pytest.raises(BuildError) as caught:
        index(site(), folder, program=program(folder, script), timeout_seconds=timeout_seconds)
    assert not (folder / ".search-documents").exists()
    return str(caught.value)


def test_the_index_holds_every_document_in_one_language(tmp_path: Path) -> None:
    assert index(site(), tmp_path) == 3
    entry = json.loads((tmp_path / "pagefind" / "pagefind-entry.json").read_bytes())
    assert {name: language["page_count"] for name, language in entry["languages"].items()} == {"en": 3}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pagefind"]


def test_an_empty_site_has_an_index_too(tmp_path: Path) -> None:
    index(assemble(CONFIG, []), tmp_path)
    assert (tmp_path / "pagefind" / "shards.json").is_file()


def test_settings_lying_about_do_not_reach_pagefind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_GLOB", "nothing")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.yml").write_text("glob: nothing\n", encoding="utf-8")
    index(site(), tmp_path)


def test_a_missing_pagefind_is_told_how_to_install(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r'cannot be run: .*pip install "pagefind\[bin\]".*search-missing'):
        index(site(), tmp_path, program=tmp_path / "nowhere")


def test_a_part_of_an_index_is_refused(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    index(assemble(CONFIG, [page("times/a")]), whole)
    copy = 'while [ "$1" != --output-path ]; do shift; done; cp -r ' + f'"{whole}/pagefind" "$2"'
    assert "holds 1 of 3 documents" in refusal(tmp_path, copy)


def test_an_article_of_no_word_does_not_stop_the_search(tmp_path: Path) -> None:
    index(assemble(CONFIG, [page("times/a", title="…", body_html="<p>—</p>"), page("times/b")]), tmp_path)


def test_a_crash_tells_its_last_words(tmp_path: Path) -> None:
    assert "Pagefind failed: no room (" in refusal(tmp_path, "echo first >&2; echo no room >&2; exit 3")


def test_a_kill_by_a_signal_is_told(tmp_path: Path) -> None:
    assert "Pagefind was ended by signal 9 (it may lack memory)" in refusal(tmp_path, "kill -9 $$")


def test_a_hang_is_stopped(tmp_path: Path) -> None:
    assert "did not end in 0.2 seconds" in refusal(tmp_path, "exec sleep 60", timeout_seconds=0.2)


def test_a_run_that_leaves_nothing_is_refused(tmp_path: Path) -> None:
    assert "[search-partial]" in refusal(tmp_path, "exit 0")


@pytest.mark.parametrize(
    ("version", "count", "said"),
    [
        ("1.4.0", 3, "Pagefind 1.4.0 is installed; 1.5 or a later 1.x is needed"),
        ("2.0.0", 3, "Pagefind 2.0.0 is installed"),
        ("1.6.0", 3, "lacks pagefind.js"),
    ],
)
def test_another_version_or_a_partial_index_is_refused(
    tmp_path: Path, version: str, count: int, said: str
) -> None:
    entry = json.dumps({"version": version, "languages": {"en": {"page_count": count}}})
    find = 'while [ "$1" != --output-path ]; do shift; done; mkdir -p "$2"'
    assert said in refusal(tmp_path, f"{find}; echo '{entry}' > \"$2/pagefind-entry.json\"")
