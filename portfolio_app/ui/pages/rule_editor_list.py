"""The segments of a draft in the order in which they are tried; everyone else stands last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.ui import messages, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages.rule_editor_draft import Draft, DraftSegment
from portfolio_app.ui.widgets import Card, button, text_label

_SEGMENT = int(Qt.ItemDataRole.UserRole)


def dot(colour: str, size: int = 12) -> QIcon:
    """A round spot of a segment's colour."""
    icon = QIcon()
    for ratio in (1, 2):
        picture = QPixmap(size * ratio, size * ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().segment(colour)))
        painter.drawEllipse(ratio, ratio, (size - 2) * ratio, (size - 2) * ratio)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            icon.addPixmap(picture, mode)
    return icon


def segment_title(segment: DraftSegment) -> str:
    """The name of a segment of the draft; "" for a new one that was given none."""
    name = messages.segment_name(segment.code, segment.name.strip())
    return "" if name == segment.code else name


class _List(QListWidget):
    """Moves by dragging and by Ctrl+Up and Ctrl+Down; Delete removes."""

    move_asked = Signal(int)
    remove_asked = Signal()
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_control and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: object) -> None:
        super().dropEvent(event)  # type: ignore[arg-type]
        self.dropped.emit()


class SegmentList(Card):
    """The list and what can be done to it. It changes the draft itself."""

    selected = Signal(object)
    """The `DraftSegment` to show, each time another is chosen or the draft gave way to another."""
    changed = Signal()

    def __init__(self) -> None:
        super().__init__(margin=theme.M)
        self.set_title(self.tr("Segments"))
        self._draft: Draft | None = None
        self.list = _List()
        self.list.setAccessibleName(self.tr("Segments, in the order tried"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(1)
        self.list.currentItemChanged.connect(lambda now, _: self._select(now))
        self.list.move_asked.connect(self._move)
        self.list.remove_asked.connect(self._remove)
        self.list.dropped.connect(self._take_order)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(
            text_label(
                self.tr("Tried from top to bottom: a client goes into the first whose rule holds."),
                "caption",
                wrap=True,
            )
        )
        self.body.addLayout(self._buttons())

    def _buttons(self) -> QVBoxLayout:
        self.add_button = button(self.tr("Add a segment"), self._add, icon="plus", small=True)
        self.copy_button = self._icon("copy", self.tr("Duplicate this segment"), self._duplicate)
        self.up_button = self._icon(
            "arrow-up", self.tr("Try this segment earlier"), lambda: self._move(-1), "Ctrl+↑"
        )
        self.down_button = self._icon(
            "arrow-down", self.tr("Try this segment later"), lambda: self._move(1), "Ctrl+↓"
        )
        self.remove_button = self._icon("trash", self.tr("Remove this segment"), self._remove, self.tr("Del"))
        row = QHBoxLayout()
        row.setSpacing(2)
        for each in (self.up_button, self.down_button, self.copy_button, self.remove_button):
            row.addWidget(each)
        row.addStretch()
        column = QVBoxLayout()
        column.setSpacing(theme.XS)
        column.addWidget(self.add_button)
        column.addLayout(row)
        return column

    def _icon(self, name: str, label: str, call: Callable[[], object], shortcut: str = "") -> IconButton:
        made = IconButton(name, label, shortcut=shortcut)
        made.clicked.connect(lambda: call())
        return made

    @property
    def current(self) -> DraftSegment | None:
        """The segment chosen."""
        item = self.list.currentItem()
        return item.data(_SEGMENT) if item is not None else None

    def show_draft(self, draft: Draft, chosen: DraftSegment | None = None) -> None:
        """Show the segments, one of them chosen."""
        self._draft = draft
        was_blocked = self.list.blockSignals(True)
        self.list.clear()
        for segment in draft.segments:
            item = QListWidgetItem(self.list)
            item.setData(_SEGMENT, segment)
            item.setSizeHint(QSize(0, self.list.fontMetrics().height() + 12))
            if segment.root is None:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
            self._dress(item)
        self.list.blockSignals(was_blocked)
        wanted = chosen if chosen in draft.segments else draft.segments[0]
        self.list.setCurrentRow(draft.segments.index(wanted))
        self._select(self.list.currentItem())

    def refresh(self, problem: DraftSegment | None = None) -> None:
        """Show names and colours as they are now; `problem` is the segment whose rule cannot be asked."""
        for row in range(self.list.count()):
            self._dress(self.list.item(row), problem)

    def _dress(self, item: QListWidgetItem, problem: DraftSegment | None = None) -> None:
        segment: DraftSegment = item.data(_SEGMENT)
        title = segment_title(segment) or self.tr("(no name)")
        item.setText(f"{title} ⚠" if segment is problem else title)
        item.setIcon(dot(segment.colour))
        warning = self.tr("{name}, its rule cannot be used yet").format(name=title)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, warning if segment is problem else title)

    def _select(self, item: QListWidgetItem | None) -> None:
        if item is None or self._draft is None:
            return
        segment: DraftSegment = item.data(_SEGMENT)
        is_rest, place = segment.root is None, self._draft.segments.index(segment)
        self.up_button.setEnabled(not is_rest and place > 0)
        self.down_button.setEnabled(not is_rest and place < len(self._draft.segments) - 2)
        self.remove_button.setEnabled(not is_rest)
        self.selected.emit(segment)

    def _add(self) -> None:
        from portfolio_app.ui.pages.rule_editor_start import new_segment

        if self._draft is not None:
            self._changed(new_segment(self._draft))

    def _duplicate(self) -> None:
        if self._draft is not None and self.current is not None:
            name = self.tr("{name} (copy)").format(name=segment_title(self.current))
            self._changed(self._draft.duplicate(self.current, name))

    def _remove(self) -> None:
        draft, segment = self._draft, self.current
        if draft is None or segment is None or segment.root is None:
            return
        place = draft.segments.index(segment)
        draft.remove(segment)
        self._changed(draft.segments[min(place, len(draft.segments) - 1)])

    def _move(self, by: int) -> None:
        draft, segment = self._draft, self.current
        if draft is None or segment is None:
            return
        if draft.move(segment, draft.segments.index(segment) + by):
            self._changed(segment)

    def _take_order(self) -> None:
        """Put the draft into the order the items were dragged to; everyone else goes back to the end."""
        draft, chosen = self._draft, self.current
        if draft is None:
            return
        order: list[DraftSegment] = [self.list.item(row).data(_SEGMENT) for row in range(self.list.count())]
        for place, segment in enumerate(s for s in order if s.root is not None):
            draft.move(segment, place)
        self._changed(chosen)

    def _changed(self, chosen: DraftSegment | None) -> None:
        assert self._draft is not None
        focused: QWidget | None = self.focusWidget()
        self.show_draft(self._draft, chosen)
        if focused is not None and not focused.isEnabled():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
