"""The words of the Export page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.ui import i18n, messages
from portfolio_app.ui.pages.export_calls import NOT_COUNTED, Scope

_SHEETS = {
    "summary": QT_TRANSLATE_NOOP("ExportSheets", "Summary"),
    "concentration": QT_TRANSLATE_NOOP("ExportSheets", "Concentration"),
    "clients": QT_TRANSLATE_NOOP("ExportSheets", "Clients"),
    "contacts": QT_TRANSLATE_NOOP("ExportSheets", "Contacts"),
    "sales": QT_TRANSLATE_NOOP("ExportSheets", "Sales"),
    "interactions": QT_TRANSLATE_NOOP("ExportSheets", "Interactions"),
    "follow_ups": QT_TRANSLATE_NOOP("ExportSheets", "Follow-ups"),
    "deals": QT_TRANSLATE_NOOP("ExportSheets", "Deals"),
    "survey_answers": QT_TRANSLATE_NOOP("ExportSheets", "Survey answers"),
    "key_dates": QT_TRANSLATE_NOOP("ExportSheets", "Key dates"),
    "plans": QT_TRANSLATE_NOOP("ExportSheets", "Plans"),
}
SHEETS = tuple(_SHEETS)
TABLES = tuple(code for code in _SHEETS if code not in ("summary", "concentration"))


@dataclass(frozen=True)
class CardWords:
    """A kind of file: its name, what is in it, the ending of its name, what a dialog calls it."""

    title: str
    about: str
    icon: str
    suffix: str
    files: str


_CARDS = {
    "workbook": CardWords(
        str(QT_TRANSLATE_NOOP("ExportCards", "Excel workbook")),
        str(
            QT_TRANSLATE_NOOP(
                "ExportCards",
                "Key figures with charts, then clients, sales and all the rest, sheet by sheet. Edited and saved, it "
                "can be compared with the book on the Import page.",
            )
        ),
        "analysis",
        ".xlsx",
        str(QT_TRANSLATE_NOOP("ExportCards", "Excel workbook (*.xlsx)")),
    ),
    "csv": CardWords(
        str(QT_TRANSLATE_NOOP("ExportCards", "Tables (CSV)")),
        str(
            QT_TRANSLATE_NOOP(
                "ExportCards",
                "Plain tables for any other program: one kind of record in a file, or all of them in an archive.",
            )
        ),
        "columns",
        ".csv",
        str(QT_TRANSLATE_NOOP("ExportCards", "CSV file (*.csv)")),
    ),
    "cards": CardWords(
        str(QT_TRANSLATE_NOOP("ExportCards", "Address cards (vCard)")),
        str(
            QT_TRANSLATE_NOOP(
                "ExportCards",
                "Clients and contacts for the address book of a phone or a mail program. Written again, the same cards "
                "are renewed, not doubled.",
            )
        ),
        "person",
        ".vcf",
        str(QT_TRANSLATE_NOOP("ExportCards", "Address cards (*.vcf)")),
    ),
    "calendar": CardWords(
        str(QT_TRANSLATE_NOOP("ExportCards", "Calendar")),
        str(
            QT_TRANSLATE_NOOP(
                "ExportCards",
                "What is planned and what falls due in the next 60 days, for any calendar program.",
            )
        ),
        "calendar",
        ".ics",
        str(QT_TRANSLATE_NOOP("ExportCards", "Calendar (*.ics)")),
    ),
    "sheets": CardWords(
        str(QT_TRANSLATE_NOOP("ExportCards", "Client sheets (PDF)")),
        str(
            QT_TRANSLATE_NOOP(
                "ExportCards",
                "One after the other, to print or to take along: details, contacts, what is open, sales, what was "
                "said.",
            )
        ),
        "letter",
        ".pdf",
        str(QT_TRANSLATE_NOOP("ExportCards", "PDF document (*.pdf)")),
    ),
    "report": CardWords(
        str(QT_TRANSLATE_NOOP("ExportCards", "Report (PDF)")),
        str(
            QT_TRANSLATE_NOOP(
                "ExportCards",
                "The whole book on two pages: key figures explained, revenue by month and by segment, the first "
                "clients, whom to contact now.",
            )
        ),
        "book",
        ".pdf",
        str(QT_TRANSLATE_NOOP("ExportCards", "PDF document (*.pdf)")),
    ),
    "copy": CardWords(
        str(QT_TRANSLATE_NOOP("ExportCards", "Full copy (JSON)")),
        str(
            QT_TRANSLATE_NOOP(
                "ExportCards",
                "Every record of the book, whole, in an open format. Taken in again on the Import page, it makes the "
                "same book.",
            )
        ),
        "copy",
        ".json",
        str(QT_TRANSLATE_NOOP("ExportCards", "Full copy (*.json)")),
    ),
    "template": CardWords(
        str(QT_TRANSLATE_NOOP("ExportCards", "Blank forms")),
        str(
            QT_TRANSLATE_NOOP(
                "ExportCards",
                "A workbook to fill in and import, with lists to choose from; or a form for new prospects, to print.",
            )
        ),
        "edit",
        ".xlsx",
        str(QT_TRANSLATE_NOOP("ExportCards", "Excel workbook (*.xlsx)")),
    ),
}
KINDS = tuple(_CARDS)
ARCHIVE = str(QT_TRANSLATE_NOOP("ExportCards", "Archive of CSV files (*.zip)"))


def card(kind: str) -> CardWords:
    """The words of a kind of file, in the language in use."""
    words = _CARDS[kind]
    return CardWords(_tr(words.title), _tr(words.about), words.icon, words.suffix, _tr(words.files))


def file_filter(kind: str, suffix: str) -> str:
    """What a file dialog shows for a kind of file."""
    named = {".zip": ARCHIVE, ".pdf": _CARDS["sheets"].files}
    return _tr(named.get(suffix, _CARDS[kind].files))


def sheet(code: str) -> str:
    """What a sheet, or a table, is called."""
    return QCoreApplication.translate("ExportSheets", str(_SHEETS[code]))


def scope(choice: Scope) -> str:
    """Some clients to choose, with how many they are."""
    count = i18n.number(choice.count) if choice.count != NOT_COUNTED else "…"
    if choice.kind == "all":
        return QCoreApplication.translate("ExportScopes", "All clients ({count})").format(count=count)
    if choice.kind == "listed":
        return QCoreApplication.translate("ExportScopes", "As listed on the Clients page ({count})").format(
            count=count
        )
    if choice.kind == "selected":
        return QCoreApplication.translate("ExportScopes", "Selected on the Clients page ({count})").format(
            count=count
        )
    if choice.kind == "segment":
        named = messages.segment_name(choice.key, choice.name)
        return QCoreApplication.translate("ExportScopes", "Segment: {name} ({count})").format(
            name=named, count=count
        )
    if choice.kind == "group":
        return QCoreApplication.translate("ExportScopes", "Group: {name} ({count})").format(
            name=choice.name, count=count
        )
    return QCoreApplication.translate("ExportScopes", "Chosen: {name} ({count})").format(
        name=choice.name, count=count
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportCards", text)
