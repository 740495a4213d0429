"""Every rule of the table wins a claim in some case or sample: a rule that none shows is unproven, or dead."""

import tomllib
from pathlib import Path

from archiver.extract.engine import settle
from archiver.extract.reading import Reading
from archiver.extract.rules import FIRST, SECOND
from archiver.parse import parse
from archiver.unpack import capture_of

TESTS = Path(__file__).parent
CASES = sorted((TESTS / "cases" / "extract").glob("*/capture.*"))
SAMPLES = [path for path in sorted((TESTS.parent / "captures").iterdir()) if path.suffix in (".html", ".txt")]
MEDIA_TYPES = {".html": "text/html", ".txt": "text/plain"}


def _winners(path: Path) -> set[str]:
    beside = (path.with_name("case.toml"), path.with_name(f"{path.name}.capture.toml"))
    told = next((tomllib.loads(one.read_text(encoding="utf-8")) for one in beside if one.is_file()), {})
    capture = capture_of(path.read_bytes(), url=told.get("url"), media_type=MEDIA_TYPES[path.suffix])
    return {item.rule for item in settle(Reading(parse(capture)))}


def test_every_rule_wins_a_claim_in_some_case_or_sample() -> None:
    won = set[str]().union(*(_winners(path) for path in [*CASES, *SAMPLES]))
    table = [*(rule.name for rule in FIRST), *(late.name for late in SECOND)]
    assert [name for name in table if name not in won] == []
