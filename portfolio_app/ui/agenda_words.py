"""Words for when something comes: how often, and at which time of which place."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QTimeZone

from portfolio_app.models.enums import RepeatUnit
from portfolio_app.ui import i18n


def repetition(every: int | None, unit: str, until: date | None) -> str:
    """ "every 2 weeks, until 3 March 2027", or "" for what comes once."""
    if not every:
        return ""
    words = {
        RepeatUnit.DAY.value: QCoreApplication.translate("Repetition", "every %n day(s)", "", every),
        RepeatUnit.WEEK.value: QCoreApplication.translate("Repetition", "every %n week(s)", "", every),
        RepeatUnit.MONTH.value: QCoreApplication.translate("Repetition", "every %n month(s)", "", every),
        RepeatUnit.YEAR.value: QCoreApplication.translate("Repetition", "every %n year(s)", "", every),
    }.get(unit, "")
    if not words or until is None:
        return words
    until_words = QCoreApplication.translate("Repetition", "{every}, until {day}")
    return until_words.format(every=words, day=i18n.long_date(until))


def at_time(due_time: str, time_zone: str) -> str:
    """ "14:30", with its time zone where that is not the one of this machine; "" for a whole day."""
    if not due_time or not time_zone or time_zone == local_zone():
        return due_time
    return f"{due_time} ({time_zone})"


def local_zone() -> str:
    """The time zone of this machine, by its IANA name."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
