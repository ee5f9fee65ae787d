"""A field for a passphrase: hidden unless asked, and it says when Caps Lock is on."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from portfolio_app.ui import icons, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets.basic import text_label

MIN_LENGTH, LONG = 8, 16


class PassphraseField(QWidget):
    """One passphrase. `text()` is its composed form, so that an accent typed elsewhere is the same one."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        column.addLayout(row)
        self.editor = QLineEdit()
        self.editor.setEchoMode(QLineEdit.EchoMode.Password)
        self.editor.setMaxLength(1_000)
        self.editor.setAccessibleName(label)
        hints = Qt.InputMethodHint
        self.editor.setInputMethodHints(
            hints.ImhHiddenText
            | hints.ImhSensitiveData
            | hints.ImhNoPredictiveText
            | hints.ImhNoAutoUppercase
        )
        self.editor.installEventFilter(self)
        self.editor.textChanged.connect(lambda _: self.changed.emit())
        self.editor.returnPressed.connect(self.entered)
        row.addWidget(self.editor, 1)
        self.eye = IconButton("eye", self.tr("Show what is typed"))
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show_text)
        row.addWidget(self.eye)
        self.caps = text_label(self.tr("Caps Lock is on."), "caption")
        column.addWidget(self.caps)
        self.caps.hide()
        self.setFocusProxy(self.editor)

    def text(self) -> str:
        """What was typed."""
        return unicodedata.normalize("NFC", self.editor.text())

    def clear(self) -> None:
        """Forget what was typed, and hide what will be."""
        self.editor.clear()
        self.eye.setChecked(False)
        self.caps.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell Caps Lock by the letters it makes: Qt does not know its state on every platform."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            letter = event.text()
            if event.key() == Qt.Key.Key_CapsLock:
                self.caps.hide()
            elif len(letter) == 1 and letter.lower() != letter.upper():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.caps.setVisible(letter.isupper() != shift)
        return False

    def _show_text(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.editor.setEchoMode(mode)
        icons.set_icon(self.eye, "eye-off" if shown else "eye")
        words = self.tr("Hide what is typed") if shown else self.tr("Show what is typed")
        self.eye.setAccessibleName(words)
        self.eye.setToolTip(plain_tooltip(words))


def problem_with(passphrase: str) -> str:
    """Why a new passphrase is refused, "" when it may be used."""
    if len(passphrase) < MIN_LENGTH:
        return QCoreApplication.translate("Passphrase", "At least {count} characters.").format(
            count=MIN_LENGTH
        )
    if len(set(passphrase)) < 4:
        return QCoreApplication.translate(
            "Passphrase", "The same characters over and over: too easy to guess."
        )
    return ""


def hint_for(passphrase: str) -> str:
    """What to say of a passphrase being chosen. Only what is sure: its length and what it is made of."""
    translate = QCoreApplication.translate
    problem = problem_with(passphrase)
    if problem or not passphrase:
        return problem
    if passphrase.isdigit():
        return translate("Passphrase", "Only digits: quick to try out. Add words.")
    if len(passphrase) < LONG:
        return translate("Passphrase", "It will do. One or two words more make it much harder to guess.")
    return translate("Passphrase", "Long: good.")
