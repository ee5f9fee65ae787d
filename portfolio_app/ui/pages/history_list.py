"""The list of what was done, newest first, under the day it was done; rows are fetched as they come into sight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.item_models.lazy_table import ID_ROLE, Column, LazyTableModel
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import history_words as words
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets.chips import paint_badge

if TYPE_CHECKING:
    from portfolio_app.services.history import StepInfo

Index = QModelIndex | QPersistentModelIndex
STEP_ROLE = int(Qt.ItemDataRole.UserRole) + 5
TIME_WIDTH, PAD = 58, 10
TONES: dict[str, Tone] = {"undone": "warn", "taken_back": "warn", "final": "accent"}


def fetch_steps(book: Any, ids: list[int]) -> dict[int, StepInfo]:
    """The steps in sight."""
    from portfolio_app.services import history

    return history.steps_by_id(book, [step_id for step_id in ids if step_id > 0])


class StepsModel(LazyTableModel):
    """The ids of steps; a negative id stands for the heading of a day."""

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(operations, fetch_steps, [Column("step", "", _spoken)], parent)
        self._today = date.min

    def show_steps(self, steps: Sequence[tuple[int, date]], today: date) -> None:
        """Show these steps (id, day), with a heading where the day changes."""
        self._today = today
        ids: list[int] = []
        shown: date | None = None
        for step_id, day in steps:
            if day != shown:
                ids.append(-day.toordinal())
                shown = day
            ids.append(step_id)
        if ids == list(self.ids):
            self.invalidate()
        else:
            self.set_ids(ids)

    def day_at(self, row: int) -> date | None:
        """The day whose heading stands in `row`, None for a step."""
        found = self.id_at(row)
        return date.fromordinal(-found) if found is not None and found < 0 else None

    def day_words(self, day: date) -> str:
        """Today, yesterday, or the day in full."""
        days = (self._today - day).days
        named = {0: self.tr("Today"), 1: self.tr("Yesterday")}.get(days)
        return f"{named} · {i18n.long_date(day)}" if named else i18n.long_date(day)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        return Qt.ItemFlag.NoItemFlags if self.day_at(index.row()) is not None else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The step behind a row, and words for readers of the screen."""
        day = self.day_at(index.row())
        if day is not None:
            return self.day_words(day) if role == Qt.ItemDataRole.DisplayRole else None
        if role == STEP_ROLE:
            super().data(index)  # asks for it when it is not there
            return self.row_data(index.row())
        return super().data(index, role)


def _spoken(step: StepInfo) -> str:
    parts = (
        i18n.clock(step.at.astimezone()),
        words.step_title(step),
        words.counts_text(step.counts),
        words.author_words(step.author),
        words.state_words(step.state),
    )
    return ", ".join(part for part in parts if part)


class _Painter(QStyledItemDelegate):
    """Time, what, whom, how many records; a badge for what does not stand any more."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 2 * QFontMetrics(theme.font()).lineSpacing() + 2 * PAD - 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = theme.current()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        model = index.model()
        assert isinstance(model, StepsModel)
        painter.save()
        day = model.day_at(index.row())
        if day is not None:
            painter.setFont(theme.font("caption", bold=True))
            painter.setPen(QColor(tokens.muted))
            area = rect.adjusted(PAD, 0, -PAD, -6)
            painter.drawText(
                area, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, model.day_words(day)
            )
        else:
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, QColor(tokens.accent_soft))
            elif state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, QColor(tokens.hover))
            step = index.data(STEP_ROLE)
            if step is not None:
                self._paint_step(painter, rect.adjusted(PAD, PAD - 2, -PAD, 0), step)
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_step(self, painter: QPainter, area: QRect, step: StepInfo) -> None:
        tokens = theme.current()
        height = QFontMetrics(theme.font()).lineSpacing()
        line = QRect(area.left() + TIME_WIDTH, area.top(), area.width() - TIME_WIDTH, height)
        self._write(
            painter,
            QRect(area.left(), area.top(), TIME_WIDTH - 6, height),
            i18n.clock(step.at.astimezone()),
            "caption",
            tokens.muted,
        )
        if badge := words.state_words(step.state):
            metrics = QFontMetrics(theme.font("caption", bold=True))
            width = metrics.horizontalAdvance(badge) + 15
            box = QRectF(
                line.right() - width,
                line.top() + (height - metrics.height() - 5) / 2,
                width,
                metrics.height() + 5,
            )
            paint_badge(painter, box, badge, TONES[step.state])
            line.setRight(int(box.left()) - 8)
        stands = step.state in ("done", "final")
        self._write(
            painter,
            line,
            words.step_title(step),
            "body",
            tokens.text if stands else tokens.muted,
            bold=stands,
        )
        below = QRect(area.left() + TIME_WIDTH, line.bottom() + 3, area.width() - TIME_WIDTH, height)
        told = " · ".join(
            part for part in (words.counts_text(step.counts), words.author_words(step.author)) if part
        )
        self._write(painter, below, told, "caption", tokens.muted)

    @staticmethod
    def _write(
        painter: QPainter, area: QRect, text: str, role: str, colour: str, *, bold: bool = False
    ) -> None:
        painter.setFont(theme.font(role, bold=bold))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


class StepsView(QListView):
    """Up and down choose a step, Enter goes to what it changed, T takes it back."""

    current_changed = Signal(object)
    """The id of the step chosen, or None."""
    opened = Signal()
    take_back_wanted = Signal()

    def __init__(self, model: StepsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("What was done"))
        self.setItemDelegate(_Painter(self))
        self.setModel(model)
        self._steps = model
        self._kept: int | None = None
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def current_id(self) -> int | None:
        """The step chosen."""
        found = self.currentIndex().data(ID_ROLE) if self.currentIndex().isValid() else None
        return found if isinstance(found, int) and found > 0 else None

    def select_step(self, step_id: int) -> bool:
        """Choose a step; False when it is not in the list."""
        row = self._steps.row_of(step_id)
        if row >= 0:
            self.setCurrentIndex(self._steps.index(row, 0))
        return row >= 0

    def select_first(self) -> None:
        """Choose the newest step, if there is any."""
        newest = next((step_id for step_id in self._steps.ids if step_id > 0), None)
        if newest is not None:
            self.select_step(newest)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the step."""
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current_id())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of a step."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_T and not event.modifiers():
            self.take_back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self._kept = self.current_id()

    def _restore(self) -> None:
        if self._kept is None or not self.select_step(self._kept):
            self.select_first()
