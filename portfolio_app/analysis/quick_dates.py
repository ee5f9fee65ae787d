"""Days as they are said in a quick note, French and English at once.

All this looks at a line of folded words joined by single blanks, and answers places in that line.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

_WEEKDAYS = {
    word: day
    for day, words in enumerate(
        (
            "lundi monday", "mardi tuesday", "mercredi wednesday", "jeudi thursday", "vendredi friday",
            "samedi saturday", "dimanche sunday",
        )
    )
    for word in words.split()
}  # fmt: skip
_SHORT_DAYS = {
    word: day
    for day, words in enumerate(
        ("lun mon", "mar tue tues", "mer wed", "jeu thu thur thurs", "ven fri", "sam sat", "dim sun")
    )
    for word in words.split()
}
_MONTHS = {
    word: month
    for month, words in enumerate(
        (
            "janvier janv january jan", "fevrier fevr fev february feb", "mars march mar", "avril avr april apr",
            "mai may", "juin june jun", "juillet juil july jul", "aout august aug",
            "septembre sept september sep", "octobre oct october", "novembre nov november",
            "decembre dec december",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_COUNTS = {
    "un": 1, "une": 1, "a": 1, "an": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4,
    "four": 4, "cinq": 5, "five": 5, "six": 6, "sept": 7, "seven": 7, "huit": 8, "eight": 8, "dix": 10,
    "ten": 10, "douze": 12, "twelve": 12, "quinze": 15, "vingt": 20, "trente": 30,
}  # fmt: skip


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_COUNT = rf"(?P<count>\d{{1,3}}|{_any(_COUNTS)})"
_UNIT = r"(?P<unit>jours?|j|semaines?|sem|mois|ans?|annees?|days?|d|weeks?|wks?|w|months?|years?|yrs?)"
_ON = (
    r"(?:(?:le|on|on the|the|this|ce|du|au|by|for|pour|pour le|avant le|before|before the|d'ici|d'ici le|until|"
    r"jusqu'au) )?"
)
_ORDINAL = r"(?:er|st|nd|rd|th)?"
TODAY = (
    r"aujourd'hui|today|ce matin|ce midi|cet apres midi|cet aprem|ce soir|this morning|this afternoon|"
    r"this evening|tonight|just now|tout a l'heure|a l'instant|later today|(?:en )?fin de journee|"
    r"(?:(?:at|by) the )?end of (?:the )?day"
)
Tense = Literal["past", "future", ""]


@dataclass(frozen=True)
class Said:
    """A day that was said, at `start` to `end` of the line. `tense`: when it must lie, "" where both are possible.

    `past` and `future`: the day meant if it lies behind (today included) or ahead (today excluded); None where
    there is no such day. `weak`: only a day where one is expected, such as "mar".
    """

    start: int
    end: int
    tense: Tense
    past: date | None
    future: date | None
    weak: bool = False


def days_said(line: str, today: date, *, month_first: bool = False) -> list[Said]:
    """The days in a line, in its order. `month_first`: 3/12 is the 12th of March."""
    found: list[Said] = []
    for pattern, read in _PATTERNS:
        for match in pattern.finditer(line):
            if all(match.end() <= other.start or other.end <= match.start() for other in found):
                said = _read(match, read, today, month_first)
                if said is not None:
                    found.append(said)
    return sorted(found, key=lambda said: said.start)


def _read(match: re.Match[str], read: Reader, today: date, month_first: bool) -> Said | None:
    try:
        tense, past, future, weak = read(match, today, month_first)
    except (ValueError, OverflowError):
        return None  # no such day in any calendar
    if past is None and future is None:
        return None
    return Said(match.start(), match.end(), tense, past, future, weak)


Reading = tuple[Tense, date | None, date | None, bool]
Reader = Callable[[re.Match[str], date, bool], Reading]


def _fixed(day: date, today: date) -> Reading:
    """A day that can be no other one."""
    return ("future", None, day, False) if day > today else ("past", day, None, False)


def _moved(match: re.Match[str], today: date, sign: int) -> Reading:
    said = match["count"]
    count = int(said) if said.isdecimal() else _COUNTS[said]
    unit = match["unit"]
    if unit[0] in "jd":
        day = today + timedelta(days=sign * count)
    elif unit[0] in "sw":
        day = today + timedelta(days=sign * 7 * count)
    else:
        day = add_months(today, sign * count * (1 if unit.startswith("mo") else 12))
    return ("past", day, None, False) if sign < 0 else ("future", None, day if day > today else None, False)


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or the month's last. Raises ValueError beyond the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if not 1 <= year <= 9999:
        raise ValueError(months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _weekday(match: re.Match[str], today: date, weekday: int, *, weak: bool = False) -> Reading:
    past = today - timedelta(days=(today.weekday() - weekday) % 7)
    future = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    words = match.group()
    if re.search(r"\b(?:dernier|passe|last)\b", words):
        return ("past", past if past < today else past - timedelta(days=7), None, False)
    if re.search(r"\b(?:prochain|next)\b", words):
        return ("future", None, future, False)
    return ("", past, future, weak)


def _month_day(day: int, month: int, year: str | None, today: date) -> Reading:
    if year is not None:
        return _fixed(date(int(year) + (2000 if len(year) == 2 else 0), month, day), today)
    known = list(_years(day, month, today))
    past = max((found for found in known if found <= today), default=None)
    future = min((found for found in known if found > today), default=None)
    if past is None and future is None:
        raise ValueError(day)
    return ("", past, future, False)


def _years(day: int, month: int, today: date) -> Iterator[date]:
    for year in range(max(today.year - 8, 1), min(today.year + 8, 9999) + 1):
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            yield date(year, month, day)


def _numeric(match: re.Match[str], today: date, month_first: bool) -> Reading:
    first, second = int(match["first"]), int(match["second"])
    day, month = (second, first) if month_first else (first, second)
    if month > 12 >= day:
        day, month = month, day
    return _month_day(day, month, match["year"] if "year" in match.groupdict() else None, today)


def _of_month(match: re.Match[str], today: date, month_first: bool) -> Reading:
    day = int(match["day"])
    if not 1 <= day <= 31:
        raise ValueError(day)
    near = [add_months(today.replace(day=1), step) for step in range(-3, 4)]
    known = [first.replace(day=day) for first in near if day <= monthrange(first.year, first.month)[1]]
    past = max((found for found in known if found <= today), default=None)
    future = min((found for found in known if found > today), default=None)
    return ("", past, future, False)


def _end_of_week(today: date) -> date:
    return today + timedelta(days=(4 - today.weekday() - 1) % 7 + 1)


def _end_of_month(today: date) -> date:
    last = today.replace(day=monthrange(today.year, today.month)[1])
    return last if last > today else add_months(today.replace(day=1), 2) - timedelta(days=1)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{text})(?!\S)")


_FULL, _SHORT, _MONTH = _any(_WEEKDAYS), _any(_SHORT_DAYS), _any(_MONTHS)
_BEFORE = rf"{_ON}(?:(?:{_FULL}|{_SHORT}) )?"
"""What may stand before a day of the calendar: "le mardi", "on Tuesday"."""
_NUMBER = r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4}|\d{2})"
_PART = r"(?: (?:matin|midi|soir|apres midi|aprem|morning|afternoon|evening))?"
_FIXED: tuple[tuple[str, Callable[[date], date]], ...] = (
    (r"in a fortnight", lambda today: today + timedelta(days=14)),
    (r"dans une quinzaine(?: de jours)?", lambda today: today + timedelta(days=15)),
    (r"avant hier|(?:the )?day before yesterday", lambda today: today - timedelta(days=2)),
    (r"apres demain|(?:the )?day after tomorrow", lambda today: today + timedelta(days=2)),
    (rf"(?:hier|yesterday){_PART}|last night", lambda today: today - timedelta(days=1)),
    (rf"(?:des )?(?:demain|tomorrow){_PART}", lambda today: today + timedelta(days=1)),
    (TODAY, lambda today: today),
    (r"(?:la )?semaine (?:derniere|passee)|last week", lambda today: today - timedelta(days=7)),
    (r"(?:le )?mois dernier|last month", lambda today: add_months(today, -1)),
    (r"(?:la )?semaine prochaine|next week", lambda today: today + timedelta(days=7 - today.weekday())),
    (r"(?:le )?mois prochain|next month", lambda today: add_months(today, 1)),
    (r"(?:en )?fin de semaine|(?:(?:at|by) the )?end of (?:the )?week", _end_of_week),
    (r"(?:a la |en )?fin (?:du|de) mois|(?:(?:at|by) the )?end of (?:the )?month", _end_of_month),
)
"""Days counted from today."""


def _fixed_reader(day_of: Callable[[date], date]) -> Reader:
    return lambda match, today, _: _fixed(day_of(today), today)


def _named(match: re.Match[str], today: date, month_first: bool) -> Reading:
    return _month_day(int(match["day"]), _MONTHS[match["month"]], match["year"], today)


def _iso(match: re.Match[str], today: date, month_first: bool) -> Reading:
    return _fixed(date(int(match["year"]), int(match["month"]), int(match["day"])), today)


_PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        _pattern(
            rf"{_BEFORE}(?P<day>\d{{1,2}}){_ORDINAL}(?: of)? (?P<month>{_MONTH})(?: (?P<year>\d{{4}}))?"
        ),
        _named,
    ),
    (
        _pattern(
            rf"{_BEFORE}(?P<month>{_MONTH}) (?:the )?(?P<day>\d{{1,2}}){_ORDINAL}(?: (?P<year>\d{{4}}))?"
        ),
        _named,
    ),
    (_pattern(rf"{_ON}(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})"), _iso),
    (_pattern(_BEFORE + _NUMBER), _numeric),
    (_pattern(rf"{_BEFORE}(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})"), _numeric),
    (_pattern(rf"(?:il y a|ca fait) {_COUNT} ?{_UNIT}"), lambda m, today, _: _moved(m, today, -1)),
    (_pattern(rf"{_COUNT} ?{_UNIT} (?:ago|plus tot|earlier)"), lambda m, today, _: _moved(m, today, -1)),
    (_pattern(rf"(?:dans|d'ici|sous|in|within) {_COUNT} ?{_UNIT}"), lambda m, today, _: _moved(m, today, 1)),
    *((_pattern(words), _fixed_reader(day_of)) for words, day_of in _FIXED),
    (
        _pattern(rf"(?:(?:next|last) |{_ON})(?P<name>{_FULL})(?: (?:prochain|dernier|passe))?{_PART}"),
        lambda m, today, _: _weekday(m, today, _WEEKDAYS[m["name"]]),
    ),
    (
        _pattern(rf"(?:next|last|le|on|ce|this) (?P<name>{_SHORT})(?: (?:prochain|dernier))?"),
        lambda m, today, _: _weekday(m, today, _SHORT_DAYS[m["name"]]),
    ),
    (
        _pattern(rf"(?P<name>{_SHORT})"),
        lambda m, today, _: _weekday(m, today, _SHORT_DAYS[m["name"]], weak=True),
    ),
    (_pattern(rf"(?:le|on the) (?P<day>\d{{1,2}}){_ORDINAL}"), _of_month),
)
"""What a day looks like, the longest first: a place that is taken is not read again."""
