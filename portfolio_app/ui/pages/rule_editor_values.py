"""What a condition compares with: fields for amounts, percentiles, days, words and lists of words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.ui import i18n, metric_words, theme
from portfolio_app.ui.pages.rule_editor_draft import Node
from portfolio_app.ui.pages.rule_editor_numbers import NumberField, scale_of
from portfolio_app.ui.pages.rule_editor_words import SEPARATOR, WordField
from portfolio_app.ui.plain import plain_caption
from portfolio_app.ui.widgets import FlowLayout
from portfolio_app.ui.widgets.fields import ChoiceBox, DateEdit

if TYPE_CHECKING:
    from portfolio_app.analysis.columns import Column

MAX_DAYS = 3_650
Deliver = Callable[[Sequence[str]], None]


@dataclass(frozen=True)
class Kitchen:
    """What the fields of conditions need to know of the book.

    `ask_words(owner, metric, deliver)` hands over, while `owner` exists, the words the book holds for an
    indicator.
    """

    columns: Mapping[str, Column]
    currency: str
    today: date
    ask_words: Callable[[QObject, str, Deliver], None]
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)


def usual_value(column: Column, op: str, kitchen: Kitchen) -> Any:
    """A value to begin with, so that a new condition can be read and tried at once where that is possible."""
    if op in ("known", "missing"):
        return None
    if column.kind == "date":
        return [] if op == "in" else [{"days": -365}, {"days": 0}] if op == "between" else {"days": -90}
    if column.kind == "flag":
        return True
    if column.kind in ("text", "list"):
        listed = metric_words.choices(column)
        if op in ("=", "!=") and listed:
            return listed[0]
        return [] if op == "in" else ""
    low, high = kitchen.ranges.get(column.name, (0.0, 0.0))
    middle = _round_value((low + high) / 2, column)
    if op == "between":
        return sorted((_round_value(low, column), _round_value(high, column)))
    return [middle] if op == "in" else middle


def _round_value(value: float, column: Column) -> float:
    scale = scale_of(column)
    shown = float(f"{value / scale:.1g}")
    exact = round(shown * scale, 6)
    return int(exact) if exact == int(exact) else exact


def kept_value(node: Node, column: Column, op: str, kitchen: Kitchen) -> Any:
    """The value after the comparison became `op`: what was there where it fits, else one to begin with."""
    old = node.value
    if node.op == op:
        return old
    several, was_several = op in ("between", "in"), node.op in ("between", "in")
    if op in ("known", "missing") or node.op in ("known", "missing") or old is None:
        return usual_value(column, op, kitchen)
    if several and was_several:
        return usual_value(column, op, kitchen)
    if was_several:
        return old[0] if isinstance(old, list | tuple) and old else usual_value(column, op, kitchen)
    if op == "in":
        usable = not isinstance(old, Mapping) and not metric_words.is_missing(old)
        return [old] if usable else usual_value(column, op, kitchen)
    if op == "between":
        return _pair_around(old, column, kitchen)
    return old


def _pair_around(old: Any, column: Column, kitchen: Kitchen) -> list[Any]:
    if isinstance(old, Mapping) and "percentile" in old:
        return [{"percentile": 0}, dict(old)] if old["percentile"] >= 50 else [dict(old), {"percentile": 100}]
    usual: list[Any] = usual_value(column, "between", kitchen)
    if column.kind == "date":
        return usual
    return [min(old, usual[0]), max(old, usual[1])] if old not in usual else usual


class ValueEditor(QWidget):
    """The fields of one condition's value; `changed` carries the new value, `reshaped` asks for other fields."""

    changed = Signal(object)
    reshaped = Signal(object)
    """The value in another form, such as a percentile for an amount: the fields must be made anew."""

    def __init__(self, node: Node, kitchen: Kitchen, name: str) -> None:
        super().__init__()
        self._node, self._kitchen, self._name = node, kitchen, name
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.XS)
        column = kitchen.columns.get(node.metric)
        if column is None or node.op in ("known", "missing"):
            return
        if column.kind in ("money", "int", "ratio") and node.op != "in":
            self._add_numbers(column)
        elif column.kind == "date" and node.op != "in":
            self._add_dates(column)
        elif column.kind == "flag":
            self._add_flag()
        else:
            self._add_words(column)

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""
        for each in self.findChildren(QWidget):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(each, QLineEdit | QSlider):
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _say(self, value: Any) -> None:
        self.changed.emit(value)

    def _limits(self) -> list[Any]:
        """The values to show: one, or the two of "between"."""
        value = self._node.value
        if self._node.op != "between":
            return [value]
        return list(value) if isinstance(value, list | tuple) and len(value) == 2 else [0, 0]

    def _limit_name(self, place: int) -> str:
        if self._node.op != "between":
            return self._name
        ends = (self.tr("{name}, from"), self.tr("{name}, to"))
        return ends[place].format(name=self._name)

    def _set_limit(self, place: int, value: Any) -> None:
        if self._node.op == "between":
            both = self._limits()
            both[place] = value
            self._node.value = both
            self._say(both)
        else:
            self._say(value)

    # Numbers

    def _add_numbers(self, column: Column) -> None:
        limits = self._limits()
        moving = isinstance(limits[0], Mapping)
        for place, limit in enumerate(limits):
            row = QHBoxLayout()
            row.setSpacing(theme.S)
            name = self._limit_name(place)
            if moving:
                percent = limit.get("percentile", 50) if isinstance(limit, Mapping) else 50
                field = NumberField.of_percentile(percent, name)
                field.changed.connect(lambda number, at=place: self._set_limit(at, {"percentile": number}))
            else:
                number = limit if isinstance(limit, int | float) else 0
                known = self._kitchen.ranges.get(column.name)
                field = NumberField.of_column(column, number, self._kitchen.currency, known, name)
                field.changed.connect(partial(self._set_limit, place))
            row.addWidget(field, 1)
            if place == 0:
                row.addWidget(self._measure(column, moving))
            self._layout.addLayout(row)

    def _measure(self, column: Column, moving: bool) -> ChoiceBox:
        box = ChoiceBox()
        box.setAccessibleName(self.tr("{name}, given as").format(name=self._name))
        box.addItem(self.tr("amount") if column.kind == "money" else self.tr("value"))
        box.addItem(self.tr("of clients below it"))
        box.setItemData(
            1,
            self.tr("The level below which that part of the clients lies; it moves with the book."),
            Qt.ItemDataRole.ToolTipRole,
        )
        box.setCurrentIndex(int(moving))
        box.activated.connect(partial(self._measure_by, column, moving))
        return box

    def _measure_by(self, column: Column, was_moving: bool, index: int) -> None:
        if bool(index) == was_moving:
            return
        if index:
            value: Any = {"percentile": 80 if self._node.op in (">", ">=") else 50}
            if self._node.op == "between":
                value = [{"percentile": 20}, {"percentile": 80}]
        else:
            value = usual_value(column, self._node.op, self._kitchen)
        self.reshaped.emit(value)

    # Dates

    def _add_dates(self, column: Column) -> None:
        for place, limit in enumerate(self._limits()):
            row = QHBoxLayout()
            row.setSpacing(theme.S)
            days = limit.get("days") if isinstance(limit, Mapping) else None
            way = 0 if not isinstance(days, int) else 1 if days <= 0 else 2
            name = self._limit_name(place)
            if isinstance(days, int):
                field = NumberField.of_days(abs(days), name, MAX_DAYS)
                sign = -1 if days <= 0 else 1
                field.changed.connect(
                    lambda number, at=place, s=sign: self._set_limit(at, {"days": s * round(number)})
                )
                row.addWidget(field, 1)
            else:
                calendar = DateEdit(_day(limit, self._kitchen.today))
                calendar.setAccessibleName(name)
                calendar.day_changed.connect(lambda day, at=place: self._set_limit(at, day.isoformat()))
                row.addWidget(calendar, 1)
            box = ChoiceBox()
            box.setAccessibleName(self.tr("{name}, given as").format(name=name))
            box.addItems([self.tr("on a date"), self.tr("days ago"), self.tr("days ahead")])
            box.setCurrentIndex(way)
            box.activated.connect(partial(self._date_by, place, way))
            row.addWidget(box)
            self._layout.addLayout(row)

    def _date_by(self, place: int, was: int, index: int) -> None:
        if index == was:
            return
        value = (self._kitchen.today.isoformat(), {"days": -90}, {"days": 30})[index]
        if self._node.op != "between":
            self.reshaped.emit(value)
        else:
            both = self._limits()
            both[place] = value
            self.reshaped.emit(both)

    # Words

    def _add_flag(self) -> None:
        box = ChoiceBox()
        box.setAccessibleName(self._name)
        box.addItems([metric_words.yes_no(True), metric_words.yes_no(False)])
        box.setCurrentIndex(0 if self._node.value else 1)
        box.activated.connect(lambda index: self._say(index == 0))
        self._layout.addWidget(box)

    def _add_words(self, column: Column) -> None:
        listed = metric_words.choices(column)
        if listed and self._node.op in ("=", "!="):
            self._layout.addWidget(self._choice(column, listed))
        elif listed and self._node.op == "in":
            self._layout.addWidget(self._choices(column, listed))
        else:
            self._layout.addWidget(self._typed(column))

    def _choice(self, column: Column, listed: list[str]) -> ChoiceBox:
        box = ChoiceBox()
        box.setAccessibleName(self._name)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # a choice may be long
        if self._node.value not in listed:
            listed = [*listed, str(self._node.value or "")]
        for value in listed:
            box.addItem(metric_words.word(column.name, value), value)
        box.setCurrentIndex(box.findData(self._node.value or ""))
        box.activated.connect(lambda _: self._say(box.currentData()))
        return box

    def _choices(self, column: Column, listed: list[str]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, theme.M)
        held = self._node.value if isinstance(self._node.value, list | tuple) else []
        boxes = []
        for value in [*listed, *(str(each) for each in held if each not in listed)]:
            check = QCheckBox(plain_caption(metric_words.word(column.name, value)))
            check.setAccessibleDescription(self._name)
            check.setChecked(value in held)
            flow.addWidget(check)
            boxes.append((check, value))
        for check, _ in boxes:
            check.toggled.connect(lambda _: self._say([value for check, value in boxes if check.isChecked()]))
        return holder

    def _typed(self, column: Column) -> QWidget:
        several = self._node.op == "in"
        read = partial(_read_several, column) if several else str.strip
        text = _shown(self._node.value, column) if several else str(self._node.value or "")
        if column.kind in ("text", "list"):
            field = WordField(text, self._node.op, self._name)
            field.typed.connect(lambda typed: self._say(read(typed)))
            if listed := metric_words.choices(column):
                field.offer(listed)
            else:
                self._kitchen.ask_words(field, column.name, field.offer)
            return field
        edit = QLineEdit(text)
        edit.setAccessibleName(self._name)
        edit.setPlaceholderText(self.tr("one; another; …"))
        edit.textChanged.connect(lambda typed: self._say(read(typed)))
        return edit


