"""Runs the scorers of a folder of real pages with truth over archiver, and prints their tables.

    python -m tests.bench.run FOLDER

The folder holds `score.py`, `score_comments.py` and `data/`; nothing of it is in this repository.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ARTICLES = str(HERE / "article_adapter.py")
COMMENTS = str(HERE / "comments_adapter.py")


def _runs(folder: Path) -> list[list[str]]:
    score = [str(folder / "score.py"), "--data", str(folder / "data"), "--adapter", ARTICLES, "--worst", "5"]
    comments = folder / "data" / "comments"
    return [
        [*score, "--dataset", "wcxb:dev", "--types", "article,forum"],
        [*score, "--dataset", "trafilatura"],
        [*score, "--dataset", "fundus"],
        *(
            [str(folder / "score_comments.py"), COMMENTS, str(comments / name)]
            for name in ("truth", "text", "credits.jsonl")
        ),
    ]


def main() -> int:
    """Run every scorer, one after the other; the worst exit code of them."""
    folder = Path(sys.argv[1])
    env = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    codes = []
    for command in _runs(folder):
        print(f"\n== {' '.join(Path(word).name for word in command if '/' in word)}", flush=True)
        codes.append(subprocess.run([sys.executable, *command], env=env, check=False).returncode)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
