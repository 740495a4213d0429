"""Write down what the cases give now, for review in the diff: `python -m tests.cases.rewrite [FOLDER…]`."""

import sys
from pathlib import Path

from tests.cases.golden import folders, outputs, read_case


def rewrite(folder: Path) -> bool:
    """Bring the folder's expectations up to date; whether anything changed."""
    expected = folder / "expected"
    expected.mkdir(exist_ok=True)
    changed = False
    for name, text in outputs(read_case(folder).extraction()):
        path = expected / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            changed = True
    return changed


if __name__ == "__main__":
    for chosen in [Path(name) for name in sys.argv[1:]] or folders():
        if rewrite(chosen):
            print(f"rewrote {chosen}")  # noqa: T201
