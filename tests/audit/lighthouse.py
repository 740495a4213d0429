"""Lighthouse over some pages: performance, accessibility, best practices, SEO, as it sees a phone."""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.audit import tools
from tests.audit.report import Report

REACH = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
_TIMEOUT_SECONDS = 300


def judge(root: str, pages: list[tuple[str, str]], report: Report) -> None:
    """Judge the (name, path) pages of the site that is served at `root`."""
    command, browser = tools.lighthouse(), tools.chromium()
    if command is None or browser is None:
        report.skip("LIGHTHOUSE", "install Node, npm and chromium, or set LIGHTHOUSE to its cli/index.js")
        return
    for name, path in pages:
        address = root + quote(path, safe="/?=")
        told = _run(command, browser, address)
        if told is None:
            report.skip(f"LIGHTHOUSE, {name}", "it failed; run it by hand on this address to see why")
            continue
        scores = {key: round(each["score"] * 100) for key, each in told["categories"].items() if key in REACH}
        reached = all(scores.get(key, 0) >= least for key, least in REACH.items())
        words = ", ".join(f"{key} {score}" for key, score in scores.items())
        report.tell(
            f"Lighthouse {told['lighthouseVersion']}, {name}", words, "100, performance ≥ 99", reached
        )
        if not reached:
            _why(told)


def _run(command: Path, browser: str, address: str) -> Any:
    """Lighthouse's report, or None where it gave none."""
    with tempfile.TemporaryDirectory() as place:
        output = Path(place) / "report.json"
        said = ["node", str(command), address, "--quiet", "--output=json", f"--output-path={output}"]
        categories = f"--only-categories={','.join(REACH)}"
        try:
            subprocess.run(
                [*said, categories, f"--chrome-flags={_FLAGS}"],
                env={**os.environ, "CHROME_PATH": browser},
                capture_output=True,
                check=False,
                timeout=_TIMEOUT_SECONDS,
            )
        except subprocess.TimeoutExpired:
            return None
        told = json.loads(output.read_bytes()) if output.is_file() else {}
    scored = all(told.get("categories", {}).get(key, {}).get("score") is not None for key in REACH)
    return told if scored else None


def _why(told: Any) -> None:
    asked = {each["id"] for key in REACH for each in told["categories"][key]["auditRefs"] if each["weight"]}
    for name in sorted(asked):
        audit = told["audits"][name]
        if audit["score"] is not None and audit["score"] < 1:
            print(f"  {name}: {audit['title']} {audit.get('displayValue', '')}", flush=True)
