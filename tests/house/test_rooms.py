"""One room for each outside package, one table for all rules."""

import ast
import sys
from pathlib import Path

from archiver.extract.rules import FIRST, SECOND

PACKAGE = Path(__file__).parents[2] / "archiver"
ROOMS = {
    "bs4": {"parse"},
    "charset_normalizer": {"parse"},
    "lxml": {"parse", "check"},
    "markdown_it": {"content"},
    "yaml": {"content"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "watchdog": {"serve"},
    "pagefind": {"search"},
    "pagefind_bin": {"search"},
}


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_each_outside_package_has_its_room() -> None:
    for path in PACKAGE.rglob("*.py"):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for name in _imports(path) - sys.stdlib_module_names - {"archiver"}:
            assert name in ROOMS, f"{path} imports {name}, which has no room"
            assert room in ROOMS[name], f"{path} imports {name}, whose rooms are {ROOMS[name]}"


def test_the_table_lists_exactly_the_rule_files() -> None:
    files = {path.stem for path in (PACKAGE / "extract" / "rules").glob("*.py")} - {"__init__"}
    names = [rule.name for rule in FIRST] + [rule.name for rule in SECOND]
    assert sorted(names) == sorted(set(names)), "a rule stands in the table twice"
    assert set(names) == files


def test_every_vocabulary_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "extract").rglob("*.py"))
    for path in (PACKAGE / "extract" / "vocabulary").glob("*.toml"):
        assert f'"{path.stem}"' in code, f"no rule reads vocabulary/{path.name}"
