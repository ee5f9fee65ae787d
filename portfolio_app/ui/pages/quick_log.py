"""Logging in one line: what is typed is shown as it is understood, corrected by a click, saved by Enter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.queue_snooze import SnoozeMenu
from portfolio_app.ui.pages.quick_chips import ClientPopup, EntryChip, Tone, choice_menu, choices, parts
from portfolio_app.ui.widgets import FlowLayout, button, clear_layout, text_label
from portfolio_app.ui.widgets.overlay import Overlay
from portfolio_app.ui.widgets.tab_order import tab_after

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.books import Book
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.quick_entry import Meant, QuickDraft

DEBOUNCE_MS = 60
WIDTH = 720
LONGEST = 2_000


def _read(
    book: Book, text: str, today: date, dropped: frozenset[str], client: int | None, month_first: bool
) -> QuickDraft:
    from portfolio_app.services import quick_entry

    return quick_entry.read(book, text, today, dropped, client, month_first=month_first)


def _log(book: Book, client: int, draft: QuickDraft, contact: int | None) -> Changes:
    from portfolio_app.services import quick_entry

    return quick_entry.log(book, client, draft.entry, contact)


class QuickLog(QWidget):
    """The line and, under it, what it says. Nothing is written before Enter."""

    saved = Signal()
    grew = Signal()
    """What is shown under the line takes another height."""
    left = Signal()
    """Escape in an empty line."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.client_in_sight: int | None = None
        """Who is meant where the line names nobody."""
        self.menu: QMenu | None = None
        self.popup: ClientPopup | None = None
        self._is_saving = False
        self._build()
        self._forget()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(
            self.tr("Log in one line: “call Miller 15 min interested, call back on Tuesday”")
        )
        self.field.setAccessibleName(self.tr("Log in one line"))
        self.field.textChanged.connect(lambda _: self._changed())
        self.field.installEventFilter(self)
        row.addWidget(self.field, 1)
        self.save_button = button(self.tr("Log it"), self.save, variant="primary")
        self.save_button.hide()
        row.addWidget(self.save_button)
        layout.addLayout(row)
        self.preview = QWidget()
        self._chips = FlowLayout(self.preview, theme.XS)
        self.preview.hide()
        layout.addWidget(self.preview)
        self.hint = text_label("", "caption", wrap=True)
        self.hint.hide()
        layout.addWidget(self.hint)
        self.setFocusProxy(self.field)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._ask)

    # Reading

    def _forget(self) -> None:
        self.draft: QuickDraft | None = None
        self._read_text = ""
        self._dropped: frozenset[str] = frozenset()
        self._chosen: dict[str, Any] = {}
        self._client: tuple[int, int | None, str] | None = None
        self._wants_save = False

    def _changed(self) -> None:
        self._wants_save = False
        if self.field.text().strip():
            self._timer.start()
            return
        self._timer.stop()
        self._forget()
        for widget in (self.preview, self.hint, self.save_button):
            widget.hide()
        self.grew.emit()

    def _ask(self) -> None:
        text = self.field.text()
        month_first = i18n.locale().dateFormat(i18n.locale().FormatType.ShortFormat).lower().startswith("m")
        self.context.operations.query(
            self,
            _read,
            text,
            self.context.today(),
            self._dropped,
            self.client_in_sight,
            month_first,
            on_result=lambda draft: self._show(text, draft),
            latest="quick",
            urgent=True,
        )

    def _show(self, text: str, draft: QuickDraft) -> None:
        if text != self.field.text():
            return
        self._read_text = text
        self.draft = self._corrected(draft)
        self._show_chips()
        if self._wants_save:
            self._wants_save = False
            self.save()

    def _corrected(self, draft: QuickDraft) -> QuickDraft:
        """The draft with what the user chose instead of what was read."""
        entry = draft.entry
        changes = {field: value for field, value in self._chosen.items() if field != "due_on"}
        if entry.next is not None and "due_on" in self._chosen:
            changes["next"] = replace(entry.next, due_on=self._chosen["due_on"], is_assumed=False)
        return replace(draft, entry=replace(entry, **changes))

    @property
    def client(self) -> tuple[int, int | None, str] | None:
        """(client, person, name) of who is meant; None where that is not clear."""
        if self._client is not None or self.draft is None:
            return self._client
        meant = self.draft.meant
        if meant and (self.draft.entry.is_sure or len(meant) == 1):
            return meant[0].client_id, meant[0].contact_id, _full(meant[0])
        return None

    def _show_chips(self) -> None:
        if self.draft is None:
            return
        clear_layout(self._chips)
        self.chips: dict[str, EntryChip] = {}
        for part in parts(self.draft, self.context.today(), self._client_part(self.draft)):
            chip = EntryChip(part)
            chip.chosen.connect(self._correct)
            chip.dropped.connect(self._drop)
            self.chips[part.role] = chip
            self._chips.addWidget(chip)
        tab_after(self.field, [*(chip.button for chip in self.chips.values()), self.save_button])
        self.preview.show()
        self.preview.updateGeometry()
        self.save_button.setText(self.tr("Log it") if self.draft.entry.is_touch else self.tr("Plan it"))
        self.save_button.show()
        self._say(
            self.tr(
                "Enter saves. Click what was misunderstood, or go there with ↓; a cross or Del makes it note."
            )
        )
        self.grew.emit()

    def _client_part(self, draft: QuickDraft) -> tuple[str, Tone]:
        client = self.client
        if client is not None:
            return client[2], "said"
        if draft.meant:
            many = self.tr("{name}? %n possible", "", len(draft.meant))
            return many.format(name=draft.meant[0].name), "ask"
        return self.tr("Which client?"), "ask"

    def _say(self, text: str, role: str = "caption") -> None:
        self.hint.setText(text)
        theme.set_property(self.hint, "role", role)
        self.hint.show()

    # Correcting

    def _correct(self, role: str) -> None:
        """Offer what else that part can be."""
        today, chip = self.context.today(), self.chips[role]
        place = chip.mapToGlobal(chip.rect().bottomLeft())
        if role == "client":
            self._choose_client()
            return
        if role == "next":
            self.menu = SnoozeMenu(today, lambda day: self._set("due_on", day), self)
        else:
            field = {"day": "on"}.get(role, role)
            self.menu = choice_menu(self, choices(role, today), lambda value: self._set(field, value))
        self.menu.popup(place)

    def _choose_client(self) -> None:
        """Among those that may be meant, or anybody else."""
        chip = self.chips["client"]
        offered: list[tuple[str, object]] = []
        if self.draft is not None and len(self.draft.meant) > 1:
            offered = [(_full(each), each) for each in self.draft.meant]
        if not offered:
            self._search_client()
            return
        self.menu = choice_menu(self, offered, self._take_meant)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Another client…"), self._search_client)
        self.menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _search_client(self) -> None:
        self.popup = ClientPopup(self.context.operations, self._take_found, self)
        self.popup.open_below(self.chips["client"])

    def _take_meant(self, meant: Any) -> None:
        self._client = (meant.client_id, meant.contact_id, _full(meant))
        self._show_chips()
        self.field.setFocus()

    def _take_found(self, client: int) -> None:
        name = self.popup.picker.field.text() if self.popup is not None else ""
        self._client = (client, None, name)
        self._show_chips()
        self.field.setFocus()

    def _set(self, field: str, value: object) -> None:
        self._chosen[field] = value
        if self.draft is not None:
            self.draft = self._corrected(self.draft)
            self._show_chips()
        self.field.setFocus()

    def _drop(self, role: str) -> None:
        """Its words are note from now on."""
        self._dropped |= {role}
        self._chosen.pop({"day": "on", "next": "due_on"}.get(role, role), None)
        if role == "client":
            self._client = None
        self._ask()
        self.field.setFocus()

    # Saving

    def save(self) -> None:
        """Log it, or ask for what is missing."""
        if self._is_saving or not self.field.text().strip():
            return
        if self.draft is None or self._read_text != self.field.text():
            self._wants_save = True
            self._timer.stop()
            self._ask()
            return
        client = self.client
        if client is None:
            self._say(self.tr("Say which client is meant, then press Enter again."), "danger")
            self._choose_client()
            return
        self._is_saving = True
        self.context.operations.run(
            self,
            _log,
            client[0],
            self.draft,
            client[1],
            on_done=lambda _: self._done(),
            on_error=self._failed,
        )

    def _done(self) -> None:
        self._is_saving = False
        self.field.clear()
        self.saved.emit()

    def _failed(self, error: PortfolioError) -> None:
        self._is_saving = False
        self._say(messages.error_text(error), "danger")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter saves, Escape empties the line, Down goes to the chips."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
            return True
        if event.key() == Qt.Key.Key_Escape:
            if self.field.text():
                self.field.clear()
            else:
                self.left.emit()
            return True
        if event.key() == Qt.Key.Key_Down and not self.preview.isHidden():
            next(iter(self.chips.values())).button.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False


