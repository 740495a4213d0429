"""Forms and their controls: fields, lists to choose from, buttons.

Claims: form controls; whole forms, where they hold little of the page's prose.
Their words ask the reader for something.

    <form> Your e-mail <button>Send</button> </form>

A button that asks a question, or that is a heading, stays where prose answers it: that is how pages fold up
their text.

Known misses: a form that wraps the whole page, as some old systems make, gives up only its controls; the
folded parts of a story whose button is neither.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import MOST_PROSE, is_box
from archiver.extract.layout.measure import measure
from archiver.extract.reading import Reading
from archiver.model.document import Container
from archiver.model.ledger import Role

_CONTROLS = frozenset(["button", "select", "textarea", "label", "option", "optgroup"])
_FORM = frozenset(["form"])
_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
_ASKS = "?？؟"
SHORTEST_QUESTION = 12
"""Characters of a button that says what is folded up under it."""
LONGEST_CONTROL = 200
"""A longer control holds prose: pages hide text behind buttons and labels."""


def _unfolds(reading: Reading, control: Container) -> bool:
    """Whether the button is the heading of the prose right below it, in the element around both."""
    words = reading.document.text[control.start : control.end].strip()
    told, blocks = reading.once(measure), reading.blocks_in(control.start, control.end)
    if control.tag != "button" or len(words) < SHORTEST_QUESTION or not blocks:
        return False
    containers, around, after = reading.document.containers, control.parent, blocks.stop
    is_heading = False
    while around >= 0 and containers[around].end <= control.end + 1:
        is_heading = is_heading or containers[around].tag in _HEADINGS
        around = containers[around].parent
    if not is_heading and words[-1] not in _ASKS:
        return False
    return (
        around >= 0
        and after < len(told.prose)
        and told.prose[after] > 0
        and reading.starts[after] < containers[around].end
    )


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each form or control."""
    past = -1
    for index in () if reading.document.plain else reading.where(tags=_CONTROLS | _FORM):
        container = reading.document.containers[index]
        if container.start < past:
            continue
        is_control = container.tag in _CONTROLS
        if is_control and container.tag in ("button", "label"):
            is_short = container.end - container.start <= LONGEST_CONTROL
            is_control = is_short and not _unfolds(reading, container)
        if is_control or (container.tag == "form" and is_box(reading, index, MOST_PROSE)):
            past = container.end
            yield Claim(
                start=container.start, end=container.end, role=Role.REMOVED, reason=f"in {container.tag}"
            )
