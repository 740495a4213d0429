"""How long the story takes to read.

Claims: whole lines, as metadata.

A number that the theme computes from the text; an archive computes its own.

    "4 min read" / "Lesezeit: 3 Minuten"

Known misses: reading times inside a line with other words.
"""

import re
from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.lines import lines
from archiver.model.ledger import Role

_TIME = re.compile(
    r"[^\w]*(?:(?:estimated )?reading time|read time|lesezeit|lesedauer|temps de lecture|"
    r"lecture|tiempo de lectura|tempo di lettura|"
    r"tempo de leitura|leestijd|czas czytania|время чтения|lukuaika|okuma süresi|約|阅读时间|閱讀時間|"
    r"مدة القراءة)?[^\w]*"
    r"(?:ca\.? |about |< ?|env\. )?\d{1,3}[\s-]*(?:min(?:ute)?s?|minuten|minutos?|minuti|minuut|"
    r"minuter|minutter|dk|dakika|мин(?:ут[аы]?)?|"
    r"分(?:钟|鐘)?|분|دقائق|دقیقه)\.?(?: ?(?:read time|read|to read|reading time|lesezeit|gelesen|de lecture|"
    r"de lectura|di lettura|de leitura|lezen|"
    r"czytania|lesetid|läsning|lukuaika|okuma|чтения|で読めます|阅读|閱讀))?[^\w]*",
    re.IGNORECASE,
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each reading time."""
    for line in reading.once(lines):
        if len(line.text) <= 50 and _TIME.fullmatch(line.text):
            yield Claim(start=line.start, end=line.end, role=Role.METADATA, reason="reading time")
