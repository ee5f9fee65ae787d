"""How reminders reach the user: in the window always, on the desktop where the computer shows messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from portfolio_app.config import APP_NAME
from portfolio_app.ui import i18n, messages
from portfolio_app.ui.notifier import Notifier
from portfolio_app.ui.widgets.reminder_bar import BarLine, ReminderBar

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.reminders import Reminder
    from portfolio_app.ui.desktop import Desktop
    from portfolio_app.ui.pages.next_offer import NextOffer

SHOWN = 4
"""So many reminders are named in one message of the desktop."""
MAX_TEXT = 200
SHOW_MS = 15_000
LATER = (timedelta(minutes=10), timedelta(hours=1))
"""By how much a reminder can be put off within the day."""


class Messenger(Protocol):
    """Who shows messages outside the window."""

    def show(self, title: str, text: str) -> None:
        """Show one, for a while."""

    def hide(self) -> None:
        """Nothing waits any more."""


class TrayMessenger(QObject):
    """The icon beside the system's clock; there only while reminders wait."""

    clicked = Signal()

    def __init__(self, icon: QIcon, parent: QObject) -> None:
        super().__init__(parent)
        self._tray = QSystemTrayIcon(icon, self)
        self._tray.setToolTip(APP_NAME)
        self._tray.activated.connect(lambda _: self.clicked.emit())
        self._tray.messageClicked.connect(self.clicked)

    def show(self, title: str, text: str) -> None:
        """Show a message, as plain text."""
        self._tray.show()
        self._tray.showMessage(plain(title), plain(text), self._tray.icon(), SHOW_MS)

    def hide(self) -> None:
        """Take the icon away."""
        self._tray.hide()


