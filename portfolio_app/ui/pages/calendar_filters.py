"""Which things the calendar shows: a chip for each type, and a menu of the kinds of contact."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from portfolio_app.models.enums import InteractionKind
from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.pages import calendar_words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import FlowLayout, SegmentChip, button

PLACE = "calendar"
"""Under what the preferences keep what is hidden: types, and kinds as "kind:call"."""
_KIND = "kind:"


class StayingMenu(QMenu):
    """A menu of ticks that stays open while one ticks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click or Space on a tick does not close."""
        action = self.activeAction()
        clicked = event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent)
        pressed = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
        )
        if (clicked or pressed) and action is not None and action.isCheckable():
            action.trigger()
            return True
        return False


class CalendarFilters(QWidget):
    """Chips and the menu; what is hidden is remembered."""

    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        hidden = set(context.settings().columns.get(PLACE, ()))
        self._hidden_types = hidden & calendar_words.TYPES.keys()
        kinds = {kind.value for kind in InteractionKind}
        self.without_kinds = {name.removeprefix(_KIND) for name in hidden} & kinds
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        listed = QWidget()
        flow = FlowLayout(listed)
        self.chips: dict[str, SegmentChip] = {}
        for code in calendar_words.TYPES:
            chip = SegmentChip(calendar_words.type_name(code), clickable=True)
            chip.clicked.connect(partial(self._toggle, code))
            self.chips[code] = chip
            flow.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        listed.setSizePolicy(policy)
        row.addWidget(listed, 1)
        self.kinds_button = button("", variant="ghost", icon="filter", small=True)
        self.kinds_button.setProperty("hasMenu", True)
        self.menu = StayingMenu(self.kinds_button)
        for kind in InteractionKind:
            action = self.menu.addAction(messages.interaction_kind(kind.value))
            action.setCheckable(True)
            action.setChecked(kind.value not in self.without_kinds)
            action.toggled.connect(partial(self._toggle_kind, kind.value))
        self.kinds_button.setMenu(self.menu)
        row.addWidget(self.kinds_button, 0, Qt.AlignmentFlag.AlignTop)
        self._show({})

    @property
    def types(self) -> list[str]:
        """The types to show."""
        return [code for code in calendar_words.TYPES if code not in self._hidden_types]

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many there are of each type."""
        self._show(counts)

    def _show(self, counts: Mapping[str, int]) -> None:
        for code, chip in self.chips.items():
            name = calendar_words.type_name(code)
            chip.set_segment(f"{name}  {i18n.number(counts[code])}" if code in counts else name)
            chip.set_checked(code not in self._hidden_types)
            shown = self.tr("shown") if code not in self._hidden_types else self.tr("hidden")
            chip.setAccessibleDescription(shown)
        left = len(InteractionKind) - len(self.without_kinds)
        some = self.tr("{count} kinds of contact").format(count=i18n.number(left))
        self.kinds_button.setText(some if self.without_kinds else self.tr("All kinds of contact"))

    def _toggle(self, code: str) -> None:
        self._hidden_types ^= {code}
        self._keep()

    def _toggle_kind(self, kind: str, shown: bool) -> None:
        if shown:
            self.without_kinds.discard(kind)
        else:
            self.without_kinds.add(kind)
        self._keep()

    def _keep(self) -> None:
        hidden = [*sorted(self._hidden_types), *(_KIND + kind for kind in sorted(self.without_kinds))]
        self.context.settings().columns[PLACE] = hidden
        self.context.save_settings()
        self._show({})
        self.changed.emit()
