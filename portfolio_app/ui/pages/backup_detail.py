"""One backup: what it is, what was done since, and the way back to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.errors import BookLockedError, PortfolioError
from portfolio_app.ui import backup_words, i18n, messages, theme
from portfolio_app.ui.widgets import Badge, Card, ElidedLabel, button, clear_layout, text_label
from portfolio_app.ui.widgets.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from portfolio_app.services.backups import BackupInfo, Difference


class BackupDetail(Card):
    """Beside the list. The page tells it what is known, and hears what is wanted."""

    restore_wanted = Signal()
    stop_wanted = Signal()
    passphrase_given = Signal()
    """The backup has another passphrase than the book, and this is it."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._today = today
        self.state = Badge()
        self.header.addWidget(self.state)
        self.facts = text_label("", "muted", wrap=True)
        self.source = ElidedLabel("", "caption")
        self.body.addWidget(self.facts)
        self.body.addWidget(self.source)
        self.body.addSpacing(theme.XS)
        self._since = text_label(self.tr("Since this backup"), "strong")
        self.body.addWidget(self._since)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.XS)
        self.body.addLayout(self._lines)
        self._passphrase_words = text_label(self.tr("Its own passphrase:"), wrap=True)
        self.passphrase = PassphraseField(self.tr("Passphrase of this backup"))
        self.passphrase.entered.connect(self.passphrase_given)
        self.body.addWidget(self._passphrase_words)
        self.body.addWidget(self.passphrase)
        self.body.addSpacing(theme.S)
        self._promise = text_label(
            self.tr("Today's state is backed up first, and Ctrl+Z takes the restore back."),
            "caption",
            wrap=True,
        )
        self.body.addWidget(self._promise)
        self.body.addLayout(self._make_buttons())
        self._is_restoring = False
        self._can_restore = False
        self._name = ""
        self.show_backup(None, None, None)

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.restore_button = button(
            self.tr("Restore this backup"), self.restore_wanted.emit, variant="primary"
        )
        self.stop_button = button(self.tr("Stop"), self.stop_wanted.emit)
        row.addWidget(self.restore_button)
        row.addWidget(self.stop_button)
        row.addStretch()
        return row

    @property
    def lines(self) -> list[str]:
        """What was done since, as it stands there."""
        items = (self._lines.itemAt(number) for number in range(self._lines.count()))
        return [item.widget().text() for item in items if item is not None]  # type: ignore[union-attr]

    def show_backup(self, info: BackupInfo | None, good: bool | None, book: Path | None) -> None:
        """Another backup, or another state of it; what was done since is told separately."""
        self.setVisible(info is not None)
        self._can_restore = False
        if info is None or info.name != self._name:
            self.passphrase.clear()
        self._name = info.name if info is not None else ""
        if info is None:
            return
        self.set_title(backup_words.moment(info.at, self._today()))
        words = {
            None: (self.tr("Checking…"), "neutral"),
            True: (self.tr("Good"), "good"),
            False: (self.tr("Damaged"), "danger"),
        }
        text, tone = words[good]
        self.state.set_text(text, tone)  # type: ignore[arg-type]
        facts = self.tr("{reason} · {size} · %n client(s)", "", info.clients)
        facts = facts.replace(str(info.clients), i18n.number(info.clients), 1)
        self.facts.setText(
            facts.format(reason=backup_words.reason(info.reason), size=backup_words.size(info.size))
        )
        elsewhere = info.source is not None and book is not None and info.source != book.resolve()
        self.source.setText(self.tr("Of the book at {path}").format(path=info.source) if elsewhere else "")
        self.source.setVisible(elsewhere)
        self._show_passphrase(False)
        if good is False:
            self._say(
                self.tr("This file is not as it was written, so it is not used. Choose another backup."),
                role="danger",
            )
        else:
            self._say(self.tr("Comparing…"), role="muted")
        self._dress()

    def show_differences(self, found: Mapping[str, Difference]) -> None:
        """What was done since; with nothing done, there is nothing to restore."""
        lines = backup_words.differences(found)
        self._say(*lines or [self.tr("Nothing: the book holds exactly what this backup holds.")])
        self._can_restore = bool(lines)
        self._show_passphrase(False)
        self._dress()

    def show_error(self, error: PortfolioError) -> None:
        """It cannot be compared, or not be restored; one with its own passphrase asks for it."""
        self._can_restore = False
        locked = isinstance(error, BookLockedError) and error.code != "no_encryption"
        if not locked:
            self._say(messages.error_text(error), role="danger")
        elif self.passphrase.isHidden():
            self._say(self.tr("It is protected by another passphrase than the book's."))
        else:
            self._say(self.tr("This passphrase does not open it."), role="danger")
        self._show_passphrase(locked)
        self._dress()

    def show_progress(self, done: int, total: int) -> None:
        """It is being restored."""
        self._is_restoring = True
        text = self.tr("Restoring…")
        if total:
            text = self.tr("Restoring… {share}").format(share=i18n.percent(min(done / total, 1)))
        self.restore_button.setText(text)
        self._dress()

    def end_progress(self) -> None:
        """It is restored, or not."""
        self._is_restoring = False
        self.restore_button.setText(self.tr("Restore this backup"))
        self._dress()

    def _show_passphrase(self, shown: bool) -> None:
        self._passphrase_words.setVisible(shown)
        self.passphrase.setVisible(shown)
        if shown:
            self.passphrase.editor.selectAll()

    def _dress(self) -> None:
        self.restore_button.setEnabled(self._can_restore and not self._is_restoring)
        self.stop_button.setVisible(self._is_restoring)
        self._promise.setVisible(self._can_restore or self._is_restoring)

    def _say(self, *lines: str, role: str = "body") -> None:
        clear_layout(self._lines)
        for line in lines:
            label = text_label(line, role, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(label)
