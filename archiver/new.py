"""Use case: a folder for a new archive, with everything that the first commands need."""

import json
from pathlib import Path

from archiver.errors import ConfigError, Diagnostic

_SITE = """\
# What the archive's site is called and how it looks. An unknown key is an error.
title = {title}
description = ""
base_url = "/"
language = "en"
"""
_IGNORED = """\
public/
.public*
.archiver-cache/
"""
_README = """\
# {title}

Captures go into `captures/`: saved HTML pages or plain-text dumps. What a file cannot say about itself can
stand beside it in `NAME.capture.toml`: `url`, `captured_at`, `source`, `media_type`.

```sh
archiver ingest captures   # captures/ -> content/, Markdown that you can read and edit
archiver build             # content/ -> public/, the site
archiver check             # links, front matter and ledgers
archiver serve             # look at it while you work
```

`content/` is the archive: keep it under version control. `public/` can be made again at any time.
"""


def new(folder: Path, title: str) -> tuple[Path, ...]:
    """Make the folder of a new archive; returns the files that were made.

    Raises:
        ConfigError: Something stands there already.

    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ConfigError(
            Diagnostic(
                code="folder-not-empty",
                path=str(folder),
                message="something stands there already",
                hint="name a folder that is empty or not there yet",
            )
        )
    for name in ("captures", "content"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    files = {
        "site.toml": _SITE.format(title=json.dumps(title, ensure_ascii=False)),
        ".gitignore": _IGNORED,
        "README.md": _README.format(title=" ".join(title.split())),
        "captures/.gitkeep": "",
        "content/.gitkeep": "",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return tuple(folder / name for name in files)
