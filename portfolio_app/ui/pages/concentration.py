"""On whom the revenue, or the margin, depends: Pareto, Lorenz, ABC classes and the loss of one client."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages import concentration_data as data
from portfolio_app.ui.pages import concentration_words as words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.concentration_cards import READINGS, ClassesCard, LossCard
from portfolio_app.ui.pages.concentration_charts import lorenz, pareto
from portfolio_app.ui.pages.concentration_data import YEAR, Answer, ClientLine, Period, Question
from portfolio_app.ui.widgets import Card, EmptyState, StatTile, button, scrolling, text_label
from portfolio_app.ui.widgets.chart_view import ChartView
from portfolio_app.ui.widgets.fields import DateEdit
from portfolio_app.ui.widgets.table_view import LazyTableView

COPIED_ROWS = 10_000
"""More rows than that go to a file, not to the clipboard."""
_PERIODS: tuple[Period, ...] = ("year", "all", "free")
_MEASURES = ("revenue", "margin")


class ConcentrationControls(QWidget):
    """Period and measure."""

    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        today = context.today()
        self.start = DateEdit(today - timedelta(days=YEAR - 1))
        self.end = DateEdit(today)
        self._to = text_label(self.tr("to"), "muted")
        for field, name in ((self.start, self.tr("First day")), (self.end, self.tr("Last day"))):
            field.setAccessibleName(name)
            field.setKeyboardTracking(False)
            field.day_changed.connect(lambda _: self.changed.emit())
        self.period = self._combo(
            self.tr("Period"),
            (self.tr("12 rolling months"), self.tr("All time"), self.tr("From – to…")),
            _PERIODS,
        )
        self.measure = self._combo(
            self.tr("What is measured"), (self.tr("Revenue"), self.tr("Margin")), _MEASURES
        )
        for widget in (self.start, self._to, self.end, self.period, self.measure):
            layout.addWidget(widget)
        self._show_days()

    def question(self) -> Question:
        """What is asked now."""
        return Question(
            today=self._context.today(),
            period=self.period.currentData(),
            measure=self.measure.currentData(),
            start=min(self.start.day(), self.end.day()),
            end=max(self.start.day(), self.end.day()),
        )

    def choose(self, *, period: Period | None = None, measure: str | None = None) -> None:
        """Ask something else, as if the person had."""
        if period is not None:
            self.period.setCurrentIndex(_PERIODS.index(period))
        if measure is not None:
            self.measure.setCurrentIndex(_MEASURES.index(measure))
        self._on_chosen()

    def _combo(self, label: str, texts: tuple[str, ...], codes: tuple[str, ...]) -> QComboBox:
        result = QComboBox()
        result.setAccessibleName(label)
        for text, code in zip(texts, codes, strict=True):
            result.addItem(text, code)
        result.activated.connect(lambda _: self._on_chosen())
        return result

    def _on_chosen(self) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        for widget in (self.start, self._to, self.end):
            widget.setVisible(self.period.currentData() == "free")


class Concentration(QWidget):
    """The page's content; `load` asks the book."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answer: Answer | None = None
        self._reading = READINGS[0]
        self.controls = ConcentrationControls(context)
        self.controls.changed.connect(self.load)
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(scrolling(self._content()))
        self._empty: QWidget | None = None

    @property
    def answer(self) -> Answer | None:
        """What is shown."""
        return self._answer

    @property
    def empty_state(self) -> EmptyState | None:
        """What stands in the place of the charts when there is nothing to draw."""
        return self._empty if isinstance(self._empty, EmptyState) else None

    def load(self) -> None:
        """Ask for the figures of the period chosen."""
        self._context.operations.query(
            self, data.look, self.controls.question(), on_result=self._show, latest="concentration"
        )

    def choose_reading(self, reading: str) -> None:
        """Cut the classes another way."""
        self._reading = reading
        if self._answer is not None and self._answer.ids:
            self._show_classes(self._answer)
            self.model.reformat()

    # Building

    def _content(self) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, theme.XS, 0)
        grid.setSpacing(theme.L)
        grid.addLayout(self._tile_row(), 0, 0, 1, 2)
        grid.addWidget(self._pareto_card(), 1, 0)
        grid.addWidget(self._lorenz_card(), 1, 1)
        self.classes = ClassesCard()
        self.classes.reading_chosen.connect(self.choose_reading)
        self.loss = LossCard()
        grid.addWidget(self.classes, 2, 0)
        grid.addWidget(self.loss, 2, 1)
        grid.addWidget(self._table_card(), 3, 0, 1, 2)
        grid.setColumnStretch(0, 27)
        grid.setColumnStretch(1, 12)
        return content

    def _tile_row(self) -> QHBoxLayout:
        labels = {
            "first": self.tr("First client"),
            "top5": self.tr("First five"),
            "for80": self.tr("Make 80 %"),
            "hhi": self.tr("HHI"),
            "equal": self.tr("Equal clients"),
            "gini": self.tr("Gini"),
        }
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        self.tiles = {key: StatTile(label) for key, label in labels.items()}
        for tile in self.tiles.values():
            tile.clicked.connect(partial(_explain, tile))
            row.addWidget(tile, 1)
        return row

    def _pareto_card(self) -> Card:
        card = Card(self.tr("Who makes your revenue"))
        self._pareto_title = card
        self.pareto = self._chart(card, self.tr("Pareto chart of the clients"), (300, 240))
        self._pareto_text = text_label("", "muted", wrap=True)
        self._negative = text_label("", "muted", wrap=True)
        card.body.insertWidget(0, self._pareto_text)
        card.body.addWidget(self._negative)
        return card

    def _lorenz_card(self) -> Card:
        card = Card(self.tr("Inequality of the portfolio"))
        self.lorenz = self._chart(card, self.tr("Lorenz curve of the clients"), (220, 200))
        self._lorenz_text = text_label("", "muted", wrap=True)
        self._hhi_text = text_label("", "strong", wrap=True)
        card.body.insertWidget(0, self._lorenz_text)
        card.body.addWidget(self._hhi_text)
        return card

    def _chart(self, card: Card, label: str, minimum: tuple[int, int]) -> ChartView:
        chart = ChartView(label, minimum=minimum)
        chart.client_clicked.connect(partial(self.open_requested.emit, "client"))
        chart.failed.connect(self._context.operations.failed)
        card.header.addWidget(chart.menu_button())
        card.body.addWidget(chart, 1)
        return chart

    def _table_card(self) -> Card:
        card = Card(self.tr("Clients by rank"))
        self._table_note = text_label("", "muted")
        card.header.addWidget(self._table_note)
        card.header.addWidget(button(self.tr("Copy"), self.copy_table, icon="copy", small=True))
        card.header.addWidget(button(self.tr("Save as Excel…"), self._choose_file, icon="export", small=True))
        self.model = LazyTableModel(self._context.operations, self._fetch, self._columns(), self)
        self.table = LazyTableView(self.model, self.tr("Clients by rank"))
        self.table.setSortingEnabled(False)
        self.table.activated_id.connect(partial(self.open_requested.emit, "client"))
        self.table.setMinimumHeight(380)
        card.body.addWidget(self.table)
        return card

    def _columns(self) -> list[Column]:
        none = i18n.NO_VALUE

        def percent(share: float | None) -> str:
            return none if share is None else i18n.percent(share, 1)

        def amount(each: ClientLine) -> str:
            return i18n.money(each.amount, self._context.currency())

        return [
            Column(
                "rank", self.tr("Rank"), lambda each: i18n.number(each.rank), "right", width=64, style="muted"
            ),
            Column(
                "name", self.tr("Client"), lambda each: each.name, width=240, stretch=True, style="strong"
            ),
            Column("amount", self.tr("Amount"), amount, "right", width=130),
            Column("share", self.tr("Share"), lambda each: percent(each.share), "right", width=90),
            Column(
                "cumulated", self.tr("Cumulated"), lambda each: percent(each.cumulated), "right", width=110
            ),
            Column(
                "class",
                self.tr("Class"),
                lambda each: each.classes[self._reading] or none,
                "center",
                width=70,
            ),
        ]

    # Showing

    def _fetch(self, book: Any, ids: list[int]) -> dict[int, ClientLine]:
        return data.fetch(self._answer, ids)

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        if not answer.ids:
            self._show_empty(answer)
            return
        self._stack.setCurrentIndex(0)
        currency = self._context.currency()
        for key, figure in words.figures(answer).items():
            self.tiles[key].set_value(figure.value, figure.badge, figure.tone)
            self.tiles[key].set_explanation(figure.explain)
        is_margin = answer.question.measure == "margin"
        title = self.tr("Who makes your margin") if is_margin else self.tr("Who makes your revenue")
        period = words.period_text(answer.question)
        self._pareto_title.set_title(f"{title} · {period}")
        self._pareto_text.setText(words.pareto_sentence(answer))
        self._lorenz_text.setText(words.lorenz_sentence(answer))
        self._hhi_text.setText(words.hhi_sentence(answer))
        self._negative.setText(words.negative_sentence(answer, currency))
        self._negative.setVisible(bool(self._negative.text()))
        self.lorenz.draw(lorenz(answer, currency))
        self._show_classes(answer)
        self.loss.show_answer(answer)
        self._table_note.setText("")
        self.model.set_ids(answer.ids, answer.first)

    def _show_classes(self, answer: Answer) -> None:
        currency = self._context.currency()
        self.classes.show_answer(answer, self._reading, currency)
        self.pareto.draw(pareto(answer, self._reading, currency))

    def _show_empty(self, answer: Answer) -> None:
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = self._empty_state(answer)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)
        self.pareto.clear()
        self.lorenz.clear()
        self.model.set_ids(())

    def _empty_state(self, answer: Answer) -> EmptyState:
        question, last = answer.question, answer.view.last_sale
        all_time = (self.tr("All time"), lambda: self.controls.choose(period="all"))
        if answer.lacks_costs:
            return EmptyState(
                "info",
                self.tr("No margin can be told"),
                self.tr(
                    "No sale of this period has a cost. Import your sales with their cost or margin, "
                    "or look at the revenue."
                ),
                [(self.tr("Show the revenue"), lambda: self.controls.choose(measure="revenue"))],
            )
        if last is not None or question.period == "free":
            text = self.tr("Nothing was sold in this period ({period}).").format(
                period=words.period_text(question)
            )
            if last is not None:
                day = i18n.short_date(last)
                text += " " + self.tr("The last sale before its end is of {day}.").format(day=day)
            return EmptyState("calendar", self.tr("No sale in this period"), text, [all_time])
        return EmptyState(
            "analysis",
            self.tr("On whom do you depend?"),
            self.tr(
                "Once there are sales in the book, this page shows who makes your revenue "
                "and what losing one client would mean."
            ),
            [
                (self.tr("Import my sales"), partial(self.open_requested.emit, "import", None)),
                (self.tr("Look at a sample book"), partial(self.open_requested.emit, "sample", None)),
            ],
        )

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
        self._table_note.setText(self.tr("Copied"))

    def _saved(self, path: Path) -> None:
        self._table_note.setText(self.tr("Saved: {name}").format(name=path.name))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save as Excel"), self.tr("concentration") + ".xlsx")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setNameFilter(self.tr("Excel workbook (*.xlsx)"))
        dialog.selectFile(self.tr("concentration") + ".xlsx")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_table(Path(name)))
        dialog.open()

    def save_table(self, path: Path) -> None:
        """Write the figures, the clients and the chart of this period as a workbook."""
        language = "fr" if i18n.locale().name().startswith("fr") else "en"
        self._context.operations.query(
            self, _save, path, self.controls.question(), language, on_result=self._saved
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
