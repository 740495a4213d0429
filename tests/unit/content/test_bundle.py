import hashlib

import pytest

from archiver.content import is_edited, ledger_holds, read, write
from archiver.errors import ContentError, Diagnostic
from archiver.model.article import Article
from tests.unit.content.examples import BUNDLE


def problem(files: dict[str, bytes], folder: str = "") -> Diagnostic:
    with pytest.raises(ContentError) as caught:
        read(files, folder)
    return caught.value.diagnostic


def front(text: str, body: str = "Words.\n") -> dict[str, bytes]:
    return {"index.md": f"---\n{text}---\n\n{body}".encode()}


def test_a_bundle_comes_back_as_it_was() -> None:
    assert read(write(BUNDLE)) == BUNDLE


def test_writing_again_gives_the_same_bytes() -> None:
    assert write(read(write(BUNDLE))) == write(BUNDLE)


def test_a_bundle_without_comments_has_no_comments_file() -> None:
    bundle = type(BUNDLE)(article=BUNDLE.article, comments=(), provenance=BUNDLE.provenance)
    assert sorted(write(bundle)) == ["index.md", "ledger.tsv", "manifest.sha256"]


def test_the_manifest_is_what_sha256sum_prints() -> None:
    files = write(BUNDLE)
    first = files["manifest.sha256"].decode().splitlines()[0]
    assert first == f"{hashlib.sha256(files['comments.md']).hexdigest()}  comments.md"


def test_a_bundle_is_edited_once_a_file_differs_is_added_or_is_gone() -> None:
    files = write(BUNDLE)
    assert not is_edited(files)
    assert not is_edited(files | {"photo.jpg": b"x"})
    assert is_edited(files | {"index.md": files["index.md"] + b"x"})
    assert is_edited({name: data for name, data in files.items() if name != "comments.md"})
    assert is_edited({name: data for name, data in files.items() if name != "manifest.sha256"})


def test_a_changed_ledger_no_longer_has_its_sum() -> None:
    files = write(BUNDLE)
    assert ledger_holds(files)
    assert not ledger_holds(files | {"ledger.tsv": files["ledger.tsv"].replace(b"or", b"and")})


def test_front_matter_is_one_key_a_line_and_leaves_empty_ones_out() -> None:
    index = write(BUNDLE)["index.md"].decode()
    assert index.startswith(
        '---\ntitle: "Harrowmere: the ferry is late"\nauthors: ["Ada Holm"]\ndate: "2024-05-01"\n'
    )
    assert "agency" not in index
    assert "comments_captured: 4\n" in index


def test_yaml_written_by_hand_is_read() -> None:
    text = "title: The ferry\nauthors:\n  - Ada Holm\n  - Bo\ndate: 2024-05-01\ntags: ferry\npaywalled: yes\nsection: 7\n"
    article = read(front(text)).article
    assert article.authors == ("Ada Holm", "Bo")
    assert (article.published, article.tags, article.paywalled, article.section) == (
        "2024-05-01",
        ("ferry",),
        True,
        "7",
    )


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    files = {"index.md": b"\xef\xbb\xbf---\r\ntitle: The ferry\r\n---\r\n\r\nOne.\r\n\r\nTwo.\r\n"}
    assert len(read(files).article.body) == 2


def test_an_unknown_key_is_named_with_the_nearest_one() -> None:
    found = problem(
        front('title: "x"\nsubtitle: "y"\nautors: ["z"]\n'.replace("subtitle", "modifed")), "content/a"
    )
    assert (found.path, found.line, found.hint) == ("content/a/index.md", 3, "did you mean `modified`?")


def test_a_wrong_value_is_named_with_its_line_and_what_to_write() -> None:
    found = problem(front("title: x\ncomments_declared: many\n"))
    assert (found.line, found.message) == (3, "`comments_declared` is not a whole number from 0")
    assert found.hint == "write `comments_declared: 3`"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('title: "x\n', 3, "not YAML"),
        ("title: &a x\nsection: *a\n", 2, "anchors and aliases"),
        ("title: x\ntitle: y\n", 3, "written twice"),
        ("tags: " + "[" * 50 + "]" * 50 + "\n", 2, "nested too deep"),
        ("section: x\n", 1, "no `title`"),
        ("- x\n", 2, "not `key: value` lines"),
    ],
)
def test_broken_front_matter_says_where_and_what(text: str, line: int, words: str) -> None:
    found = problem(front(text))
    assert words in found.message
    assert found.line == line
    assert found.hint


def test_files_that_are_missing_cut_or_not_utf_8_are_one_problem_each() -> None:
    assert "no index.md" in problem({}).message
    assert "does not begin" in problem({"index.md": b"# x\n"}).message
    assert "no end" in problem({"index.md": b"---\ntitle: x\n"}).message
    assert problem({"index.md": b"---\ntitle: x\n---\n\xff\n"}).line == 4


def test_an_empty_article_is_read_back() -> None:
    bundle = type(BUNDLE)(article=Article(title="", body=()), comments=(), provenance=BUNDLE.provenance)
    assert read(write(bundle)) == bundle


def test_ledger_cells_run_in_no_spreadsheet() -> None:
    line = write(BUNDLE)["ledger.tsv"].decode().splitlines()[1]
    assert line == "body\tstory\t4\t\tin the story\t|=1+1\\tor\\n2"


def test_a_broken_ledger_names_its_line() -> None:
    files = write(BUNDLE)
    found = problem(files | {"ledger.tsv": files["ledger.tsv"] + b"nowhere\tx\t1\t\t\t|x\n"})
    assert (found.path, found.line, found.message) == ("ledger.tsv", 3, "no such role: nowhere")
