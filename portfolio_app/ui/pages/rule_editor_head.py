"""What a segment or a group is besides its rule: name, colour, place in lists, contact rhythm."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from portfolio_app.ui import messages, theme
from portfolio_app.ui.pages.rule_editor_draft import Draft, DraftSegment
from portfolio_app.ui.pages.rule_editor_list import dot
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import text_label
from portfolio_app.ui.widgets.fields import NumberEdit

MAX_DAYS = 3_650
PALETTE = {
    "#009E73": QT_TRANSLATE_NOOP("ColourButton", "Green"),
    "#0072B2": QT_TRANSLATE_NOOP("ColourButton", "Blue"),
    "#56B4E9": QT_TRANSLATE_NOOP("ColourButton", "Sky blue"),
    "#E69F00": QT_TRANSLATE_NOOP("ColourButton", "Orange"),
    "#D55E00": QT_TRANSLATE_NOOP("ColourButton", "Vermilion"),
    "#CC79A7": QT_TRANSLATE_NOOP("ColourButton", "Pink"),
    "#F0E442": QT_TRANSLATE_NOOP("ColourButton", "Yellow"),
    "#999999": QT_TRANSLATE_NOOP("ColourButton", "Grey"),
}
"""The colours of Okabe and Ito, which colour-blind people tell apart."""


class ColourButton(QToolButton):
    """Shows a colour; opens the list of colours there are."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._colour = ""
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        menu = QMenu(self)
        for colour, name in PALETTE.items():
            action = menu.addAction(self.tr(str(name)))
            action.triggered.connect(lambda _=False, c=colour: self._choose(c))
            action.setData(colour)
        menu.aboutToShow.connect(self._paint)
        self.setMenu(menu)
        theme.notifier().changed.connect(self._paint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the list, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showMenu()
        else:
            super().keyPressEvent(event)

    def set_colour(self, colour: str) -> None:
        """Show a colour without telling."""
        self._colour = colour
        name = PALETTE.get(colour.upper())
        words = self.tr("Colour: {name}").format(name=self.tr(str(name)) if name else colour)
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip(words))
        self._paint()

    def _paint(self, _: object = None) -> None:
        if self._colour:
            self.setIcon(dot(self._colour, 16))
        for action in self.menu().actions():
            action.setIcon(dot(action.data(), 14))

    def _choose(self, colour: str) -> None:
        self.set_colour(colour)
        self.changed.emit(colour)


class SegmentHead(QWidget):
    """The fields of the segment chosen. They change the draft themselves."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self._segment: DraftSegment | None = None
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the segment"))
        self.name.setMaxLength(200)
        self.colour = ColourButton()
        self.place = NumberEdit(1, 1, 1)
        self.ideal = NumberEdit(1, MAX_DAYS, 60)
        self.most = NumberEdit(1, MAX_DAYS, 90)
        names = (
            (self.place, self.tr("Place in lists, 1 is the best")),
            (self.ideal, self.tr("Ideal days between two touches")),
            (self.most, self.tr("Days at most between two touches")),
        )
        for field, words in names:
            field.setAccessibleName(words)
            field.setMaximumWidth(76)
            field.setToolTip(plain_tooltip(words))
            field.valueChanged.connect(lambda _: self._numbers_changed())
        self.name.textEdited.connect(self._rename)
        self.colour.changed.connect(self._recolour)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        first = QHBoxLayout()
        first.setSpacing(theme.S)
        first.addWidget(self.colour)
        first.addWidget(self.name, 1)
        second = QHBoxLayout()
        second.setSpacing(theme.S)
        for words, field in (
            (self.tr("Place"), self.place),
            (self.tr("Contact: ideal days"), self.ideal),
            (self.tr("at most"), self.most),
        ):
            label = text_label(words, "muted")
            label.setBuddy(field)
            second.addWidget(label)
            second.addWidget(field)
        second.addStretch()
        column.addLayout(first)
        column.addLayout(second)

    def show_segment(self, draft: Draft, segment: DraftSegment) -> None:
        """Show a segment."""
        self._draft, self._segment = draft, segment
        shown = messages.segment_name(segment.code, segment.name)
        if self.name.text() != shown:
            self.name.setText(shown)
        self.colour.set_colour(segment.colour)
        fields = (
            (self.place, len(draft.shown), draft.shown.index(segment) + 1),
            (self.ideal, MAX_DAYS, segment.ideal_days),
            (self.most, MAX_DAYS, segment.max_days),
        )
        for field, most, value in fields:
            was_blocked = field.blockSignals(True)
            field.setRange(1, most)
            field.setValue(value)
            field.blockSignals(was_blocked)

    def _rename(self, text: str) -> None:
        if self._segment is None:
            return
        # A built-in name that was not changed stays the program's, in every language.
        unnamed = messages.segment_name(self._segment.code)
        self._segment.name = "" if text.strip() == unnamed else text
        self.changed.emit()

    def _recolour(self, colour: str) -> None:
        if self._segment is not None:
            self._segment.colour = colour
            self.changed.emit()

    def _numbers_changed(self) -> None:
        if self._segment is None or self._draft is None:
            return
        self._segment.ideal_days, self._segment.max_days = self.ideal.value(), self.most.value()
        if self._draft.shown.index(self._segment) != self.place.value() - 1:
            self._draft.show_at(self._segment, self.place.value() - 1)
        self.changed.emit()
