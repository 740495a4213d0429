"""Plain-text dumps whose indents do not say what they seem to."""

from archiver.model.document import BlockKind
from archiver.parse.text import parse_text

PROSE = "The heron left the weathervane of Harrowmere at noon, and the wind, which had waited, turned to the east and took {} hats."


def _kinds(text: str) -> list[BlockKind]:
    return [block.kind for block in parse_text(text).blocks if len(block_text(text, block.line)) > 100]


def block_text(text: str, line: int | None) -> str:
    """The capture's line of that number."""
    return text.split("\n")[(line or 1) - 1]


def test_a_page_inside_an_unclosed_menu_item_stands_at_the_margin() -> None:
    menu = "".join(f"  • Place {number}\n" for number in range(9))
    story = "".join(f"    {PROSE.format(number)}\n\n" for number in range(9))
    assert set(_kinds(f"{menu}    Letters\n\n    The hats\n\n{story}")) == {BlockKind.PARAGRAPH}


def test_a_long_answer_inside_a_numbered_comment_stays_there() -> None:
    answer = "".join(f"    {PROSE.format(number)}\n\n" for number in range(9))
    assert set(_kinds(f"  1. Hester Quill says:\n\n{answer}")) == {BlockKind.LIST_ITEM}
