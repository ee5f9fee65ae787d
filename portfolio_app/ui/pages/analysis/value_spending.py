"""What winning clients cost by source, against what a new one may cost; and the amounts spent, noted here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from portfolio_app.models.money import to_units
from portfolio_app.services.fields import SPENDING_FIELDS
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.dialogs.record_form import RecordForm
from portfolio_app.ui.dialogs.record_sheets import RecordSheet
from portfolio_app.ui.dialogs.sheet import sheet_of
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.item_models.cells import ROW_HEIGHT
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages.analysis import value_words as words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import Badge, Card, button, clear_layout, line, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.analysis.acquisition import Source
    from portfolio_app.services.spending import SpendingLine
    from portfolio_app.ui.pages.analysis.value_data import Spent
    from portfolio_app.ui.theme import Tone

translate = QCoreApplication.translate
FEW = 5
"""Fewer clients won than that say little about a source."""
MOST_SOURCES = 8
HEADER, MOST_ROWS = 48, 6
_MONTH = 31


class SpendingSheet(RecordSheet):
    """One amount spent on winning clients."""

    def make_form(self) -> RecordForm:
        """Through what, when, how much."""
        labels = {"on": self.tr("Day or month"), "source": self.tr("Source (as noted at the clients)")}
        return RecordForm(
            SPENDING_FIELDS,
            ("source", ("on", "amount"), "notes"),
            self.context.today(),
            "spending",
            labels=labels,
        )

    def open_line(self, spent: SpendingLine | None, sources: tuple[str, ...]) -> None:
        """Open on an amount noted, or (None) for a new one; the sources known are proposed."""
        if spent is None:
            values: dict[str, Any] = {"on": self.context.today()}
            self.open_record(0, None, self.tr("New spending"), self.tr("Add"), values)
        else:
            values = {name: getattr(spent, name) for name in self.form.fields}
            self.open_record(0, spent.id, self.tr("Change a spending"), self.tr("Change"), values)
        self.form.fields["source"].suggest(list(sources))

    def save(self, values: dict[str, Any]) -> None:
        """Add or change it."""
        from portfolio_app.services import spending

        if self.record_id is None:
            self.write(spending.add_spending, values)
        else:
            self.write(spending.update_spending, self.record_id, values)


class SpendingCard(Card):
    """By source: spent, clients won, what one cost, and whether that pays; below, the amounts noted."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("What winning clients cost"))
        self._context = context
        self._spent: Spent | None = None
        self.add_button = button(self.tr("Note a spending"), self.add, icon="plus", small=True)
        self.header.addWidget(self.add_button)
        self.sentence = text_label("", "muted", wrap=True)
        self.body.addWidget(self.sentence)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(theme.XS)
        self.body.addLayout(self._grid)
        self.body.addSpacing(theme.S)
        self.body.addLayout(self._list_head())
        self.model = LazyTableModel(context.operations, self._fetch, self._columns(), self)
        self.table = LazyTableView(self.model, self.tr("Amounts spent on winning clients"))
        self.table.setSortingEnabled(False)
        self.table.activated_id.connect(lambda _: self._edit())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._delete)
        self.body.addWidget(self.table)
        self.body.addStretch()

    def show_spent(self, spent: Spent) -> None:
        """Show what was spent and what came of it."""
        self._spent = spent
        currency = self._context.currency()
        self.sentence.setText(sentence(spent, currency))
        self._show_sources(spent, currency)
        rows = {each.id: each for each in spent.lines}
        self.model.set_ids(list(rows), rows)
        self.table.setFixedHeight(HEADER + ROW_HEIGHT * min(max(len(rows), 1), MOST_ROWS))
        for widget in (self.table, self._noted, self.edit_button, self.delete_button):
            widget.setVisible(bool(rows))

    def add(self) -> None:
        """Open the panel for a new amount."""
        self._open(None)

    def _open(self, spent: SpendingLine | None) -> None:
        names = self._spent.names if self._spent is not None else ()
        sheet_of(SpendingSheet, self.window(), self._context).open_line(spent, names)

    def _edit(self) -> None:
        row = self.model.row_data(self.table.currentIndex().row())
        if row is not None:
            self._open(row)

    def _delete(self) -> None:
        from portfolio_app.services import spending

        for item in self.table.selected_ids():
            self._context.operations.run(self, spending.delete_spending, item)

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.table.selected_ids():
            menu.addAction(self.tr("Change…"), self._edit)
            menu.addAction(self.tr("Delete"), self._delete)
            menu.addSeparator()
        menu.addAction(self.table.export_action)
        menu.popup(self.table.viewport().mapToGlobal(position))

    def _fetch(self, book: Any, ids: list[int]) -> dict[int, SpendingLine]:
        lines = self._spent.lines if self._spent is not None else ()
        return {each.id: each for each in lines if each.id in set(ids)}

    def _list_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        self._noted = text_label(self.tr("Amounts noted"), "strong")
        self.edit_button = IconButton("edit", self.tr("Change this amount"))
        self.edit_button.clicked.connect(self._edit)
        self.delete_button = IconButton("trash", self.tr("Delete the selected amounts"))
        self.delete_button.clicked.connect(self._delete)
        row.addWidget(self._noted)
        row.addStretch()
        row.addWidget(self.edit_button)
        row.addWidget(self.delete_button)
        return row

    def _columns(self) -> list[Column]:
        def amount(row: SpendingLine) -> str:
            return i18n.money(to_units(row.amount), self._context.currency(), None)

        return [
            Column("on", self.tr("Day"), lambda row: i18n.short_date(row.on), width=90),
            Column(
                "source", self.tr("Source"), lambda row: row.source, width=120, stretch=True, style="strong"
            ),
            Column("amount", self.tr("Amount"), amount, "right", width=90),
            Column(
                "notes", self.tr("Note"), lambda row: " ".join(row.notes.split()), width=120, style="muted"
            ),
        ]

    def _show_sources(self, spent: Spent, currency: str) -> None:
        clear_layout(self._grid)
        if not spent.sources:
            return
        titles = (self.tr("Source"), self.tr("Spent"), self.tr("Won"), self.tr("One cost"), "")
        for column, title in enumerate(titles):
            self._put(0, column, text_label(title, "muted"))
            self._grid.setColumnStretch(column, 3 if column == 0 else 1)
        for row, source in enumerate(spent.sources[:MOST_SOURCES], 1):
            self._grid.addWidget(line(), 2 * row - 1, 0, 1, len(titles))
            self._show_source(2 * row, source, spent, currency)

    def _show_source(self, row: int, source: Source, spent: Spent, currency: str) -> None:
        name = source.source or self.tr("no source noted")
        cost = i18n.NO_VALUE if source.cost is None else i18n.money(round(source.cost), currency)
        self._put(row, 0, text_label(name, "strong" if source.source else "muted"))
        self._put(row, 1, text_label(i18n.money(source.spent, currency) if source.spent else i18n.NO_VALUE))
        title = f"{name} · {i18n.short_date(spent.until)}"
        target = {"ids": source.won, "title": title}
        won = button(
            i18n.number(len(source.won)),
            partial(self.open_requested.emit, "clients", target),
            variant="link",
            small=True,
        )
        won.setAccessibleName(
            self.tr("Clients won through {source}: {count}").format(source=name, count=len(source.won))
        )
        won.setEnabled(bool(source.won))
        self._put(row, 2, won)
        self._put(row, 3, text_label(cost))
        text, tone, explain = verdict(source, spent, currency)
        badge = Badge()
        badge.set_text(text, tone)
        badge.setToolTip(plain_tooltip(explain))
        badge.setAccessibleDescription(explain)
        self._put(row, 4, badge)

    def _put(self, row: int, column: int, widget: QWidget) -> None:
        side = Qt.AlignmentFlag.AlignLeft if column in (0, 4) else Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(widget, row, column, side | Qt.AlignmentFlag.AlignVCenter)


