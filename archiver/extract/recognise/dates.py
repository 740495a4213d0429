"""Printed dates of many languages as ISO 8601; what is relative or half-told stays as printed."""

import re
from dataclasses import dataclass

_MONTHS = (
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari januar styczeń stycznia sty января янв "
    "tammikuuta tammikuu ocak januára ledna leden január януари січня ιανουαρίου ιανουάριος يناير jan",
    "february feb februar février févr fév febrero febbraio febr fevereiro fev februari luty lutego lut февраля фев "
    "helmikuuta helmikuu şubat února únor február лютого φεβρουαρίου فبراير",
    "march mar märz mrz mars marzo março maart mrt marzec marca marts марта мар maaliskuuta maaliskuu mart března березня "
    "március μαρτίου مارس",
    "april apr avril avr abril abr aprile kwiecień kwietnia kwi апреля апр huhtikuuta huhtikuu nisan dubna квітня április "
    "απριλίου أبريل ابريل",
    "may mai mayo maggio mag maio mei maj maja мая май toukokuuta toukokuu mayıs května травня május μαΐου مايو",
    "june jun juni juin junio giugno giu junho czerwiec czerwca cze июня июн kesäkuuta kesäkuu haziran června червня június "
    "ιουνίου يونيو",
    "july jul juli juillet juil julio luglio lug julho lipiec lipca lip июля июл heinäkuuta heinäkuu temmuz července липня "
    "július ιουλίου يوليو",
    "august aug août aout agosto ago augustus augusti sierpień sierpnia sie августа авг elokuuta elokuu ağustos srpna серпня "
    "augusztus αυγούστου أغسطس اغسطس",
    "september sept sep septembre septiembre settembre set setembro wrzesień września wrz сентября сен syyskuuta syyskuu "
    "eylül září вересня szeptember σεπτεμβρίου سبتمبر",
    "october oct oktober okt octobre octubre ottobre ott outubro out październik października paź октября окт lokakuuta "
    "lokakuu ekim října жовтня október οκτωβρίου أكتوبر",
    "november nov novembre noviembre novembro listopad listopada lis ноября ноя marraskuuta marraskuu kasım листопада "
    "νοεμβρίου نوفمبر",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro decembrie grudzień grudnia gru desember des "
    "декабря дек joulukuuta joulukuu aralık prosince грудня δεκεμβρίου ديسمبر",
)
_DIGIT = re.compile(r"\d")
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAME = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_TIME = (
    r"(?:[\s,|@·•/–—-]*(?:\b(?:at|um|à|a las|alle(?: ore)?|ore|às|om|kl\.?|klo|o godz\.?|saat|в|on|uhr)\b)?[\s,·:]*"
    r"(?P<hour>\d{1,2})\s?(?:[:.]|[h時]|Uhr )\s?(?P<minute>\d\d)(?:[:.]\d\d(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?(?:\s?(?:uhr|h|分|Z\b|[+-]\d\d:?\d\d|UTC|GMT|E[DS]T|P[DS]T|C[DS]T|MESZ|CES?T|CE?T|IST)\b)*)?"
)
_FORMS = [
    rf"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d?)-(?P<day>\d\d?)(?:T|\b){_TIME}",
    rf"(?P<year>(?:19|20)\d\d)[年/.]\s?(?P<month>\d\d?)[月/.]\s?(?P<day>\d\d?)[日.]?(?!\d){_TIME}",
    rf"(?P<year>(?:19|20)\d\d)년\s?(?P<month>\d\d?)월\s?(?P<day>\d\d?)일{_TIME}",
    rf"\b(?P<day>\d\d?)(?:st|nd|rd|th|er|º|\.)?\s?(?:de |of |-)?(?P<name>{_NAME})\b\.?,?\s?(?:de |del |-)?(?P<year>(?:19|20)\d\d)(?:\b|(?=\d\d?:\d\d)){_TIME}",
    rf"\b(?P<name>{_NAME})\b\.?\s(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)(?:\b|(?=\d\d?:\d\d)){_TIME}",
    rf"(?<![\d.])(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?(?P<year>(?:19|20)?\d\d)(?!\d){_TIME}",
    rf"(?<![\d/])(?P<slash1>\d\d?)/\s?(?P<slash2>\d\d?)/(?P<year>(?:19|20)?\d\d)(?!\d){_TIME}",
    rf"(?<![\d-])(?P<day>\d\d?)-(?P<month>\d\d?)-(?P<year>(?:19|20)\d\d)(?!\d){_TIME}",
]
_PATTERNS = [re.compile(form, re.IGNORECASE) for form in _FORMS]
_UNIT = (
    r"(?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|[smhdwy]|mo|sekunden?|minuten?|stunden?|std|tag(?:en?)?|"
    r"wochen?|monat(?:en?)?|jahr(?:en?)?|minutes?|heures?|jours?|semaines?|mois|ans?|minutos?|horas?|días?|dias?|semanas?|mes(?:es)?|años?|anos?|"
    r"minut[ioy]?|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|uur|dagen|weken|maanden|jaar|godzin[ya]?|dni|lat|timmar|dagar|år|dakika|saat|gün|"
    r"минут[уы]?|час(?:а|ов)?|дн(?:я|ей)|день|分|時間|日|週間|か月|年|분|시간|일|주|개월|년)"
)
_RELATIVE = re.compile(
    rf"\b(?:(?:about|almost|over|vor|il y a|hace|há|fa|for|för|ca\.?|more than)\s+)*(?:\d{{1,3}}\s?\+?|an?|one|eine[mrn]?|une?|un[ao]?|einigen)\s?{_UNIT}"
    r"(?:\s(?:ago|atrás|fa|geleden|temu|sedan|siden|önce|назад)|前|전)|\b(?:vor|il y a|hace|há)\s(?:\d{1,3}|eine[mrn]?|une?|un[ao]?)\s"
    rf"{_UNIT}\b|\b\d{{1,3}}\s?(?:[smhdwy]|mo|min|yr)\b|\b(?:just now|yesterday|gestern|heute|hier|ayer|ieri|ontem|gisteren|wczoraj|вчера|昨日)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A date in a line: where it stands, and what it says where that is certain."""

    start: int
    end: int
    iso: str | None


def _iso(found: re.Match[str], *, american: bool) -> str | None:
    parts = found.groupdict()
    year = int(parts["year"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    if parts.get("name"):
        month, day = MONTHS[parts["name"].casefold()], int(parts["day"])
    elif parts.get("slash1"):
        first, second = int(parts["slash1"]), int(parts["slash2"])
        month_first = second > 12 or (american and first <= 12)
        month, day = (first, second) if month_first else (second, first)
    else:
        month, day = int(parts["month"]), int(parts["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    stamp = f"{year:04}-{month:02}-{day:02}"
    if not parts.get("hour"):
        return stamp
    hour, minute = int(parts["hour"]), int(parts["minute"])
    half = (parts.get("half") or "").casefold()
    hour = hour % 12 + (12 if half.startswith("p") else 0) if half else hour
    return f"{stamp}T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else stamp


def find_date(line: str, *, american: bool = False) -> Printed | None:
    """The first date in the line, absolute ones before relative ones.

    `american` reads 3/4/2020 as the fourth of March where both readings are possible.
    """
    line = line[:200]
    best: Printed | None = None
    for pattern in _PATTERNS if _DIGIT.search(line) else ():
        found = pattern.search(line)
        if found and (best is None or found.start() < best.start):
            best = Printed(start=found.start(), end=found.end(), iso=_iso(found, american=american))
    if best:
        return best
    told = _RELATIVE.search(line)
    return Printed(start=told.start(), end=told.end(), iso=None) if told else None
