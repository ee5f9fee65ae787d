"""Making or changing a plan: its name, and a line per step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from portfolio_app.models.enums import InteractionKind
from portfolio_app.ui import messages, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import button, text_label
from portfolio_app.ui.widgets.fields import ChoiceBox, NumberEdit
from portfolio_app.ui.widgets.tab_order import tab_after

if TYPE_CHECKING:
    from portfolio_app.services.plans import PlanView, StepView

LATEST, NEXT, LONGEST = 3_650, 7, 50
"""The longest pause before a step, the one proposed, and the most steps of a plan."""
KINDS = tuple(kind.value for kind in InteractionKind if kind not in (InteractionKind.COMPLAINT,))


class StepRow(QWidget):
    """After how many days, by what kind of touch, and what it is about."""

    removed = Signal()

    def __init__(self, number: int, step: StepView | None) -> None:
        super().__init__()
        self.step_id = step.id if step is not None else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.XS)
        column.setSpacing(theme.XS)
        top = QHBoxLayout()
        top.setSpacing(theme.XS)
        self.days = NumberEdit(0, LATEST, step.after_days if step else (0 if number == 1 else NEXT))
        self.days.setPrefix(self.tr("after "))
        self.days.setSuffix(self.tr(" d"))
        self.kind = ChoiceBox()
        for code in KINDS:
            self.kind.addItem(messages.interaction_kind(code), code)
        self.kind.setCurrentIndex(max(self.kind.findData(step.kind if step else "call"), 0))
        self.remove_button = IconButton("trash", "")
        self.remove_button.clicked.connect(self.removed)
        top.addWidget(self.days)
        top.addWidget(self.kind, 1)
        top.addWidget(self.remove_button)
        self.title = QLineEdit(step.title if step else "")
        self.title.setPlaceholderText(self.tr("What to do or to say"))
        self.title.setMaxLength(500)
        column.addLayout(top)
        column.addWidget(self.title)
        self.set_number(number)

    def set_number(self, number: int) -> None:
        """Say which step this is, to whoever does not see where it stands."""
        for field, words in (
            (self.days, self.tr("Step {number}: days after the one before")),
            (self.kind, self.tr("Step {number}: kind of contact")),
            (self.title, self.tr("Step {number}: what to do")),
            (self.remove_button, self.tr("Remove step {number}")),
        ):
            field.setAccessibleName(words.format(number=number))
        self.remove_button.setToolTip(plain_tooltip(self.remove_button.accessibleName()))

    def values(self) -> dict[str, Any]:
        """The step as the service takes it."""
        given: dict[str, Any] = {
            "after_days": self.days.value(),
            "kind": self.kind.currentData(),
            "title": self.title.text(),
        }
        return given if self.step_id is None else {"id": self.step_id, **given}


class PlanEditor(QFrame):
    """Ctrl+Enter saves, Esc gives up. A new plan begins with one step at once and one a week later."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, plan: PlanView | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.plan = plan
        self.rows: list[StepRow] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.S)
        layout.addWidget(text_label(self.tr("Change the plan") if plan else self.tr("New plan"), "strong"))
        self.name = QLineEdit(plan.name if plan else "")
        self.name.setPlaceholderText(self.tr("Name, such as “Wake up”"))
        self.name.setAccessibleName(self.tr("Name of the plan"))
        self.name.setMaxLength(200)
        layout.addWidget(self.name)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(0)
        layout.addLayout(self._steps)
        self.add_button = button(self.tr("Step"), self.add_step, icon="plus", small=True)
        self.add_button.setAccessibleName(self.tr("Add a step"))
        self._error = text_label("", "danger", wrap=True)
        self._error.hide()
        layout.addWidget(self._error)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addWidget(self.add_button)
        row.addStretch()
        row.addWidget(button(self.tr("Cancel"), self.cancelled.emit, variant="ghost", small=True))
        self.save_button = button(self.tr("Save"), self.saved.emit, variant="primary", small=True)
        row.addWidget(self.save_button)
        layout.addLayout(row)
        for step in plan.steps if plan is not None else (None, None):
            self._add(step)

    def add_step(self) -> None:
        """One more step, at the end."""
        self._add(None)
        self.rows[-1].title.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> list[dict[str, Any]]:
        """The steps as the service takes them."""
        return [row.values() for row in self.rows]

    def say(self, sentence: str) -> None:
        """Say why it was not saved."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Enter in a field goes nowhere, Esc gives up."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.saved.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif not is_enter:
            super().keyPressEvent(event)

    def _add(self, step: StepView | None) -> None:
        row = StepRow(len(self.rows) + 1, step)
        row.removed.connect(partial(self._remove, row))
        self.rows.append(row)
        self._steps.addWidget(row)
        self._number()

    def _remove(self, row: StepRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._number()

    def _number(self) -> None:
        for number, row in enumerate(self.rows, 1):
            row.set_number(number)
            row.remove_button.setEnabled(len(self.rows) > 1)
        fields = [field for row in self.rows for field in (row.days, row.kind, row.remove_button, row.title)]
        tab_after(self.name, (*fields, self.add_button))
        self.add_button.setEnabled(len(self.rows) < LONGEST)
