"""Whom the rows of an import are about: the rules of recognising known clients, and each row they found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.field_names import field_label
from portfolio_app.ui.item_models.cells import BadgeCell
from portfolio_app.ui.item_models.lazy_table import BLOCK, Column, LazyTableModel
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import history_words
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import FlowLayout, clear_layout, scrolling, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.import_ import ImportReport, Mapping, Match, MatchRules

KEYS = {
    "reference": QT_TRANSLATE_NOOP("ImportMatch", "reference"),
    "siret": QT_TRANSLATE_NOOP("ImportMatch", "SIRET"),
    "vat": QT_TRANSLATE_NOOP("ImportMatch", "VAT number"),
    "email": QT_TRANSLATE_NOOP("ImportMatch", "e-mail"),
    "phone": QT_TRANSLATE_NOOP("ImportMatch", "phone"),
    "name_place": QT_TRANSLATE_NOOP("ImportMatch", "name and place"),
    "fuzzy": QT_TRANSLATE_NOOP("ImportMatch", "similar name, same place"),
}
"""What known clients can be recognised by, in the service's order."""
POLICIES = {
    "overwrite": QT_TRANSLATE_NOOP("ImportMatch", "replace what differs"),
    "fill": QT_TRANSLATE_NOOP("ImportMatch", "only complete the blanks"),
    "skip": QT_TRANSLATE_NOOP("ImportMatch", "ignore their rows"),
    "create": QT_TRANSLATE_NOOP("ImportMatch", "create them anew"),
    "ask": QT_TRANSLATE_NOOP("ImportMatch", "decide one by one"),
}
ACTIONS: dict[str, tuple[object, Tone]] = {
    "overwrite": (QT_TRANSLATE_NOOP("ImportMatch", "replace"), "accent"),
    "fill": (QT_TRANSLATE_NOOP("ImportMatch", "complete"), "good"),
    "skip": (QT_TRANSLATE_NOOP("ImportMatch", "ignore"), "neutral"),
    "create": (QT_TRANSLATE_NOOP("ImportMatch", "create anew"), "warn"),
    "ask": (QT_TRANSLATE_NOOP("ImportMatch", "to decide"), "danger"),
}
DECISION = QT_TRANSLATE_NOOP("ImportMatch", "your decision")
DETAILS_WIDTH = 330


def _word(text: object) -> str:
    return QCoreApplication.translate("ImportMatch", str(text))


def key_word(key: str) -> str:
    """What a client was recognised by."""
    return _word(DECISION if key == "decision" else KEYS.get(key, key))


