"""Themes: where they are found, what they must hold, how their mistakes are told, what their colours are."""

import re
import shutil
from pathlib import Path

import pytest

from archiver.assemble import assemble
from archiver.errors import ArchiverError, BuildError, ConfigError
from archiver.render import load_theme, render, theme_folder
from archiver.render.theme import TEMPLATES
from tests.unit.harrowmere import CONFIG, page

ROOT = Path(__file__).parents[3]
THEME = ROOT / "themes" / "default"


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    return Path(shutil.copytree(THEME, tmp_path / "themes" / "mine"))


def _failure(theme: Path) -> ArchiverError:
    with pytest.raises(ArchiverError) as caught:
        list(render(assemble(CONFIG, [page("t/2022/04/bridge")]), theme))
    return caught.value


def test_a_sites_own_theme_comes_before_the_one_that_is_delivered(theme: Path, tmp_path: Path) -> None:
    assert theme_folder("mine", tmp_path) == theme
    assert theme_folder("default", tmp_path).joinpath("theme.toml").is_file()


@pytest.mark.parametrize("name", ["absent", "", "..", "../default", "a\\b"])
def test_a_theme_that_is_not_there_is_one_clear_error(name: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no theme"):
        theme_folder(name, tmp_path)


def test_the_default_theme_keeps_the_contract() -> None:
    theme = load_theme(THEME)
    assert theme.name == "default"
    static = [path for path, _ in theme.static if not path.startswith("search/")]
    assert static == ["icon.svg", "site.js", "style.css"]


def test_every_template_is_documented() -> None:
    words = (ROOT / "themes" / "README.md").read_text(encoding="utf-8")
    assert [name for name in TEMPLATES if f"`{name}`" not in words] == []


def test_a_name_that_is_not_there_is_told_with_template_line_and_page(theme: Path) -> None:
    (theme / "templates" / "card.html").write_text("<p>\n{{ summary.title }}\n{{ summary.absent }}</p>")
    error = _failure(theme)
    assert isinstance(error, BuildError)
    assert error.diagnostic.path.endswith("card.html")
    assert error.diagnostic.line == 3
    assert "t/2022/04/bridge" in error.diagnostic.message


def test_an_error_in_an_included_template_names_that_template(theme: Path) -> None:
    (theme / "templates" / "inner.html").write_text("\n{{ 1 // 0 }}")
    (theme / "templates" / "article.html").write_text("{% include 'inner.html' %}")
    error = _failure(theme)
    assert (Path(error.diagnostic.path).name, error.diagnostic.line) == ("inner.html", 2)


def test_a_template_that_does_not_parse_is_told_with_its_line(theme: Path) -> None:
    (theme / "templates" / "home.html").write_text("\n{% if %}")
    error = _failure(theme)
    assert error.diagnostic.code == "template-syntax"
    assert (Path(error.diagnostic.path).name, error.diagnostic.line) == ("home.html", 2)


def test_a_template_that_includes_itself_is_one_error(theme: Path) -> None:
    (theme / "templates" / "404.html").write_text("{% include '404.html' %}")
    assert "RecursionError" in str(_failure(theme))


def test_a_theme_without_a_template_is_refused(theme: Path) -> None:
    (theme / "templates" / "search.html").unlink()
    assert "search.html" in str(_failure(theme))


@pytest.mark.parametrize(
    "about",
    [
        "name = 1",
        'name = "a"\ndescription = ""\ncontract = 99',
        'name = "a"\ndescription = ""\ncontract = 1\nx = 1',
        "=",
    ],
)
def test_a_wrong_theme_toml_is_refused(theme: Path, about: str) -> None:
    (theme / "theme.toml").write_text(about)
    assert isinstance(_failure(theme), ConfigError)


def test_an_edited_template_is_seen_at_once(theme: Path) -> None:
    site = assemble(CONFIG, [])
    for words in ("one", "two"):
        (theme / "templates" / "404.html").write_text(words)
        assert {f.path: f.data for f in render(site, theme)}["404.html"] == words.encode()


def _luminance(colour: str) -> float:
    if len(colour) == 4:
        colour = "#" + "".join(sign * 2 for sign in colour[1:])
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_words_stand_out_from_what_is_behind_them_in_every_scheme() -> None:
    css = (THEME / "static" / "style.css").read_text(encoding="utf-8")
    schemes = [
        dict(re.findall(r"--(\w+): (#\w+);", block))
        for block in re.findall(r":root \{(.*?)\}", css, flags=re.DOTALL)
    ]
    assert len(schemes) == 3, "light, dark, print"
    for colours in schemes:
        for behind in ("paper", "raised"):
            for front in ("ink", "soft", "link"):
                assert _contrast(colours[front], colours[behind]) >= 4.5, (front, behind, colours)
        assert _contrast(colours["ink"], colours["mark"]) >= 4.5
        assert _contrast(colours["link"], colours["mark"]) >= 4.5
