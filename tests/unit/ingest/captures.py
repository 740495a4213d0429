"""Small pages about Harrowmere, and a folder to ingest them from."""

from pathlib import Path

BODY = (
    "<p>The lock keepers of Harrowmere opened the upper gates on Tuesday, for the first time since the January "
    "flood tore the old chain from its wheel.</p><p>The work took nine weeks, said Ines Valdora, who runs the "
    "waterways office, because most of the oak beams under the sill turned out to be sound.</p>"
    "<p>Forty boats that had waited below the weir passed before dusk, and the keepers worked the wheel by hand "
    "in turns of a quarter of an hour, as their grandparents had done.</p>"
)


def page(
    title: str = "Upper lock opens", *, url: str | None = None, date: str | None = None, more: str = ""
) -> str:
    head = f"<title>{title}</title><meta property='og:title' content='{title}'>"
    head += f"<link rel='canonical' href='{url}'>" if url else ""
    head += f"<meta property='article:published_time' content='{date}'>" if date else ""
    return (
        f"<!DOCTYPE html><html lang='en'><head>{head}</head><body><article><h1>{title}</h1>{BODY}{more}</article>"
        "</body></html>"
    )


def put(folder: Path, name: str, text: str, **sidecar: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    if sidecar:
        lines = [f'{key} = "{value}"\n' for key, value in sidecar.items()]
        (folder / f"{name}.capture.toml").write_text("".join(lines), encoding="utf-8")
    return path


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
