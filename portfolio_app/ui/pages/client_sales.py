"""The lines a client bought, newest first; added, corrected and removed by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from portfolio_app.models.money import to_units
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.dialogs import typed
from portfolio_app.ui.dialogs.record_sheets import open_sale
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.item_models.cells import BadgeCell, Cell, TwoLines
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import button, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.sales import SaleLine


QUANTITY, PAYMENT = 1, 3
"""The places of these columns."""
WIDE = 460
"""From this width on quantity and payment have a column; below it the product needs the room more."""


def _ids(book: Any, client_id: int) -> tuple[list[int], bool]:
    """The client's lines, and whether anything is known about their payment."""
    from portfolio_app.services import sales

    return sales.sale_ids(book, client_id), sales.payments_known(book, client_id)


def _lines(book: Any, ids: list[int]) -> dict[int, SaleLine]:
    from portfolio_app.services import sales

    return sales.sale_lines(book, ids)


class SalesTab(QWidget):
    """A table of lines."""

    said = Signal(str)
    """What was done, in words, with the way to undo it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.client_id: int | None = None
        self._awaited: int | None = None
        self._payments = False
        self._is_wide = True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.S, 0, 0)
        layout.setSpacing(theme.S)
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        self.add_button = button(self.tr("Sale"), self.add, icon="plus")
        self.add_button.setAccessibleName(self.tr("New sale"))
        self.edit_button = IconButton("edit", self.tr("Change this line"))
        self.edit_button.clicked.connect(self._edit_current)
        self.paid_button = IconButton("check", self.tr("The orders of the selected lines are paid"))
        self.paid_button.clicked.connect(self._mark_paid)
        self.delete_button = IconButton("trash", self.tr("Delete the selected lines"))
        self.delete_button.clicked.connect(self._delete)
        self._nothing = text_label(self.tr("No sale so far."), "muted")
        row.addWidget(self.add_button)
        row.addWidget(self._nothing)
        row.addStretch()
        row.addWidget(self.paid_button)
        row.addWidget(self.edit_button)
        row.addWidget(self.delete_button)
        layout.addLayout(row)
        self.model = LazyTableModel(context.operations, _lines, self._columns(), self)
        self.table = LazyTableView(self.model, self.tr("Sales"), high=True)
        self.table.setSortingEnabled(False)
        self.table.activated_id.connect(lambda _: self._edit_current())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._delete)
        layout.addWidget(self.table, 1)

    def show_client(self, client_id: int) -> None:
        """Ask for the lines of a client."""
        self.client_id = client_id
        self._context.operations.query(self, _ids, client_id, on_result=self._show, latest="ids")

    def show_line(self, sale_id: int) -> None:
        """Select a line, now or when it has arrived."""
        self._awaited = None if self.table.select_id(sale_id) else sale_id

    def add(self) -> None:
        """Open the panel for a new line."""
        if self.client_id is not None:
            open_sale(self.window(), self._context, self.client_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Quantity and payment have columns where there is room; else the payment stands below the amount."""
        super().resizeEvent(event)
        self._arrange_columns()

    def _arrange_columns(self) -> None:
        was_wide, self._is_wide = self._is_wide, self.width() >= WIDE
        self.table.setColumnHidden(PAYMENT, not (self._payments and self._is_wide))
        self.table.setColumnHidden(QUANTITY, not self._is_wide)
        if was_wide != self._is_wide:
            self.model.reformat()
        self.paid_button.setVisible(self._payments)
        self.table.stretch()

    def _show(self, found: tuple[list[int], bool]) -> None:
        ids, self._payments = found
        self._arrange_columns()
        if list(self.model.ids) == ids:
            self.model.invalidate()
        else:
            self.model.set_ids(ids)
        self._nothing.setVisible(not ids)
        self.table.setVisible(bool(ids))
        self.edit_button.setEnabled(bool(ids))
        self.delete_button.setEnabled(bool(ids))
        if self._awaited is not None:
            self.table.select_id(self._awaited)
            self._awaited = None

    def _edit_current(self) -> None:
        line = self.model.row_data(self.table.currentIndex().row())
        if line is not None and self.client_id is not None:
            open_sale(self.window(), self._context, self.client_id, line)

    def _delete(self) -> None:
        from portfolio_app.services import sales

        for sale_id in self.table.selected_ids():
            self._context.operations.run(self, sales.delete_sale, sale_id)

    def _mark_paid(self) -> None:
        """All lines of their orders, not only those that are selected."""
        from portfolio_app.services import sales

        ids = self.table.selected_ids()
        if not ids:
            return
        lines = [self.model.row_data(self.model.row_of(item)) for item in ids]
        orders = {line.order_reference if line is not None else "" for line in lines}
        self._context.operations.run(
            self,
            sales.mark_paid,
            ids,
            self._context.today(),
            on_done=partial(self._say_paid, orders),
            announce=False,
        )

    def _say_paid(self, orders: set[str], changes: Changes) -> None:
        """`orders`: the references of the orders, "" among them for lines that have none."""
        count = len(changes.ids.get("sale") or ())
        if not count:
            return
        if len(orders) == 1 and "" not in orders:
            said = self.tr("Order {order} marked as paid (%n line(s))", "", count)
            self.said.emit(said.format(order=next(iter(orders))))
        else:
            self.said.emit(self.tr("Sales marked as paid (%n line(s))", "", count))

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.table.selected_ids():
            menu.addAction(self.tr("Change…"), self._edit_current)
            if self._payments:
                menu.addAction(self.tr("The order was paid today"), self._mark_paid)
            menu.addAction(self.tr("Delete"), self._delete)
            menu.addSeparator()
        menu.addAction(self.table.export_action)
        menu.popup(self.table.viewport().mapToGlobal(position))

    def _columns(self) -> list[Column]:
        return [
            Column(
                "product",
                self.tr("Product"),
                _product,
                width=120,
                stretch=True,
                explain=self.tr("What was sold, on which day, in which order."),
            ),
            Column(
                "quantity",
                self.tr("Qty"),
                lambda line: typed.write_decimal(line.quantity),
                align="right",
                width=54,
            ),
            Column(
                "amount",
                self.tr("Amount"),
                self._amount_cell,
                align="right",
                width=98,
                explain=self.tr("What the line came to; below it the discount that was taken off before."),
            ),
            Column(
                "payment",
                self.tr("Payment"),
                self._payment,
                width=104,
                explain=self.tr("When it was paid, or else the day it was to be paid by."),
            ),
        ]

    def _payment(self, line: SaleLine) -> BadgeCell:
        """Paid, to be paid by a day, or late; nothing where no due date is known."""
        if line.paid_on is not None:
            return BadgeCell(f"✓ {i18n.day_month(line.paid_on, self._context.today())}")
        if line.due_on is None:
            return BadgeCell("")
        text, tone = i18n.due_text(line.due_on, self._context.today())
        return BadgeCell(text, "danger" if tone == "danger" else "neutral")

    def _amount_cell(self, line: SaleLine) -> Cell:
        amount = i18n.money(to_units(line.amount), self._context.currency(), 2)
        payment = BadgeCell("") if self._is_wide else self._payment(line)
        if payment.text or not line.discount:
            return TwoLines(amount, payment.text, payment.tone)
        off = i18n.money(-to_units(line.discount), self._context.currency(), 2)
        return TwoLines(amount, self.tr("discount {amount}").format(amount=off))


def _product(line: SaleLine) -> Cell:
    """With the day and the order it belongs to below."""
    day = i18n.short_date(line.date)
    below = f"{day} · {line.order_reference}" if line.order_reference else day
    return TwoLines(line.product or i18n.NO_VALUE, below)
