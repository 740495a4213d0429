"""What is loaded before there is anything to do."""

import subprocess
import sys

import pytest

HEAVY = ("lxml", "bs4", "charset_normalizer", "archiver.extract.engine", "archiver.parse", "archiver.model")
_TELL = "import sys; {statement}; print([name for name in {heavy!r} if name in sys.modules])"


def _loaded(statement: str) -> str:
    code = _TELL.format(statement=statement, heavy=HEAVY)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_importing_the_package_loads_no_parser_and_no_rule() -> None:
    assert _loaded("import archiver").strip() == "[]"


def test_the_command_line_alone_loads_no_parser_and_no_rule() -> None:
    assert _loaded("import archiver.cli").strip() == "[]"


@pytest.mark.parametrize("first", ["archiver.extract.engine", "archiver.extract.words", "archiver.api"])
def test_the_function_keeps_its_name_whatever_is_imported_first(first: str) -> None:
    code = (
        f"import {first}; from archiver import Extraction, extract; assert type(extract) is type(lambda: 0)"
    )
    subprocess.run([sys.executable, "-c", code + "; assert isinstance(Extraction, type)"], check=True)


def test_an_unknown_name_is_an_error_as_anywhere() -> None:
    code = "import archiver, sys\ntry: archiver.nothing\nexcept AttributeError: sys.exit(0)\nsys.exit(1)"
    subprocess.run([sys.executable, "-c", code], check=True)
