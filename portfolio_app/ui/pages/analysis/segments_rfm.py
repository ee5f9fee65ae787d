"""The grid of recency and frequency scores: how many clients each pair has, and what they are worth."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.pages.analysis import segments_words as words
from portfolio_app.ui.pages.analysis.movement_list import CellClients
from portfolio_app.ui.pages.analysis.segments_data import Answer, RfmCell
from portfolio_app.ui.pages.analysis.segments_rfm_chart import CELL, best_first, rfm_grid
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets.chart_card import ChartCard


class RfmCard(QWidget):
    """The grid, and beside it the clients of the cell that was opened."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cells: dict[tuple[int, int], RfmCell] = {}
        self._chosen: tuple[int, int] | None = None
        self.card = ChartCard(context, self.tr("Recency and frequency"), minimum=(300, 260))
        self.card.open_requested.connect(self._open)
        self.clients = CellClients(context, self.tr("Choose a cell to see its clients"), one_day=True)
        self.clients.open_requested.connect(self.open_requested)
        self.clients.left.connect(self.card.chart.setFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.L)
        layout.addWidget(self.card, 11)
        layout.addWidget(self.clients, 9)

    def show_answer(self, answer: Answer) -> None:
        """Show the scores of the clients; hidden for other segmentations."""
        self.setVisible(answer.rfm is not None)
        if answer.rfm is None:
            return
        self._cells = answer.rfm
        self.card.present(rfm_grid(answer, self._context.currency()))
        self.clients.setVisible(bool(self._cells))
        if self._cells:
            # The cell looked at stays in sight; before any was, that of the best clients.
            kept = self._chosen if self._chosen in self._cells else None
            self._list(kept or best_first(self._cells)[0])

    def _open(self, kind: str, item: object) -> None:
        if kind == CELL and isinstance(item, tuple) and item in self._cells:
            self._list(item)
            self.clients.enter()

    def _list(self, place: tuple[int, int]) -> None:
        found = self._cells[place]
        self._chosen = place
        title = f"{words.score_text(*place).capitalize()} · {words.clients(len(found.people))}"
        self.clients.show_clients(title, found.people)
