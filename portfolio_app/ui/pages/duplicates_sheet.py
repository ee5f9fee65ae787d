"""Two clients chosen in the list become one: the panel in which that is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.ui import messages
from portfolio_app.ui.dialogs.sheet import Sheet, sheet_of
from portfolio_app.ui.main_window import MainWindow
from portfolio_app.ui.pages import duplicates_calls as calls
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.duplicates_compare import ComparisonView
from portfolio_app.ui.widgets import text_label

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes

VIEW_WIDTH = 560


class MergeSheet(Sheet):
    """The two side by side."""

    def __init__(self, host: QWidget, context: UiContext) -> None:
        super().__init__(host, context, "", "")
        self.set_title(self.tr("Merge two clients"))
        self.submit_button.setText(self.tr("Merge"))
        self.view = ComparisonView(context.currency())
        self.view.setMinimumWidth(VIEW_WIDTH)
        self.view.keep_changed.connect(self._keep)
        self.content.addWidget(
            text_label(
                self.tr(
                    "The one that stays gets the contacts, the history, the sales and the follow-ups of both."
                ),
                "muted",
                wrap=True,
            )
        )
        self.content.addWidget(self.view, 1)

    def first_field(self) -> QWidget | None:
        """Which one stays."""
        return self.view.keep_buttons[0] if self.view.keep_buttons else None

    def compare(self, keep_id: int, other_id: int) -> None:
        """Show these two."""
        self.submit_button.setEnabled(False)
        self.context.operations.query(
            self,
            calls.compare,
            keep_id,
            other_id,
            on_result=self._compared,
            on_error=self._not_compared,
            latest="compare",
            urgent=True,
        )

    def submit(self) -> None:
        """Merge, and close."""
        if not self.submit_button.isEnabled() or not self.view.keep_id:
            return
        self.hold()
        self.say("")
        view = self.view
        self.context.operations.run(
            self, calls.merge, view.keep_id, view.other_id, view.values(), on_done=self._merged,
            on_error=self.show_error,
        )  # fmt: skip

    def _merged(self, changes: Changes) -> None:
        kept = self.view.keep_id
        self.view.clear()
        self.close_sheet()
        window = self.window()
        if isinstance(window, MainWindow):
            window.open("client", kept)

    def _compared(self, compared: calls.Compared) -> None:
        is_first = not self.view.keep_buttons
        self.view.show_pair(compared)
        self.submit_button.setEnabled(True)
        self._place()
        if is_first and self.isVisible() and (field := self.first_field()) is not None:
            field.setFocus()

    def _not_compared(self, error: PortfolioError) -> None:
        self.view.clear()
        self.say(messages.error_text(error))

    def _keep(self, keep_id: int) -> None:
        self.compare(keep_id, self.view.keep_id)


def open_merge(window: QWidget, context: UiContext, first_id: int, second_id: int) -> MergeSheet:
    """Open the window's panel for merging on two clients, of which the first would stay."""
    sheet = sheet_of(MergeSheet, window, context)
    if not sheet.property("wired"):
        sheet.setProperty("wired", True)
        if isinstance(window, MainWindow):
            sheet.view.open_requested.connect(partial(window.open, "client"))
    sheet.view.clear()
    sheet.open_sheet()
    sheet.compare(first_id, second_id)
    return sheet
