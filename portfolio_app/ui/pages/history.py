"""Who changed what, when; taking back what should not have been."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui import icons as app_icons
from portfolio_app.ui.pages import history_words as words
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.pages.history_details import StepDetails
from portfolio_app.ui.pages.history_keep import KeepPanel
from portfolio_app.ui.pages.history_list import StepsModel, StepsView
from portfolio_app.ui.widgets import Card, ElidedLabel, EmptyState, button, text_label

if TYPE_CHECKING:
    from portfolio_app.services.history import Outline

TYPING_MS = 200
DETAILS_WIDTH = (400, 560)


def load_outline(book: Any, text: str, labels: list[str]) -> Outline:
    """The list in brief."""
    from portfolio_app.services import history

    return history.outline(book, text, labels)


class HistoryPage(Page):
    """The steps by day, newest first, and beside them what the chosen one changed."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.title = self.tr("History")
        self._make_head()
        row = QHBoxLayout()
        row.setSpacing(theme.L)
        row.addWidget(self._list_card(), 3)
        right = QVBoxLayout()
        right.setSpacing(theme.L)
        self.keep = KeepPanel(self.ops)
        self.keep.closed.connect(self._close_keep)
        self.keep.hide()
        right.addWidget(self.keep)
        self.details = StepDetails(context)
        self.details.client_wanted.connect(lambda client: self.open_requested.emit("client", client))
        self.details.said.connect(lambda text: self.open_requested.emit("say_undo", text))
        self.list.current_changed.connect(self.details.show_step)
        self.list.take_back_wanted.connect(self.details.take_back)
        self.list.opened.connect(lambda: self.details.view.setFocus(Qt.FocusReason.OtherFocusReason))
        right.addWidget(self.details, 1)
        self._right = QWidget()
        right.setContentsMargins(0, 0, 0, 0)
        self._right.setLayout(right)
        self._right.setMinimumWidth(DETAILS_WIDTH[0])
        self._right.setMaximumWidth(DETAILS_WIDTH[1])
        row.addWidget(self._right, 2)
        self.body.addLayout(row, 1)

    def _make_head(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.M)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("A client, an action, a user…"))
        self.filter.setAccessibleName(self.tr("Find in the history"))
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(app_icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setMaximumWidth(340)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.load)
        self.filter.textChanged.connect(lambda _: self._typing.start())
        head.addWidget(self.filter, 1)
        self._count = ElidedLabel("", "muted")
        head.addWidget(self._count, 1)
        self.keep_button = button(
            self.tr("How long it is kept"), self._toggle_keep, variant="ghost", icon="calendar"
        )
        head.addWidget(self.keep_button)
        self.body.addLayout(head)
        self.body.setSpacing(theme.M)

    def _list_card(self) -> Card:
        card = Card(margin=theme.M)
        self.model = StepsModel(self.ops, self)
        self.list = StepsView(self.model)
        self._stack = QStackedWidget()
        self._empty: EmptyState | None = None
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.list, 1)
        self._reach = text_label("", "caption", wrap=True)
        column.addWidget(self._reach)
        self.foot = ElidedLabel(self.tr("↑ ↓ move · Enter what it changed · T take back"), "caption")
        column.addWidget(self.foot)
        self._stack.addWidget(listed)
        card.body.addWidget(self._stack, 1)
        return card

    # Loading

    def load(self) -> None:
        """Ask for the list."""
        self._typing.stop()
        text = self.filter.text().strip()
        labels = words.labels_with(text) if text else []
        self.ops.query(self, load_outline, text, labels, on_result=self._show, latest="outline")

    def _show(self, outline: Outline) -> None:
        before = self.list.current_id()
        self.model.show_steps(outline.steps, self.context.today())
        if self.list.current_id() is None:
            self.list.select_first()
        if self.list.current_id() == before:
            self.details.show_step(before)
        self.filter.setEnabled(bool(outline.total))
        self._count.setText(self._count_text(outline))
        self._reach.setText(self._reach_text(outline))
        self.keep.show_limit(outline.limit)
        self._show_empty(outline)

    def _count_text(self, outline: Outline) -> str:
        if len(outline.steps) == outline.total:
            return self.tr("%n step(s)", "", outline.total) if outline.total else ""
        return self.tr("{shown} of %n step(s)", "", outline.total).format(
            shown=i18n.number(len(outline.steps))
        )

    def _reach_text(self, outline: Outline) -> str:
        if outline.since is None:
            return ""
        since = i18n.short_date(outline.since)
        limits = {
            "days": i18n.number(outline.limit.days),
            "megabytes": i18n.number(outline.limit.megabytes),
        }
        if outline.is_cut:
            text = self.tr(
                "This list reaches back to {since}. What was older has been forgotten: steps are kept for {days} "
                "days, and {megabytes} MB at most."
            )
        else:
            text = self.tr(
                "Everything since {since}. Steps are kept for {days} days, and {megabytes} MB at most; older ones "
                "are forgotten when the book is closed."
            )
        return text.format(since=since, **limits)

    def _show_empty(self, outline: Outline) -> None:
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        if not outline.steps:
            self._empty = self._nothing_found() if outline.total else self._nothing_done()
            self._stack.addWidget(self._empty)
        self._right.setVisible(bool(outline.steps) or self.keep.isVisibleTo(self._right))
        self.details.setVisible(bool(outline.steps))
        self._stack.setCurrentIndex(self._stack.count() - 1)

    def _nothing_done(self) -> EmptyState:
        return EmptyState(
            "history",
            self.tr("Nothing was changed yet"),
            self.tr("Whatever is added, changed, deleted or imported is listed here, and can be taken back."),
            [
                (self.tr("Import my file"), lambda: self.open_requested.emit("import", None)),
                (self.tr("Add a client"), lambda: self.open_requested.emit("new_client", None)),
            ],
        )

    def _nothing_found(self) -> EmptyState:
        return EmptyState(
            "search",
            self.tr("No step found"),
            self.tr("Look for the name of a client, or for what was done."),
            [(self.tr("Show all"), self.filter.clear)],
        )

    # How long it is kept

    def _toggle_keep(self) -> None:
        if self.keep.isVisible():
            self._close_keep()
        else:
            self._right.show()
            self.keep.show()
            self.keep.days.setFocus(Qt.FocusReason.OtherFocusReason)
            self.keep.days.selectAll()

    def _close_keep(self) -> None:
        self.keep.hide()
        self._right.setVisible(self.details.isVisibleTo(self._right))
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # Elsewhere

    def show_item(self, item: object) -> None:
        """Show one step by its id, or look for a text."""
        if isinstance(item, int):
            self.list.select_step(item)
        elif isinstance(item, str):
            self.filter.setText(item)

    def focus_first(self) -> None:
        """The list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
