"""Clients that may stand in the book twice: the pairs on the left, the two of one pair side by side on the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.item_models.cells import Cell, TwoLines
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages import duplicates_calls as calls
from portfolio_app.ui.pages import duplicates_words as words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.duplicates_compare import ComparisonView
from portfolio_app.ui.widgets import EmptyState, button, line, scrolling, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.duplicates import Pair

KINDS = frozenset({"client", "contact", "not_duplicate"})
LIST_WIDTH, LIST_MIN_WIDTH, DETAIL_MIN_WIDTH = 380, 300, 480
COMPARED, NONE, LOOKING = 0, 1, 2
"""What stands on the right: two clients, that there are no pairs, nothing yet."""
PAUSE_MS = 15
"""Between two steps of the search: what else is asked of the book comes in between."""


class DuplicatesPanel(QWidget):
    """Looks for pairs when it is shown, and again after changes, a little at a time."""

    open_requested = Signal(str, object)
    """As of a `Page`."""
    counted = Signal(int)
    """How many pairs there are."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_stale, self._is_looking = True, False
        self._found = calls.Looked(0.0)
        self._pairs: tuple[Pair, ...] = ()
        self._pair: Pair | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._build()
        self._add_shortcuts()
        context.operations.book_opened.connect(self._forget_book)

    def showEvent(self, event: QShowEvent) -> None:
        """Look, if what is known may no longer be true."""
        super().showEvent(event)
        if self._is_stale:
            self.load()

    def refresh(self, changes: Changes | None = None) -> None:
        """Something was written (None: anything may have been): look again, now or when shown next."""
        if changes is not None and not changes.touches(*KINDS):
            return
        self._is_stale = True
        if self.isVisible():
            self.load()

    def load(self) -> None:
        """Begin to look."""
        self._is_stale = False
        if not self._is_looking:
            self._is_looking = True
            self._look()

    def _look(self) -> None:
        self._context.operations.query(
            self, calls.look, on_result=self._looked, on_error=self._not_looked, latest="look"
        )

    def _not_looked(self, error: PortfolioError) -> None:
        self._is_looking = False
        self._status.setText(messages.error_text(error))

    def _looked(self, found: calls.Looked) -> None:
        if found.share < 1:
            done = i18n.percent(found.share)
            self._status.setText(self.tr("Looking for duplicates… {done}").format(done=done))
            self._timer.start()
            return
        self._is_looking = False
        self._found = found
        if not found.apart:
            self.apart_button.setChecked(False)
        self._show_pairs()
        self.counted.emit(len(found.pairs))

    # The pairs -----------------------------------------------------------------------------------

    @property
    def shows_apart(self) -> bool:
        """Whether the pairs in sight are those that were said not to be the same."""
        return self.apart_button.isChecked()

    def _show_pairs(self) -> None:
        found = self._found
        count, apart = len(found.pairs), len(found.apart)
        row = max(self.table.currentIndex().row(), 0)
        before = self._pair
        self._pairs = found.apart if self.shows_apart else found.pairs
        self.model.set_ids(range(len(self._pairs)), dict(enumerate(self._pairs)))
        status = (
            self.tr("%n pair(s) may be one client", "", count) if count else self.tr("No duplicates found")
        )
        if self.shows_apart:
            status = self.tr("%n pair(s) that you said are not the same", "", apart)
        self._status.setText(status)
        self.apart_button.setText(
            self.tr("Back to the duplicates") if self.shows_apart else self.tr("%n set apart", "", apart)
        )
        self.apart_button.setVisible(bool(apart))
        self._pages.setCurrentIndex(COMPARED if self._pairs else NONE)
        if not self._pairs:
            self._select(None)
            return
        same = next((n for n, pair in enumerate(self._pairs) if before and _ids(pair) == _ids(before)), None)
        target = same if same is not None else min(row, len(self._pairs) - 1)
        self.table.select_id(target)
        self._select(target)

    def _select(self, number: object) -> None:
        """Show the two of a pair."""
        pair = self._pairs[number] if isinstance(number, int) and number < len(self._pairs) else None
        self._pair = pair
        self._say("")
        for each in (self.merge_button, self.apart_or_not_button):
            each.setEnabled(False)
        if pair is None:
            self.view.clear()
            return
        likely, _ = words.likelihood(pair.score)
        reasons = words.reasons_text(pair.reasons)
        self._why.setText(
            f"{likely} · {reasons}" if reasons else self.tr("You said that these are two clients.")
        )
        self._compare(pair.first_id, pair.second_id)

    def _compare(self, keep_id: int, other_id: int) -> None:
        self._context.operations.query(
            self,
            calls.compare,
            keep_id,
            other_id,
            on_result=self._compared,
            on_error=self._not_compared,
            latest="compare",
            urgent=True,
        )

    def _compared(self, compared: calls.Compared) -> None:
        self.view.show_pair(compared)
        self.merge_button.setText(self.tr("Merge into {client}").format(client=_short(self.view.keep_name)))
        self.apart_or_not_button.setText(
            self.tr("They may be the same") if self.shows_apart else self.tr("Not the same")
        )
        for each in (self.merge_button, self.apart_or_not_button):
            each.setEnabled(True)

    def _not_compared(self, error: PortfolioError) -> None:
        self.view.clear()
        self._say(messages.error_text(error))

    def _keep(self, keep_id: int) -> None:
        other = self.view.keep_id if keep_id != self.view.keep_id else self.view.other_id
        self._compare(keep_id, other)

    # What is done --------------------------------------------------------------------------------

    def merge(self) -> None:
        """Make one client of the two in sight."""
        if self.merge_button.isEnabled():
            self._run(calls.merge, self.view.keep_id, self.view.other_id, self.view.values())

    def set_apart(self) -> None:
        """Say that the two in sight are not the same, or no longer."""
        if self.apart_or_not_button.isEnabled():
            call = calls.same_after_all if self.shows_apart else calls.not_same
            self._run(call, self.view.keep_id, self.view.other_id)

    def _run(self, call: Any, *args: Any) -> None:
        self._say("")
        if self.merge_button.hasFocus() or self.apart_or_not_button.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        for each in (self.merge_button, self.apart_or_not_button):
            each.setEnabled(False)
        self._context.operations.run(self, call, *args, on_error=self._not_done)

    def _not_done(self, error: PortfolioError) -> None:
        for each in (self.merge_button, self.apart_or_not_button):
            each.setEnabled(True)
        self._say(messages.error_text(error))

    def _say(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _forget_book(self) -> None:
        self._timer.stop()
        self._is_stale, self._is_looking = True, False
        self._found, self._pairs, self._pair = calls.Looked(0.0), (), None
        self.model.set_ids([])
        self.view.clear()
        self._pages.setCurrentIndex(LOOKING)

    # Building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.model = LazyTableModel(self._context.operations, self._fetch, self._columns(), self)
        self.table = LazyTableView(self.model, self.tr("Pairs of clients that may be one"), high=True)
        self.table.setSelectionMode(LazyTableView.SelectionMode.SingleSelection)
        self.table.current_changed.connect(self._select)
        self.table.activated_id.connect(lambda _: self._enter_view())
        self._status = text_label("", "muted", wrap=True)
        self.apart_button = button("", variant="link")
        self.apart_button.setCheckable(True)
        self.apart_button.setToolTip(self.tr("Show the pairs that you said are not the same"))
        self.apart_button.toggled.connect(lambda _: self._show_pairs())
        self.apart_button.hide()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(theme.M)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._list_card())
        splitter.addWidget(self._detail_card())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([LIST_WIDTH, 640])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.setFocusProxy(self.table)

    def _list_card(self) -> QWidget:
        card = _card(LIST_MIN_WIDTH)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(1, 0, 1, 1)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(theme.L, theme.S, theme.S, theme.S)
        head.addWidget(self._status, 1)
        head.addWidget(self.apart_button)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        return card

    def _detail_card(self) -> QWidget:
        card = _card(DETAIL_MIN_WIDTH)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(theme.L, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.S)
        self.view = ComparisonView(self._context.currency())
        self.view.keep_changed.connect(self._keep)
        self.view.open_requested.connect(partial(self.open_requested.emit, "client"))
        self._why = text_label("", "muted", wrap=True)
        self._error = text_label("", "danger", wrap=True)
        self._error.hide()
        self.merge_button = button(self.tr("Merge"), self.merge, variant="primary")
        self.merge_button.setToolTip(self.tr("One client with everything of both; can be undone (M)"))
        self.apart_or_not_button = button(self.tr("Not the same"), self.set_apart)
        self.apart_or_not_button.setToolTip(self.tr("Remembered: this pair is not shown again (N)"))
        foot = QHBoxLayout()
        foot.setSpacing(theme.S)
        foot.addWidget(self.merge_button)
        foot.addWidget(self.apart_or_not_button)
        foot.addStretch()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self._why)
        column.addWidget(scrolling(self.view), 1)
        column.addWidget(self._error)
        column.addWidget(line())
        column.addLayout(foot)
        self._pages = QStackedWidget()
        self._pages.addWidget(inside)
        self._pages.addWidget(
            EmptyState(
                "clients",
                self.tr("Nobody stands here twice"),
                self.tr(
                    "Clients with the same SIRET, e-mail, phone number or a similar name at the same place would be "
                    "shown here side by side."
                ),
            )
        )
        self._pages.addWidget(QWidget())
        self._pages.setCurrentIndex(LOOKING)
        layout.addWidget(self._pages)
        return card

    def _columns(self) -> list[Column]:
        return [
            Column("clients", self.tr("Clients"), _clients, width=150, stretch=True),
            Column("why", self.tr("Why"), _why, width=170),
        ]

    def _fetch(self, book: Any, numbers: list[int]) -> dict[int, Pair]:
        pairs = self._pairs
        return {number: pairs[number] for number in numbers if number < len(pairs)}

    def _add_shortcuts(self) -> None:
        for keys, call in (("M", self.merge), ("N", self.set_apart)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)

    def _enter_view(self) -> None:
        """From the list to the first thing to choose."""
        first = next((each[0].radio for each in self.view.choices.values()), None)
        (first or self.merge_button).setFocus(Qt.FocusReason.TabFocusReason)


def _card(width: int) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    card.setMinimumWidth(width)
    return card


def _ids(pair: Pair) -> tuple[int, int]:
    return pair.first_id, pair.second_id


def _short(name: str, most: int = 40) -> str:
    """A name as a button can show it."""
    return (name if len(name) <= most else name[: most - 1].rstrip() + "…").replace("&", "&&")


def _clients(pair: Pair) -> Cell:
    return TwoLines(pair.first, pair.second)


def _why(pair: Pair) -> Cell:
    if not pair.score:
        return TwoLines(pair.first_place, pair.second_place)
    likely, tone = words.likelihood(pair.score)
    return TwoLines(likely, words.reasons_text(pair.reasons), tone)
