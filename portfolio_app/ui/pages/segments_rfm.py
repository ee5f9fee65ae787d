"""The grid of recency and frequency scores: how many clients each pair has, or what they bought."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages import segments_words as words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.movement_list import CellClients
from portfolio_app.ui.pages.segments_data import SCORES, Answer, RfmCell
from portfolio_app.ui.widgets import Card, text_label
from portfolio_app.ui.widgets.fields import ChoiceBox
from portfolio_app.ui.widgets.heat_table import Heading, HeatCell, HeatTable


class RfmCard(QWidget):
    """The grid, and beside it the clients of the cell that was opened."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cells: dict[tuple[int, int], RfmCell] = {}
        self._places: dict[tuple[int, int], tuple[int, int]] = {}
        self._chosen: tuple[int, int] | None = None
        card = Card(self.tr("Recency and frequency"))
        self.measure = ChoiceBox()
        self.measure.setAccessibleName(self.tr("What the cells show"))
        self.measure.addItem(self.tr("Clients"), "clients")
        self.measure.addItem(self.tr("Revenue"), "revenue")
        self.measure.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.measure.activated.connect(lambda _: self._fill())
        card.header.addWidget(self.measure)
        self.sentence = text_label("", "muted", wrap=True)
        card.body.addWidget(self.sentence)
        self.grid = HeatTable(self.tr("Clients by recency and frequency score"))
        self.grid.cell_opened.connect(self._open)
        card.body.addWidget(self.grid)
        card.body.addStretch(1)
        self.clients = CellClients(context, self.tr("Choose a cell to see its clients"), one_day=True)
        self.clients.open_requested.connect(self.open_requested)
        self.grid.cell_entered.connect(self.clients.enter)
        self.clients.left.connect(self.grid.setFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.L)
        layout.addWidget(card, 11)
        layout.addWidget(self.clients, 9)

    def show_answer(self, answer: Answer) -> None:
        """Show the scores of the clients; hidden for other segmentations."""
        self.setVisible(answer.rfm is not None)
        if answer.rfm is None:
            return
        self._cells = answer.rfm
        has_scores = bool(self._cells)
        self.grid.setVisible(has_scores)
        self.measure.setVisible(has_scores)
        self.clients.setVisible(has_scores)
        if has_scores:
            text = self.tr("5 is best: bought most recently (rows), bought most often (columns).")
        else:
            text = self.tr("Scores need at least 15 clients who bought.")
        self.sentence.setText(text)
        self._fill()
        if has_scores:
            # The cell looked at stays in sight; before any was, that of the best clients.
            kept = self._chosen if self._chosen in self._cells else None
            self._list(kept or next(iter(self._places.values())))

    def _fill(self) -> None:
        is_money = self.measure.currentData() == "revenue"
        shown = {
            place: (cell.revenue if is_money else len(cell.people)) for place, cell in self._cells.items()
        }
        most = max(shown.values(), default=0)
        # Terciles are written as 1, 3 and 5: only the scores that there are get a row or column.
        recencies = [each for each in SCORES if any(place[0] == each for place in shown)]
        frequencies = [each for each in SCORES if any(place[1] == each for place in shown)]
        rows = [Heading(self.tr("Recency {score}").format(score=each)) for each in recencies]
        columns = [Heading(self.tr("Frequency {score}").format(score=each)) for each in frequencies]
        cells = [
            [self._cell((recency, frequency), shown, most, is_money) for frequency in frequencies]
            for recency in recencies
        ]
        self._places = {
            (row, column): (recency, frequency)
            for row, recency in enumerate(recencies)
            for column, frequency in enumerate(frequencies)
            if (recency, frequency) in self._cells
        }
        self.grid.set_grid(rows, columns, cells)
        self._mark()

    def _cell(
        self, place: tuple[int, int], shown: dict[tuple[int, int], int], most: int, is_money: bool
    ) -> HeatCell:
        found = self._cells.get(place, RfmCell())
        value = shown.get(place, 0)
        currency = self._context.currency()
        text = i18n.short_money(value, currency) if is_money else i18n.number(value)
        explain = f"{words.score_text(*place).capitalize()}\n{words.clients(len(found.people))}"
        explain += f" · {i18n.money(found.revenue, currency)}"
        heat = max(value, 0) / most if most > 0 else 0.0
        return HeatCell(text, heat, "accent", explain, is_open=bool(found.people))

    def _open(self, row: int, column: int) -> None:
        self._list(self._places[row, column])

    def _list(self, place: tuple[int, int]) -> None:
        found = self._cells[place]
        self._chosen = place
        self._mark()
        title = f"{words.score_text(*place).capitalize()} · {words.clients(len(found.people))}"
        self.clients.show_clients(title, found.people)

    def _mark(self) -> None:
        marked = [at for at, place in self._places.items() if place == self._chosen]
        self.grid.choose(marked[0] if marked else None)
