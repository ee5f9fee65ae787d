"""Asks for the passphrase of a book, and stays until it fits or the user gives up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from portfolio_app.ui.dialogs.box import Box
from portfolio_app.ui.widgets import button, plain_tooltip, text_label
from portfolio_app.ui.widgets.passphrase_field import PassphraseField

WIDTH = 460


class PassphraseDialog(Box):
    """One field. `entered` tells the passphrase and whether to remember it; then `refuse` or `accept`."""

    entered = Signal(str, bool)
    backups_wanted = Signal()
    """The book never had a passphrase, so what lies there is no book any more."""

    def __init__(self, parent: QWidget, path: Path) -> None:
        super().__init__(parent, self.tr("This book is protected"), WIDTH)
        where = text_label(self.tr("Passphrase of “{name}”:").format(name=path.stem), wrap=True)
        where.setToolTip(plain_tooltip(str(path)))
        self.body.addWidget(where)
        self.field = PassphraseField(self.tr("Passphrase"))
        where.setBuddy(self.field.editor)
        self.field.changed.connect(self._typed)
        self.field.entered.connect(self.submit)
        self.body.addWidget(self.field)
        self.remember = QCheckBox(self.tr("Remember it on this computer"))
        self.remember.setToolTip(
            plain_tooltip(
                self.tr("Kept in this computer's own keyring: whoever opens your session opens the book.")
            )
        )
        self.remember.hide()
        self.body.addWidget(self.remember)
        self.backups_button = button(self.tr("Show its backups…"), self.backups_wanted.emit)
        self.backups_button.setToolTip(
            plain_tooltip(
                self.tr(
                    "If this book never had a passphrase, its file is damaged: a backup can take its place."
                )
            )
        )
        self.footer.addWidget(self.backups_button)
        self.backups_button.hide()
        self.footer.addStretch()
        self.cancel_button = button(self.tr("Cancel"), self.reject)
        self.open_button = button(self.tr("Open"), self.submit, variant="primary")
        self.open_button.setEnabled(False)
        self.footer.addWidget(self.cancel_button)
        self.footer.addWidget(self.open_button)

    def offer_remembering(self, possible: bool) -> None:
        """Show the choice to remember; only where the computer has a keyring."""
        self.remember.setVisible(possible)
        self.fit()

    def offer_backups(self, known: bool) -> None:
        """Show the way to the backups: a file overwritten by chance looks like an encrypted one."""
        self.backups_button.setVisible(known)

    def submit(self) -> None:
        """Try it."""
        if self.open_button.isEnabled():
            self.say("")
            self.set_busy(True)
            self.entered.emit(self.field.text(), self.remember.isChecked())

    def refuse(self, sentence: str) -> None:
        """It does not fit: say so, and let it be typed again."""
        self.set_busy(False)
        self.say(sentence)
        self.field.editor.selectAll()
        self.field.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Wait while it is tried."""
        super().set_busy(busy)
        self.field.setEnabled(not busy)
        self.cancel_button.setEnabled(not busy)
        self.backups_button.setEnabled(not busy)
        self.open_button.setEnabled(not busy and bool(self.field.text()))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the field."""
        super().showEvent(event)
        self.field.setFocus()
        self.fit()

    def _typed(self) -> None:
        self.open_button.setEnabled(bool(self.field.text()))
        if not self.problem.isHidden():
            self.say("")