class RulesBar(QWidget):
    """By what known clients are recognised, and what becomes of what the rows say of them."""

    chosen = Signal(object)
    """The new `MatchRules`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = FlowLayout(self, theme.S)
        label = text_label(self.tr("Known clients are recognised by"), "muted")
        layout.addWidget(label)
        self.keys: dict[str, QCheckBox] = {}
        for key in KEYS:
            box = QCheckBox(key_word(key))
            box.clicked.connect(self._tell)
            self.keys[key] = box
            layout.addWidget(box)
        self.policy = QComboBox()
        self.policy.setAccessibleName(self.tr("What becomes of rows about known clients"))
        for policy, text in POLICIES.items():
            self.policy.addItem(_word(text), policy)
        self.policy.activated.connect(self._tell)
        for item in (label, *self.keys.values()):
            item.setMinimumHeight(self.policy.sizeHint().height())
        then = QWidget()
        row = QHBoxLayout(then)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        row.addWidget(text_label(self.tr("What the file says of them:"), "muted"))
        row.addWidget(self.policy)
        layout.addWidget(then)

    def show_rules(self, rules: MatchRules) -> None:
        """Show these."""
        for key, box in self.keys.items():
            box.setChecked(key in rules.keys)
        self.policy.setCurrentIndex(self.policy.findData(rules.policy))

    def _tell(self) -> None:
        from portfolio_app.services.import_ import MatchRules

        keys = tuple(key for key, box in self.keys.items() if box.isChecked())
        self.chosen.emit(MatchRules(keys, self.policy.currentData()))


@dataclass(frozen=True)
class MatchRow:
    """A row about a known client, in the file with that number."""

    file: int
    name: str
    match: Match
    mapping: Mapping


def matches_of(report: ImportReport) -> list[MatchRow]:
    """What waits for a decision first, then what changes a client, then the rest."""
    found = [
        MatchRow(number, file.source.path.name, match, file.source.mapping)
        for number, file in enumerate(report.files)
        for match in file.matches
    ]
    return sorted(found, key=lambda row: (row.match.action != "ask", not row.match.changes))


class MatchesPanel(QWidget):
    """Who is recognised, by what, and what changes; the selected rows can be treated in their own way."""

    decided = Signal(object, object)
    """(list of (file, line), action or None for what the rules say)"""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[MatchRow] = ()
        self._decided: Sequence[set[int]] = ()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.M)
        self.model = LazyTableModel(operations, self._fetch, self._columns(), self)
        self.table = LazyTableView(self.model, self.tr("Rows about clients already in the book"))
        self.table.setSortingEnabled(False)
        self.table.selectionModel().selectionChanged.connect(self._show_selected)
        self.table.activated_id.connect(lambda _: self.action.showPopup())
        layout.addWidget(self.table, 1)
        layout.addWidget(self._details())

    def _details(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(DETAILS_WIDTH)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        self._who = text_label("", "strong", wrap=True)
        layout.addWidget(self._who)
        lines = QWidget()
        self._changes = QVBoxLayout(lines)
        self._changes.setContentsMargins(0, 0, 0, 0)
        self._changes.setSpacing(theme.XS)
        layout.addWidget(scrolling(lines), 1)
        row = QHBoxLayout()
        label = text_label(self.tr("Selected rows:"), "muted")
        self.action = QComboBox()
        self.action.setAccessibleName(self.tr("What becomes of the selected rows"))
        self.action.addItem(self.tr("as the rules say"), None)
        for action in ("overwrite", "fill", "skip", "create"):
            self.action.addItem(_word(POLICIES[action]), action)
        self.action.activated.connect(self._decide)
        label.setBuddy(self.action)
        row.addWidget(label)
        row.addWidget(self.action, 1)
        layout.addLayout(row)
        return side

    def show_report(self, report: ImportReport) -> None:
        """Show whom a preview recognised."""
        self._rows = matches_of(report)
        self._decided = [set(file.source.decisions) for file in report.files]
        self.table.setColumnHidden(0, len(report.files) < 2)
        self.model.set_ids(range(len(self._rows)), dict(enumerate(self._rows[:BLOCK])))
        if self._rows and self.table.current_id() is None:
            self.table.select_id(0)
        self._show_selected()

    def _columns(self) -> list[Column]:
        return [
            Column("file", self.tr("File"), lambda row: row.name, width=120, style="muted"),
            Column("line", self.tr("Line"), lambda row: i18n.number(row.match.line), "right", width=56),
            Column("name", self.tr("In the file"), lambda row: row.match.name, width=130),
            Column(
                "client",
                self.tr("In the book"),
                lambda row: row.match.client,
                width=130,
                stretch=True,
                least=90,
            ),
            Column("by", self.tr("Recognised by"), _by, width=130, style="muted"),
            Column("changes", self.tr("Changes"), _change_count, "right", width=84),
            Column("action", self.tr("Then"), _action, width=104),
        ]

    def _show_selected(self) -> None:
        """The fields that change, of the row the user is on."""
        clear_layout(self._changes)
        selected = self.table.selected_ids()
        current = self.table.current_id()
        row = self._rows[current] if current is not None and current < len(self._rows) else None
        self.action.setEnabled(bool(selected))
        if row is None:
            self._who.setText("")
            return
        match = row.match
        self._who.setText(match.client)
        self.action.setCurrentIndex(
            max(0, self.action.findData(match.action)) if match.line in self._decided[row.file] else 0
        )
        if not match.changes:
            self._changes.addWidget(
                text_label(self.tr("Nothing about this client changes."), "muted", wrap=True)
            )
        for change in match.changes:
            field = row.mapping.field(change.field)
            own = field is not None and field in row.mapping.own
            title = field.title if field is not None and own else field_label(change.field)
            self._changes.addWidget(text_label(title, "caption"))
            kind = field.type if field is not None else "text"
            before, after = (
                _value(change.field, kind, text) or self.tr("(blank)")
                for text in (change.before, change.after)
            )
            self._changes.addWidget(text_label(f"{before}  →  {after}", wrap=True))
        self._changes.addStretch(1)

    def _decide(self) -> None:
        rows = [self._rows[item] for item in self.table.selected_ids()]
        if rows:
            self.decided.emit([(row.file, row.match.line) for row in rows], self.action.currentData())

    def _fetch(self, book: Any, numbers: list[int]) -> dict[int, MatchRow]:
        rows = self._rows
        return {number: rows[number] for number in numbers if number < len(rows)}


def _value(field: str, kind: str, text: str) -> str:
    """A value of a change as the user reads it: days, figures and choices in the words of the language."""
    from portfolio_app.services.history import FieldChange

    record, _, name = field.partition(".")
    value: Any = text
    try:
        if kind == "date":
            value = date.fromisoformat(text)
        elif kind in ("money", "quantity", "number"):
            amount = Decimal(text)
            return i18n.number(float(amount), 0 if amount == amount.to_integral_value() else 2)
    except (ValueError, ArithmeticError):
        pass  # nothing, or what another program left in the book
    kind = "date" if isinstance(value, date) else "text"
    return history_words.value_text(record, FieldChange(name, kind, None, value), value, "")


def _by(row: MatchRow) -> str:
    match = row.match
    if match.by == "fuzzy":
        return f"{key_word(match.by)} ({i18n.percent(match.score / 100)})"
    return key_word(match.by)


def _change_count(row: MatchRow) -> str:
    return i18n.number(len(row.match.changes)) if row.match.changes else i18n.NO_VALUE


def _action(row: MatchRow) -> BadgeCell:
    text, tone = ACTIONS[row.match.action]
    return BadgeCell(_word(text), tone)
