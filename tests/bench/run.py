"""Runs the scorers of a folder of real pages with truth over archiver and its peers, and prints their tables.

    python -m tests.bench.run FOLDER [PEER…]

The folder holds `score.py`, `score_comments.py`, `data/` and the peers' adapters, `adapters/PEER.py` and
`comment_adapters/PEER.py`; nothing of it is in this repository. A peer must be installed beside archiver.
Peers run directly after archiver on the same pages, so that what slows the machine down slows both.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
ARTICLES = HERE / "article_adapter.py"
COMMENTS = HERE / "comments_adapter.py"
ARTICLE_SETS = (("wcxb:dev", "article"), ("wcxb:dev", "forum"), ("trafilatura", ""), ("fundus", ""))
COMMENT_SETS = ("truth", "text", "credits.jsonl")


def _runs(folder: Path, peers: list[str]) -> Iterator[list[str]]:
    score = [str(folder / "score.py"), "--data", str(folder / "data"), "--worst", "5"]
    for dataset, kind in ARTICLE_SETS:
        chosen = ["--dataset", dataset, *(["--types", kind] if kind else [])]
        for adapter in (ARTICLES, *_adapters(folder / "adapters", peers)):
            yield [*score, *chosen, "--adapter", str(adapter)]
    for name in COMMENT_SETS:
        for adapter in (COMMENTS, *_adapters(folder / "comment_adapters", peers)):
            yield [str(folder / "score_comments.py"), str(adapter), str(folder / "data" / "comments" / name)]


def _adapters(folder: Path, peers: list[str]) -> list[Path]:
    return [path for peer in peers if (path := folder / f"{peer}.py").is_file()]


def main() -> int:
    """Run every scorer, one after the other; the worst exit code of them."""
    folder, *peers = Path(sys.argv[1]), *sys.argv[2:]
    env = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    codes = []
    for command in _runs(folder, peers):
        print(f"\n== {' '.join(Path(word).name for word in command if '/' in word)}", flush=True)
        codes.append(subprocess.run([sys.executable, *command], env=env, check=False).returncode)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
