"""How often each segment is contacted: the rule in words, and a small editor that saves as you go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from portfolio_app.ui import messages, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import queue_calls
from portfolio_app.ui.widgets import Card, SegmentChip, text_label
from portfolio_app.ui.widgets.fields import NumberEdit

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.portfolio import SegmentInfo

MAX_DAYS = 3_650
WAIT_MS = 700
"""Spin boxes are saved when left, or after this pause."""


class _Days:
    """The two fields of one segment, and what the book holds."""

    def __init__(self, chip: SegmentChip, ideal: NumberEdit, maximum: NumberEdit, timer: QTimer) -> None:
        self.chip, self.ideal, self.maximum, self.timer = chip, ideal, maximum, timer
        self.saved = (0, 0)

    @property
    def entered(self) -> tuple[int, int]:
        """What the fields say; the maximum is never below the ideal."""
        return self.ideal.value(), max(self.ideal.value(), self.maximum.value())

    def show(self, days: tuple[int, int]) -> None:
        """Show what the book holds, without taking it for something typed."""
        self.saved = days
        for field, value in zip((self.ideal, self.maximum), days, strict=True):
            was_blocked = field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(was_blocked)


class RhythmPanel(Card):
    """One line per segment: ideal and maximum days between two touches."""

    closed = Signal()

    def __init__(
        self, operations: Operations, parent: QWidget | None = None, *, closable: bool = True
    ) -> None:
        """Beside a list it can be closed; `closable` False makes it a card of a page."""
        super().__init__("", parent)
        self.set_title(self.tr("Contact rhythms"))
        self._ops = operations
        self._fields: dict[str, _Days] = {}
        close = IconButton("close", self.tr("Close"))
        close.clicked.connect(self.closed)
        self.header.addWidget(close)
        close.setVisible(closable)
        self.body.addWidget(
            text_label(
                self.tr(
                    "Days since the last touch. Past the ideal a client is due, past the maximum overdue. Any "
                    "touch starts the count again. A client can have a rhythm of its own, on its page."
                ),
                "muted",
                wrap=True,
            )
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.S)
        self._grid.setVerticalSpacing(theme.S)
        self._grid.setColumnStretch(0, 1)
        for column, words in ((1, self.tr("Ideal")), (2, self.tr("At most"))):
            self._grid.addWidget(text_label(words, "caption"), 0, column)
        self.body.addLayout(self._grid)
        self.body.addStretch()
        if closable:
            self.setFixedWidth(320)

    def show_segments(self, segments: Sequence[SegmentInfo]) -> None:
        """Show the rhythms in the book. What is being typed stays."""
        for code in set(self._fields) - {segment.code for segment in segments}:
            gone = self._fields.pop(code)
            gone.timer.stop()
            for widget in (gone.chip, gone.ideal, gone.maximum):
                widget.hide()
                widget.deleteLater()
        for segment in segments:
            if segment.code not in self._fields:
                self._fields[segment.code] = self._add(segment)
            fields = self._fields[segment.code]
            fields.chip.set_segment(messages.segment_name(segment.code, segment.name), segment.colour)
            if not fields.timer.isActive():
                fields.show((segment.ideal_days, segment.max_days))

    def edit(self, segment: str) -> None:
        """Put the keyboard on a segment's ideal days; on the first segment for ""."""
        fields = self._fields.get(segment) or next(iter(self._fields.values()), None)
        if fields is not None:
            fields.ideal.setFocus(Qt.FocusReason.OtherFocusReason)
            fields.ideal.selectAll()

    def field(self, segment: str) -> tuple[NumberEdit, NumberEdit]:
        """The two fields of a segment."""
        return self._fields[segment].ideal, self._fields[segment].maximum

    def _add(self, segment: SegmentInfo) -> _Days:
        name = messages.segment_name(segment.code, segment.name)
        chip = SegmentChip(name, segment.colour)
        ideal = NumberEdit(1, MAX_DAYS, segment.ideal_days)
        maximum = NumberEdit(1, MAX_DAYS, segment.max_days)
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(WAIT_MS)
        fields = _Days(chip, ideal, maximum, timer)
        timer.timeout.connect(partial(self._save, segment.code))
        row = self._grid.rowCount()
        self._grid.addWidget(chip, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, field, words in (
            (1, ideal, self.tr("Ideal days, {segment}")),
            (2, maximum, self.tr("Days at most, {segment}")),
        ):
            field.setAccessibleName(words.format(segment=name))
            field.setMinimumWidth(84)
            field.valueChanged.connect(lambda _=0: timer.start())
            field.editingFinished.connect(partial(self._save, segment.code))
            self._grid.addWidget(field, row, column)
        return fields

    def _save(self, code: str) -> None:
        fields = self._fields[code]
        fields.timer.stop()
        if fields.entered == fields.saved:
            return
        fields.show(fields.entered)
        self._ops.run(
            self, queue_calls.set_cadence, code, *fields.entered, on_error=partial(self._failed, code)
        )

    def _failed(self, code: str, error: PortfolioError) -> None:
        self._ops.failed.emit(error)
        self._fields[code].saved = (0, 0)
