"""Times of day and durations as they are said in a quick note, in a line of folded words."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """A number at `start` to `end` of the line: minutes of a duration, or of a time of day counted from midnight.

    `led`: a word such as "at" before it says that it is a time.
    """

    start: int
    end: int
    minutes: int
    led: bool = False


def times_said(line: str) -> list[Span]:
    """The times of day in a line: 14h30, 14:30, 2 pm, at noon. Of "1h30" the reader must judge what it is."""
    found = []
    for match in _TIME.finditer(line):
        if match["noon"] and not match["led"]:
            continue
        hour = 12 if match["noon"] else int(match["hour"] or match["hour2"] or match["hour3"])
        minute = int(match["minute"] or match["minute2"] or match["minute3"] or 0)
        half = match["half"] or match["half3"]
        if half is not None and not 1 <= hour <= 12:
            continue
        if half is not None:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60:
            found.append(Span(match.start(), match.end(), hour * 60 + minute, led=match["led"] is not None))
    return found


def durations_said(line: str) -> list[Span]:
    """The durations in a line: 15 min, 1h30, 2 hours, half an hour; none of nothing or of more than a day."""
    found = []
    for match in _DURATION.finditer(line):
        minutes = _minutes(match)
        if 0 < minutes <= 24 * 60:
            found.append(Span(match.start(), match.end(), minutes))
    return found


def waits_said(line: str) -> list[Span]:
    """What is to be waited, of less than a day: "dans 2 heures", "in 30 min"."""
    found = []
    for match in _WAIT.finditer(line):
        minutes = _minutes(match)
        if 0 < minutes < 24 * 60:
            found.append(Span(match.start(), match.end(), minutes, led=True))
    return found


def _minutes(match: re.Match[str]) -> int:
    if match["words"]:
        words = match["words"]
        if "quart" in words or "quarter" in words:
            return 15
        if words.startswith(("half", "une demi", "demi")):
            return 30
        return 90 if words.endswith(("demie", "half")) else 60
    if match["only"]:
        return int(match["only"])
    if match["decimal"]:
        return round(float(match["decimal"].replace(",", ".")) * 60)
    return int(match["hours"]) * 60 + int(match["rest"] or 0)


_TIME = re.compile(
    r"(?<!\S)(?P<led>(?:a|at|vers|around|about|@|des|from) )?"
    r"(?:(?P<hour>\d{1,2}) ?h ?(?P<minute>\d{2})?"
    r"|(?P<hour2>\d{1,2}):(?P<minute2>\d{2})(?: ?(?P<half>am|pm))?"
    r"|(?P<hour3>\d{1,2})(?:[.:](?P<minute3>\d{2}))? ?(?P<half3>am|pm)"
    r"|(?P<noon>midi|noon))(?!\S)"
)
_LENGTH = (
    r"(?P<only>\d{1,4}) ?(?:min|mn|mins|minutes?|')"
    r"|(?P<decimal>\d{1,2}[.,]\d{1,2}) ?(?:h|heures?|hours?|hrs?)"
    r"|(?P<hours>\d{1,2}) ?(?:h|heures?|hours?|hrs?)"
    r"(?: ?(?:et |and )?(?P<rest>[0-5]\d)(?: ?(?:min|mn|mins|minutes?))?)?"
    r"|(?P<words>une heure et demie|an hour and a half|une demi heure|demi heure|half an hour|une heure|an hour|"
    r"un quart d'heure|a quarter of an hour|quarter of an hour)"
)
_DURATION = re.compile(
    rf"(?<!\S)(?<!dans )(?<!sous )(?<!in )(?<!within )(?:(?:pendant|durant|for) )?(?:{_LENGTH})(?!\S)"
)
_WAIT = re.compile(rf"(?<!\S)(?:dans|d'ici|sous|in|within) (?:{_LENGTH})(?!\S)")
