"""A rule as fields: conditions in frames, put together by all, any, none; each says what is wrong with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from portfolio_app.analysis.rule_parsing import OPERATORS_OF
from portfolio_app.ui import messages, metric_words, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages.rule_editor_draft import Node, Word, first_problem, problem
from portfolio_app.ui.pages.rule_editor_metrics import MetricBox
from portfolio_app.ui.pages.rule_editor_values import Kitchen, ValueEditor, kept_value, usual_value
from portfolio_app.ui.rule_operators import operator_word
from portfolio_app.ui.widgets import button, clear_layout, text_label
from portfolio_app.ui.widgets.fields import ChoiceBox

FIRST_METRIC, FIRST_OP = "revenue_window", ">="
"""What a new condition asks until it is changed."""
WORDS: tuple[Word, ...] = ("all", "any", "none", "not_all")


def new_condition(kitchen: Kitchen) -> Node:
    """A condition to begin with."""
    column = kitchen.columns[FIRST_METRIC]
    return Node(None, [], FIRST_METRIC, FIRST_OP, usual_value(column, FIRST_OP, kitchen))


class _Part(QFrame):
    """What conditions and groups have in common."""

    changed = Signal()
    removed = Signal()

    def __init__(self, node: Node, kitchen: Kitchen) -> None:
        super().__init__()
        self.node, self.kitchen = node, kitchen
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _problem_label(self) -> QLabel:
        label = text_label("", "danger", wrap=True)
        label.setVisible(False)
        return label

    def _show_problem(self, label: QLabel) -> None:
        found = problem(self.node, self.kitchen.columns)
        label.setText(messages.error_text(found) if found is not None else "")
        label.setAccessibleName(label.text())
        label.setVisible(found is not None)

    def check(self) -> None:
        """Say what is wrong, here and below."""


class ConditionRow(_Part):
    """One comparison: indicator, operator, value."""

    def __init__(self, node: Node, kitchen: Kitchen) -> None:
        super().__init__(node, kitchen)
        self.setObjectName("ruleCondition")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        layout.setSpacing(theme.XS)
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.XS)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self.problem = self._problem_label()
        layout.addLayout(self._head)
        layout.addLayout(self._body)
        layout.addWidget(self.problem)
        self.indicator = MetricBox("", {})
        self.operator = ChoiceBox()
        self.value: ValueEditor | None = None
        self._fill()

    @property
    def title(self) -> str:
        """The name of the indicator."""
        return metric_words.title(self.node.metric, self.kitchen.columns)

    def focus_first(self) -> None:
        """Put the keyboard on the indicator."""
        self.indicator.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> None:
        """Say what is wrong."""
        self._show_problem(self.problem)

    def _fill(self) -> None:
        clear_layout(self._head)
        self.indicator = MetricBox(self.node.metric, self.kitchen.columns)
        self.indicator.chosen.connect(self._choose_metric)
        self.operator = ChoiceBox()
        self.operator.setAccessibleName(self.tr("Comparison, {name}").format(name=self.title))
        column = self.kitchen.columns.get(self.node.metric)
        kind = column.kind if column is not None else ""
        for op in OPERATORS_OF.get(kind, (self.node.op,)):
            self.operator.addItem(operator_word(kind, op), op)
        self.operator.setCurrentIndex(self.operator.findData(self.node.op))
        self.operator.activated.connect(lambda _: self._choose_operator(self.operator.currentData()))
        remove = IconButton("trash", self.tr("Remove the condition on {name}").format(name=self.title))
        remove.clicked.connect(lambda: self.removed.emit())
        self._head.addWidget(self.indicator, 1)
        self._head.addWidget(self.operator)
        self._head.addWidget(remove)
        self._fill_value()

    def _fill_value(self) -> None:
        clear_layout(self._body)
        self.value = ValueEditor(self.node, self.kitchen, self.title)
        self.value.changed.connect(self._set_value)
        self.value.reshaped.connect(self._reshape)
        self._body.addWidget(self.value)
        self.value.setVisible(self.node.op not in ("known", "missing"))

    def _choose_metric(self, metric: str) -> None:
        column, before = self.kitchen.columns[metric], self.kitchen.columns.get(self.node.metric)
        fits = before is not None and before.kind == column.kind
        if not (fits and self.node.op in OPERATORS_OF[column.kind]):
            default = FIRST_OP if column.kind in ("money", "int", "ratio", "date") else ""
            self.node.op = default or OPERATORS_OF[column.kind][0]
        if metric != self.node.metric:
            self.node.value = usual_value(column, self.node.op, self.kitchen)
        self.node.metric = metric
        self._fill()
        self.operator.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _choose_operator(self, op: str) -> None:
        column = self.kitchen.columns.get(self.node.metric)
        if column is None or op == self.node.op:
            return
        # Another set of fields is made only where another kind of value is asked for.
        alike = {self.node.op, op}.isdisjoint({"between", "in", "known", "missing"})
        alike = alike and column.kind in ("money", "int", "ratio", "date", "list")
        self.node.value = kept_value(self.node, column, op, self.kitchen)
        self.node.op = op
        if not alike:
            self._fill_value()
        self.changed.emit()

    def _set_value(self, value: Any) -> None:
        self.node.value = value
        self.changed.emit()

    def _reshape(self, value: Any) -> None:
        self.node.value = value
        self._fill_value()
        assert self.value is not None
        self.value.focus_first()
        self.changed.emit()


class GroupBox(_Part):
    """Conditions put together; the one at the root of a rule cannot be removed."""

    def __init__(self, node: Node, kitchen: Kitchen, *, is_root: bool = False) -> None:
        super().__init__(node, kitchen)
        self.setObjectName("ruleRoot" if is_root else "ruleGroup")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0 if is_root else theme.M, 0, 0, 0)
        layout.setSpacing(theme.S)
        head = QHBoxLayout()
        head.setSpacing(theme.XS)
        self.word = ChoiceBox()
        self.word.setAccessibleName(self.tr("How the conditions go together"))
        self.word.addItems(
            [
                self.tr("All are true"),
                self.tr("At least one is true"),
                self.tr("None is true"),
                self.tr("Not all are true"),
            ]
        )
        self.word.setCurrentIndex(WORDS.index(node.word or "all"))
        self.word.activated.connect(self._choose_word)
        self.add_condition = button(self.tr("Condition"), self._new_condition, icon="plus", small=True)
        self.add_condition.setAccessibleName(self.tr("Add a condition"))
        self.add_group = button(self.tr("Group"), self._new_group, icon="plus", small=True)
        self.add_group.setAccessibleName(self.tr("Add a group of conditions"))
        head.addWidget(self.word)
        head.addStretch()
        head.addWidget(self.add_condition)
        head.addWidget(self.add_group)
        if not is_root:
            remove = IconButton("trash", self.tr("Remove this group of conditions"))
            remove.clicked.connect(lambda: self.removed.emit())
            head.addWidget(remove)
        layout.addLayout(head)
        self.problem = self._problem_label()
        layout.addWidget(self.problem)
        self.hint = text_label(
            self.tr("Add a first condition with “Condition”: the rule says which clients are meant."),
            "muted",
            wrap=True,
        )
        self.hint.setVisible(False)
        layout.addWidget(self.hint)
        self._is_root = is_root
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.S)
        layout.addLayout(self._list)
        self.parts: list[ConditionRow | GroupBox] = []
        for part in node.parts:
            self._show_part(part)

    def focus_first(self) -> None:
        """Put the keyboard on the way the conditions go together."""
        self.word.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> None:
        """Say what is wrong, here and below; a rule not begun yet is no fault."""
        is_begun = bool(self.parts) or not self._is_root
        self.hint.setVisible(not is_begun)
        if is_begun:
            self._show_problem(self.problem)
        else:
            self.problem.setVisible(False)
        for part in self.parts:
            part.check()

    def _show_part(self, node: Node) -> ConditionRow | GroupBox:
        part = GroupBox(node, self.kitchen) if node.is_group else ConditionRow(node, self.kitchen)
        part.changed.connect(self.changed)
        part.removed.connect(lambda: self._remove(part))
        self.parts.append(part)
        self._list.addWidget(part)
        return part

    def _choose_word(self, index: int) -> None:
        self.node.word = WORDS[index]
        self.changed.emit()

    def _new_condition(self) -> None:
        self._add(new_condition(self.kitchen))

    def _new_group(self) -> None:
        other: Word = "all" if self.node.word == "any" else "any"
        self._add(Node(other, [new_condition(self.kitchen)]))

    def _add(self, node: Node) -> None:
        self.node.parts.append(node)
        part = self._show_part(node)
        part.show()
        self.changed.emit()
        part.focus_first()

    def _remove(self, part: ConditionRow | GroupBox) -> None:
        place = self.parts.index(part)
        self.node.remove(part.node)
        self.parts.remove(part)
        self._list.removeWidget(part)
        after = self.parts[min(place, len(self.parts) - 1)] if self.parts else None
        if after is not None:
            after.focus_first()
        else:
            self.add_condition.setFocus(Qt.FocusReason.OtherFocusReason)
        part.hide()
        part.deleteLater()
        self.changed.emit()


class RuleTree(QWidget):
    """The fields of a whole rule."""

    changed = Signal()

    def __init__(self, root: Node, kitchen: Kitchen) -> None:
        super().__init__()
        self._root, self._kitchen = root, kitchen
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        self.box = GroupBox(root, kitchen, is_root=True)
        self.box.changed.connect(self._on_change)
        layout.addWidget(self.box)
        self.whole = text_label("", "danger", wrap=True)
        self.whole.setVisible(False)
        layout.addWidget(self.whole)
        self._check()

    def _on_change(self) -> None:
        self._check()
        self.changed.emit()

    def _check(self) -> None:
        self.box.check()
        found = first_problem(self._root, self._kitchen.columns)
        only_whole = found is not None and found.code in ("too_deep", "too_many")
        self.whole.setText(messages.error_text(found) if found is not None and only_whole else "")
        self.whole.setVisible(only_whole)
