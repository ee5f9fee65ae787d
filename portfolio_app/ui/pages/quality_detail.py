"""One check: what it means, whom it found, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.item_models.cells import Cell
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages import quality_calls
from portfolio_app.ui.pages import quality_words as words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.quality_fix import FixPanel
from portfolio_app.ui.widgets import Card, EmptyState, button, text_label
from portfolio_app.ui.widgets.fields import NumberEdit
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.quality import CheckResult
    from portfolio_app.services.quality_rows import QualityRow

WAIT_MS = 700
MONTHS = (1, 120)
SELF_EVIDENT = frozenset({
    "unreachable", "no_place", "no_sector", "no_reference", "no_siret", "placeholder", "no_contact", "never_contacted",
    "prospect_bought", "former_planned", "duplicates",
})  # fmt: skip
"""Checks of which no more is to be said of a client than that it was found."""
WHAT = 2
"""The column that says what was found."""


class CheckDetail(Card):
    """The clients of a check, or in their place what mending them would change."""

    open_requested = Signal(str, object)
    compare_requested = Signal()
    """The duplicates are to be compared, side by side."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, margin=theme.M)
        self.context = context
        self.code = ""
        self._check: CheckResult | None = None
        self._months = 0
        self._meaning = text_label("", "muted", wrap=True)
        self.body.addWidget(self._meaning)
        self.body.addLayout(self._make_bar())
        self.body.addWidget(self._make_months())
        self._stack = QStackedWidget()
        self.model = LazyTableModel(context.operations, self._fetch, self._columns(), self)
        self.table = LazyTableView(self.model, self.tr("Clients this check found"))
        self.table.setSortingEnabled(False)
        self.table.activated_id.connect(lambda client: self.open_requested.emit("client", client))
        self._stack.addWidget(self.table)
        self._fine = EmptyState("check", self.tr("Nothing to mend"))
        self._stack.addWidget(self._fine)
        self.body.addWidget(self._stack, 1)
        self.fix = FixPanel(context)
        self.fix.closed.connect(self._show_clients)
        self._stack.addWidget(self.fix)

    def show_check(self, code: str, check: CheckResult | None, months: int) -> None:
        """Show a check and what it found; None where it is switched off."""
        is_other = code != self.code
        self.code, self._check = code, check
        self.set_title(words.title(code))
        self._meaning.setText(words.meaning(code))
        count = 0 if check is None else check.count
        self._list_button.setVisible(count > 0)
        self._fix_button.setText(words.fix(code))
        self._fix_button.setVisible(bool(count and check is not None and check.has_fix))
        self._compare_button.setVisible(bool(count) and code == "duplicates")
        self._switch.setText(self.tr("Check this again") if check is None else self.tr("Doesn’t matter here"))
        self._delay.setVisible(code == "stale" and check is not None)
        self._show_months(months)
        self.table.setColumnHidden(WHAT, code in SELF_EVIDENT)
        self.model.set_ids(check.client_ids if check is not None else ())
        self.table.stretch()
        if is_other or self._stack.currentWidget() is not self.fix:
            self._show_clients()

    def open_fix(self) -> None:
        """Show what mending would change."""
        if self._check is not None and self._check.has_fix:
            self._stack.setCurrentWidget(self.fix)
            self._set_bar(False)
            self.fix.propose(self.code)

    def _show_clients(self) -> None:
        has_some = bool(self.model.ids)
        self._stack.setCurrentWidget(self.table if has_some else self._fine)
        self._set_bar(True)

    def _set_bar(self, is_shown: bool) -> None:
        """Whether the buttons and the explanation stand there; what mending changes explains itself."""
        self._bar.setVisible(is_shown)
        self._meaning.setVisible(is_shown)

    def _show_months(self, months: int) -> None:
        self._months = months
        if not self.months.hasFocus():
            was_blocked = self.months.blockSignals(True)
            self.months.setValue(months)
            self.months.blockSignals(was_blocked)

    # Building

    def _make_bar(self) -> QVBoxLayout:
        holder = QVBoxLayout()
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        self._fix_button = button("", self.open_fix, variant="primary", small=True)
        self._compare_button = button(
            self.tr("Compare them"), self.compare_requested.emit, variant="primary", small=True
        )
        self._list_button = button(self.tr("Show in the client list"), self._list, icon="clients", small=True)
        self._switch = button("", self._toggle, variant="ghost", small=True)
        for each in (self._fix_button, self._compare_button, self._list_button):
            row.addWidget(each)
        row.addStretch()
        row.addWidget(self._switch)
        holder.addWidget(self._bar)
        return holder

    def _make_months(self) -> QWidget:
        self._delay = QWidget()
        row = QHBoxLayout(self._delay)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        label = text_label(self.tr("A record is old after"))
        self.months = NumberEdit(*MONTHS, 12, self.tr(" months"))
        self.months.setAccessibleName(self.tr("Months after which a record is old"))
        self.months.setMinimumWidth(110)
        label.setBuddy(self.months)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._save_months)
        self.months.valueChanged.connect(lambda _: self._timer.start())
        self.months.editingFinished.connect(self._save_months)
        row.addWidget(label)
        row.addWidget(self.months)
        row.addStretch()
        return self._delay

    def _columns(self) -> list[Column]:
        return [
            Column(
                "name",
                self.tr("Client"),
                lambda row: row.name,
                style="strong",
                width=170,
                stretch=True,
                least=130,
            ),
            Column("city", self.tr("City"), lambda row: row.city, style="muted", width=120),
            Column("what", self.tr("What"), self._what, width=290),
        ]

    def _what(self, row: QualityRow) -> Cell:
        return " · ".join(words.detail_text(each) for each in row.details)

    def _fetch(self, book: Any, ids: list[int]) -> dict[int, QualityRow]:
        return quality_calls.fetch_rows(book, self.code, ids, self.context.today())

    # Doing

    def _list(self) -> None:
        if self._check is not None:
            item = {"ids": self._check.client_ids, "title": words.title(self.code)}
            self.open_requested.emit("clients", item)

    def _toggle(self) -> None:
        switch = (self.code, self._check is None)
        self.context.operations.run(self, quality_calls.choose, switch=switch)

    def _save_months(self) -> None:
        self._timer.stop()
        months = self.months.value()
        if months != self._months:
            self._months = months
            self.context.operations.run(self, quality_calls.choose, months=months, announce=False)
