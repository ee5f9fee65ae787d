"""What a quick note was understood as, in chips: each can be corrected by a click, or taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from portfolio_app.models.enums import InteractionKind, Outcome
from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.dialogs.client_picker import ClientPicker
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.plain import plain_caption, plain_tooltip
from portfolio_app.ui.widgets import button, text_label
from portfolio_app.ui.widgets.popup import Popup

if TYPE_CHECKING:
    from portfolio_app.services.quick_entry import QuickDraft

Tone = Literal["said", "usual", "ask"]
"""Said by the line; the usual value, which nothing said; or a question that must be answered."""
DAYS_BACK = 7
USUAL_MINUTES = (5, 10, 15, 30, 45, 60, 90, 120)
SHOWN = 48
"""So many letters of a text stand in a chip."""


@dataclass(frozen=True)
class Part:
    """One thing that was understood. `role`: see `QuickEntry.roles`; `closes`: it can be taken out."""

    role: str
    text: str
    icon: str
    tone: Tone = "said"
    whole: str = ""
    closes: bool = True


class EntryChip(QFrame):
    """One part. Enter, Space or a click correct it, Delete or its cross take it out."""

    chosen = Signal(str)
    dropped = Signal(str)

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self.setObjectName("entryChip")
        self.setProperty("tone", part.tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        can_change = part.role != "note"
        self.button = button(
            plain_caption(_short(part.text)),
            (lambda: self.chosen.emit(part.role)) if can_change else None,
            variant="ghost",
            icon=part.icon,
            small=True,
        )
        self.button.setAccessibleName(f"{_name(part.role)}: {part.whole or part.text}")
        self.button.setToolTip(plain_tooltip(f"{_name(part.role)}: {part.whole or part.text}"))
        if not can_change:
            self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.button.setCursor(Qt.CursorShape.ArrowCursor)
        row.addWidget(self.button)
        self.cross: IconButton | None = None
        if part.closes and part.tone == "said" and can_change:
            self.cross = IconButton("close", self.tr("Not meant: {what}").format(what=_name(part.role)))
            self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.cross.setObjectName("chipCross")
            self.cross.setIconSize(QSize(12, 12))
            self.cross.clicked.connect(lambda: self.dropped.emit(part.role))
            row.addWidget(self.cross)
            self.cross.ensurePolished()
        # What the style sheet makes of their sizes must be known before room is made for them.
        self.ensurePolished()
        self.button.ensurePolished()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it out."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.cross is not None:
            self.dropped.emit(self.part.role)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.button.hasFocus():
            self.chosen.emit(self.part.role)
        else:
            super().keyPressEvent(event)


class ClientPopup(Popup):
    """Finds a client by name, for a line that names nobody the book knows."""

    def __init__(self, operations: Operations, choose: Callable[[int], object], parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.addWidget(text_label(self.tr("Which client?"), "strong"))
        self.picker = ClientPicker(operations)
        self.picker.chosen.connect(partial(self._take, choose))
        layout.addWidget(self.picker, 1)
        self.resize(340, 300)

    def open_below(self, widget: QWidget) -> None:
        """Show it under a widget, kept on the screen, ready to be typed in."""
        place = widget.mapToGlobal(widget.rect().bottomLeft())
        room = self.screen().availableGeometry()
        self.move(
            max(room.left(), min(place.x(), room.right() - self.width())),
            max(room.top(), min(place.y(), room.bottom() - self.height())),
        )
        self.show()
        self.picker.field.setFocus()

    def _take(self, choose: Callable[[int], object], client: object) -> None:
        if isinstance(client, int):
            self.close()
            choose(client)


def parts(draft: QuickDraft, today: date, client: tuple[str, Tone]) -> list[Part]:
    """The chips of a draft, in reading order. `client`: the name to show, and how sure it is."""
    entry = draft.entry
    found = [Part("client", client[0], "organisation", client[1], closes=entry.said("client"))]
    if entry.is_touch:
        kind_tone: Tone = "said" if entry.said("kind") else "usual"
        found.append(Part("kind", messages.interaction_kind(entry.kind), entry.kind, kind_tone))
        found.append(
            Part("day", day_text(entry.on, today), "calendar", "said" if entry.said("day") else "usual")
        )
        if entry.minutes is not None:
            found.append(Part("minutes", i18n.minutes(entry.minutes), "history"))
        if entry.outcome:
            found.append(Part("outcome", messages.outcome(entry.outcome), "check"))
        if entry.note:
            found.append(Part("note", entry.note, "note", whole=entry.note))
    if entry.next is not None:
        what = entry.next.title or messages.interaction_kind(entry.next.kind)
        when = f"{day_text(entry.next.due_on, today)} {entry.next.due_time}".rstrip()
        words = QCoreApplication.translate("QuickLog", "Next: {what}, {when}").format(
            what=_short(what), when=when
        )
        tone: Tone = "usual" if entry.next.is_assumed else "said"
        found.append(Part("next", words, "bell", tone, whole=f"{what}, {when}"))
    return found


def day_text(day: date, today: date) -> str:
    """ "today", "yesterday", "tomorrow", or "Tue 24 Nov"."""
    near = {
        0: QCoreApplication.translate("QuickLog", "today"),
        -1: QCoreApplication.translate("QuickLog", "yesterday"),
        1: QCoreApplication.translate("QuickLog", "tomorrow"),
    }
    said = (
        i18n.weekday(day)
        if day.year == today.year or abs((day - today).days) < 180
        else i18n.day_month_year(day)
    )
    return near.get((day - today).days, said)


def choices(role: str, today: date) -> Sequence[tuple[str, object]]:
    """(words, value) of what a part can be corrected to, for those chosen from a list."""
    if role == "kind":
        return [(messages.interaction_kind(kind), kind.value) for kind in InteractionKind]
    if role == "outcome":
        return [(messages.outcome(outcome), outcome.value) for outcome in Outcome]
    if role == "minutes":
        return [(i18n.minutes(count), count) for count in USUAL_MINUTES]
    days = [today - timedelta(days=back) for back in range(DAYS_BACK + 1)]
    return [(day_text(day, today), day) for day in days]


def choice_menu(
    parent: QWidget, offered: Sequence[tuple[str, object]], take: Callable[[object], object]
) -> QMenu:
    """A menu of values; `take` hears of the one chosen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, value in offered:
        menu.addAction(plain_caption(words), partial(take, value))
    return menu


def _name(role: str) -> str:
    return {
        "client": QCoreApplication.translate("QuickLog", "Client"),
        "kind": QCoreApplication.translate("QuickLog", "Kind"),
        "day": QCoreApplication.translate("QuickLog", "Day"),
        "minutes": QCoreApplication.translate("QuickLog", "Duration"),
        "outcome": QCoreApplication.translate("QuickLog", "Outcome"),
        "note": QCoreApplication.translate("QuickLog", "Note"),
        "next": QCoreApplication.translate("QuickLog", "Next action"),
    }[role]


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"
