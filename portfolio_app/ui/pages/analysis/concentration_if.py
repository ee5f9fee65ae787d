"""What if: these clients leave, those deals are won, and what it then takes to stand on more legs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QListView, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages.analysis import concentration_if_data as data
from portfolio_app.ui.pages.analysis import concentration_if_words as words
from portfolio_app.ui.pages.analysis.concentration_compare import CompareGrid
from portfolio_app.ui.pages.analysis.concentration_data import Answer, Question
from portfolio_app.ui.pages.analysis.concentration_if_data import Choice, IfAnswer
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import Card, button, text_label
from portfolio_app.ui.widgets.fields import ChoiceBox, NumberEdit

KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
LINE = 26
MOST_MONTHS = 120


class PickList(QListView):
    """Lines to tick."""

    picked = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(3 * LINE)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._is_filling = False
        self._model.dataChanged.connect(lambda: self._tell())

    def sizeHint(self) -> QSize:
        """A few lines: more are scrolled to."""
        return QSize(240, 3 * LINE)

    def show_lines(self, lines: Sequence[tuple[int, str]], ticked: Collection[int]) -> None:
        """Show (key, text) of each; those `ticked` are so."""
        shown = [(item.data(KEY_ROLE), item.text()) for item in self._items()]
        self._is_filling = True
        if shown != list(lines):
            self._model.clear()
            for key, text in lines:
                item = QStandardItem(text)
                item.setCheckable(True)
                item.setEditable(False)
                item.setData(key, KEY_ROLE)
                item.setToolTip(plain_tooltip(text))
                item.setSizeHint(QSize(0, LINE))
                self._model.appendRow(item)
        for item in self._items():
            is_on = item.data(KEY_ROLE) in ticked
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        self._is_filling = False

    def untick(self) -> None:
        """Tick nothing."""
        self._is_filling = True
        for item in self._items():
            item.setCheckState(Qt.CheckState.Unchecked)
        self._is_filling = False
        self.picked.emit()

    def _items(self) -> list[QStandardItem]:
        return [self._model.item(row) for row in range(self._model.rowCount())]

    def _tell(self) -> None:
        if not self._is_filling:
            self.picked.emit()

    def ticked(self) -> tuple[int, ...]:
        """The keys of the lines ticked."""
        ticked = (item for item in self._items() if item.checkState() == Qt.CheckState.Checked)
        return tuple(int(item.data(KEY_ROLE)) for item in ticked)


class IfView(QWidget):
    """The fourth side of the page; it asks the book itself."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._question: Question | None = None
        self._lost: tuple[int, ...] | None = None
        self._months_kept = 0
        self.answer: IfAnswer | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, theme.XS, 0)
        grid.setSpacing(theme.M)
        grid.addWidget(self._lost_card(), 0, 0)
        grid.addWidget(self._won_card(), 1, 0)
        grid.addWidget(self._after_card(), 0, 1, 2, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 7)
        grid.setRowStretch(0, 3)
        grid.setRowStretch(1, 2)

    def load(self, answer: Answer) -> None:
        """Offer the clients of a period to lose; the first one is ticked to begin with."""
        self._question = answer.question
        currency = self._context.currency()
        lines = [
            (each.id, f"{each.rank}. {each.name} · {i18n.short_money(each.amount, currency)}"
             + ("" if each.share is None else f" · {i18n.percent(each.share, 1)}"))
            for each in answer.first.values()
        ]  # fmt: skip
        known = {key for key, _ in lines}
        if self._lost is None:
            self._lost = (lines[0][0],) if lines else ()
        self._lost = tuple(each for each in self._lost if each in known)
        self.lost.show_lines(lines, self._lost)
        self._show_limits(answer.limits)
        self._ask()

    def forget(self) -> None:
        """Another book: nobody is ticked in it yet."""
        self._lost = None
        self.won.show_lines((), ())

    # Building

    def _lost_card(self) -> Card:
        translate = QCoreApplication.translate
        card = Card(translate("Concentration", "You lose…"))
        card.header.addWidget(
            button(translate("Concentration", "Nobody"), self._untick, variant="link", small=True)
        )
        self.lost = PickList(translate("Concentration", "The clients who leave"))
        self.lost.picked.connect(self._on_lost)
        card.body.addWidget(self.lost, 1)
        self._replace = QWidget()
        row = QHBoxLayout(self._replace)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(text_label(translate("Concentration", "Months to replace it"), "muted"))
        self.months = NumberEdit(0, MOST_MONTHS, 0)
        self.months.setSpecialValueText(translate("Concentration", "not noted"))
        self.months.setAccessibleName(translate("Concentration", "Months to replace it"))
        self.months.editingFinished.connect(self._note_months)
        row.addWidget(self.months)
        row.addStretch()
        card.body.addWidget(self._replace)
        return card

    def _won_card(self) -> Card:
        translate = QCoreApplication.translate
        card = Card(translate("Concentration", "You win…"))
        self.fully = QCheckBox(translate("Concentration", "Count in full"))
        self.fully.setToolTip(
            plain_tooltip(translate("Concentration", "Instead of weighing each deal by its probability."))
        )
        self.fully.toggled.connect(lambda _: self._ask())
        card.header.addWidget(self.fully)
        self.won = PickList(translate("Concentration", "The open deals you win"))
        self.won.picked.connect(self._ask)
        card.body.addWidget(self.won, 1)
        self._no_deals = text_label(translate("Concentration", "No deal is open."), "muted", wrap=True)
        card.body.addWidget(self._no_deals)
        return card

    def _after_card(self) -> Card:
        translate = QCoreApplication.translate
        card = Card(translate("Concentration", "Before and after"))
        self.compare = CompareGrid()
        card.body.addWidget(self.compare)
        self.loss = text_label("", wrap=True)
        self.gain = text_label("", "muted", wrap=True)
        card.body.addWidget(self.loss)
        card.body.addWidget(self.gain)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(text_label(translate("Concentration", "To balance it: nobody above"), "strong"))
        self.limit = ChoiceBox()
        self.limit.setAccessibleName(translate("Concentration", "The share nobody should reach"))
        self.limit.activated.connect(lambda _: self._ask())
        head.addWidget(self.limit)
        head.addStretch()
        card.body.addLayout(head)
        self.balance = text_label("", wrap=True)
        card.body.addWidget(self.balance)
        card.body.addStretch(1)
        return card

    # Asking and showing

    def _show_limits(self, limits: tuple[float, float]) -> None:
        kept = self.limit.currentData()
        self.limit.clear()
        for limit in sorted(set(limits)):
            self.limit.addItem(i18n.percent(limit), limit)
        self.limit.setCurrentIndex(max(0, self.limit.findData(kept)))

    def _untick(self) -> None:
        self.lost.untick()

    def _on_lost(self) -> None:
        self._lost = self.lost.ticked()
        self._ask()

    def _ask(self) -> None:
        if self._question is None:
            return
        choice = Choice(
            lost=self._lost or (),
            won=self.won.ticked(),
            fully=self.fully.isChecked(),
            limit=float(self.limit.currentData() or Choice().limit),
        )
        self._context.operations.query(
            self, data.look, self._question, choice, on_result=self._show, latest="concentration_if"
        )

    def _show(self, answer: IfAnswer) -> None:
        self.answer = answer
        currency = self._context.currency()
        translate = QCoreApplication.translate
        offers = [(each.deal_id, words.offer_text(each, currency)) for each in answer.offers]
        self.won.show_lines(offers, answer.choice.won)
        for widget in (self.won, self.fully):
            widget.setVisible(bool(offers))
        self._no_deals.setVisible(not offers)
        rows = words.compared(answer, currency)
        self.compare.show_rows(translate("Concentration", "Now"), translate("Concentration", "Then"), rows)
        self.loss.setText(words.loss_sentence(answer, currency))
        gain = words.won_sentence(answer, currency)
        self.gain.setText(gain)
        self.gain.setVisible(bool(gain))
        self.balance.setText(words.balance_sentence(answer, currency))
        self._replace.setVisible(len(answer.choice.lost) == 1)
        noted = answer.replace_months or 0
        # What is being typed stays; a number that was kept follows the book, as when it is undone.
        if not self.months.hasFocus() or self.months.value() == self._months_kept:
            self.months.setValue(noted)
            self._months_kept = noted

    def _note_months(self) -> None:
        if self.answer is None or len(self.answer.choice.lost) != 1:
            return
        months = self._months_kept = self.months.value()
        if months != (self.answer.replace_months or 0):
            client = self.answer.choice.lost[0]
            self._context.operations.run(self, data.set_replace_months, client, months or None)
