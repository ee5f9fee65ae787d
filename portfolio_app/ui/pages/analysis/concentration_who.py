"""On whom: the figures, who makes the total, the first ones against the limits, the classes, the whole list."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QToolTip, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.item_models.cells import ROW_HEIGHT
from portfolio_app.ui.item_models.lazy_table import LazyTableModel
from portfolio_app.ui.pages.analysis import concentration_charts as charts
from portfolio_app.ui.pages.analysis import concentration_data as data
from portfolio_app.ui.pages.analysis import concentration_time_words as time_words
from portfolio_app.ui.pages.analysis import concentration_words as words
from portfolio_app.ui.pages.analysis.concentration_cards import READINGS, ClassesCard
from portfolio_app.ui.pages.analysis.concentration_data import Answer, ClientLine, Question
from portfolio_app.ui.pages.analysis.concentration_time_data import OverTime
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, StatTile, button, plain_tooltip, text_label
from portfolio_app.ui.widgets.chart_card import ChartCard
from portfolio_app.ui.widgets.table_view import LazyTableView

HEADER, MOST_ROWS = 48, 10
"""The height of the table's header with the bar below it, and the rows shown without scrolling."""
COPIED_ROWS = 10_000
"""More rows than that go to a file, not to the clipboard."""


class WhoView(QWidget):
    """The first side of the page."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answer: Answer | None = None
        self._reading = READINGS[0]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, theme.XS, 0)
        grid.setSpacing(theme.M)
        grid.addLayout(self._tile_row(), 0, 0, 1, 2)
        translate = QCoreApplication.translate
        title = translate("Concentration", "Who makes your revenue")
        self.pareto = ChartCard(context, title, minimum=(300, 220))
        self.first = ChartCard(context, translate("Concentration", "Your first clients"), minimum=(260, 220))
        for card in (self.pareto, self.first):
            card.open_requested.connect(self.open_requested)
        self.source = button(
            translate("Concentration", "Why these limits?"), self._explain, variant="link", small=True
        )
        self.source.setToolTip(plain_tooltip(words.limits_source()))
        self.source.setAccessibleName(translate("Concentration", "Where do these limits come from?"))
        self.first.header.insertWidget(self.first.header.count() - 2, self.source)
        grid.addWidget(self.first, 1, 0)
        grid.addWidget(self.pareto, 1, 1)
        self.classes = ClassesCard()
        self.classes.reading_chosen.connect(self.choose_reading)
        grid.addWidget(self.classes, 2, 0, 1, 2)
        grid.addWidget(self._table_card(), 3, 0, 1, 2)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 6)
        grid.setRowStretch(1, 1)

    def choose_reading(self, reading: str) -> None:
        """Cut the classes another way."""
        self._reading = reading
        if self._answer is not None and self._answer.ids:
            self._show_classes(self._answer)
            self.model.reformat()

    def show_answer(self, answer: Answer) -> None:
        """Show the figures of a period; how they changed comes with `show_changes`."""
        self._answer = answer
        for key, figure in words.figures(answer).items():
            if key in self.tiles:
                self.tiles[key].set_value(figure.value, figure.badge, figure.tone)
                self.tiles[key].set_explanation(figure.explain)
        is_margin = answer.question.measure == "margin"
        translate = QCoreApplication.translate
        margin, revenue = (
            translate("Concentration", "Who makes your margin"),
            translate("Concentration", "Who makes your revenue"),
        )
        self.pareto.set_title(margin if is_margin else revenue)
        self.first.present(charts.first_clients(answer, self._context.currency()))
        self._show_classes(answer)
        self._note.setText(words.period_text(answer.question))
        self.table.setFixedHeight(HEADER + ROW_HEIGHT * min(max(len(answer.ids), 2), MOST_ROWS))
        self.model.set_ids(answer.ids, answer.first)

    def show_changes(self, over: OverTime) -> None:
        """Show how the figures changed since the season before, and what may be lost."""
        for key, (text, tone) in time_words.changes(over).items():
            if key in self.tiles:
                self.tiles[key].set_change(text, tone)
        figure = time_words.risk_figure(over, self._context.currency())
        self.tiles["risk"].set_value(figure.value, figure.badge, figure.tone)
        self.tiles["risk"].set_explanation(figure.explain)

    def clear(self) -> None:
        """Show nobody."""
        self.pareto.chart.clear()
        self.first.chart.clear()
        self.model.set_ids(())

    # Building

    def _tile_row(self) -> QHBoxLayout:
        translate = QCoreApplication.translate
        labels = {
            "first": translate("Concentration", "First client"),
            "top5": translate("Concentration", "First five"),
            "for80": translate("Concentration", "Make 80 %"),
            "equal": translate("Concentration", "Equal clients"),
            "hhi": translate("Concentration", "HHI"),
            "risk": translate("Concentration", "At risk"),
        }
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        self.tiles = {key: StatTile(label) for key, label in labels.items()}
        for tile in self.tiles.values():
            tile.clicked.connect(partial(_explain, tile))
            row.addWidget(tile, 1)
        return row

    def _table_card(self) -> Card:
        translate = QCoreApplication.translate
        card = Card(translate("Concentration", "Clients by rank"))
        self._note = text_label("", "muted")
        card.header.addWidget(self._note)
        copy, save = translate("Concentration", "Copy"), translate("Concentration", "Save as Excel…")
        card.header.addWidget(button(copy, self.copy_table, icon="copy", small=True))
        card.header.addWidget(button(save, self._choose_file, icon="export", small=True))
        columns = charts.client_columns(self._context.currency, lambda: self._reading)
        self.model = LazyTableModel(self._context.operations, self._fetch, columns, self)
        self.table = LazyTableView(self.model, translate("Concentration", "Clients by rank"))
        self.table.setSortingEnabled(False)
        self.table.activated_id.connect(partial(self.open_requested.emit, "client"))
        card.body.addWidget(self.table)
        return card

    def _fetch(self, book: Any, ids: list[int]) -> dict[int, ClientLine]:
        return data.fetch(self._answer, ids)

    def _show_classes(self, answer: Answer) -> None:
        currency = self._context.currency()
        self.classes.show_answer(answer, self._reading, currency)
        self.pareto.present(charts.pareto(answer, self._reading, currency))

    def _explain(self) -> None:
        spot = self.source.mapToGlobal(QPoint(0, self.source.height()))
        QToolTip.showText(spot, self.source.toolTip(), self.source)

    # Taking the table away

    def copy_table(self) -> None:
        """Put the table on the clipboard, tab-separated, as a spreadsheet takes it."""
        if self._answer is not None:
            self._context.operations.query(
                self,
                partial(_table_text, answer=self._answer, reading=self._reading),
                on_result=self._copied,
            )

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._note.setText(QCoreApplication.translate("Concentration", "Copied"))

    def _saved(self, path: Path) -> None:
        text = QCoreApplication.translate("Concentration", "Saved: {name}")
        self._note.setText(text.format(name=path.name))

    def _choose_file(self) -> None:
        translate = QCoreApplication.translate
        name = translate("Concentration", "concentration") + ".xlsx"
        dialog = QFileDialog(self, translate("Concentration", "Save as Excel"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setNameFilter(translate("Concentration", "Excel workbook (*.xlsx)"))
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.save_table(Path(chosen)))
        dialog.open()

    def save_table(self, path: Path) -> None:
        """Write the figures, the clients and the chart of this period as a workbook."""
        if self._answer is None:
            return
        language = "fr" if i18n.locale().name().startswith("fr") else "en"
        self._context.operations.query(
            self, _save, path, self._answer.question, language, on_result=self._saved
        )


def _explain(tile: StatTile) -> None:
    spot = tile.mapToGlobal(QPoint(tile.width() // 2, tile.height()))
    QToolTip.showText(QCursor.pos() if tile.underMouse() else spot, tile.toolTip(), tile)


def _save(book: Any, path: Path, question: Question, language: str) -> Path:
    from portfolio_app.services import export

    return export.export_concentration(
        book,
        path,
        question.as_of,
        language,
        window_days=question.window_days,
        measure=question.measure,
    )


def _table_text(book: Any, answer: Answer, reading: str) -> str:
    from portfolio_app.services import export

    lines = data.fetch(answer, answer.ids[:COPIED_ROWS]).values()
    rows = [words.plain_cells(each, reading) for each in lines]
    return export.clipboard_text([words.table_titles(answer.question.measure), *rows])
