"""What is offered when a book cannot be opened as it is: the newest good backup, another book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from portfolio_app.errors import BookLockedError, PortfolioError
from portfolio_app.ui import backup_words, messages, theme
from portfolio_app.ui.book_calls import is_good
from portfolio_app.ui.dialogs.box import Box
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.widgets import Card, button, text_label
from portfolio_app.ui.widgets.backup_table import BackupTable
from portfolio_app.ui.widgets.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from portfolio_app.services.backups import BackupInfo

WIDTH, ROWS = 720, 6


class RecoveryDialog(Box):
    """Says what is wrong and lists the good backups, the newest one chosen."""

    restore_wanted = Signal(object, object)
    """Put this `BackupInfo` in the book's place; its passphrase, None when it has none."""
    other_wanted = Signal()
    """The user chooses another book."""
    as_it_is_wanted = Signal()
    """Open the altered book all the same."""

    def __init__(
        self,
        parent: QWidget,
        operations: Operations,
        error: PortfolioError,
        path: Path,
        infos: Sequence[BackupInfo],
        today: Callable[[], date],
    ) -> None:
        super().__init__(parent, _headline(error.code), WIDTH)
        self._place = path.resolve()
        self._is_missing = error.code == "missing"
        self._can_open_as_it_is = error.code == "altered"
        text = messages.error_text(error)
        if isinstance(error, BookLockedError):
            text = self.tr(
                "“{path}” can only be read with its passphrase. If it never had one, the file is damaged: what is in "
                "it cannot be told from chance. It was left untouched."
            ).format(path=path)
        self.explanation = text_label(text, wrap=True)
        self.body.addWidget(self.explanation)
        self.advice = text_label("", "muted", wrap=True)
        self.body.addWidget(self.advice)
        self.table = BackupTable(
            operations,
            is_good,
            today,
            self.tr("Good backups of “{name}”").format(name=path.stem),
            only_good=True,
        )
        self.card = Card(margin=theme.XS)
        self.card.body.addWidget(self.table)
        self.body.addWidget(self.card)
        self.passphrase_words = text_label(self.tr("Passphrase of this backup:"), wrap=True)
        self.passphrase = PassphraseField(self.tr("Passphrase of this backup"))
        self.passphrase_words.setBuddy(self.passphrase.editor)
        self.body.addWidget(self.passphrase_words)
        self.body.addWidget(self.passphrase)
        self._add_buttons()
        self.table.selected.connect(lambda _: self._show())
        self.table.checked.connect(self._show)
        self.table.activated_id.connect(lambda _: self.submit())
        self.passphrase.changed.connect(self._show)
        self.passphrase.entered.connect(self.submit)
        self.table.show_backups(infos)
        self._show()

    def submit(self) -> None:
        """Restore the one chosen."""
        info = self.table.current()
        if info is not None and self.restore_button.isEnabled():
            self.say("")
            self.set_busy(True)
            self.restore_wanted.emit(info, self.passphrase.text() if info.is_encrypted else None)

    def refuse(self, sentence: str) -> None:
        """It could not be restored: say why; another one may be chosen."""
        self.set_busy(False)
        self.say(sentence)
        if not self.passphrase.isHidden():
            self.passphrase.editor.selectAll()
            self.passphrase.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Wait while it is restored."""
        super().set_busy(busy)
        for widget in (self.table, self.passphrase, self.other_button, self.as_it_is_button):
            widget.setEnabled(not busy)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list, or where there is none at the way out."""
        super().showEvent(event)
        (self.table if self.table.infos else self.other_button).setFocus()
        self._show()

    def sizeHint(self) -> QSize:
        """As wide as a line of the table."""
        return QSize(WIDTH, super().sizeHint().height())

    def _add_buttons(self) -> None:
        self.other_button = button(self.tr("Choose another book…"), self.other_wanted.emit)
        self.as_it_is_button = button(self.tr("Open it as it is"), self.as_it_is_wanted.emit)
        self.restore_button = button(self.tr("Restore this backup"), self.submit, variant="primary")
        self.footer.addWidget(self.other_button)
        self.footer.addStretch()
        self.footer.addWidget(button(self.tr("Cancel"), self.reject))
        self.footer.addWidget(self.as_it_is_button)
        self.footer.addWidget(self.restore_button)
        self.as_it_is_button.setVisible(self._can_open_as_it_is)

    def _show(self) -> None:
        info = self.table.current()
        rows = min(len(self.table.infos), ROWS)
        self.table.setFixedHeight(self.table.verticalHeader().defaultSectionSize() * (rows + 1) + 2)
        self.card.setVisible(rows > 0)
        needs = info is not None and info.is_encrypted
        self.passphrase_words.setVisible(needs)
        self.passphrase.setVisible(needs)
        ready = info is not None and self.table.is_good(info) is True
        self.restore_button.setEnabled(
            ready and not self.is_busy and bool(not needs or self.passphrase.text())
        )
        self.restore_button.setVisible(bool(self.table.infos))
        self.advice.setText(self._advice(info))
        self.fit()

    def _advice(self, info: BackupInfo | None) -> str:
        if info is None:
            return self.tr(
                "This computer keeps no good backup of it. If you keep copies elsewhere (a USB stick, another "
                "computer), open one of them."
            )
        text = self.tr(
            "A backup can take its place: the one of {moment} holds %n client(s). What was typed after it is not "
            "in it.",
            "",
            info.clients,
        ).format(moment=backup_words.moment(info.at))
        if info.source != self._place:
            origin = self.tr(
                "It was made of “{path}”, which is not there any more: make sure that this is the same book."
            )
            text = f"{text} {origin.format(path=info.source)}"
        if self._is_missing:
            return text
        kept = self.tr("The file that is there now is put aside, never deleted.")
        return f"{text} {kept}"


def _headline(code: str) -> str:
    translate = QCoreApplication.translate
    if code == "missing":
        return translate("RecoveryDialog", "This book is not where it was")
    if code == "altered":
        return translate("RecoveryDialog", "Something other than this program changed this book")
    return translate("RecoveryDialog", "This book cannot be opened")
