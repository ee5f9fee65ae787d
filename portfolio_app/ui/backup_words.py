"""The words of backups: why one was made, when, how large, and what has changed since."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from portfolio_app.ui import i18n
from portfolio_app.ui.i18n import NBSP

if TYPE_CHECKING:
    from portfolio_app.services.backups import Difference

REASONS = {
    "migration": QT_TRANSLATE_NOOP("BackupWords", "Before an update of the program"),
    "import": QT_TRANSLATE_NOOP("BackupWords", "Before an import"),
    "merge": QT_TRANSLATE_NOOP("BackupWords", "Before a merge"),
    "erase": QT_TRANSLATE_NOOP("BackupWords", "Before erasing a person"),
    "restore": QT_TRANSLATE_NOOP("BackupWords", "Before a restore"),
    "periodic": QT_TRANSLATE_NOOP("BackupWords", "While you worked"),
    "close": QT_TRANSLATE_NOOP("BackupWords", "On closing"),
    "manual": QT_TRANSLATE_NOOP("BackupWords", "On demand"),
    "passphrase": QT_TRANSLATE_NOOP("BackupWords", "Before a change of passphrase"),
}
_DIFFERENCES = {
    "client": (
        QT_TRANSLATE_NOOP("BackupWords", "%n client(s) added"),
        QT_TRANSLATE_NOOP("BackupWords", "%n client(s) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n client(s) changed"),
    ),
    "contact": (
        QT_TRANSLATE_NOOP("BackupWords", "%n contact(s) added"),
        QT_TRANSLATE_NOOP("BackupWords", "%n contact(s) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n contact(s) changed"),
    ),
    "interaction": (
        QT_TRANSLATE_NOOP("BackupWords", "%n touch(es) logged"),
        QT_TRANSLATE_NOOP("BackupWords", "%n touch(es) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n touch(es) changed"),
    ),
    "sale": (
        QT_TRANSLATE_NOOP("BackupWords", "%n sale(s) added"),
        QT_TRANSLATE_NOOP("BackupWords", "%n sale(s) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n sale(s) changed"),
    ),
    "product": (
        QT_TRANSLATE_NOOP("BackupWords", "%n product(s) added"),
        QT_TRANSLATE_NOOP("BackupWords", "%n product(s) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n product(s) changed"),
    ),
    "follow_up": (
        QT_TRANSLATE_NOOP("BackupWords", "%n follow-up(s) planned"),
        QT_TRANSLATE_NOOP("BackupWords", "%n follow-up(s) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n follow-up(s) changed"),
    ),
    "consent": (
        QT_TRANSLATE_NOOP("BackupWords", "%n consent(s) noted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n consent(s) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n consent(s) changed"),
    ),
    "deal": (
        QT_TRANSLATE_NOOP("BackupWords", "%n deal(s) added"),
        QT_TRANSLATE_NOOP("BackupWords", "%n deal(s) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n deal(s) changed"),
    ),
    "survey_answer": (
        QT_TRANSLATE_NOOP("BackupWords", "%n survey answer(s) added"),
        QT_TRANSLATE_NOOP("BackupWords", "%n survey answer(s) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n survey answer(s) changed"),
    ),
    "key_date": (
        QT_TRANSLATE_NOOP("BackupWords", "%n key date(s) added"),
        QT_TRANSLATE_NOOP("BackupWords", "%n key date(s) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n key date(s) changed"),
    ),
    "plan": (
        QT_TRANSLATE_NOOP("BackupWords", "%n plan(s) added"),
        QT_TRANSLATE_NOOP("BackupWords", "%n plan(s) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n plan(s) changed"),
    ),
    "enrolment": (
        QT_TRANSLATE_NOOP("BackupWords", "%n client(s) put into plans"),
        QT_TRANSLATE_NOOP("BackupWords", "%n enrolment(s) in plans deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n enrolment(s) in plans changed"),
    ),
    "custom_field": (
        QT_TRANSLATE_NOOP("BackupWords", "%n custom field(s) added"),
        QT_TRANSLATE_NOOP("BackupWords", "%n custom field(s) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n custom field(s) changed"),
    ),
    "client_group": (
        QT_TRANSLATE_NOOP("BackupWords", "%n group(s) added"),
        QT_TRANSLATE_NOOP("BackupWords", "%n group(s) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n group(s) changed"),
    ),
    "segmentation": (
        QT_TRANSLATE_NOOP("BackupWords", "%n segmentation(s) added"),
        QT_TRANSLATE_NOOP("BackupWords", "%n segmentation(s) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n segmentation(s) changed"),
    ),
    "segment": (
        QT_TRANSLATE_NOOP("BackupWords", "%n segment(s) added"),
        QT_TRANSLATE_NOOP("BackupWords", "%n segment(s) deleted"),
        QT_TRANSLATE_NOOP("BackupWords", "%n segment(s) changed"),
    ),
}
_OTHERS = (
    QT_TRANSLATE_NOOP("BackupWords", "%n other record(s) added"),
    QT_TRANSLATE_NOOP("BackupWords", "%n other record(s) deleted"),
    QT_TRANSLATE_NOOP("BackupWords", "%n other record(s) changed"),
)


def reason(code: str) -> str:
    """Why a backup was made; the code itself when it has no words."""
    words = REASONS.get(code)
    return QCoreApplication.translate("BackupWords", str(words)) if words is not None else code


def moment(at: datetime, today: date | None = None) -> str:
    """ "21 Nov 2026, 18:04" in local time; with `today`, "today, 18:04" and "yesterday, 18:04"."""
    local = at.astimezone()
    day = i18n.day_month_year(local.date())
    if today is not None and 0 <= (today - local.date()).days <= 1:
        words = (
            QCoreApplication.translate("BackupWords", "Today"),
            QCoreApplication.translate("BackupWords", "Yesterday"),
        )
        day = words[(today - local.date()).days]
    return f"{day}, {i18n.clock(local)}"


def size(count: int) -> str:
    """ "1.2 MB"."""
    form = QLocale.DataSizeFormat.DataSizeSIFormat
    digits = 0 if count < 10**6 else 1
    return i18n.locale().formattedDataSize(count, digits, form).replace(" ", NBSP)


def differences(found: Mapping[str, Difference]) -> list[str]:
    """What was done since the backup, a sentence per kind of record: what a restore would take back.

    `found` counts what the restore would do, so what it would remove was added since.
    """
    lines = []
    others = [0, 0, 0]
    for kind, sentences in _DIFFERENCES.items():
        if kind in found:
            counts = _since(found[kind])
            lines += [_counted(words, n) for words, n in zip(sentences, counts, strict=True) if n]
    for kind, difference in found.items():
        if kind not in _DIFFERENCES:
            others = [a + b for a, b in zip(others, _since(difference), strict=True)]
    lines += [_counted(words, n) for words, n in zip(_OTHERS, others, strict=True) if n]
    return lines


def _since(difference: Difference) -> tuple[int, int, int]:
    """(added, deleted, changed) since the backup."""
    return difference.removed, difference.added, difference.changed


def _counted(words: object, count: int) -> str:
    text = QCoreApplication.translate("BackupWords", str(words), None, count)
    return text.replace(str(count), i18n.number(count), 1)
