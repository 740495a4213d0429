"""Installed elsewhere, the wheel works without the checkout."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry returns</title></head><body><article>
<h1>Ferry returns to the Eld</h1>
<p>
The old ferry crossed the Eld again on Monday, eleven months after its chain broke in the January flood.</p>
<p>
About ninety people stood on the quay at Harrowmere to see it leave with a full deck and two bicycles.</p>
<p>
The crossing takes four minutes, and the town has promised that it will stay free until the bridge opens.</p>
</article></body></html>"""


def _run(*command: str, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def test_an_installed_wheel_makes_a_site_without_the_checkout(tmp_path: Path) -> None:
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    _run(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", "dist", str(ROOT), cwd=tmp_path)
    wheel = next((tmp_path / "dist").glob("archiver-*.whl"))
    _run(*pip, "install", "--no-deps", "--target", "site", str(wheel), cwd=tmp_path)
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    archiver = (sys.executable, "-m", "archiver")
    where = _run(sys.executable, "-c", "import archiver; print(archiver.__file__)", cwd=tmp_path, env=env)
    assert where.startswith(str(tmp_path))

    _run(*archiver, "new", "news", cwd=tmp_path, env=env)
    (tmp_path / "news" / "captures" / "ferry.html").write_text(PAGE, encoding="utf-8")
    _run(*archiver, "ingest", "captures", cwd=tmp_path / "news", env=env)
    _run(*archiver, "build", cwd=tmp_path / "news", env=env)
    _run(*archiver, "check", cwd=tmp_path / "news", env=env)
    assert "Ferry returns" in (tmp_path / "news" / "public" / "index.html").read_text(encoding="utf-8")
