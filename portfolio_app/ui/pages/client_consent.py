"""What a person said about being reached, channel by channel: shown as four buttons, changed where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.models.enums import Channel, ConsentSource, ConsentState
from portfolio_app.ui import i18n, icons, messages, theme
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import FlowLayout, button, plain_tooltip, text_label
from portfolio_app.ui.widgets.fields import ChoiceBox, DateEdit

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.privacy import ConsentInfo

PersonKind = Literal["contact", "client"]
CHANNELS = tuple(channel.value for channel in Channel)
STATES = ("", *(state.value for state in ConsentState))
SOURCES = ("", *(source.value for source in ConsentSource if source is not ConsentSource.SUPPRESSION))
"""What one may choose; that somebody is on the do-not-contact list is noted by the program itself."""
_ICONS = {"granted": ("check", "good"), "refused": ("close", "danger"), "": ("question", "muted")}
ICON = 13
MAX_PROOF = 2_000


@dataclass(frozen=True)
class Answer:
    """What is to be noted for a channel; `state` "" forgets what was noted."""

    state: str
    on: date
    source: str
    proof: str


def told(info: ConsentInfo | None) -> str:
    """ "Refuses · 3 Mar 2026 · Phone call · “no more calls, please”", or that nothing is known."""
    if info is None or not (info.state or info.is_listed):
        return messages.consent_state("")
    if info.is_listed and info.state != "refused":
        return " · ".join((messages.consent_state("refused"), messages.consent_source("suppression")))
    parts = [messages.consent_state(info.state), i18n.short_date(info.on)]
    if info.source:
        parts.append(messages.consent_source(info.source))
    if info.proof:
        parts.append(info.proof)
    return " · ".join(part for part in parts if part)


class ConsentEditor(QFrame):
    """The answer for one channel: three buttons, then when, from where, and what shows it."""

    answered = Signal(object, bool)
    """(`Answer`, whether the answer itself changed, rather than its date, source or proof)."""
    closed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = Answer("", today, "", "")
        self._today = today
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.XS, theme.S, theme.XS)
        layout.setSpacing(theme.XS)
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        self.state_buttons: dict[str, QPushButton] = {}
        for code in ("granted", "refused", ""):
            item = button(messages.consent_state(code), partial(self._choose, code), small=True)
            item.setCheckable(True)
            self.state_buttons[code] = item
            row.addWidget(item)
        row.addStretch()
        layout.addLayout(row)
        self._rest = QWidget()
        grid = QGridLayout(self._rest)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(2)
        self.day = DateEdit(today)
        self.source = ChoiceBox()
        for code in SOURCES:
            self.source.addItem(messages.consent_source(code), code)
        self.proof = QLineEdit()
        self.proof.setMaxLength(MAX_PROOF)
        self.proof.setPlaceholderText(self.tr("What shows it: a form, a date, a place…"))
        for column, (words, widget) in enumerate(
            ((self.tr("Since"), self.day), (self.tr("Source"), self.source))
        ):
            grid.addWidget(_label(words, widget), 0, column)
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(_label(self.tr("Proof"), self.proof), 2, 0, 1, 2)
        grid.addWidget(self.proof, 3, 0, 1, 2)
        layout.addWidget(self._rest)
        self.listed = text_label(
            self.tr("This address or number is on the do-not-contact list."), "danger", wrap=True
        )
        self.listed.hide()
        layout.addWidget(self.listed)
        self.day.editingFinished.connect(self._left)
        self.day.calendarWidget().clicked.connect(lambda _: self._left())
        self.source.activated.connect(lambda _: self._left())
        self.proof.editingFinished.connect(self._left)

    def show_answer(self, info: ConsentInfo | None, channel: str, *, keep_typed: bool = False) -> None:
        """Show what is noted; `keep_typed` leaves the proof that is being typed alone."""
        dirty = keep_typed and self.proof.text() != self._saved.proof
        state = info.state if info is not None else ""
        source = info.source if info is not None else ""
        if source and self.source.findData(source) < 0:
            self.source.addItem(messages.consent_source(source), source)
        day = (info.on if info is not None else None) or self._today
        proof = info.proof if info is not None else ""
        self._saved = Answer(state, day, source, proof)
        self.day.setMaximumDate(DateEdit(self._today).date())
        self.day.set_day(day)
        self.source.setCurrentIndex(max(0, self.source.findData(source)))
        if not dirty:
            self.proof.setText(proof)
        for code, item in self.state_buttons.items():
            item.setChecked(code == state)
            words = f"{messages.channel(channel)}: {messages.consent_state(code)}"
            item.setAccessibleName(words)
        self._rest.setVisible(bool(state))
        self.listed.setVisible(info is not None and info.is_listed and state != "refused")

    def first_field(self) -> QWidget:
        """The answer that stands."""
        return self.state_buttons[self._saved.state]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _answer(self, state: str) -> Answer:
        return Answer(state, self.day.day(), str(self.source.currentData()), self.proof.text().strip())

    def _choose(self, state: str) -> None:
        for code, item in self.state_buttons.items():
            item.setChecked(code == state)
        self._rest.setVisible(bool(state))
        if state == self._saved.state:
            return
        if state and self._saved.state:
            # Another answer was given another day, and is shown by something else.
            self.day.set_day(self._today)
            self.source.setCurrentIndex(0)
            self.proof.clear()
        answer = self._answer(state)
        self._saved = answer
        self.answered.emit(answer, True)

    def _left(self) -> None:
        answer = self._answer(self._saved.state)
        if answer.state and answer != self._saved:
            self._saved = answer
            self.answered.emit(answer, False)


class ConsentBox(QWidget):
    """A person's four channels as buttons; one opens its editor below. What is changed is saved at once."""

    def __init__(
        self, context: UiContext, kind: PersonKind, record_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._kind, self._id = kind, record_id
        self._known: Mapping[str, ConsentInfo] = {}
        self._open = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.XS, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(text_label(self.tr("Consent"), "caption"))
        row = QWidget()
        flow = FlowLayout(row, theme.XS)
        self.buttons: dict[str, QPushButton] = {}
        for channel in CHANNELS:
            item = button(messages.channel(channel), partial(self.toggle, channel), small=True)
            item.setCheckable(True)
            self.buttons[channel] = item
            flow.addWidget(item)
        layout.addWidget(row)
        self.editor: ConsentEditor | None = None
        self._dress()

    def show_consents(self, known: Mapping[str, ConsentInfo]) -> None:
        """Show what the book knows; what is being typed stays."""
        self._known = known
        self._dress()
        if self.editor is not None:
            self.editor.show_answer(known.get(self._open), self._open, keep_typed=True)

    def toggle(self, channel: str) -> None:
        """Open the editor of a channel, or close it again."""
        was_open, self._open = self._open, "" if channel == self._open else channel
        if self.editor is not None and was_open:
            self.editor.hide()
        for code, item in self.buttons.items():
            item.setChecked(code == self._open)
        if not self._open:
            self.buttons[channel].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.editor is None:
            self.editor = ConsentEditor(self._context.today())
            self.editor.answered.connect(self._save)
            self.editor.closed.connect(lambda: self.toggle(self._open))
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self.editor)
        self.editor.show_answer(self._known.get(channel), channel)
        self.editor.show()
        self.editor.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """Scroll so that the whole editor can be seen."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self.editor is not None:
            around.ensureWidgetVisible(self.editor, 0, theme.S)

    def _save(self, answer: Answer, is_new: bool) -> None:
        self._context.operations.run(
            self, set_consent, self._kind, self._id, self._open, answer, announce=is_new
        )

    def _dress(self) -> None:
        for channel, item in self.buttons.items():
            info = self._known.get(channel)
            state = "" if info is None else "refused" if info.is_listed else info.state
            theme.set_property(item, "consent", state)
            icons.set_icon(item, *_ICONS[state], ICON)
            words = told(info)
            item.setAccessibleName(f"{messages.channel(channel)}: {words}")
            item.setToolTip(plain_tooltip(f"{messages.channel(channel)} — {words}"))


def _label(words: str, field: QWidget) -> QWidget:
    label = text_label(words, "caption")
    label.setBuddy(field)
    field.setAccessibleName(words)
    return label


def set_consent(book: Any, kind: PersonKind, record_id: int, channel: str, answer: Answer) -> Changes:
    """Note the answer of a person; on the book's thread."""
    from portfolio_app.services import privacy

    return privacy.set_consent(
        book,
        privacy.Person(kind, record_id),
        channel,
        answer.state or None,
        on=answer.on,
        source=answer.source,
        proof=answer.proof,
    )
