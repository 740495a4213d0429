"""What docs/page-bundle.md says of the format is what the code does."""

import re

from archiver import content
from archiver.content.keys import KEYS
from archiver.model.article import Figure
from archiver.model.ledger import Role
from tests.house.test_readme import ROOT

DOC = (ROOT / "docs" / "page-bundle.md").read_text(encoding="utf-8")
INDEX = (
    '---\ntitle: "Lock"\nsha256: "00"\nmedia_type: "text/html"\nextractor: "archiver"\nsource: "Eld"\n---\n\n'
)


def _example(start: str) -> str:
    blocks: list[str] = re.findall(r"```markdown\n(.*?)```", DOC, re.DOTALL)
    return next(block for block in blocks if start in block)


def test_every_key_and_every_role_is_named() -> None:
    named = set(re.findall(r"`([a-z_0-9]+)`", DOC))
    assert set(KEYS) <= named
    assert {str(role) for role in Role} <= named


def test_the_example_of_a_thread_reads_as_it_is_told() -> None:
    files = {"index.md": INDEX.encode(), "comments.md": _example("Lorry Driver").encode()}
    first, second = content.read(files, "lock").comments
    assert (first.author, second.author) == ("Lorry Driver", "News desk")
    assert second.parent == 0
    assert (second.marks, second.votes) == (("editor",), 3)


def test_the_example_of_a_picture_reads_as_it_is_told() -> None:
    read = content.read({"index.md": (INDEX + _example("second arch")).encode()}, "lock")
    (figure,) = read.article.body
    assert isinstance(figure, Figure)
    assert figure.caption.text == "The second arch of Pack Bridge at low water on Friday."
    assert [credit.text for credit in figure.credits] == ["Joan Tilley/The Harrowmere Times"]
