from archiver.render.thread import FOLD_ABOVE, NESTING, Step, StepKind, thread
from tests.unit.harrowmere import comment, page


def _steps(*parents: int | None) -> tuple[Step, ...]:
    comments = tuple(comment(number, parent) for number, parent in enumerate(parents))
    return thread(page("t/2022/04/a", comments=comments).load())


def _spelled(steps: tuple[Step, ...]) -> str:
    signs = {StepKind.OPEN: "(", StepKind.CLOSE: ")", StepKind.END: "."}
    return "".join(
        each.comment.anchor.removeprefix("comment-") if each.comment else signs[each.kind] for each in steps
    )


def test_no_comments_are_no_steps() -> None:
    assert _steps() == ()


def test_replies_stand_inside_the_comment_they_answer() -> None:
    assert _spelled(_steps(None, 0, 1, 0, None)) == "(0(1(2.).3.).4.)"


def test_replies_that_come_late_still_join_their_parent() -> None:
    assert _spelled(_steps(None, None, 0)) == "(0(2.).1.)"


def test_a_parent_that_comes_later_or_is_itself_is_no_parent() -> None:
    assert _spelled(_steps(0, 5, -3)) == "(0.1.2.)"


def test_ten_thousand_replies_deep_nest_no_deeper_than_the_page_can_show() -> None:
    steps = _steps(None, *range(10_000))
    depth = deepest = 0
    for step in steps:
        depth += (step.kind == StepKind.OPEN) - (step.kind == StepKind.CLOSE)
        deepest = max(deepest, depth)
    assert (depth, deepest) == (0, NESTING)
    last = [step.comment for step in steps if step.comment][-1]
    assert last.depth == 10_001
    assert last.answers == ("#comment-9999", "Ottilie Fenn")


def test_long_and_deep_replies_are_folded() -> None:
    long = _steps(None, *[0] * (FOLD_ABOVE + 1))
    assert [step.folded for step in long if step.kind == StepKind.OPEN] == [False, True]
    assert long[2].count == FOLD_ABOVE + 1
    deep = _steps(None, 0, 1, 2, 3)
    assert [step.folded for step in deep if step.kind == StepKind.OPEN] == [False, False, False, False, True]


def test_spam_is_folded_and_kept() -> None:
    (view,) = [
        step.comment
        for step in thread(page("t/2022/04/a", comments=(comment(1, marks=("spam",)),)).load())
        if step.comment
    ]
    assert view.folded
    assert "Well said." in view.html