class QuickLogOverlay(Overlay):
    """The same over any page, by its key."""

    def __init__(self, parent: QWidget, context: UiContext) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        self._rows.setSpacing(theme.S)
        self._rows.addWidget(text_label(self.tr("Log in one line"), "card"))
        self.box = QuickLog(context)
        self.box.saved.connect(self.close_overlay)
        self.box.left.connect(self.close_overlay)
        self._rows.addWidget(self.box)
        self.box.grew.connect(lambda: QTimer.singleShot(0, self, self._fit))

    def open_for(self, client_id: int | None) -> None:
        """Open with the client in sight."""
        self.box.client_in_sight = client_id
        self.open_overlay()

    def take_focus(self) -> None:
        """Into the line."""
        self.box.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.field.selectAll()

    def place(self, room: QRect) -> QRect:
        """Near the top, as wide as a line needs."""
        width = min(WIDTH, room.width() - 2 * theme.XL)
        height = max(self._rows.totalHeightForWidth(width), self._rows.totalMinimumSize().height())
        return QRect((room.width() - width) // 2, max(theme.XL, room.height() // 6), width, height)

    def _fit(self) -> None:
        """Grow and shrink with what is shown."""
        if self.isVisible():
            self._rows.activate()
            self.setGeometry(self.place(self._over.rect()))


def _full(meant: Meant) -> str:
    return f"{meant.name} · {meant.detail}" if meant.detail else meant.name
