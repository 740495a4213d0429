from pathlib import Path

import pytest

from archiver import config
from archiver.errors import ConfigError
from archiver.model.site import SiteConfig

SAMPLE = Path(__file__).parents[3] / "site.toml"


def refusal(folder: Path, source: str | bytes) -> str:
    path = folder / "site.toml"
    path.write_bytes(source.encode() if isinstance(source, str) else source)
    with pytest.raises(ConfigError) as caught:
        config.load(path)
    return str(caught.value).replace(f"{folder}/", "")


def test_a_title_is_enough(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('title = "Harrowmere"\n', encoding="utf-8")
    assert config.load(tmp_path / "site.toml") == SiteConfig(title="Harrowmere")


def test_the_sample_names_every_key_and_reads(tmp_path: Path) -> None:
    site = config.load(SAMPLE)
    assert site.title == "Harrowmere news archive"
    missing = [
        key
        for key in SiteConfig.__dataclass_fields__
        if f"\n{key} = " not in SAMPLE.read_text("utf-8") and f"\n[[{key}]]" not in SAMPLE.read_text("utf-8")
    ]
    assert missing == []


def test_an_unknown_key_is_refused_with_its_line_and_the_nearest_key(tmp_path: Path) -> None:
    said = refusal(tmp_path, 'title = "A"\n\nbase-url = "/"\n')
    assert said == "site.toml:3: error: unknown key `base-url` (did you mean `base_url`?) [config-invalid]"


def test_an_unknown_table_is_refused_with_the_keys_there_are(tmp_path: Path) -> None:
    said = refusal(tmp_path, 'title = "A"\n[quux]\nx = 1\n')
    assert said.startswith("site.toml:2: error: unknown key `quux` (the keys are title, description,")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("title = 7", "`title` is a number, not a text"),
        ('title = "  "', "`title` must be one line of text that is not empty"),
        ('title = "a\\u202eb"', "`title` holds characters that no page shows"),
        ("description = [1]", "`description` is a list, not a text"),
        ("page_size = true", "`page_size` is true or false, not a whole number"),
        ("page_size = 0", "`page_size` is 0"),
        ("page_size = 1e400", "`page_size` is a number, not a whole number"),
        ("language = 2024-01-01", "`language` is a date or time, not a text"),
        ('language = "English!"', "`language` is not a language tag"),
        ("theme = { name = 1 }", "`theme` is a table, not a text"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_with_its_line(tmp_path: Path, line: str, said: str) -> None:
    title = "" if line.startswith("title") else 'title = "A"'
    place = 1 if not title else 2
    assert refusal(tmp_path, "\n".join(filter(None, [title, line]))).startswith(
        f"site.toml:{place}: error: {said} ("
    )


@pytest.mark.parametrize(
    "url", ["/", "/archive/", "https://host.example/", "http://host:8080/a/b/", "/a%20b/"]
)
def test_an_address_or_a_path_from_the_root_is_a_base_url(tmp_path: Path, url: str) -> None:
    (tmp_path / "site.toml").write_text(f'title = "A"\nbase_url = "{url}"\n', encoding="utf-8")
    assert config.load(tmp_path / "site.toml").base_url == url


@pytest.mark.parametrize(
    "url",
    ["", "archive/", "//host/", "ftp://host/", "javascript:alert(1)/", "https:///a/", "https://h/?a/", "/a b/",
     "/../", "/a//b/", "https://u@h/", "https://h:x/", '/\\"/', "https://[::1/"],
)  # fmt: skip
def test_anything_else_is_not_a_base_url(tmp_path: Path, url: str) -> None:
    assert "`base_url` " in refusal(tmp_path, f'title = "A"\nbase_url = "{url}"\n')


def test_a_base_url_without_its_last_slash_is_told_the_remedy(tmp_path: Path) -> None:
    said = refusal(tmp_path, 'title = "A"\nbase_url = "https://host/archive"\n')
    assert "`base_url` does not end in a slash (write https://host/archive/)" in said


def test_a_base_url_from_the_command_line_is_checked_alike() -> None:
    site = SiteConfig(title="A")
    assert config.with_base_url(site, "https://host/archive/").root == "/archive/"
    with pytest.raises(ConfigError, match="base URL 'nowhere': does not end in a slash"):
        config.with_base_url(site, "nowhere")


def test_a_file_that_is_not_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    said = refusal(tmp_path, 'title = "A"\nlanguage = en\n')
    assert said.startswith("site.toml:2: error: not valid TOML: ")


def test_a_file_that_is_cut_off_is_refused_at_its_last_line(tmp_path: Path) -> None:
    assert refusal(tmp_path, 'title = "A"\ndescription = """b\n').startswith(
        "site.toml:2: error: not valid TOML: "
    )


def test_a_file_that_is_not_utf8_or_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, b'title = "\xff"') == (
        "site.toml: error: the file is not UTF-8 (save it as UTF-8) [config-invalid]"
    )
    with pytest.raises(ConfigError, match=r"there is no site\.toml here .*config-missing"):
        config.load(tmp_path / "nowhere" / "site.toml")


def test_a_missing_title_is_named(tmp_path: Path) -> None:
    assert "`title` is missing" in refusal(tmp_path, 'language = "en"\n')


def test_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_bytes(b'\xef\xbb\xbftitle = "A"\n')
    assert config.load(tmp_path / "site.toml").title == "A"


def test_the_log_of_corrections_is_read_in_its_order(tmp_path: Path) -> None:
    entries = (
        '[[corrections]]\ndate = 2024-05-01\nnote = "One."\n'
        '[[corrections]]\ndate = "2024-06-01"\nnote = "Two."\npage = "/t/2022/a"\ntakedown = true\n'
    )
    (tmp_path / "site.toml").write_text(f'title = "A"\n{entries}', encoding="utf-8")
    first, second = config.load(tmp_path / "site.toml").corrections
    assert (first.date, first.page, first.takedown) == ("2024-05-01", "", False)
    assert (second.page, second.takedown) == ("t/2022/a/", True)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('date = "soon"\nnote = "x"', "has an entry whose date is no day"),
        ('date = "2024-01-01"', "has an entry without a note"),
        ('date = "2024-01-01"\nnote = 1', "has an entry whose note is a number, not a text"),
        ('date = "2024-01-01"\nnote = "x"\nwhy = "y"', "has an entry with the unknown key `why`"),
        ('date = "2024-01-01"\nnote = "x"\ntakedown = true', "has an entry that takes down no page"),
        (
            'date = "2024-01-01"\nnote = "x"\ntakedown = "yes"',
            "has an entry whose takedown is neither true nor false",
        ),
    ],
)
def test_a_mistake_in_the_log_is_told_with_its_remedy(tmp_path: Path, entry: str, told: str) -> None:
    said = refusal(tmp_path, f'title = "A"\n[[corrections]]\n{entry}\n')
    assert said.startswith(f"site.toml:2: error: `corrections` {told}")
