"""A person asks what is held about them, or to be forgotten: find them, hand it over, erase them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.errors import NotFoundError, PortfolioError
from portfolio_app.ui import theme
from portfolio_app.ui.pages import privacy_calls
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.privacy_erasure import ErasureCard, ReceiptCard
from portfolio_app.ui.pages.privacy_parts import PrivacyPart, ResultLine, ask_folder, language, open_path
from portfolio_app.ui.widgets import Card, ElidedLabel, EmptyState, button, scrolling, text_label

if TYPE_CHECKING:
    from portfolio_app.services.privacy import Erasure, ErasureReceipt, PersonHit

DEBOUNCE_MS = 120
_HIT = Qt.ItemDataRole.UserRole
LIST_WIDTH = 320


class RequestPart(PrivacyPart):
    """A field that finds a person; beside it, what can be done for them."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.hit: PersonHit | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.L)
        row.addWidget(self._make_search())
        self._stack = QStackedWidget()
        self._hint = EmptyState(
            "person",
            self.tr("Who is asking?"),
            self.tr(
                "Find the person by name, e-mail or number. You have one month to answer: hand over all that is "
                "held about them, or erase them."
            ),
        )
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self._make_person())
        self.receipt = ReceiptCard(context)
        self.receipt.open_requested.connect(self.open_requested)
        self.receipt.finished.connect(self._forget)
        self._stack.addWidget(self.receipt)
        card = Card(margin=theme.M)
        card.body.addWidget(self._stack, 1)
        row.addWidget(card, 1)

    def load(self) -> None:
        """Search again, and look again at the person shown."""
        if self._stack.currentWidget() is self.receipt:
            return
        self._ask()
        if self.hit is not None:
            self._look()

    def focus_first(self) -> None:
        """The field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_person(self, hit: PersonHit) -> None:
        """Show one person."""
        self.hit = hit
        self.result.say("")
        self.erasure.hide()
        self.erase_button.setEnabled(False)
        self._name.setText(hit.name)
        where = "" if hit.kind == "client" else self.tr("contact of {client}").format(client=hit.client_name)
        self._where.setText(" · ".join(part for part in (where, hit.email, hit.phone) if part))
        self._held.setText("")
        self._stack.setCurrentIndex(1)
        self._look()

    def show_client(self, client_id: int) -> None:
        """Show a client of kind person."""
        self.context.operations.query(
            self, privacy_calls.person_of, client_id, on_result=self._client_found, latest="person"
        )

    # Building

    def _make_search(self) -> QWidget:
        card = Card(margin=theme.M)
        card.setFixedWidth(LIST_WIDTH)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Name, e-mail or number…"))
        self.field.setAccessibleName(self.tr("Person"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _: self._timer.start())
        self.field.installEventFilter(self)
        card.body.addWidget(self.field)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Persons found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setSpacing(3)
        self.list.itemClicked.connect(self._chosen)
        self.list.itemActivated.connect(self._chosen)
        card.body.addWidget(self.list, 1)
        return card

    def _make_person(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.XS, 0, theme.S, 0)
        column.setSpacing(theme.S)
        self._name = ElidedLabel("", "section")
        self._where = text_label("", "muted", wrap=True)
        self._held = text_label("", wrap=True)
        for widget in (self._name, self._where, self._held):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.export_button = button(
            self.tr("Hand over everything…"), self._choose_folder, variant="primary", icon="export"
        )
        self.export_button.setToolTip(self.tr("All that is held about them, as JSON and as PDF, in a folder"))
        self.open_button = button(self.tr("Open the client"), self._open)
        self.erase_button = button(self.tr("Erase…"), self._show_erasure, variant="danger", icon="trash")
        self.erase_button.setToolTip(self.tr("See first what goes and what stays"))
        for item in (self.export_button, self.open_button, self.erase_button):
            row.addWidget(item)
        row.addStretch()
        column.addLayout(row)
        self.result = ResultLine()
        column.addWidget(self.result)
        self.erasure = ErasureCard()
        self.erasure.hide()
        self.erasure.confirmed.connect(self._erase)
        self.erasure.given_up.connect(self._give_up)
        self.erasure.open_requested.connect(self.open_requested)
        self.erasure.person_requested.connect(self.show_person)
        column.addWidget(self.erasure)
        column.addStretch()
        return scrolling(body)

    # Finding

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes into the list, Enter takes the first one found."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.list.count():
            if event.key() == Qt.Key.Key_Down:
                self.list.setCurrentRow(max(0, self.list.currentRow()))
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._chosen(self.list.item(max(0, self.list.currentRow())))
                return True
        return False

    def _ask(self) -> None:
        self._timer.stop()
        text = self.field.text().strip()
        if not text:
            self.list.clear()
            return
        self.context.operations.query(
            self, privacy_calls.find, text, on_result=self._show_found, latest="find", urgent=True
        )

    def _show_found(self, hits: list[PersonHit]) -> None:
        self.list.clear()
        if not self.field.text().strip():
            return
        if not hits:
            nothing = QListWidgetItem(self.tr("Nobody found."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        for hit in hits:
            other = hit.client_name if hit.kind == "contact" else hit.email or hit.phone
            item = QListWidgetItem(" · ".join(part for part in (hit.name or hit.email, other) if part))
            item.setData(_HIT, hit)
            self.list.addItem(item)
            if self.hit is not None and hit.person == self.hit.person:
                self.list.setCurrentItem(item)

    def _chosen(self, item: QListWidgetItem) -> None:
        hit = item.data(_HIT)
        if hit is not None:
            self.show_person(hit)

    def _client_found(self, hit: PersonHit | None) -> None:
        if hit is not None:
            self.field.setText(hit.name)
            self.show_person(hit)
            self._show_erasure()

    # The person

    def _look(self) -> None:
        if self.hit is not None:
            self.context.operations.query(
                self,
                privacy_calls.preview,
                self.hit.person,
                on_result=self._show_held,
                on_error=self._gone,
                latest="preview",
            )

    def _show_held(self, found: Erasure) -> None:
        if self.hit is None or found.person != self.hit.person:
            return
        counted = (
            (found.interactions, self.tr("%n touch(es)", "", found.interactions)),
            (found.follow_ups, self.tr("%n follow-up(s)", "", found.follow_ups)),
            (found.consents, self.tr("%n answer(s) on being reached", "", found.consents)),
            (found.surveys, self.tr("%n survey answer(s)", "", found.surveys)),
            (found.deals, self.tr("%n deal(s)", "", found.deals)),
            (found.key_dates, self.tr("%n key date(s)", "", found.key_dates)),
            (found.enrolments, self.tr("%n plan(s)", "", found.enrolments)),
            (found.sales_kept, self.tr("%n sale(s)", "", found.sales_kept)),
        )
        parts = [self.tr("their record"), *(words for count, words in counted if count)]
        self._held.setText(self.tr("Held about them: {what}.").format(what=", ".join(parts)))
        self.erasure.show_erasure(found, self.hit)
        self.erase_button.setEnabled(self.erasure.isHidden())

    def _gone(self, error: PortfolioError) -> None:
        if self.hit is None:
            return  # erased meanwhile, of which the receipt tells
        if isinstance(error, NotFoundError):
            self._forget()
        else:
            self.result.fail(error)

    def _forget(self) -> None:
        self.hit = None
        self._stack.setCurrentIndex(0)
        self._ask()

    def _open(self) -> None:
        if self.hit is not None:
            self.open_requested.emit("client", self.hit.client_id)

    # Handing over

    def _choose_folder(self) -> None:
        ask_folder(self, self.tr("Folder for what is held about them"), self.export_to)

    def export_to(self, folder: Path) -> None:
        """Write everything about the person shown to that folder."""
        if self.hit is not None:
            self.export_button.setEnabled(False)
            self.context.operations.query(
                self,
                privacy_calls.export_person,
                self.hit.person,
                folder,
                language(),
                on_result=self._exported,
                on_error=self._not_exported,
            )

    def _exported(self, paths: list[Path]) -> None:
        self.export_button.setEnabled(True)
        names = ", ".join(path.name for path in paths)
        self.result.say(
            self.tr("Written: {names}. They are for that person alone.").format(names=names),
            self.tr("Open the folder"),
            partial(open_path, paths[0].parent),
        )

    def _not_exported(self, error: PortfolioError) -> None:
        self.export_button.setEnabled(True)
        self.result.fail(error)

    # Erasing

    def _show_erasure(self) -> None:
        self.erasure.show()
        self.erase_button.setEnabled(False)
        self.erasure.give_up_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        self.erasure.hide()
        self.erase_button.setEnabled(True)
        self.erase_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _erase(self, keep_name: bool) -> None:
        if self.hit is None:
            return
        self.erasure.set_busy(busy=True)
        self.context.operations.run(
            self,
            privacy_calls.erase,
            self.hit.person,
            keep_name,
            on_done=self._erased,
            on_error=self._not_erased,
            announce=False,
        )

    def _erased(self, receipt: ErasureReceipt) -> None:
        self.erasure.set_busy(busy=False)
        self.erasure.hide()
        self.hit = None
        self.field.clear()
        self.list.clear()
        self.receipt.show_receipt(receipt)
        self._stack.setCurrentWidget(self.receipt)
        self.receipt.focus_first()

    def _not_erased(self, error: PortfolioError) -> None:
        self.erasure.set_busy(busy=False)
        self.result.fail(error)
