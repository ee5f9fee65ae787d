"""The card of the concentration page that shows the ABC classes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages.analysis import concentration_words as words
from portfolio_app.ui.pages.analysis.concentration_data import Answer, ClassLine
from portfolio_app.ui.widgets import Card, clear_layout, line, text_label
from portfolio_app.ui.widgets.chart_worker import palette_for
from portfolio_app.ui.widgets.fields import ChoiceBox

READINGS = ("abc_rank", "abc_revenue", "abc_80_95")


class Swatch(QWidget):
    """A square in the colour a class has in the chart."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setFixedSize(12, 12)
        theme.notifier().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette_for(theme.current()).class_colour(self._name)))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)


class ClassesCard(Card):
    """Classes A, B and C of the reading in force, against what its rule of thumb expects."""

    reading_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("ABC classes"))
        self.reading = ChoiceBox()
        self.reading.setAccessibleName(self.tr("How the classes are cut"))
        for code, text in zip(
            READINGS,
            (
                self.tr("20 / 20 / 60 of the clients"),
                self.tr("60 / 30 / 10 of the amount"),
                self.tr("80 / 15 / 5 of the amount"),
            ),
            strict=True,
        ):
            self.reading.addItem(text, code)
        self.reading.activated.connect(lambda _: self.reading_chosen.emit(self.reading.currentData()))
        self.header.addWidget(self.reading)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(theme.S)
        self.body.addLayout(self._grid)
        self._sentence = text_label("", "muted", wrap=True)
        self.body.addWidget(self._sentence)
        self.body.addStretch(1)

    def show_answer(self, answer: Answer, reading: str, currency: str) -> None:
        """Show the classes of a reading."""
        self.reading.setCurrentIndex(READINGS.index(reading))
        clear_layout(self._grid)
        amount = words.measure_name(answer.question.measure)
        titles = (
            self.tr("Class"),
            self.tr("Clients"),
            self.tr("% of clients"),
            self.tr("expected"),
            amount[:1].upper() + amount[1:],
            self.tr("Share"),
            self.tr("Average"),
        )
        for column, title in enumerate(titles):
            self._put(0, column, title, "muted")
            self._grid.setColumnStretch(column, 0 if column == 0 else 1)
        for row, each in enumerate(answer.classes[reading], 1):
            self._grid.addWidget(line(), 2 * row - 1, 0, 1, len(titles))
            self._show_line(2 * row, each, currency)
        self._sentence.setText(words.class_sentence(answer, reading))

    def _show_line(self, row: int, each: ClassLine, currency: str) -> None:
        name = QWidget()
        layout = QHBoxLayout(name)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(Swatch(each.name))
        layout.addWidget(text_label(each.name, "strong"))
        layout.addStretch()
        self._grid.addWidget(name, row, 0)
        none = i18n.NO_VALUE
        texts = (
            i18n.number(each.clients),
            none if each.client_share is None else i18n.percent(each.client_share),
            i18n.percent(each.expected),
            i18n.money(each.amount, currency),
            none if each.share is None else i18n.percent(each.share),
            none if each.average is None else i18n.money(each.average, currency),
        )
        for column, text in enumerate(texts, 1):
            self._put(row, column, text, "muted" if column == 3 else "body")

    def _put(self, row: int, column: int, text: str, role: str) -> None:
        label = text_label(text, role)
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, row, column)
