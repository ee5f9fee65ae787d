"""The map: where the clients are, what they bring there, and whom to see there."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.item_models.lazy_table import LazyTableModel
from portfolio_app.ui.pages.analysis import places_charts as charts
from portfolio_app.ui.pages.analysis import places_data as data
from portfolio_app.ui.pages.analysis.places_data import MEASURES, Answer, Line, Question
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, EmptyState
from portfolio_app.ui.widgets.chart_card import ChartCard
from portfolio_app.ui.widgets.table_view import LazyTableView


class PlacesControls(QWidget):
    """Which map, and what its tones mean."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        self.map = self._combo(self.tr("Map"), ((self.tr("France"), "france"), (self.tr("World"), "world")))
        self.measure = self._combo(
            self.tr("What the tones mean"), tuple((charts.measure_name(each), each) for each in MEASURES)
        )
        self._is_chosen = False
        self.measure.activated.connect(lambda _: self.changed.emit())
        self.map.activated.connect(lambda _: self._on_map())
        layout.addWidget(self.measure)
        layout.addWidget(self.map)

    def question(self, today: date) -> Question:
        """What is asked now; until somebody chooses a map the data decide."""
        chosen: Any = self.map.currentData() if self._is_chosen else ""
        return Question(today, chosen, self.measure.currentData())

    def choose(self, *, map_name: str = "", measure: str = "") -> None:
        """Ask something else, as if the person had."""
        if map_name:
            self._is_chosen = True
            self.map.setCurrentIndex(self.map.findData(map_name))
        if measure:
            self.measure.setCurrentIndex(self.measure.findData(measure))
        self.changed.emit()

    def show_map(self, map_name: str) -> None:
        """Say which map is shown."""
        self.map.setCurrentIndex(self.map.findData(map_name))

    def _on_map(self) -> None:
        """Somebody chose a map: from now on the data decide no more."""
        self._is_chosen = True
        self.changed.emit()

    def _combo(self, label: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
        result = QComboBox()
        result.setAccessibleName(label)
        for text, code in choices:
            result.addItem(text, code)
        return result


class PlacesTab(QWidget):
    """A map on the left, its places as a table on the right; a click on either opens the clients there."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answer: Answer | None = None
        self.controls = PlacesControls()
        self.controls.changed.connect(self.load)
        self.card = ChartCard(context, self.tr("Where your clients are"), minimum=(320, 300))
        self.card.open_requested.connect(self.open_requested)
        nothing = Answer(Question(context.today()), "france", (), "", 0, 0)
        self.model = LazyTableModel(
            context.operations, self._fetch, charts.columns(nothing, context.currency()), self
        )
        self.table = LazyTableView(self.model, self.tr("Places"))
        self.table.setSortingEnabled(False)
        self.table.activated_id.connect(self._open)
        side = Card(self.tr("Places"))
        side.body.addWidget(self.table)
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.L)
        row.addWidget(self.card, 4)
        row.addWidget(side, 5)
        empty = EmptyState(
            "visit",
            self.tr("No client yet"),
            self.tr("Clients stand on the map by their postcode and country."),
            [
                (self.tr("Import my clients"), partial(self.open_requested.emit, "import", None)),
                (self.tr("Look at a sample book"), partial(self.open_requested.emit, "sample", None)),
            ],
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(shown)
        self._stack.addWidget(empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    @property
    def answer(self) -> Answer | None:
        """What is shown."""
        return self._answer

    def load(self) -> None:
        """Ask who is where."""
        question = self.controls.question(self._context.today())
        self._context.operations.query(self, data.look, question, on_result=self._show, latest="places")

    def show_item(self, item: dict[str, object]) -> None:
        """Which `map` ("france", "world"), by which `measure`."""
        self.controls.choose(map_name=str(item.get("map") or ""), measure=str(item.get("measure") or ""))

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        self.controls.setVisible(bool(answer.lines))
        self._stack.setCurrentIndex(0 if answer.lines else 1)
        self.controls.show_map(answer.map_name)
        currency = self._context.currency()
        self.card.present(charts.presented(answer, currency))
        self.model.set_columns(charts.columns(answer, currency))
        rows = dict(enumerate(answer.lines))
        self.model.set_ids(list(rows), rows)

    def _fetch(self, _: Any, ids: list[int]) -> dict[int, Line]:
        lines = self._answer.lines if self._answer is not None else ()
        return {place: lines[place] for place in ids if place < len(lines)}

    def _open(self, place: int) -> None:
        if self._answer is not None:
            self.open_requested.emit(*charts.target(self._answer.lines[place], self._answer))
