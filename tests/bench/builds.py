"""Measures builds of a synthetic archive: ours beside Hugo's on the same articles, and prints the ratios.

    python -m tests.bench.builds [--articles 1000] [--hugo PROGRAM] [--search] [--folder FOLDER]

Hugo comes as the package `hugo`; without it only our builds are measured. CPU is user and system time of a
process and all that it started; memory is the peak of the largest of them.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.generate import generate

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
_BUILD = "import sys; from pathlib import Path; from archiver.build import build; "
_BUILD += "build(Path(sys.argv[1]), with_search=sys.argv[2] == 'search')"
SETTLE_SECONDS = 2.5
"""A file that has only just changed is never trusted; an editor's next build comes later than that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run took."""

    user_seconds: float
    system_seconds: float
    wall_seconds: float
    peak_mb: float

    @property
    def cpu_seconds(self) -> float:
        """User and system time."""
        return self.user_seconds + self.system_seconds

    def __str__(self) -> str:
        """One cell of the table."""
        return (
            f"{self.cpu_seconds:8.2f} CPU s ({self.user_seconds:.2f} user) "
            f"{self.wall_seconds:8.2f} s wall {self.peak_mb:7.0f} MB"
        )


def run(command: list[str]) -> Cost:
    """Run it to its end; raises CalledProcessError where it fails."""
    start = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    wall = time.perf_counter() - start
    return Cost(
        user_seconds=used.ru_utime,
        system_seconds=used.ru_stime,
        wall_seconds=wall,
        peak_mb=used.ru_maxrss / 1024,
    )


def replace_words(path: Path, old: str, new: str) -> None:
    """Change a text file in one place."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def changes(article: Path, template: Path, settings: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    """What is done before each build, by its name."""
    yield "cold", lambda: None
    yield "nothing changed", lambda: None
    yield "one article changed", lambda: replace_words(article, 'title: "', 'title: "Changed ')
    yield "one template changed", lambda: replace_words(template, "</footer>", "<!-- changed --></footer>")
    yield "settings changed", lambda: replace_words(settings, 'title = "', 'title = "Changed ')


def ours(folder: Path, *, search: bool) -> dict[str, Cost]:
    """The cost of each of our builds."""
    site = folder / "site"
    shutil.rmtree(site / "public", ignore_errors=True)
    shutil.rmtree(site / ".archiver-cache", ignore_errors=True)
    shutil.rmtree(site / "themes", ignore_errors=True)
    shutil.copytree(ROOT / "themes" / "default", site / "themes" / "default")
    article = min((site / "content").rglob("index.md"))
    template = site / "themes" / "default" / "templates" / "base.html"
    command = [sys.executable, "-c", _BUILD, str(site), "search" if search else "plain"]
    return _measured(changes(article, template, site / "site.toml"), command)


def hugos(folder: Path, program: str) -> dict[str, Cost]:
    """The cost of each of Hugo's builds."""
    theme = folder / "hugo-site"
    shutil.rmtree(theme, ignore_errors=True)
    shutil.copytree(HERE / "peers" / "hugo", theme)
    article = min((folder / "hugo").rglob("*.md"))
    template = theme / "layouts" / "baseof.html"
    command = [
        program,
        "--quiet",
        "-s",
        str(theme),
        "-c",
        str(folder / "hugo"),
        "-d",
        str(folder / "hugo-public"),
    ]
    shutil.rmtree(folder / "hugo-public", ignore_errors=True)
    return _measured(changes(article, template, theme / "hugo.toml"), command)


def _measured(steps: Iterator[tuple[str, Callable[[], None]]], command: list[str]) -> dict[str, Cost]:
    costs = {}
    for name, change in steps:
        change()
        time.sleep(SETTLE_SECONDS)
        costs[name] = run(command)
        print(f"  {name:22}{costs[name]}", flush=True)
    return costs


def main() -> None:
    """Generate, measure, compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--hugo", default=shutil.which("hugo"), help="Hugo's program")
    parser.add_argument("--search", action="store_true", help="measure builds with the search index too")
    parser.add_argument("--folder", type=Path, help="where to work; what is generated there already is taken")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="archiver-bench-"))
    if not (folder / "site").is_dir():
        print(generate(folder, given.articles), flush=True)
    peer = {}
    if given.hugo:
        print("Hugo")
        peer = hugos(folder, given.hugo)
    for search in (False, True)[: 1 + given.search]:
        print("archiver" + (", with search" if search else ", without search"))
        for name, cost in ours(folder, search=search).items():
            if name in peer:
                ratio = cost.cpu_seconds / peer[name].cpu_seconds
                wall = cost.wall_seconds / peer[name].wall_seconds
                print(f"  {name:22}{ratio:8.3f} x Hugo's CPU {wall:8.3f} x its wall")


if __name__ == "__main__":
    main()