def _shown(value: Any, column: Column) -> str:
    """A list as it is typed."""
    parts = value if isinstance(value, list | tuple) else [] if metric_words.is_missing(value) else [value]
    if column.kind in ("text", "list"):
        return f"{SEPARATOR} ".join(str(part) for part in parts)
    if column.kind == "date":
        return f"{SEPARATOR} ".join(_shown_day(part) for part in parts)
    return f"{SEPARATOR} ".join(
        i18n.locale().toString(float(part) / scale_of(column), "g", 12) for part in parts
    )


def _shown_day(value: Any) -> str:
    try:
        return i18n.short_date(date.fromisoformat(value))
    except (TypeError, ValueError):
        return str(value)


def _read_several(column: Column, text: str) -> list[Any]:
    """What was typed as a list; what is no number or day stays a text, which the rule then refuses."""
    parts = [part.strip() for part in text.split(SEPARATOR) if part.strip()]
    if column.kind in ("text", "list"):
        return parts
    return [_read_day(part) if column.kind == "date" else _read_number(part, column) for part in parts]


def _read_number(text: str, column: Column) -> Any:
    number, is_number = i18n.locale().toDouble(text)
    if not is_number:
        return text
    exact = round(number * scale_of(column), 6)
    return int(exact) if exact == int(exact) else exact


def _read_day(text: str) -> str:
    pattern = (
        i18n.short_date(date(2001, 12, 31)).replace("2001", "yyyy").replace("12", "MM").replace("31", "dd")
    )
    day = i18n.locale().toDate(text, pattern)
    return day.toString(Qt.DateFormat.ISODate) if day.isValid() else text


def _day(value: Any, otherwise: date) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return otherwise
