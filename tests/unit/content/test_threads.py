import pytest

from archiver.content.threads import read_comments, write_comments
from archiver.errors import ContentError, Diagnostic
from archiver.model.article import Comment
from tests.unit.content.examples import COMMENTS, paragraph


def problem(text: str) -> Diagnostic:
    with pytest.raises(ContentError) as caught:
        read_comments(text)
    return caught.value.diagnostic


def chain(count: int) -> tuple[Comment, ...]:
    body = (paragraph("Yes."),)
    return tuple(Comment(id=f"c-{i}", body=body, parent=i - 1 if i else None) for i in range(count))


def test_comments_are_one_nested_list() -> None:
    assert write_comments(COMMENTS) == (
        "- **Bo** · 2024-05-01 · id c-1\n\n  Roses are red,\\\n  ferries are late.\n\n"
        "  - *unknown* · id c-2 · marks editor · votes -2\n\n    \\- \\*\\*Bo\\*\\* · id c-1\n\n"
        "    - **Cy** · id [c-3](https://eldpost.example/a#c3)\n\n"
        "  - **Di** · id c-4\n\n    * a list\n"
    )


def test_comments_come_back_as_they_were() -> None:
    assert read_comments(write_comments(COMMENTS)) == COMMENTS


def test_a_reply_out_of_its_thread_names_its_parent() -> None:
    comments = tuple(Comment(id=f"c-{i}", body=(), parent=p) for i, p in enumerate([None, None, 0]))
    assert "id c-2 · reply to c-0" in write_comments(comments)
    assert read_comments(write_comments(comments)) == comments


def test_a_thread_a_thousand_deep_is_kept() -> None:
    assert read_comments(write_comments(chain(1_000))) == chain(1_000)


def test_an_author_called_unknown_is_not_an_unknown_author() -> None:
    comments = (Comment(id="a", body=(), author="unknown"), Comment(id="b", body=()))
    assert read_comments(write_comments(comments)) == comments


def test_four_spaces_a_level_are_read_as_well() -> None:
    text = "- **Bo** · id a\n\n    Hello.\n\n    - **Cy** · id b\n\n        Hi.\n"
    first, second = read_comments(text)
    assert (second.parent, first.body, second.body) == (0, (paragraph("Hello."),), (paragraph("Hi."),))


def test_code_that_looks_like_a_comment_is_code() -> None:
    text = "- **Bo** · id a\n\n  ```\n  - **Cy** · id b\n  ```\n"
    assert len(read_comments(text)) == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Hello.\n", 1, "belong to no comment"),
        ("- **Bo** · yesterday · id a\n", 1, "a field `yesterday`"),
        ("- **Bo** · id a\n- **Bo** · id a\n", 2, "two comments"),
        ("- **Bo** · id a · reply to z\n", 1, "does not stand before it"),
    ],
)
def test_a_broken_comment_says_where_and_what(text: str, line: int, words: str) -> None:
    found = problem(text)
    assert words in found.message
    assert (found.path, found.line) == ("comments.md", line)
    assert found.hint


def test_a_long_line_of_stars_and_dots_is_read_at_once() -> None:
    (comment,) = read_comments("- **Bo** · id a\n\n  - " + "** · " * 50_000 + "\n")
    assert len(comment.body) == 1
