"""Two clients side by side, field by field, and which value of each the one client will have."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.ui import theme
from portfolio_app.ui.pages import duplicates_words as words
from portfolio_app.ui.widgets import button, clear_layout, line, text_label

if TYPE_CHECKING:
    from portfolio_app.services.duplicates import FieldPair
    from portfolio_app.ui.pages.duplicates_calls import Compared

BOTH = 2
"""The choice after those of the left and the right side: what both say."""
JOINED = ("tags", "note")
"""Types of fields whose values can be put together."""
LABEL_WIDTH = 118
TOP = Qt.AlignmentFlag.AlignTop
UNTOLD = frozenset({"former_reason", "cadence_max_days"})
"""Fields that go with another one, and are not chosen by themselves."""


class Choice(QFrame):
    """One value that can be chosen; a click anywhere on it does."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        self.radio = QRadioButton()
        self.radio.setAccessibleName(name)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        self.label = text_label(text, wrap=True)
        row.addWidget(self.label, 1, Qt.AlignmentFlag.AlignTop)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.setChecked(True)


class ComparisonView(QWidget):
    """The sides keep their places whichever client stays; what was chosen stays chosen then."""

    keep_changed = Signal(int)
    """The client of that id is to stay: to be compared from its side."""
    open_requested = Signal(int)

    def __init__(self, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = currency
        self._shown: Compared | None = None
        self._sides = (0, 0)
        self._pairs: dict[str, FieldPair] = {}
        self._groups: dict[str, QButtonGroup] = {}
        self.choices: dict[str, list[Choice]] = {}
        self._kept_choices: dict[str, int] = {}
        self.keep_buttons: list[QRadioButton] = []
        self.open_buttons: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.S, 0)
        column.setSpacing(theme.S)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(theme.S)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        column.addLayout(self._grid)
        self.same_line = text_label("", "caption", wrap=True)
        self.warning = text_label("", "danger", wrap=True)
        self.keep_rest = QCheckBox(self.tr("Keep the values not chosen in the notes"))
        self.keep_rest.setChecked(True)
        for each in (self.same_line, self.warning, self.keep_rest):
            each.hide()
            column.addWidget(each)
        column.addStretch()

    @property
    def keep_id(self) -> int:
        """The client that stays; 0 while none is shown."""
        return self._shown.seen.first_id if self._shown is not None else 0

    @property
    def other_id(self) -> int:
        """The client that goes."""
        return self._shown.seen.second_id if self._shown is not None else 0

    @property
    def keep_name(self) -> str:
        """The name of the client that stays."""
        return self._shown.seen.first if self._shown is not None else ""

    def clear(self) -> None:
        """Show nothing."""
        self._shown = None
        clear_layout(self._grid)
        self._groups, self.choices, self._kept_choices = {}, {}, {}
        self.keep_buttons, self.open_buttons = [], []
        for each in (self.same_line, self.warning, self.keep_rest):
            each.hide()

    def show_pair(self, compared: Compared) -> None:
        """Put the two side by side; the other way round when they stand here already."""
        seen = compared.seen
        kept: dict[str, int] = {}
        if self._shown is not None and set(self._sides) == {seen.first_id, seen.second_id}:
            kept = dict(self._kept_choices)
        else:
            self._sides = (seen.first_id, seen.second_id)
        self.clear()
        self._shown, self._kept_choices = compared, kept
        self._pairs = {pair.field: pair for pair in seen.fields if pair.field not in UNTOLD}
        self._show_heads()
        told = [pair for pair in self._pairs.values() if pair.first != pair.second]
        same = len(self._pairs) - len(told)
        row = 4
        # What is to be chosen comes first.
        for pair in sorted(told, key=lambda pair: not pair.differs):
            row = self._show_field(pair, row)
        self.same_line.setText(self.tr("%n field(s) are the same.", "", same))
        self.same_line.setVisible(bool(same))
        doubled = seen.doubled_sales
        self.warning.setText(
            self.tr(
                "%n line(s) of sales stand at both: they would count twice. Delete one of each.", "", doubled
            )
        )
        self.warning.setVisible(bool(doubled))
        self._show_rest()

    def values(self) -> dict[str, Any]:
        """The fields as they were chosen, with the values not chosen in the notes if that is wished."""
        found: dict[str, Any] = {}
        for name in self._groups:
            found[name] = self._value(name)
        status = self._pairs.get("status")
        if status is not None and found.get("status") == "former" and self._shown is not None:
            reasons = [p for p in self._shown.seen.fields if p.field == "former_reason"]
            chosen = next((p.first if found["status"] == status.first else p.second for p in reasons), "")
            found["former_reason"] = chosen
        if "cadence_ideal_days" in found and self._shown is not None:
            side = self._chosen("cadence_ideal_days")
            limits = [p for p in self._shown.seen.fields if p.field == "cadence_max_days"]
            found["cadence_max_days"] = next((self._of(pair, side) for pair in limits), None)
        if self.keep_rest.isVisibleTo(self) and self.keep_rest.isChecked():
            notes = self._pairs.get("notes")
            text = found.get("notes", notes.proposed if notes is not None else "")
            found["notes"] = "\n\n".join(part for part in (text, self._rest()) if part)
        return found

    def _of(self, pair: FieldPair, side: int) -> Any:
        """The value of the left (0) or the right side."""
        is_first = self._sides[side] == self.keep_id
        return pair.first if is_first else pair.second

    def _chosen(self, name: str) -> int:
        return self._groups[name].checkedId()

    def _value(self, name: str) -> Any:
        side, pair = self._chosen(name), self._pairs[name]
        return pair.proposed if side == BOTH else self._of(pair, side)

    def _lost(self) -> list[tuple[str, Any]]:
        """Values that stand nowhere in the one client."""
        specs = self._shown.specs if self._shown is not None else {}
        return [
            (name, self._of(self._pairs[name], 1 - self._chosen(name)))
            for name in self._groups
            if self._chosen(name) != BOTH and specs[name].type not in ("choice", *JOINED)
        ]

    def _rest(self) -> str:
        specs = self._shown.specs if self._shown is not None else {}
        return "\n".join(
            f"{words.title_of(name, specs)}: {words.value_text(name, value, specs, self._currency)}"
            for name, value in self._lost()
        )

    def _show_rest(self) -> None:
        self.keep_rest.setVisible(bool(self._lost()))

    # What is shown -------------------------------------------------------------------------------

    def _show_heads(self) -> None:
        assert self._shown is not None
        seen = self._shown.seen
        group = QButtonGroup(self._grid)
        for side, client_id in enumerate(self._sides):
            place = 0 if client_id == seen.first_id else 1
            name = (seen.first, seen.second)[place]
            holdings = words.holdings(seen, place, self._currency)
            for row, (text, role) in enumerate(((name, "strong"), (holdings, "caption"))):
                self._grid.addWidget(text_label(text, role, wrap=True), row, side + 1, TOP)
            keep = QRadioButton(self.tr("Keep this one"))
            keep.setAccessibleName(self.tr("Keep {client}").format(client=name))
            keep.setChecked(place == 0)
            group.addButton(keep, side)
            self.keep_buttons.append(keep)
            foot = QHBoxLayout()
            foot.addWidget(keep)
            foot.addStretch()
            opener = button(self.tr("Open"), partial(self.open_requested.emit, client_id), variant="link")
            opener.setAccessibleName(self.tr("Open {client}").format(client=name))
            self.open_buttons.append(opener)
            foot.addWidget(opener)
            self._grid.addLayout(foot, 2, side + 1)
        group.idClicked.connect(self._keep)
        self._grid.addWidget(line(), 3, 0, 1, 3)

    def _keep(self, side: int) -> None:
        if self._sides[side] != self.keep_id:
            self.keep_changed.emit(self._sides[side])

    def _show_field(self, pair: FieldPair, row: int) -> int:
        """Show a field in the grid; answers the next free row."""
        assert self._shown is not None
        specs = self._shown.specs
        title = words.title_of(pair.field, specs)
        caption = text_label(title, "muted", wrap=True)
        self._grid.addWidget(caption, row, 0, TOP)
        texts = [words.value_text(pair.field, self._of(pair, side), specs, self._currency) for side in (0, 1)]
        if not pair.differs:
            for side, text in enumerate(texts):
                label = text_label(text or "–", "body" if text else "muted", wrap=True)
                self._grid.addWidget(label, row, side + 1, TOP)
            return row + 1
        group = QButtonGroup(self._grid)
        self._groups[pair.field] = group
        self.choices[pair.field] = []
        is_joined = specs[pair.field].type in JOINED
        if is_joined:
            texts.append(self.tr("Both"))
        for side, text in enumerate(texts):
            choice = Choice(text, f"{title}: {text}")
            group.addButton(choice.radio, side)
            self.choices[pair.field].append(choice)
            self._grid.addWidget(choice, row + side // 2, 1 + side % 2, TOP)
        start = BOTH if is_joined else next((s for s in (0, 1) if self._of(pair, s) == pair.proposed), 0)
        choices = self.choices[pair.field]
        choices[self._kept_choices.get(pair.field, start)].radio.setChecked(True)
        group.idToggled.connect(partial(self._note, pair.field))
        return row + (2 if is_joined else 1)

    def _note(self, field: str, side: int, is_on: bool) -> None:
        if is_on:
            self._kept_choices[field] = side
            self._show_rest()