class ReminderDesk(QObject):
    """Belongs to the desktop: tells what the notifier finds due, and does what the user answers."""

    def __init__(self, desktop: Desktop, clock: Callable[[], datetime] | None = None) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._ops = desktop.operations
        self._bar: ReminderBar | None = None
        self._waiting: list[Reminder] = []
        self.offer: NextOffer | None = None
        self._messenger: Messenger | None = self._make_tray()
        self.notifier = Notifier(self._ops, lambda: desktop.settings, clock, parent=self)
        self.notifier.due.connect(self._tell)
        self.notifier.standing.connect(self._keep)

    def set_messenger(self, messenger: Messenger | None) -> None:
        """Have messages shown by another one, or (None) in the window only."""
        self._messenger = messenger

    def start(self, *, is_kept: bool = True) -> None:
        """A book is open; a sample is not kept."""
        self._put_away()
        self.notifier.start(is_kept=is_kept)

    def stop(self) -> None:
        """It is being left."""
        self.notifier.stop()
        self._put_away()

    def attach(self) -> None:
        """The window was built anew, perhaps in another language: its bar goes on where the old one was."""
        bar = self._desktop.window.reminder_bar
        if self._bar is None:
            # Only now: the pages hear of a change before, and read first.
            self._ops.changed.connect(self.notifier.note)
        if bar is not self._bar:
            self._bar = bar
            bar.open_asked.connect(self._open)
            bar.done_asked.connect(self._finish)
            bar.snooze_asked.connect(self._offer_days)
            bar.list_asked.connect(partial(self._desktop.window.show_page, "follow_ups"))
            bar.put_away.connect(self._put_away)
        self._fill()

    def try_out(self) -> None:
        """Show what a reminder looks like, and say where they are shown on this computer."""
        if self._messenger is None:
            said = self.tr("Reminders appear at the top of this window: this computer shows no messages.")
        else:
            said = self.tr("Reminders appear at the top of this window and as a message of the desktop.")
            self._messenger.show(self.tr("A reminder"), self.tr("This is what a reminder looks like."))
        self._desktop.window.show_toast(said)

    # Telling

    def _tell(self, due: tuple[Reminder, ...]) -> None:
        known = {one.key for one in self._waiting}
        self._waiting += [one for one in due if one.key not in known]
        self._fill(due[0])
        window = self._desktop.window
        if not window.isActiveWindow():
            QApplication.alert(window)
        if self._messenger is not None:
            self._messenger.show(*self._message(due))

    def _message(self, due: Sequence[Reminder]) -> tuple[str, str]:
        if len(due) == 1:
            line = self._line(due[0])
            return f"{line.when} · {due[0].client}", what_of(due[0])
        lines = [f"{self._line(one).when}  {self._line(one).text}" for one in due[:SHOWN]]
        if len(due) > SHOWN:
            lines.append(self.tr("and %n more", "", len(due) - SHOWN))
        return self.tr("%n reminder(s)", "", len(due)), "\n".join(lines)

    def _line(self, one: Reminder) -> BarLine:
        return BarLine(when_of(one, self._today()), f"{one.client} · {what_of(one)}", one)

    def _fill(self, first: Reminder | None = None) -> None:
        if self._bar is not None:
            focused = QApplication.focusWidget()
            had_focus = focused is not None and self._bar.isAncestorOf(focused)
            self._bar.show_lines([self._line(one) for one in self._waiting], first)
            page = self._desktop.window.page(self._desktop.window.current_key)
            if had_focus and self._bar.isHidden() and page is not None:
                page.focus_first()  # Qt would go on to what follows, the "Undo" of the note below
        if not self._waiting and self._messenger is not None:
            self._messenger.hide()

    def _keep(self, standing: frozenset[str]) -> None:
        """What was done or moved elsewhere goes from the bar too."""
        self._waiting = [one for one in self._waiting if one.key in standing]
        self._fill()

    def _put_away(self) -> None:
        self._waiting = []
        self._fill()

    # Answering

    def _open(self, one: Reminder) -> None:
        self._desktop.window.open("client", one.client_id)

    def _finish(self, one: Reminder) -> None:
        self._ops.run(
            self, _complete, one.client_id, one.follow_up_id, on_done=partial(self._offer_next, one)
        )

    def _offer_next(self, one: Reminder, _: object) -> None:
        """Finishing one thing offers the next, where the button stood: the bar may be gone."""
        from portfolio_app.ui.pages.next_offer import NextOffer, below

        if self._bar is None:
            return
        if self.offer is None:
            self.offer = NextOffer(self._ops, self._today, self)
        _, point = below(self._bar.done_button)
        self.offer.ask(one.client_id, lambda: (self._desktop.window, point), one.client)

    def _offer_days(self, one: Reminder) -> None:
        from portfolio_app.ui.pages.queue_snooze import SnoozeMenu

        if self._bar is None:
            return
        anchor = self._bar.snooze_button
        menu = SnoozeMenu(self._today(), partial(self._put_off, one), anchor)
        before = menu.actions()[0]
        for words, delay in zip((self.tr("In 10 minutes"), self.tr("In an hour")), LATER, strict=True):
            action = menu.addAction(words, partial(self._remind_later, one, delay))
            menu.insertAction(before, action)
        menu.insertSeparator(before)
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))

    def _put_off(self, one: Reminder, until: date) -> None:
        self._ops.run(self, _snooze, one.client_id, one.follow_up_id, until)

    def _remind_later(self, one: Reminder, delay: timedelta) -> None:
        self._ops.run(self, _later, one.follow_up_id, delay)

    def clicked(self) -> None:
        """The message or the icon of the desktop was clicked: the window comes, with what waits."""
        self._desktop.come_forward(None)
        if len(self._waiting) == 1:
            self._open(self._waiting[0])
        elif self._waiting:
            self._desktop.window.show_page("follow_ups")

    def _today(self) -> date:
        return self._desktop.context.today()

    def _make_tray(self) -> Messenger | None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return None
        tray = TrayMessenger(self._desktop.app.windowIcon(), self)
        tray.clicked.connect(self.clicked)
        return tray


def when_of(one: Reminder, today: date) -> str:
    """ "14:30", "Today", or with its day when that is another one; in the computer's zone."""
    local = one.at.astimezone()
    day = one.due_on if one.all_day else local.date()
    clock = "" if one.all_day else i18n.clock(local)
    if day == today:
        return clock or QCoreApplication.translate("ReminderDesk", "Today")
    shown = i18n.day_month(day, today)
    return f"{shown}, {clock}" if clock else shown


def what_of(one: Reminder) -> str:
    """What is to be done."""
    what = one.title or messages.interaction_kind(one.kind)
    return (
        QCoreApplication.translate("ReminderDesk", "waiting for: {what}").format(what=what)
        if one.is_waiting
        else what
    )


def plain(text: str) -> str:
    """A user's text where the desktop would read marks in it."""
    return text.replace("<", "‹").replace(">", "›")[: MAX_TEXT * SHOWN]


def _complete(book: Any, client_id: int, follow_up_id: int) -> Changes:
    from portfolio_app.services import follow_ups

    return follow_ups.complete_follow_up(book, client_id, follow_up_id)


def _snooze(book: Any, client_id: int, follow_up_id: int, until: date) -> Changes:
    from portfolio_app.services import follow_ups

    return follow_ups.snooze(book, client_id, follow_up_id, until)


def _later(book: Any, follow_up_id: int, delay: timedelta) -> Changes:
    from portfolio_app.services import reminders

    return reminders.remind_later(book, follow_up_id, book.clock() + delay)