def sentence(spent: Spent, currency: str) -> str:
    """The period, and what a new client may cost."""
    text = translate(
        "SpendingCard",
        "12 months up to {day}: amounts spent through a source, and costs noted at its clients.",
    )
    parts = [text.format(day=i18n.short_date(spent.until))]
    if spent.new is not None:
        ratio = spent.settings.value_ratio
        more = translate("SpendingCard", "A new client may cost up to {amount} (worth {ratio} times that).")
        parts.append(
            more.format(amount=words.about(spent.new.ceiling(ratio), currency), ratio=i18n.number(ratio))
        )
    if not spent.sources:
        parts.append(translate("SpendingCard", "Nothing was spent and nobody won in these months."))
    return " ".join(parts)


def verdict(source: Source, spent: Spent, currency: str) -> tuple[str, Tone, str]:
    """Whether winning clients through a source pays: a word, its tone, and why."""
    new, count = spent.new, len(source.won)
    if not source.spent:
        return (
            translate("SpendingCard", "not noted"),
            "neutral",
            translate("SpendingCard", "No cost was noted for this source."),
        )
    if not count:
        why = translate(
            "SpendingCard", "Nobody who came through this source has ordered for the first time yet."
        )
        return translate("SpendingCard", "nobody yet"), "warn", why
    cost = source.cost or 0.0
    if new is None:
        why = translate("SpendingCard", "What a new client is worth cannot be told from so little history.")
        return translate("SpendingCard", "not known"), "neutral", why
    ceiling, break_even = new.ceiling(spent.settings.value_ratio), new.ceiling(1.0)
    days = new.payback_days(cost)
    why = translate(
        "SpendingCard", "One cost {cost}; a new client is worth {worth}, and may cost {ceiling}."
    ).format(
        cost=words.about(cost, currency),
        worth=words.about(break_even, currency),
        ceiling=words.about(ceiling, currency),
    )
    if days is not None:
        why += " " + translate("SpendingCard", "It earns that back in {time}.").format(
            time=words.horizon(max(days, 1))
        )
    if count < FEW:
        why += " " + translate("SpendingCard", "Few clients: little to go by.")
    if cost > break_even:
        return translate("SpendingCard", "loses money"), "danger", why
    if cost > ceiling:
        return translate("SpendingCard", "dear"), "warn", why
    if days is None or days > _MONTH * spent.settings.payback_months:
        return translate("SpendingCard", "slow"), "warn", why
    return translate("SpendingCard", "pays"), "good", why
