"""The short way through a paragraph and the whole Markdown reader say the same."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from archiver.content.markdown import read_blocks as module
from archiver.content.markdown.read_blocks import read_blocks
from archiver.errors import ContentError
from archiver.model.article import BodyBlock

FRAGMENTS = (
    "The ferry", "* ", "*", "**bold**", "*em*", "- ", "1. ", "1) ", "> ", "# ", "## ", "---", "===", "***", "|", "| - |",
    "    ", "\t", "  ", " ", "\n", "\n\n", "\n\n\n", "\\", "\\\n", "`", "```", "~~~", "[a]", "[a]: /b", "[a](b)", "![p](q.jpg)",
    "*(Ada Holm)*", "<b>", "&amp;", "“so”", "(aside)", ":", "_", "+ ", "é", "渡", "\u00a0", "\u2028", "[x](<> \"missing embed\")",
)  # fmt: skip


def told(text: str) -> tuple[BodyBlock, ...] | str:
    try:
        return read_blocks(text)
    except ContentError as error:
        return str(error)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
def test_a_paragraph_read_the_short_way_is_what_the_whole_reader_makes_of_it(text: str) -> None:
    with patch.object(module, "_tokens", module._parsed):
        whole = told(text)
    assert told(text) == whole
