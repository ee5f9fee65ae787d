"""The score of a survey answer: which question was asked, and the figure given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from portfolio_app.models.enums import SurveyKind
from portfolio_app.ui import messages, theme
from portfolio_app.ui.widgets.basic import button, text_label

SCORES = {SurveyKind.NPS: range(11), SurveyKind.CSAT: range(1, 6)}
IN_A_ROW = 11


class ScorePicker(QWidget):
    """NPS or CSAT, and its figures side by side; the figure chosen can be taken back by a second click."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, optional: bool = False) -> None:
        """`optional`: "no answer" can be chosen too, and is at first."""
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("Which survey"))
        if optional:
            self.kinds.addItem(self.tr("No survey answer"), "")
        for kind in SurveyKind:
            self.kinds.addItem(messages.survey_kind(kind.value), kind.value)
        self.kinds.currentIndexChanged.connect(lambda _: self._ask())
        layout.addWidget(self.kinds)
        self._question = text_label("", "caption", wrap=True)
        layout.addWidget(self._question)
        self._scores = QWidget()
        self._grid = QGridLayout(self._scores)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3)
        layout.addWidget(self._scores)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.buttons: dict[int, QPushButton] = {}
        for score in range(IN_A_ROW):
            item = button(str(score), small=True)
            item.setCheckable(True)
            item.setMinimumWidth(0)
            item.setProperty("density", "score")
            item.clicked.connect(lambda _=False, score=score: self._choose(score))
            self._group.addButton(item, score)
            self._grid.addWidget(item, 0, score)
            self.buttons[score] = item
        self._ask()

    @property
    def kind(self) -> str:
        """ "nps", "csat", or "" when there is no answer."""
        return str(self.kinds.currentData())

    @property
    def score(self) -> int | None:
        """The figure chosen."""
        return next((score for score, item in self.buttons.items() if item.isChecked()), None)

    def set_answer(self, kind: str, score: int | None) -> None:
        """Show an answer."""
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(kind)))
        for number, item in self.buttons.items():
            item.setChecked(number == score)

    def _ask(self) -> None:
        """Show the question of the kind chosen, and the figures it takes."""
        kind = self.kind
        allowed = SCORES[SurveyKind(kind)] if kind else range(0)
        for score, item in self.buttons.items():
            item.setVisible(score in allowed)
            item.setChecked(item.isChecked() and score in allowed)
        self._question.setText(
            {
                "nps": self.tr("Would recommend us: 0 not at all, 10 certainly"),
                "csat": self.tr("Satisfied: 1 not at all, 5 fully"),
            }.get(kind, "")
        )
        self._question.setVisible(bool(kind))
        self._scores.setVisible(bool(kind))
        self.changed.emit()

    def _choose(self, score: int) -> None:
        for number, item in self.buttons.items():
            item.setChecked(number == score and item.isChecked())
        self.changed.emit()
