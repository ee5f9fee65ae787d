"""Movement: who went from which segment to which between two days, and the clients behind each figure."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages.analysis import movement_data as data
from portfolio_app.ui.pages.analysis import movement_words as words
from portfolio_app.ui.pages.analysis import segments_words
from portfolio_app.ui.pages.analysis.movement_controls import SinceChoice
from portfolio_app.ui.pages.analysis.movement_data import TOTAL, WAYS, Answer, Cell, Question, Way
from portfolio_app.ui.pages.analysis.movement_list import CellClients
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, EmptyState, StatTile, button, scrolling, text_label
from portfolio_app.ui.widgets.heat_table import Heading, HeatCell, HeatTable, Hue

MEASURES = ("clients", "before", "after")
_HUES: dict[Way, Hue] = {
    "better": "better",
    "worse": "worse",
    "stay": "stay",
    "new": "accent",
}


class MovementControls(QWidget):
    """The two days, and what the cells show."""

    days_changed = Signal()
    measure_changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        self.days = SinceChoice(context, self.tr("Period compared"))
        self.days.changed.connect(self.days_changed)
        self.measure = QComboBox()
        self.measure.setAccessibleName(self.tr("What the cells show"))
        texts = (self.tr("Clients"), self.tr("Revenue before"), self.tr("Revenue after"))
        for code, text in zip(MEASURES, texts, strict=True):
            self.measure.addItem(text, code)
        self.measure.activated.connect(lambda _: self.measure_changed.emit())
        layout.addWidget(self.days)
        layout.addWidget(self.measure)

    def question(self) -> Question:
        """What is asked now."""
        return Question(self.days.since(), self.days.until())


class MovementTab(QWidget):
    """The tab's content; `load` asks the book."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answer: Answer | None = None
        self._heads: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._listed: tuple[str, str] | None = None
        context.operations.book_opened.connect(self._forget)
        self.controls = MovementControls(context)
        self.controls.days_changed.connect(self.load)
        self.controls.measure_changed.connect(self._fill)
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._area: QScrollArea = scrolling(self._content())
        self._stack.addWidget(self._area)
        self._empty = EmptyState(
            "segment",
            self.tr("Who moves where?"),
            self.tr(
                "Once there are clients in the book, this page shows who went from one segment to another "
                "between two days."
            ),
            [
                (self.tr("Import my clients"), partial(self.open_requested.emit, "import", None)),
                (self.tr("Look at a sample book"), partial(self.open_requested.emit, "sample", None)),
            ],
        )
        self._stack.addWidget(self._empty)

    @property
    def answer(self) -> Answer | None:
        """What is shown."""
        return self._answer

    @property
    def is_empty(self) -> bool:
        """Whether there is no client on either day."""
        return self._stack.currentWidget() is self._empty

    def show_item(self, item: dict[str, object]) -> None:
        """The day `since` which movements are shown."""
        since = item.get("since")
        if isinstance(since, date):
            self.controls.days.choose(start=since, end=self._context.today())

    def load(self) -> None:
        """Ask who was where on the two days."""
        self._context.operations.query(
            self, data.look, self.controls.question(), on_result=self._show, latest="movement"
        )

    # Building

    def _content(self) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, theme.XS, 0)
        layout.setSpacing(theme.L)
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        self.tiles: dict[Way, StatTile] = {}
        for way, title in words.way_titles().items():
            tile = StatTile(title)
            tile.clicked.connect(partial(self._open_way, way))
            self.tiles[way] = tile
            row.addWidget(tile, 1)
        layout.addLayout(row)
        layout.addWidget(self._grid_card())
        self.clients = CellClients(self._context, self.tr("Choose a cell to see its clients"))
        self.clients.open_requested.connect(self.open_requested)
        self.clients.left.connect(self._leave_list)
        layout.addWidget(self.clients, 1)
        return content

    def _grid_card(self) -> Card:
        self.card = Card(self.tr("From segment to segment"))
        self._note = text_label("", "muted")
        self.card.header.addWidget(self._note)
        self.card.header.addWidget(button(self.tr("Copy"), self.copy_table, icon="copy", small=True))
        self.sentence = text_label("", "muted", wrap=True)
        self.card.body.addWidget(self.sentence)
        self.grid = HeatTable(self.tr("Clients by segment before and after"))
        self.grid.cell_opened.connect(self._open)
        self.grid.cell_entered.connect(self._enter_list)
        self._opener: QWidget = self.grid
        self.card.body.addWidget(self.grid)
        self.legend = text_label("", "caption", wrap=True)
        self.card.body.addWidget(self.legend)
        return self.card

    # Showing

    def _show(self, answer: Answer) -> None:
        is_other = self._answer is None or self._answer.question != answer.question
        self._answer = answer
        self.controls.setVisible(bool(answer.cells))
        self._stack.setCurrentWidget(self._area if answer.cells else self._empty)
        currency = self._context.currency()
        base = len(answer.cell(TOTAL, TOTAL).ids) - len(answer.going["new"].ids)
        for way in WAYS:
            going = answer.going[way]
            count = len(going.ids)
            share = i18n.percent(count / base) if base and way != "new" else ""
            self.tiles[way].set_value(i18n.number(count), share)
            self.tiles[way].set_explanation(
                f"{words.way_meaning(way, answer)}\n{words.amounts(going, answer, currency)}"
            )
        name = segments_words.title(answer.info)
        self.card.set_title(self.tr("From segment to segment · {name}").format(name=name))
        self.sentence.setText(words.sentence(answer))
        self._note.setText("")
        self._fill()
        if is_other:
            self._list(None)
        elif self._listed is not None:
            self._list(self._listed)

    def _fill(self) -> None:
        answer = self._answer
        if answer is None:
            return
        rows, columns = (*answer.rows, TOTAL), (*answer.columns, TOTAL)
        self._heads = (rows, columns)
        measure = self.controls.measure.currentData()
        shown = {
            (row, column): words.value(answer.cell(row, column), measure)
            for row in rows
            for column in columns
        }
        most = self._scales(answer, shown)
        cells = [
            [self._cell(answer, (row, column), shown[row, column], most) for column in columns]
            for row in rows
        ]
        self.grid.set_grid(
            [self._heading(code, answer, is_row=True) for code in rows],
            [self._heading(code, answer, is_row=False) for code in columns],
            cells,
        )
        self._mark_listed()
        legend = self.tr("↑ to a better segment, ↓ to a worse one; the stronger the colour, the more.")
        if measure != "clients":
            legend += " " + words.window_meaning(answer)
        self.legend.setText(f"{legend} {words.former(answer)}".rstrip())

    @staticmethod
    def _scales(answer: Answer, shown: dict[tuple[str, str], int]) -> dict[bool, int]:
        """The largest figure of those who stayed, and of those who did not: stayers would drown the others."""
        most = {True: 0, False: 0}
        for (row, column), value in shown.items():
            if TOTAL not in (row, column):
                stayed = answer.way(row, column) == "stay"
                most[stayed] = max(most[stayed], value)
        return most

    def _cell(self, answer: Answer, place: tuple[str, str], value: int, most: dict[bool, int]) -> HeatCell:
        currency = self._context.currency()
        is_money = self.controls.measure.currentData() != "clients"
        text = i18n.short_money(value, currency) if is_money else i18n.number(value)
        found = answer.cell(*place)
        explain = words.explain(*place, answer, currency)
        if TOTAL in place:
            return HeatCell(text, explain=explain, is_total=True, is_open=bool(found.ids))
        way = answer.way(*place)
        mark = words.MARKS.get(way, "") if found.ids else ""
        top = most[way == "stay"]
        heat = max(value, 0) / top if top > 0 else 0.0
        return HeatCell(
            f"{mark}{i18n.NBSP}{text}" if mark else text,
            heat,
            _HUES[way],
            explain,
            is_open=bool(found.ids),
        )

    @staticmethod
    def _heading(code: str, answer: Answer, *, is_row: bool) -> Heading:
        info = answer.segments.get(code)
        return Heading(
            words.heading(code, answer),
            info.colour if info is not None else "",
            words.heading_meaning(code, answer, is_row=is_row),
        )

    # The clients behind a figure

    def _open(self, row: int, column: int) -> None:
        self._list((self._heads[0][row], self._heads[1][column]))
        self._opener = self.grid

    def _enter_list(self) -> None:
        """Bring the list into sight, once it has its height, and put the keyboard there."""
        self.clients.enter()
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.clients, 0, 0))

    def _leave_list(self) -> None:
        """Back to the figure whose clients are listed."""
        self._opener.setFocus()
        # Of a grid in focus Qt would only bring the current cell into sight.
        self._area.ensureWidgetVisible(self.card if self._opener is self.grid else self._opener, 0, 0)

    def _list(self, place: tuple[str, str] | None) -> None:
        """List the clients of a cell; None lists nobody."""
        self._listed = place
        self._mark_listed()
        answer = self._answer
        if place is None or answer is None:
            self.clients.show_clients("", {})
            return
        self._show_clients(words.passage(*place, answer), answer.cell(*place), answer)

    def _show_clients(self, name: str, cell: Cell, answer: Answer) -> None:
        title = f"{name} · {segments_words.clients(len(cell.ids))}"
        people = {client: answer.people[client] for client in cell.ids}
        self.clients.show_clients(title, people, words.amounts(cell, answer, self._context.currency()))

    def _mark_listed(self) -> None:
        rows, columns = self._heads
        if self._listed is None or self._listed[0] not in rows or self._listed[1] not in columns:
            self.grid.choose(None)
        else:
            self.grid.choose((rows.index(self._listed[0]), columns.index(self._listed[1])))

    def _open_way(self, way: Way) -> None:
        answer = self._answer
        if answer is None:
            return
        cell = answer.going[way]
        tile = self.tiles[way]
        if not cell.ids:
            QToolTip.showText(tile.mapToGlobal(QPoint(0, tile.height())), tile.toolTip(), tile)
            return
        self._listed = None
        self._mark_listed()
        self._show_clients(words.way_titles()[way], cell, answer)
        self._opener = tile
        self._enter_list()

    def _forget(self) -> None:
        """Another book: its clients have other ids."""
        self._answer = None
        self._list(None)

    def copy_table(self) -> None:
        """Put the grid on the clipboard, tab-separated, as a spreadsheet takes it."""
        answer = self._answer
        if answer is not None:
            rows = words.plain_grid(answer, self.controls.measure.currentData())
            self._context.operations.query(self, _table_text, rows, on_result=self._copied)

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._note.setText(self.tr("Copied"))


def _table_text(book: object, rows: list[tuple[str, ...]]) -> str:
    from portfolio_app.services import export

    return export.clipboard_text(rows)
