"""The card of the passphrase: put one on the book, change it, take it off, have the computer remember it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from portfolio_app.config import backups_dir
from portfolio_app.errors import PortfolioError
from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.folders import open_folder
from portfolio_app.ui.operations import LongOperation, Operations
from portfolio_app.ui.widgets import Card, button, plain_tooltip, text_label
from portfolio_app.ui.widgets.passphrase_field import PassphraseField, hint_for, problem_with

if TYPE_CHECKING:
    from portfolio_app.services.passphrases import PassphraseResult

Mode = Literal["", "protect", "change", "remove"]
SHOWN_NAMES = 6


@dataclass(frozen=True)
class Protection:
    """What there is to know about the open book's passphrase."""

    path: Path
    is_possible: bool
    is_protected: bool
    can_remember: bool
    is_remembered: bool


class ProtectionCard(Card):
    """Quiet until one of its buttons opens the fields."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ProtectionCard", "Protection"), parent)
        self._ops = operations
        self._mode: Mode = ""
        self._known: Protection | None = None
        self._running: LongOperation | None = None
        self._takes_focus = False
        self.state = text_label("", wrap=True)
        self.body.addWidget(self.state)
        self.body.addLayout(self._make_choices())
        self.remember = QCheckBox(self.tr("Remember the passphrase on this computer"))
        self.remember.setToolTip(
            plain_tooltip(
                self.tr("Kept in this computer's own keyring: whoever opens your session opens the book.")
            )
        )
        self.remember.clicked.connect(self._set_remembered)
        self.body.addWidget(self.remember)
        self.form = self._make_form()
        self.body.addWidget(self.form)
        self.result = text_label("", wrap=True)
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self.result)
        self.folder_button = button(
            self.tr("Open the folder of backups"), partial(open_folder, backups_dir()), variant="link"
        )
        self.body.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.remember, self.form, self.result, self.folder_button):
            widget.hide()

    # Building

    def _make_choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.protect_button = button(
            self.tr("Protect with a passphrase…"), partial(self._open_form, "protect"), icon="lock"
        )
        self.change_button = button(self.tr("Change it…"), partial(self._open_form, "change"), icon="lock")
        self.remove_button = button(self.tr("Remove it…"), partial(self._open_form, "remove"))
        self._choices = (self.protect_button, self.change_button, self.remove_button)
        for item in self._choices:
            row.addWidget(item)
            item.hide()
        row.addStretch()
        return row

    def _make_form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, theme.XS, 0, 0)
        column.setSpacing(theme.XS)
        self.warning = Card(tone="warn", margin=theme.M)
        self.warning.body.addWidget(
            text_label(
                self.tr(
                    "A forgotten passphrase means a lost book: nobody can open it again, nor its backups. Write it "
                    "down and keep it in a safe place, away from this computer."
                ),
                wrap=True,
            )
        )
        column.addWidget(self.warning)
        column.addSpacing(theme.XS)
        self._labels: dict[PassphraseField, QLabel] = {}
        self.current = self._add_field(column, self.tr("Present passphrase"))
        self.fresh = self._add_field(column, self.tr("New passphrase"))
        self.hint = text_label("", "caption", wrap=True)
        column.addWidget(self.hint)
        self.again = self._add_field(column, self.tr("The same once more"))
        self.problem = text_label("", "danger", wrap=True)
        column.addWidget(self.problem)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress_words = text_label("", "caption", wrap=True)
        column.addWidget(self.progress)
        column.addWidget(self.progress_words)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.submit_button = button("", self.submit, variant="primary")
        self.cancel_button = button(self.tr("Cancel"), self.cancel)
        row.addWidget(self.submit_button)
        row.addWidget(self.cancel_button)
        row.addStretch()
        column.addSpacing(theme.XS)
        column.addLayout(row)
        for field in (self.current, self.fresh, self.again):
            field.changed.connect(self._typed)
            field.entered.connect(self.submit)
        for widget in (self.problem, self.progress, self.progress_words):
            widget.hide()
        return form

    def _add_field(self, column: QVBoxLayout, words: str) -> PassphraseField:
        field = PassphraseField(words)
        label = text_label(words, "muted")
        label.setBuddy(field.editor)
        self._labels[field] = label
        column.addWidget(label)
        column.addWidget(field)
        return field

    # Showing

    def load(self) -> None:
        """Ask how the book is protected."""
        self._ops.query(self, _ask, on_result=self.show_protection, latest="protection")

    def show_protection(self, known: Protection) -> None:
        """Show it; fields that are open stay as they are."""
        if self._known is not None and known.path != self._known.path:
            self._close_form()
            self._tell("")
        self._known = known
        if not known.is_possible and not known.is_protected:
            text = self.tr(
                "This computer cannot encrypt books: the program runs without the part that does it."
            )
        elif known.is_protected:
            text = self.tr("This book and its backups are encrypted. The passphrase is asked for on opening.")
        else:
            text = self.tr(
                "This book has no passphrase: whoever may read your files on this computer can read it. With one, "
                "the book and its backups are encrypted."
            )
        self.state.setText(text)
        self.remember.setChecked(known.is_remembered)
        self._dress()

    def _dress(self) -> None:
        known, idle = self._known, not self._mode
        if known is None:
            return
        self.protect_button.setVisible(idle and known.is_possible and not known.is_protected)
        self.change_button.setVisible(idle and known.is_protected)
        self.remove_button.setVisible(idle and known.is_protected)
        self.remember.setVisible(idle and known.is_protected and known.can_remember)
        self.form.setVisible(not idle)
        self._show_field(self.current, self._mode in ("change", "remove"))
        for field in (self.fresh, self.again):
            self._show_field(field, self._mode in ("protect", "change"))
        self.warning.setVisible(self._mode in ("protect", "change"))
        self.hint.setVisible(self._mode in ("protect", "change"))
        self.submit_button.setText(
            {
                "protect": self.tr("Encrypt the book"),
                "change": self.tr("Change the passphrase"),
                "remove": self.tr("Remove the passphrase"),
            }.get(self._mode, "")
        )
        if idle and self._takes_focus:
            self._takes_focus = False
            shown = next((item for item in self._choices if item.isVisible()), None)
            if shown is not None:
                shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_focus(self) -> bool:
        """Whether the user is at this card, or nowhere else since a field of it was disabled."""
        focused = self.window().focusWidget()
        return focused is None or self.isAncestorOf(focused) or focused.isAncestorOf(self)

    def _show_field(self, field: PassphraseField, shown: bool) -> None:
        field.setVisible(shown)
        self._labels[field].setVisible(shown)

    def _open_form(self, mode: Mode) -> None:
        self._mode = mode
        self._tell("")
        self._dress()
        self._typed()
        (self.fresh if mode == "protect" else self.current).setFocus()
        QTimer.singleShot(0, self._scroll_to_buttons)

    def _scroll_to_buttons(self) -> None:
        """The fields may have opened below what is in sight."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None:
            parent.ensureWidgetVisible(self.submit_button, 0, theme.XL)

    def _close_form(self) -> None:
        """Forget what was typed."""
        self._mode = ""
        for field in (self.current, self.fresh, self.again):
            field.clear()
        self._say("")
        self._dress()

    def _typed(self) -> None:
        fresh = self.fresh.text()
        advice = self.tr("Four or five words are easy to keep in mind and hard to guess.")
        self.hint.setText(hint_for(fresh) if fresh else advice)
        self._say("")
        self.submit_button.setEnabled(self._running is None and not self._obstacle())

    def _obstacle(self) -> str:
        """Why it cannot be done yet: a field is empty, or a passphrase too short."""
        if self._mode in ("change", "remove") and not self.current.text():
            return "current"
        if self._mode in ("protect", "change") and (problem_with(self.fresh.text()) or not self.again.text()):
            return "new"
        return ""

    # Doing

    def submit(self) -> None:
        """Convert the book and its backups, or say what is not right."""
        if not self.submit_button.isEnabled() or not self._mode:
            return
        if self._mode != "remove" and self.fresh.text() != self.again.text():
            self._say(self.tr("The two are not the same. Type the passphrase once more."))
            self.again.editor.selectAll()
            self.again.setFocus()
            return
        current = None if self._mode == "protect" else self.current.text()
        new = None if self._mode == "remove" else self.fresh.text()
        self._running = self._ops.long(
            self,
            _set_passphrase,
            current,
            new,
            on_progress=self._progressed,
            on_done=self._done,
            on_error=self._refused,
        )
        self._set_busy(True)

    def cancel(self) -> None:
        """Close the fields; while backups are being converted, leave the rest of them as they are."""
        if self._running is not None:
            self._running.cancel()
            self.cancel_button.setEnabled(False)
        else:
            self._takes_focus = self._has_focus()
            self._close_form()

    def _set_busy(self, busy: bool) -> None:
        for field in (self.current, self.fresh, self.again):
            field.setEnabled(not busy)
        self.progress.setRange(0, 0)
        self.progress.setVisible(busy)
        self.progress_words.setText(self.tr("Converting the book…"))
        self.progress_words.setVisible(busy)
        # They were read; in their place the progress leaves the buttons where they are.
        for widget in (self.warning, self.hint):
            widget.setVisible(not busy and self._mode in ("protect", "change"))
        self.submit_button.setEnabled(not busy)
        self.cancel_button.setEnabled(not busy)
        self.cancel_button.setText(self.tr("Stop") if busy else self.tr("Cancel"))

    def _progressed(self, done: int, total: int) -> None:
        """The book is converted; its backups follow."""
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)
        text = self.tr("The book is converted. Backups: {done} of {total}")
        self.progress_words.setText(text.format(done=i18n.number(done), total=i18n.number(total)))
        self.cancel_button.setEnabled(True)

    def _done(self, result: PassphraseResult) -> None:
        mode, self._running = self._mode, None
        is_here = self._has_focus()
        self._set_busy(False)
        self._close_form()
        self._takes_focus = is_here
        done = {
            "protect": self.tr("Done: the book is encrypted. Your passphrase will be asked for on opening."),
            "change": self.tr("Done: the new passphrase holds from now on."),
            "remove": self.tr("Done: the book has no passphrase any more."),
        }[mode or "change"]
        self._tell(done, result.left, mode)
        self.load()

    def _refused(self, error: PortfolioError) -> None:
        self._running = None
        self._set_busy(False)
        self._say(messages.error_text(error))
        if error.code == "wrong_passphrase":
            self._say(self.tr("The present passphrase is not this one. Nothing was changed."))
            self.current.editor.selectAll()
            self.current.setFocus()

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _tell(self, sentence: str, left: list[str] | None = None, mode: Mode = "") -> None:
        """What became of it, and which backups stayed as they were."""
        lines = [sentence]
        if left:
            if mode == "protect":
                text = self.tr(
                    "%n backup(s) could not be encrypted and can still be read by anybody:", "", len(left)
                )
            else:
                text = self.tr("%n backup(s) could not be converted and keep what they had:", "", len(left))
            lines += [text, *left[:SHOWN_NAMES]]
            if len(left) > SHOWN_NAMES:
                lines.append(self.tr("and %n more", "", len(left) - SHOWN_NAMES))
        self.result.setText("\n".join(lines))
        self.result.setVisible(bool(sentence))
        self.folder_button.setVisible(bool(left))

    def _set_remembered(self, wanted: bool) -> None:
        self._ops.query(self, _set_remembered, wanted, on_result=self._was_remembered, latest="remember")

    def _was_remembered(self, remembered: bool) -> None:
        if self.remember.isChecked() and not remembered:
            self._tell(self.tr("This computer's keyring did not keep the passphrase."))
        self.remember.setChecked(remembered)


def _ask(book: Any) -> Protection:
    from portfolio_app.services import passphrases

    is_protected = passphrases.is_protected(book)
    can_remember = is_protected and passphrases.can_remember()
    return Protection(
        book.path,
        passphrases.can_protect(),
        is_protected,
        can_remember,
        can_remember and passphrases.remembered(book.path) is not None,
    )


def _set_passphrase(
    book: Any, current: str | None, new: str | None, **hooks: Callable[..., Any]
) -> PassphraseResult:
    from portfolio_app.services import passphrases

    return passphrases.set_passphrase(book, current, new, **hooks)


def _set_remembered(book: Any, wanted: bool) -> bool:
    from portfolio_app.services import passphrases

    if not wanted:
        passphrases.forget(book.path)
        return False
    return book.passphrase is not None and passphrases.remember(book.path, book.passphrase)
