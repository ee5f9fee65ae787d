"""The cards of the concentration page beside the charts: classes, and what losing a client would mean."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QSizePolicy, QToolTip, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages import concentration_words as words
from portfolio_app.ui.pages.concentration_data import THRESHOLDS, Answer, ClassLine, replacements
from portfolio_app.ui.widgets import Badge, Card, button, clear_layout, line, plain_tooltip, text_label
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


class ShareBar(QWidget):
    """A share as a bar, with a tick at each threshold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._share = 0.0
        theme.notifier().changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """Show a share, 0 to 1."""
        self._share = min(max(share, 0.0), 1.0)
        self.setAccessibleName(i18n.percent(self._share))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bar and ticks."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, 3, self.width(), 6)
        painter.setBrush(QColor(tokens.neutral_soft))
        painter.drawRoundedRect(whole, 3, 3)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(QRectF(0, 3, max(self.width() * self._share, 6), 6), 3, 3)
        painter.setBrush(QColor(tokens.muted))
        for limit in THRESHOLDS:
            painter.drawRect(QRectF(self.width() * limit - 0.5, 0, 1, 12))


class LossCard(Card):
    """What it would mean to lose one of the largest clients."""

    client_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("If you lost…"))
        self._answer: Answer | None = None
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(self.tr("The client who leaves"))
        self.choice.setMinimumContentsLength(10)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.currentIndexChanged.connect(self._show)
        self.body.addWidget(self.choice)
        row = QHBoxLayout()
        self._value = text_label("", "value")
        self._badge = Badge()
        row.addWidget(self._value)
        row.addStretch()
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self._bar = ShareBar()
        self.body.addWidget(self._bar)
        self._sentence = text_label("", wrap=True)
        self.body.addWidget(self._sentence)
        self._source = button(
            self.tr("Where do these limits come from?"), self._explain, variant="link", small=True
        )
        self._source.setToolTip(
            plain_tooltip(
                self.tr(
                    "Conventions, not laws. 10 %: from there accounts must name a major customer (IFRS 8.34). "
                    "10–15 %: the French business mediation advises to spread out from there. 22–30 %: limits "
                    "French buyers set themselves for a supplier. 30–50 %: order of magnitude quoted for French "
                    "rulings; the law sets no percentage, what counts is whether you have another outlet."
                )
            )
        )
        self.body.addWidget(
            text_label(self.tr("10, 20 and 30 % are conventions, not laws."), "caption", wrap=True)
        )
        self.body.addWidget(self._source, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_answer(self, answer: Answer) -> None:
        """Offer the largest clients, the one chosen before still chosen when it is among them."""
        kept = self.choice.currentData()
        self._answer = answer
        was_blocked = self.choice.blockSignals(True)
        self.choice.clear()
        for each in answer.top:
            self.choice.addItem(f"{each.rank}. {each.name}", each.id)
        self.choice.setCurrentIndex(max(0, self.choice.findData(kept)))
        self.choice.blockSignals(was_blocked)
        self._show()

    def _explain(self) -> None:
        spot = self._source.mapToGlobal(QPoint(0, self._source.height()))
        QToolTip.showText(spot, self._source.toolTip(), self._source)

    def _show(self) -> None:
        if self._answer is None:
            return
        chosen = self.choice.currentData()
        each = next((each for each in self._answer.top if each.id == chosen), None)
        found = self._answer.view.result.figures
        if each is None or each.share is None:
            self._value.setText(i18n.NO_VALUE)
            self._badge.set_text("")
            self._bar.set_share(0)
            self._sentence.setText("")
            return
        self._value.setText(i18n.percent(-each.share))
        self._badge.set_text(*words.dependency(each.share))
        self._bar.set_share(each.share)
        count = replacements(each.amount, found.total, found.clients)
        if count is None:
            self._sentence.setText(self.tr("No other client would remain to carry on."))
        else:
            text = self.tr("It would take %n average client(s) like the others to make up for it.", "", count)
            self._sentence.setText(text.replace(str(count), i18n.number(count), 1))
