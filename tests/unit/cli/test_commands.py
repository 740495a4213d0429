"""The command line as a person meets it: real processes, exit codes, no traceback."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import archiver
from archiver.commands.arguments import COMMANDS
from tests.unit.ingest.captures import page, put, tree

ROOT = Path(archiver.__file__).parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "COLUMNS": "100"}


def run(
    *arguments: str, cwd: Path, given: bytes | None = None, code: int = 0
) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "archiver", *arguments],
        cwd=cwd,
        input=given,
        capture_output=True,
        env=ENVIRONMENT,
        timeout=60,
        check=False,
    )
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    return done


@pytest.fixture
def site(tmp_path: Path) -> Path:
    run("new", "site", cwd=tmp_path)
    put(tmp_path / "site" / "captures", "lock.html", page(date="2021-05-04"), source="Harrowmere Times")
    return tmp_path / "site"


def test_a_new_archive_is_ingested_built_and_checked(site: Path) -> None:
    assert b"1 new" in run("ingest", "captures", "--report", "report.json", cwd=site).stdout
    report = json.loads((site / "report.json").read_text())
    assert report["captures"][0]["folder"] == "harrowmere-times/2021/05/upper-lock-opens"
    assert b"built 1 article" in run("build", "--report", "reports/build.json", cwd=site).stdout
    assert json.loads((site / "reports/build.json").read_text())["articles"] == 1
    assert (site / "public" / "index.html").is_file()
    run("check", cwd=site)


def test_a_folder_with_something_in_it_is_not_made_new(site: Path) -> None:
    before = tree(site)
    assert b"[folder-not-empty]" in run("new", ".", cwd=site, code=1).stderr
    assert tree(site) == before


def test_problems_are_one_line_each_and_exit_code_1(site: Path) -> None:
    put(site / "captures", "empty.html", "")
    done = run("ingest", "captures", cwd=site, code=1)
    assert done.stderr.decode().splitlines() == [
        "captures/empty.html: error: the capture is empty (capture the page again) [capture-empty]"
    ]
    assert done.stdout.decode().splitlines() == ["ingested 2 captures: 1 new, 1 refused; 0 comments"]


def test_a_page_comes_in_on_standard_input(site: Path) -> None:
    run("ingest", "-", cwd=site, given=page("From a pipe").encode())
    assert (site / "content/unknown-source/undated/from-a-pipe/index.md").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("ingest",),
        ("ingest", "x", "--jobs", "0"),
        ("serve", "--host", "0.0.0.0"),
        ("serve", "--port", "99999"),
        ("extract", "x", "--format", "pdf"),
    ],
)
def test_wrong_use_is_exit_code_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert b"usage: archiver" in run(*arguments, cwd=tmp_path, code=2).stderr


@pytest.mark.parametrize("command", ["build", "serve", "check", "ingest"])
def test_outside_of_a_site_a_command_says_what_is_missing(command: str, tmp_path: Path) -> None:
    arguments = (command, "x.html") if command == "ingest" else (command,)
    done = run(*arguments, cwd=tmp_path, code=1)
    assert 1 <= len(done.stderr.splitlines()) <= 2
    assert all(b" (" in line for line in done.stderr.splitlines()), "each line says what to do"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["extract", "explain", "ingest"])
def test_a_missing_capture_is_one_line(command: str, site: Path) -> None:
    assert len(run(command, "nowhere.html", cwd=site, code=1).stderr.splitlines()) == 1


def test_extract_prints_the_same_as_the_interface(site: Path) -> None:
    printed = json.loads(run("extract", "captures/lock.html", cwd=site).stdout)
    told = archiver.extract((site / "captures/lock.html").read_bytes()).to_dict()
    assert printed == json.loads(json.dumps(told))
    markdown = run("extract", "-", "--format", "markdown", cwd=site, given=page().encode()).stdout
    assert markdown.startswith(b"---\ntitle:")
    assert not any((site / "content").glob("*/"))


def test_explain_accounts_for_every_character(site: Path) -> None:
    lines = run("explain", "captures/lock.html", cwd=site).stdout.decode().splitlines()
    assert any("Upper lock opens" in line for line in lines)
    assert all(len(line) <= 100 for line in lines)
    assert lines[-1].endswith("all accounted for")


def test_captured_words_cannot_steer_the_terminal(site: Path) -> None:
    hostile = page("Lock \x1b]0;owned\x07\x1b[2J opens \u202egnp.exe").encode()
    for command in (("explain", "-"), ("extract", "-"), ("ingest", "-", "--dry-run")):
        done = run(*command, cwd=site, given=hostile)
        assert b"\x1b" not in done.stdout + done.stderr
        assert "\u202e".encode() not in done.stdout + done.stderr


def test_a_name_that_is_not_text_is_shown_and_refused(site: Path) -> None:
    name = os.fsencode(site / "captures") + b"/caf\xe9\n\x1b[31m.html"
    try:
        Path(os.fsdecode(name)).write_bytes(b"")
    except OSError:
        pytest.skip("this file system takes no such names")
    done = run("ingest", "captures", cwd=site, code=1)
    assert b"\x1b" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_goes_is_no_problem(site: Path) -> None:
    command = f"{sys.executable} -m archiver extract - | head -c 10"
    done = subprocess.run(
        command,
        shell=True,
        cwd=site,
        env=ENVIRONMENT,
        input=page(more="<p>word word word</p>" * 20_000).encode(),
        capture_output=True,
        check=False,
    )
    assert len(done.stdout) == 10
    assert done.stderr == b""


# A shell starts its background jobs deaf to Ctrl-C, and whatever they start in turn.
HEARING = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "runpy.run_module('archiver', run_name='__main__')"
)


def test_control_c_ends_quietly(site: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HEARING, "serve", "--port", "0"],
        cwd=site,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"http://127.0.0.1:")
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(30) == 130
        finally:
            process.kill()
        assert process.stdout.read() == b""
        assert b"Traceback" not in process.stderr.read()


def test_every_command_has_examples_in_its_help(tmp_path: Path) -> None:
    top = run("--help", cwd=tmp_path).stdout.decode()
    assert "exit codes:" in top
    for name, (purpose, examples, _) in COMMANDS.items():
        assert purpose.split()[0] in top
        assert examples
        assert all(example.startswith("archiver ") or "| archiver " in example for example in examples), name
    assert b"examples:" in run("ingest", "--help", cwd=tmp_path).stdout


def test_the_version_is_the_package_s(tmp_path: Path) -> None:
    assert run("--version", cwd=tmp_path).stdout.decode() == f"archiver {archiver.__version__}\n"


def test_building_loads_no_html_parser(tmp_path: Path) -> None:
    code = "import sys, archiver, archiver.build; assert not {'bs4', 'charset_normalizer'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, cwd=tmp_path, check=True)
    code = "import archiver, archiver.ingest; assert callable(archiver.extract)"
    subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, cwd=tmp_path, check=True)
