"""The outside judges: axe-core, the Nu HTML checker, Lighthouse, Zotero, fetched once with npm; this machine's Chromium."""

import os
import shutil
import subprocess
from pathlib import Path

CACHE = Path(__file__).parents[2] / ".audit"
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def axe() -> Path | None:
    """The file of axe-core: $AXE, else the npm package's; None where it cannot be had."""
    return _named("AXE") or _packed("axe-core", "axe.min.js")


def vnu() -> Path | None:
    """The jar of the Nu HTML checker: $VNU, else the npm package's; None without it or without Java."""
    return (_named("VNU") or _packed("vnu-jar", "vnu.jar")) if shutil.which("java") else None


def lighthouse() -> Path | None:
    """The command of Lighthouse 13: $LIGHTHOUSE, else the npm package's; None where it or Node cannot be had."""
    if not shutil.which("node"):
        return None
    return _named("LIGHTHOUSE") or _packed("lighthouse@13", "lighthouse/cli/index.js")


def zotero() -> Path | None:
    """The module in which Zotero's translators are packed: $ZTRACTOR, else the npm package's."""
    return _named("ZTRACTOR") or _packed("ztractor", "ztractor/dist/index.js")


def chromium() -> str | None:
    """Chromium's program."""
    return next(filter(None, map(shutil.which, _CHROMIUM)), None)


def _named(variable: str) -> Path | None:
    path = Path(os.environ[variable]) if variable in os.environ else None
    return path if path and path.is_file() else None


def _packed(package: str, file: str) -> Path | None:
    folder = CACHE / package
    if not folder.is_dir() and (npm := shutil.which("npm")):
        folder.mkdir(parents=True)
        command = [npm, "install", "--silent", "--no-save", "--prefix", str(folder), package]
        subprocess.run(command, capture_output=True, check=False)
    return next(iter(sorted(folder.rglob(file))), None)
