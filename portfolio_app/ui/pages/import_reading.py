"""How a file of the import was read, in words, and as choices that can be corrected."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.pages import import_words as words
from portfolio_app.ui.pages.import_draft import Draft
from portfolio_app.ui.pages.import_parts import Option
from portfolio_app.ui.widgets import FlowLayout

_NUMBERS = frozenset({"money", "quantity", "percent", "number", "probability"})
_TEXT = frozenset({"csv", "fixed"})
"""Kinds of file in which encoding, separator and the decimal sign have to be found out."""


def about(draft: Draft) -> str:
    """ "1,284 rows · Windows-1252 · semicolon ; · decimal comma 1,5": how the file was read."""
    if draft.reading is None:
        return ""
    source = draft.reading.source
    dialect, mapping = source.table.dialect, source.mapping
    translate = QCoreApplication.translate
    count = draft.rows
    rows = words.grouped(translate("ImportWords", "%n row(s)", None, count), count)
    if dialect.kind == "xlsx":
        parts = [rows, translate("ImportWords", "sheet “{name}”").format(name=dialect.sheet)]
    else:
        separator = "fixed" if dialect.kind == "fixed" else dialect.delimiter
        parts = [rows, words.encoding_name(dialect.encoding), words.word(words.DELIMITERS, separator)]
    if mapping.decimal is not None and dialect.kind != "xlsx":
        shown = words.word(words.DECIMALS, mapping.decimal)
        parts.append(translate("ImportWords", "decimal {sign}").format(sign=shown))
    return " · ".join(parts)


def left_out(draft: Draft) -> str:
    """What address cards hold that no book keeps, "" when there is nothing."""
    counts = draft.reading.source.table.left_out if draft.reading is not None else {}
    pictures, other = counts.get("pictures", 0), counts.get("other", 0)
    translate = QCoreApplication.translate
    parts = []
    if pictures:
        parts.append(words.grouped(translate("ImportWords", "%n picture(s)", None, pictures), pictures))
    if other:
        parts.append(words.grouped(translate("ImportWords", "%n other line(s)", None, other), other))
    if not parts:
        return ""
    return translate("ImportWords", "Left out: {what}.").format(what=", ".join(parts))


def unread_sheets(draft: Draft) -> str:
    """Which sheets of a workbook are not imported, "" when there is none: one goes at a time."""
    if draft.reading is None:
        return ""
    read = draft.reading.source.table.dialect.sheet
    others = [sheet for sheet in draft.reading.sheets if sheet != read]
    if not others:
        return ""
    text = QCoreApplication.translate(
        "ImportWords",
        "Not read: %n other sheet(s), {names}. One sheet is imported at a time.",
        None,
        len(others),
    )
    return text.format(names=", ".join(others))


class ReadingBar(QWidget):
    """What was found out about a file, each thing a list to choose another one from."""

    chosen = Signal(str, object)
    """(option, value)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.options = {
            "encoding": Option(self.tr("Encoding")),
            "delimiter": Option(self.tr("Separator")),
            "sheet": Option(self.tr("Sheet")),
            "has_header": Option(self.tr("First line")),
            "decimal": Option(self.tr("Decimal sign")),
            "date_order": Option(self.tr("Dates")),
        }
        flow = FlowLayout(self, theme.S)
        for name, option in self.options.items():
            flow.addWidget(option)
            option.chosen.connect(partial(self.chosen.emit, name))

    def show_draft(self, draft: Draft) -> None:
        """Show what applies to this file."""
        if draft.reading is None:
            return
        source = draft.reading.source
        dialect, mapping = source.table.dialect, source.mapping
        is_text = dialect.kind in _TEXT
        encoding = _encoding_key(dialect.encoding)
        separator = "fixed" if dialect.kind == "fixed" else dialect.delimiter
        kinds = {field.type for name in mapping.fields() if (field := mapping.field(name)) is not None}
        headers: list[tuple[str, object]] = [(words.word(words.HEADERS, k), k) for k in words.HEADERS]
        has_encoding = is_text or (dialect.kind == "vcard" and bool(dialect.encoding))
        self._offer(draft, "encoding", _listed(words.ENCODINGS, encoding) if has_encoding else [], encoding)
        self._offer(draft, "delimiter", _listed(words.DELIMITERS, separator) if is_text else [], separator)
        self._offer(draft, "sheet", [(name, name) for name in draft.reading.sheets], dialect.sheet)
        self._offer(draft, "has_header", [] if dialect.kind == "vcard" else headers, dialect.has_header)
        decimals = self._automatic(words.DECIMALS, mapping.decimal) if is_text and kinds & _NUMBERS else []
        self._offer(draft, "decimal", decimals, mapping.decimal)
        orders = self._automatic(words.DATE_ORDERS, mapping.date_order) if "date" in kinds else []
        self._offer(draft, "date_order", orders, mapping.date_order)

    def _automatic(self, table: Mapping[str, object], current: str | None) -> list[tuple[str, object]]:
        choices = _listed(table, current)
        return [(self.tr("automatic"), None), *choices] if current is None else choices

    def _offer(self, draft: Draft, option: str, choices: list[tuple[str, object]], current: object) -> None:
        """Show an option, saying of the value found in the file that it was found there."""
        if option not in draft.options and option not in ("sheet", "has_header"):
            found = self.tr("{choice} (detected)")
            choices = [
                (found.format(choice=text) if value == current and value is not None else text, value)
                for text, value in choices
            ]
        self.options[option].offer(choices, current)


def _encoding_key(code: str) -> str:
    plain = code.lower().replace("_", "-").replace("utf-8-sig", "utf-8").replace("windows-1252", "cp1252")
    return next((wide for wide in ("utf-16", "utf-32") if plain.startswith(wide)), plain)


def _listed(table: Mapping[str, object], current: str | None) -> list[tuple[str, object]]:
    """(text, value) of a table of words; a current value that is not among them comes first."""
    choices: list[tuple[str, object]] = [(words.word(table, key), key) for key in table]
    if current is not None and current not in table:
        choices.insert(0, (current, current))
    return choices
