"""The stretches of a text capture that hold comments: under a header, or by what they repeat."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from archiver.extract.recognise.comment_head import is_control, is_placeholder, told_by
from archiver.extract.recognise.dates import find_date
from archiver.extract.recognise.flat_comments import anchors, dates_follow, is_bare, is_form
from archiver.extract.recognise.lines import Line, width
from archiver.extract.words import vocabulary

CONTROLS_BETWEEN = 14
"""Most lines that may stand between the header and the first comment."""
FARTHEST_HEADS = 24
"""Most lines between the heads of two comments that follow each other."""
FARTHEST_NAME = 24
"""Most lines between the word that names the comments and the first of them."""
MOST_FRAMED = 40
"""Lines without heads between the comments' name and the form that can be comments."""
MOSTLY_TOLD = 0.8
"""Share of a zone's lines that make it a copy of one above."""
FEWEST_DATES = 6
"""Heads that make a thread without any button."""
LONGEST_COUNT = 40
"""Characters beside a quoted title that count the comments on it."""
_QUOTED = re.compile('[“„«「『《"].{3,180}[”“»」』》"]?')
_COUNT = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d{1,7}")
_EDGES = re.compile(r"\A(?:#|all|alle|tous les|view|\W)+\s|[\s:(]*#?\)?\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """Lines that hold comments."""

    header: Line | None
    controls: tuple[Line, ...]
    lines: tuple[Line, ...]
    is_list: bool
    declared: int | None = None
    """How many comments the header says there are."""


def is_header(line: Line) -> bool:
    """Whether the line can head a list of comments."""
    if not line.folded or len(line.text) > 200:
        return False
    concept = vocabulary("comment_header")
    if line.level and not _COUNT.search(line.text):
        return False
    folded = line.folded
    return folded in concept.lines or concept.opens(folded) or _noun(folded) or _names_story(folded)


def _names_story(folded: str) -> bool:
    """Whether the line counts the comments on a title in quotes, in whatever order: "5 … on “…”"."""
    rest = _QUOTED.sub(" ", folded, count=1)
    if len(rest) > LONGEST_COUNT or rest == folded or "#" not in rest:
        return False
    words = vocabulary("comment_header").words
    parts = rest.replace("#", " ").split()
    return any(part in words for part in parts) or any(
        noun in rest for noun in words if noun[0] > "\u2e80" and len(noun) > 1
    )


def is_sure_header(line: Line) -> bool:
    """Whether the line names the comments whatever stands around it: no word that may head a paragraph."""
    named = line.folded in vocabulary("comment_header").tokens
    return named or (is_header(line) and _is_strong(line) and len(line.text) <= 120)


def _noun(folded: str) -> bool:
    """Whether the line is the comments' name alone, with or without their number."""
    words = folded
    if len(words) > 80:
        return False
    for _ in range(3):
        words = _EDGES.sub("", words).strip()
    return words in vocabulary("comment_header").words


def declared(line: Line | None) -> int | None:
    """How many comments the header says there are."""
    count = _COUNT.search(line.text) if line else None
    return int(re.sub(r"\D", "", count[0])) if count else None


def _is_strong(line: Line | None) -> bool:
    """Whether the header is sure: it counts the comments, or names the story that they are on."""
    if line is None:
        return False
    concept = vocabulary("comment_header")
    return declared(line) is not None or concept.opens(line.folded)


def is_end(line: Line) -> bool:
    """Whether the line ends a list of comments: the form's heading, or that of another box."""
    return is_form(line) or (line.is_short and line.folded in vocabulary("related_list").lines)


def is_between(line: Line) -> bool:
    """Whether the line may stand between the header and the first comment."""
    return (
        is_header(line)
        or is_form(line)
        or (line.is_short and (line.folded in vocabulary("comment_sorting").lines or is_control(line.text)))
    )


def _list_run(printed: Sequence[Line], first: int) -> int:
    """Index past the last line of the comment list that begins at `first`."""
    end = first
    number = 0
    while end < len(printed):
        line = printed[end]
        if line.level == 0:
            after = next(
                (at for at in range(end + 1, min(end + 40, len(printed))) if printed[at].level), None
            )
            if after is None or is_end(line):
                break
            between = printed[end:after]
            goes_on = all(is_control(other.text) for other in between)
            counts_on = number and printed[after].text and _number(printed[after]) == number + 1
            if not (goes_on or counts_on):
                break
            end = after
            continue
        if line.level and end > first and is_form(line) and not line.begins_item:
            break
        number = _number(line) or number
        end += 1
    return end


def _number(line: Line) -> int:
    """The number of an outermost numbered item; 0 for every other line."""
    return line.number or 0 if line.begins_item and line.level == 1 else 0


def _is_headed(own: Sequence[Line]) -> bool:
    """Whether the item's first line tells author or date, or is a name with such a line below it."""
    first = own[0]
    if first.is_short and told_by(first.text):
        return True
    if not (is_bare(first) or is_placeholder(first.text)):
        return False
    return any(line.is_short and told_by(line.text) is not None for line in own[1:3])


def _has_heads(printed: Sequence[Line]) -> bool:
    """Whether most items of a list end in a reply button or begin with a commenter's head."""
    begins = [index for index, line in enumerate(printed) if line.begins_item]
    headed = replied = 0
    for at, index in enumerate(begins):
        own = printed[index : begins[at + 1] if at + 1 < len(begins) else len(printed)]
        if len(own) < 2:
            continue
        headed += _is_headed(own)
        replied += any(is_control(line.text) and not is_placeholder(line.text) for line in own[1:])
    return len(begins) > 0 and max(headed, replied) >= max(1, 0.6 * len(begins))


def _flat_end(printed: Sequence[Line], first: int) -> int:
    """Index past the last line of a flat run of comments."""
    end = first
    while end < len(printed):
        line = printed[end]
        if end > first and (is_end(line) or (is_header(line) and _is_strong(line))):
            break
        end += 1
    return end


def _is_answered(run: Sequence[Line]) -> bool:
    """Whether some items stand inside others, as answers do."""
    return any(line.level > run[0].level for line in run if line.begins_item)


def _is_plausible(run: Sequence[Line]) -> bool:
    """Whether a list without heads can be comments: not mostly items of a word or three."""
    lengths: list[int] = []
    for line in run:
        if line.begins_item or not lengths:
            lengths.append(0)
        lengths[-1] += width(line.text)
    short = sum(length < 25 for length in lengths)
    return len(lengths) == 1 or short < 0.6 * len(lengths)


def zones(printed: Sequence[Line]) -> Iterator[Zone]:
    """The zones of the capture, in page order."""
    found = list(_zones(printed))
    lonely = None if found else _headless(printed)
    yield from [lonely] if lonely else found


def _zones(printed: Sequence[Line]) -> Iterator[Zone]:
    index = closed = 0
    counts: set[int] = set()
    told: set[str] = set()
    while index < len(printed):
        line = printed[index]
        zone_end = index + 1
        if is_header(line) or (is_form(line) and not line.level):
            zone, zone_end = _under(printed, index)
            if zone and _is_elsewhere(zone, printed[zone_end:], is_below_others=0 < closed >= index - 1):
                zone, zone_end = None, index + 1
            if zone and zone.declared in counts and not _has_heads(zone.lines) and not _is_told(zone, told):
                zone, zone_end = None, index + 1  # the count again, below the comments that it counts
            if zone:
                counts |= {zone.declared} if zone.declared else set()
                told |= {line.text for line in zone.lines}
                closed = zone_end
                yield zone
        elif line.begins_item and (index == 0 or not printed[index - 1].level):
            zone_end = _list_run(printed, index)
            run = printed[index:zone_end]
            if _has_heads(run):
                closed = zone_end
                yield Zone(header=None, controls=(), lines=tuple(run), is_list=True)
            else:
                zone_end = next((at for at in range(index, zone_end) if is_header(printed[at])), zone_end)
        index = max(index + 1, zone_end)


def _is_told(zone: Zone, told: Set[str]) -> bool:
    """Whether the page printed the zone's lines before, for another screen."""
    return sum(line.text in told for line in zone.lines) >= MOSTLY_TOLD * len(zone.lines)


def _is_elsewhere(zone: Zone, below: Sequence[Line], *, is_below_others: bool) -> bool:
    """Whether the lines are no comments: the header only pages through those above, or counts those below."""
    if not zone.is_list and is_below_others and not _is_strong(zone.header):
        return True
    if zone.declared is None or _has_heads(zone.lines) or _is_told(zone, {line.text for line in below}):
        return False
    return any(is_header(line) and declared(line) == zone.declared for line in below)


def _under(printed: Sequence[Line], index: int) -> tuple[Zone | None, int]:
    """The zone under the header or form at `index`, and where to go on."""
    header = printed[index] if is_header(printed[index]) else None
    first = index + 1
    while first < len(printed) and first - index <= CONTROLS_BETWEEN and is_between(printed[first]):
        if header is None and is_header(printed[first]):
            return None, first
        if header and is_header(printed[first]) and _is_strong(printed[first]) and not _is_strong(header):
            header = printed[first]
        first += 1
    near = range(first, min(first + 5, len(printed)))
    listed = next((at for at in near if printed[at].begins_item), None)
    if header and declared(header) == 0:
        return None, index + 1
    if listed is not None and all(len(printed[at].text) < 60 for at in range(first, listed)):
        first = listed
    if first >= len(printed):
        return None, index + 1
    controls = tuple(line for line in printed[index:first] if line is not header)
    zone = _listed(printed, first, header) if printed[first].level else _flat(printed, first, header)
    if zone is None:
        return None, index + 1
    end = first + len(zone.lines)
    return replace(zone, controls=controls), end


def _listed(printed: Sequence[Line], first: int, header: Line | None) -> Zone | None:
    run = printed[first : _list_run(printed, first)]
    heads = _has_heads(run)
    long = sum(len(line.text) > 60 for line in run)
    begins = sum(line.begins_item for line in run)
    counted = (declared(header) or 0) >= begins > 0
    sure = (
        counted or _is_plausible(run)
        if _is_strong(header)
        else header is not None and long >= 1 and _is_plausible(run)
    )
    run_end = first + len(run)
    if header and not sure and run_end < len(printed) and is_form(printed[run_end]):
        sure = True
    if header is None and not heads:
        sure = _is_answered(run) and long >= 3 and long >= 0.5 * sum(line.begins_item for line in run)
    if not run or not (heads or sure):
        return None
    return Zone(header=header, controls=(), lines=tuple(run), is_list=True, declared=declared(header))


def _flat(printed: Sequence[Line], first: int, header: Line | None) -> Zone | None:
    run = printed[first : _flat_end(printed, first)]
    told = anchors(run)
    after = printed[first + len(run)] if first + len(run) < len(printed) else None
    if after and is_header(after) and declared(after) == declared(header) is not None:
        return None  # a link at the top of the page to the comments further down
    farthest = FARTHEST_HEADS if len(told) > 2 and dates_follow(run, told) else 5
    near = bool(told) and told[0] < farthest and _is_dense(run, told)
    headed = near and (_is_strong(header) or len(told) > 1)
    if header is None or not (
        headed or (not told and (_is_strong(header) or _is_framed(header, run, after)))
    ):
        return None
    return Zone(header=header, controls=(), lines=tuple(run), is_list=False, declared=declared(header))


def _is_framed(header: Line, run: Sequence[Line], after: Line | None) -> bool:
    """Whether few lines stand between the word that names the comments and the form for a new one."""
    named = header.folded in vocabulary("comment_header").tokens and header.gap > 0
    return named and after is not None and is_form(after) and 0 < len(run) <= MOST_FRAMED


def _is_dense(run: Sequence[Line], told: Sequence[int]) -> bool:
    """Whether the heads follow each other as comments do: no story of many paragraphs between them."""
    last = told[-1] if len(told) > 1 else told[0] + 1
    return last - told[0] <= 9 * len(told)


def _cluster(told: Sequence[int]) -> list[int]:
    """The longest run of heads that follow each other as comments do."""
    runs: list[list[int]] = []
    for index in told:
        if runs and index - runs[-1][-1] <= FARTHEST_HEADS:
            runs[-1].append(index)
        else:
            runs.append([index])
    return max(runs, key=len, default=[])


def _headless(printed: Sequence[Line]) -> Zone | None:
    """Comments without header and list: three heads or more, most of them with a reply button."""
    told = _cluster(anchors(printed))
    near = {at for index in told for at in range(max(0, index - 3), min(index + 12, len(printed)))}
    buttons = sum(is_control(printed[at].text) and not is_placeholder(printed[at].text) for at in near)
    inline = sum(_has_button(printed[index].text) for index in told)
    if len(told) < 3 or (max(buttons, inline) < 0.6 * len(told) and not _is_named(printed, told)):
        return None
    sure = next((at for at in told if inline < len(told) // 2 or _has_button(printed[at].text)), told[0])
    first = next((at for at in range(sure - 1, max(-1, sure - 5), -1) if is_bare(printed[at])), sure)
    end = next((at for at in range(told[-1] + 1, len(printed)) if is_end(printed[at])), len(printed))
    return Zone(header=None, controls=(), lines=tuple(printed[first:end]), is_list=False)


def _is_named(printed: Sequence[Line], told: Sequence[int]) -> bool:
    """Whether comments are named not far above many bare dates, as where a menu stands between."""
    above = printed[max(0, told[0] - FARTHEST_NAME) : told[0]]
    named = any(line.folded in vocabulary("comment_header").tokens for line in above)
    return named and len(told) >= FEWEST_DATES


def _has_button(text: str) -> bool:
    date = find_date(text)
    rest = text[date.end :].strip(" -–|·#0123456789") if date else ""
    return bool(rest) and is_control(rest)
