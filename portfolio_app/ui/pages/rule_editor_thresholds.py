"""Every number in the rules of a draft, each with a slider: the quick way to tune a segmentation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from portfolio_app.ui import metric_words, rule_words, theme
from portfolio_app.ui.pages.rule_editor_draft import Draft, DraftSegment, Node
from portfolio_app.ui.pages.rule_editor_list import segment_title
from portfolio_app.ui.pages.rule_editor_numbers import NumberField
from portfolio_app.ui.pages.rule_editor_values import MAX_DAYS, Kitchen
from portfolio_app.ui.widgets import SegmentChip, clear_layout, text_label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from PySide6.QtWidgets import QLabel


CHIP_WIDTH = 300


def numbers(node: Node, negated: bool = False) -> Iterator[tuple[Node, int | None, bool]]:
    """The comparisons of a rule that hold a number, in reading order.

    Each with the place in a pair of limits, and whether it must not hold, as in "none of these".
    """
    for part in node.parts:
        yield from numbers(part, negated != (node.word == "none"))
    if node.is_group or node.op in ("in", "known", "missing"):
        return
    limits = node.value if node.op == "between" and isinstance(node.value, list | tuple) else [node.value]
    for place, limit in enumerate(limits):
        if _number(limit) is not None:
            yield node, place if node.op == "between" else None, negated


def _number(limit: Any) -> float | None:
    """The number of a limit: its own, that of its percentile or of its days."""
    if isinstance(limit, dict):
        limit = limit.get("percentile", limit.get("days"))
    return limit if isinstance(limit, int | float) and not isinstance(limit, bool) else None


class Thresholds(QWidget):
    """The list of numbers, under the segments they belong to."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, theme.XS, 0)
        self._layout.setSpacing(theme.S)
        self.fields: list[tuple[DraftSegment, Node, NumberField]] = []

    def show_draft(self, draft: Draft, kitchen: Kitchen) -> None:
        """List the numbers of all rules."""
        clear_layout(self._layout)
        self.fields = []
        for segment in draft.segments:
            found = list(numbers(segment.root)) if segment.root is not None else []
            if not found:
                continue
            chip = SegmentChip(segment_title(segment), segment.colour)
            chip.setMaximumWidth(CHIP_WIDTH)
            self._layout.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
            said: Node | None = None
            for node, place, negated in found:
                column = kitchen.columns.get(node.metric)
                if column is None:
                    continue
                sentence = text_label("", wrap=True)
                self._say(sentence, node, negated, kitchen)
                if node is not said:
                    self._layout.addWidget(sentence)
                    said, shown = node, sentence
                else:
                    sentence.deleteLater()
                field = self._field(node, place, kitchen)
                field.changed.connect(partial(self._set, node, place, negated, shown, kitchen))
                self._layout.addWidget(field)
                self.fields.append((segment, node, field))
        if not self.fields:
            self._layout.addWidget(text_label(self.tr("The rules hold no number."), "muted", wrap=True))
        self._layout.addStretch()

    def _say(self, label: QLabel, node: Node, negated: bool, kitchen: Kitchen) -> None:
        rule = {"not": node.data()} if negated else node.data()
        words = rule_words.sentence(rule, kitchen.columns, kitchen.currency)
        label.setText(metric_words.capital(words))

    def _field(self, node: Node, place: int | None, kitchen: Kitchen) -> NumberField:
        limit = node.value if place is None else node.value[place]
        number = _number(limit) or 0
        name = metric_words.title(node.metric, kitchen.columns)
        if place is not None:
            ends = (self.tr("{name}, from"), self.tr("{name}, to"))
            name = ends[min(place, 1)].format(name=name)
        if isinstance(limit, dict) and "percentile" in limit:
            return NumberField.of_percentile(number, name)
        if isinstance(limit, dict):
            return NumberField.of_days(abs(number), name, MAX_DAYS)
        column = kitchen.columns[node.metric]
        return NumberField.of_column(column, number, kitchen.currency, kitchen.ranges.get(node.metric), name)

    def _set(
        self, node: Node, place: int | None, negated: bool, sentence: QLabel, kitchen: Kitchen, number: float
    ) -> None:
        limit = node.value if place is None else node.value[place]
        made: Any = number
        if isinstance(limit, dict) and "percentile" in limit:
            made = {"percentile": number}
        elif isinstance(limit, dict):
            made = {"days": round(number) * (-1 if limit.get("days", 0) <= 0 else 1)}
        if place is None:
            node.value = made
        else:
            node.value = [made if at == place else each for at, each in enumerate(node.value)]
        self._say(sentence, node, negated, kitchen)
        self.changed.emit()
