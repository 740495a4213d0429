"""A command in the README that does not run is a bug."""

import re
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGE = (
    "<!DOCTYPE html><html lang='en'><body><article><h1>Lock opens</h1>"
    + "<p>The lock keepers of Harrowmere opened the upper gates on Tuesday, for the first time since the flood.</p>"
    * 3
    + "</article></body></html>"
)


def _commands() -> Iterator[str]:
    for block in re.findall(r"^```sh\n(.*?)^```", README, re.DOTALL | re.MULTILINE):
        yield from block.strip().splitlines()


def test_every_archiver_command_of_the_readme_runs(tmp_path: Path) -> None:
    folder = tmp_path
    ran = 0
    for command in _commands():
        words = shlex.split(command)
        if words[0] == "cd":
            folder /= words[1]
            (folder / "captures" / "page.html").write_text(PAGE, encoding="utf-8")
            continue
        assert words[0] == "archiver"
        ran += 1
        if words[1] == "serve":
            _serves(words[1:], folder)
            continue
        done = subprocess.run(
            [sys.executable, "-m", *words], cwd=folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    assert ran >= 8


def _serves(words: list[str], folder: Path) -> None:
    """The command prints a link within half a minute, and goes on until it is stopped."""
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "archiver", *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        assert server.stdout
        try:
            deadline = time.monotonic() + 30
            while "http://" not in (line := server.stdout.readline()):
                assert line, "the server ended"
                assert time.monotonic() < deadline
        finally:
            server.terminate()


def test_the_python_example_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "captures").mkdir()
    (tmp_path / "captures" / "page.html").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(ROOT)
    (example,) = re.findall(r"^```python\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    done = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("Lock opens 0"), done.stderr


def test_the_make_recipes_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"make (\w+)", README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))
    assert {name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)} == set()


def test_every_file_that_the_documents_link_to_exists() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
            assert (ROOT / target).exists(), f"{name}: {target}"
