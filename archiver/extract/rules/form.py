"""Forms and their controls: fields, lists to choose from, buttons.

Claims: form controls; whole forms, where they hold little of the page's prose.
Their words ask the reader for something.

    <form> Your e-mail <button>Send</button> </form>

Known misses: a form that wraps the whole page, as some old systems make, gives up only its controls.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import MOST_PROSE, is_box
from archiver.extract.reading import Reading
from archiver.model.ledger import Role

_CONTROLS = frozenset(["button", "select", "textarea", "label", "option", "optgroup"])
_FORM = frozenset(["form"])
LONGEST_CONTROL = 200
"""A longer control holds prose: pages hide text behind buttons and labels."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each form or control."""
    past = -1
    for index in () if reading.document.plain else reading.where(tags=_CONTROLS | _FORM):
        container = reading.document.containers[index]
        if container.start < past:
            continue
        is_control = container.tag in _CONTROLS
        if is_control and container.tag in ("button", "label"):
            is_control = container.end - container.start <= LONGEST_CONTROL
        if is_control or (container.tag == "form" and is_box(reading, index, MOST_PROSE)):
            past = container.end
            yield Claim(
                start=container.start, end=container.end, role=Role.REMOVED, reason=f"in {container.tag}"
            )
