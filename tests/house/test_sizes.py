"""Size limits: what has grown past them wants to be two things."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "archiver"
MODULE_LINES = 400
RULE_LINES = 200
FUNCTION_LINES = 60
PARAMETERS = 7
MODULES_IN_A_ROOM = 12
EXEMPT: dict[str, str] = {}
"""Place to reason; an exemption without a reason is a bug."""


def _modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(PACKAGE).as_posix()}:{node.name}", node


def test_modules_stay_small() -> None:
    rules = PACKAGE / "extract" / "rules"
    large = [
        f"{path.relative_to(PACKAGE)} has {lines} lines"
        for path in _modules()
        if (lines := len(path.read_text(encoding="utf-8").splitlines()))
        > (RULE_LINES if path.parent == rules else MODULE_LINES)
    ]
    assert [place for place in large if place.split()[0] not in EXEMPT] == []


def test_functions_stay_small() -> None:
    large = [
        place
        for place, node in _functions()
        if (node.end_lineno or node.lineno) - node.lineno >= FUNCTION_LINES and place not in EXEMPT
    ]
    assert large == []


def test_functions_take_few_parameters() -> None:
    greedy = [
        place
        for place, node in _functions()
        if len(node.args.posonlyargs + node.args.args + node.args.kwonlyargs) > PARAMETERS
        and place not in EXEMPT
    ]
    assert greedy == []


def test_rooms_hold_few_modules() -> None:
    crowded = {
        folder.relative_to(PACKAGE).as_posix(): count
        for folder in [PACKAGE, *(path for path in PACKAGE.rglob("*") if path.is_dir())]
        if folder.name not in ("rules", "__pycache__")
        and (count := sum(path.name not in ("__init__.py", "__main__.py") for path in folder.glob("*.py")))
        > MODULES_IN_A_ROOM
    }
    assert {room: count for room, count in crowded.items() if room not in EXEMPT} == {}


def test_package_files_hold_exports_and_tables_only() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            is_logic = isinstance(node, ast.FunctionDef | ast.For | ast.While | ast.With | ast.Try)
            assert not is_logic or (path.parent == PACKAGE and getattr(node, "name", "") == "__getattr__"), (
                path
            )
