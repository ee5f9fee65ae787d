"""Logging a call, a visit, an e-mail… in a few keys: Ctrl+L, what was said, Ctrl+Enter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.models.enums import Direction, InteractionKind, Outcome
from portfolio_app.ui import agenda_words, messages, opt_out_words, theme
from portfolio_app.ui.dialogs.client_picker import ClientPicker
from portfolio_app.ui.dialogs.sheet import Sheet, sheet_of
from portfolio_app.ui.dialogs.touch_fields import DeadlineRow, KindPicker, NextActionPicker, WhoPicker, buddy
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import text_label
from portfolio_app.ui.widgets.fields import DateEdit
from portfolio_app.ui.widgets.score_picker import ScorePicker

if TYPE_CHECKING:
    from portfolio_app.services.client_views import ContactView, TimelineItem
    from portfolio_app.services.opt_outs import OptOut


@dataclass(frozen=True)
class About:
    """What the panel asks of a client: its people, what they do not want, the day proposed for the next action,
    and within how many days a complaint is to be resolved.
    """

    contacts: tuple[ContactView, ...]
    opt_outs: Mapping[int | None, OptOut]
    proposed: date | None
    complaint_days: int


@dataclass
class Draft:
    """What was typed and not logged yet."""

    values: dict[str, Any] = field(default_factory=dict)
    next_choice: str = ""
    next_day: date | None = None
    next_what: str = ""
    next_time: str = ""
    direction: str | None = None
    contact_id: int | None = None
    answer: tuple[str, int | None] = ("", None)


class LogTouchPanel(Sheet):
    """The panel itself. It keeps a draft per client until the touch is logged."""

    logged = Signal(int)
    """The client a touch was logged for."""

    def __init__(self, host: QWidget, context: UiContext) -> None:
        super().__init__(host, context, "", "")
        self._drafts: dict[int | None, Draft] = {}
        self._shown_for: int | None = None
        self._editing: int | None = None
        self._opt_outs: Mapping[int | None, OptOut] = {}
        self._build()
        self.set_title(self.tr("Log a touch"))

    def open_for(self, client_id: int | None, kind: str = "call") -> None:
        """Open for a client, or for one to be picked; an unfinished note for it is there again."""
        if self.isVisible() and self._editing is None and client_id == self._shown_for:
            self.kinds.set_kind(kind)
            self.open_sheet()
            return
        self._keep_draft()
        self._editing = None
        self.set_title(self.tr("Log a touch"))
        self.submit_button.setText(self.tr("Log it"))
        self._next_box.setVisible(True)
        self._resume(client_id, kind)
        self.open_sheet()

    def open_to_edit(self, client_id: int, item: TimelineItem) -> None:
        """Open something that was logged, to correct it."""
        self._keep_draft()
        self._editing = item.id
        self._shown_for = client_id
        self.set_title(self.tr("Correct what was logged"))
        self.submit_button.setText(self.tr("Change"))
        self._next_box.setVisible(False)
        self.picker.set_client(client_id)
        self.picker.setEnabled(False)
        self._ask_about(client_id, item.contact_id, choose_only=False)
        self._fill(
            {
                "kind": item.kind,
                "on": item.on,
                "minutes": item.minutes,
                "outcome": item.outcome,
                "subject": item.title,
                "body": item.body,
                "due_on": item.due_on,
            },
            item.direction,
        )
        self.open_sheet()

    def submit(self) -> None:
        """Log it, or say what is missing."""
        client_id = self.picker.client_id
        if client_id is None:
            self.say(self.tr("Choose the client first: type a part of the name."))
            self.picker.setFocus()
            return
        if not self.submit_button.isEnabled():
            return
        from portfolio_app.services import interactions

        self.hold()
        values = self._values()
        ops = self.context.operations
        if self._editing is not None:
            ops.run(
                self,
                interactions.update_interaction,
                self._editing,
                values,
                contact_id=self.who.contact_id,
                on_done=lambda _: self._done(client_id),
                on_error=self.show_error,
            )
            return
        due = self.next.due()
        next_due = None
        if due is not None:
            next_kind = values["kind"] if values["kind"] in ("call", "email", "visit", "meeting") else "call"
            next_due = {"due_on": due, "title": self.next.what.text(), "kind": next_kind}
            if at := self.next.due_time():
                next_due |= {"due_time": at, "time_zone": agenda_words.local_zone()}
        ops.run(
            self,
            interactions.log_touch,
            client_id,
            {name: value for name, value in values.items() if value not in ("", None)},
            contact_id=self.who.contact_id,
            next_due=next_due,
            answer=self._answer(),
            on_done=lambda _: self._done(client_id),
            on_error=self.show_error,
        )

    def first_field(self) -> QWidget:
        """The kind when the client is known, else the client."""
        return self.kinds if self.picker.client_id is not None else self.picker.field

    def close_sheet(self) -> None:
        """Escape keeps what was typed for this session."""
        self._keep_draft()
        super().close_sheet()

    def _build(self) -> None:
        today = self.context.today()
        self.picker = ClientPicker(self.context.operations)
        self.picker.chosen.connect(self._client_chosen)
        self._add_labelled(self.tr("&Client"), self.picker.field, self.picker)
        self.kinds = KindPicker()
        self.kinds.typed.connect(self._begin_note)
        self.content.addSpacing(theme.XS)
        self.content.addWidget(self.kinds)
        self.who = WhoPicker()
        self.kinds.changed.connect(self.who.follow)
        self.kinds.turned.connect(self.who.toggle)
        self.content.addWidget(self.who)
        # Outside of what scrolls, where a line more would cost the note its height.
        self.refusal = text_label("", "danger", wrap=True)
        self.refusal.setContentsMargins(theme.L, theme.XS, theme.L, theme.XS)
        self.refusal.hide()
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.insertWidget(outer.indexOf(self.error_line), self.refusal)
        self.kinds.changed.connect(lambda _: self._show_refusal())
        self.who.changed.connect(self._show_refusal)
        self.content.addLayout(self._build_facts(today))
        self.deadline = DeadlineRow(today)
        self.content.addWidget(self.deadline)
        self.day.day_changed.connect(self.deadline.follow)
        self.kinds.changed.connect(lambda _: self._offer_deadline())
        self.answer = ScorePicker(optional=True)
        self.content.addWidget(self.answer)
        self.kinds.changed.connect(lambda _: self._offer_answer())
        self.subject = QLineEdit()
        self.subject.setMaxLength(500)
        self._add_labelled(self.tr("&Subject"), self.subject, self.subject)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(self.tr("What was said, what was agreed…"))
        self.note.setMinimumHeight(self.note.fontMetrics().lineSpacing() * 4 + 18)
        self._add_labelled(self.tr("&Note"), self.note, self.note, stretch=1)
        self._next_box = QWidget()
        box = QVBoxLayout(self._next_box)
        box.setContentsMargins(0, theme.XS, 0, 0)
        box.setSpacing(theme.XS)
        self.next = NextActionPicker(today)
        box.addWidget(buddy(self.tr("Ne&xt action"), self.next.when))
        box.addWidget(self.next)
        self.content.addWidget(self._next_box)

    def _build_facts(self, today: date) -> QGridLayout:
        self.day = DateEdit(today)
        self.minutes = QSpinBox()
        self.minutes.setRange(0, 100_000)
        self.minutes.setSingleStep(5)
        self.minutes.setSpecialValueText("—")
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.outcome = QComboBox()
        self.outcome.addItem("—", "")
        for code in Outcome:
            self.outcome.addItem(messages.outcome(code.value), code.value)
        facts = QGridLayout()
        facts.setHorizontalSpacing(theme.S)
        facts.setVerticalSpacing(2)
        for column, (words, widget, stretch) in enumerate(
            (
                (self.tr("&Date"), self.day, 3),
                (self.tr("&Minutes"), self.minutes, 2),
                (self.tr("&Outcome"), self.outcome, 4),
            )
        ):
            facts.addWidget(buddy(words, widget), 0, column)
            facts.addWidget(widget, 1, column)
            facts.setColumnStretch(column, stretch)
        return facts

    def _add_labelled(self, words: str, field: QWidget, widget: QWidget, stretch: int = 0) -> None:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(buddy(words, field))
        column.addWidget(widget, stretch)
        self.content.addLayout(column, stretch)

    def _begin_note(self, text: str) -> None:
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)
        self.note.insertPlainText(text)

    def _client_chosen(self, client_id: int | None) -> None:
        self._ask_about(client_id, None)
        if client_id is not None:
            self._shown_for = client_id
            self.say("")
            self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_about(self, client_id: int | None, contact_id: int | None, *, choose_only: bool = True) -> None:
        """Have the people of that client listed, one of them chosen."""
        self._opt_outs = {}
        self.next.propose(None)
        self.who.want_contact(contact_id)
        self.who.show_contacts(())
        if client_id is not None:
            self.context.operations.query(
                self,
                _about,
                client_id,
                self.context.today(),
                on_result=partial(self._show_about, client_id, choose_only),
                latest="contacts",
                urgent=True,
            )

    def _show_about(self, client_id: int, choose_only: bool, about: About) -> None:
        if client_id != self.picker.client_id:
            return
        self._opt_outs = about.opt_outs
        self.who.show_contacts(about.contacts, choose_only=choose_only)
        self.next.propose(about.proposed)
        self.deadline.set_usual(about.complaint_days, self.day.day())

    def _show_refusal(self) -> None:
        """Say when the person does not want to be reached that way; what happened can be noted all the same."""
        channel = opt_out_words.CHANNEL_OF_KIND.get(self.kinds.kind, "")
        person = self.who.contact_id
        asked = [self._opt_outs.get(person)] if person is not None else list(self._opt_outs.values())
        refusing = [each for each in asked if each is not None and channel in each.refused]
        ours = self.who.code == Direction.OUTGOING and self._editing is None
        said = opt_out_words.sentence(refusing[0], channel) if refusing and ours else ""
        self.refusal.setText(said)
        self.refusal.setVisible(bool(said))

    def _offer_answer(self) -> None:
        """Feedback may hold the answer to a survey; what was logged and the answer are corrected apart."""
        self.answer.setVisible(self.kinds.kind == InteractionKind.FEEDBACK and self._editing is None)

    def _answer(self) -> dict[str, Any] | None:
        """The survey answer that goes with the touch."""
        if self.answer.isHidden() or self.answer.score is None:
            return None
        return {"kind": self.answer.kind, "score": self.answer.score}

    def _values(self) -> dict[str, Any]:
        return {
            "kind": self.kinds.kind,
            "on": self.day.day(),
            "minutes": self.minutes.value() or None,
            "outcome": self.outcome.currentData(),
            "direction": self.who.code,
            "subject": self.subject.text(),
            "body": self.note.toPlainText(),
        } | self._deadline()

    def _deadline(self) -> dict[str, Any]:
        """The deadline of a complaint, where it is not the book's usual one."""
        is_complaint = self.kinds.kind == InteractionKind.COMPLAINT
        return {"due_on": self.deadline.own} if is_complaint else {}

    def _offer_deadline(self) -> None:
        self.deadline.setVisible(self.kinds.kind == InteractionKind.COMPLAINT)

    def _fill(self, values: dict[str, Any], direction: str | None = None) -> None:
        today = self.context.today()
        self.next.set_today(today)
        self.day.setMaximumDate(DateEdit(today).date())
        self.next.day.setMinimumDate(DateEdit(today).date())
        self.kinds.set_kind(str(values.get("kind", "call")))
        self._offer_answer()
        self.who.set_direction(direction, self.kinds.kind)
        self._offer_deadline()
        self.day.set_day(values.get("on") or today)
        self.deadline.show_day(values.get("due_on"), self.day.day())
        self.minutes.setValue(values.get("minutes") or 0)
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(values.get("outcome", ""))))
        self.subject.setText(str(values.get("subject", "")))
        self.note.setPlainText(str(values.get("body", "")))

    def _resume(self, client_id: int | None, kind: str) -> None:
        """Show the draft kept for that client, or an empty form."""
        draft = self._drafts.pop(client_id, None)
        self._shown_for = client_id
        self.picker.setEnabled(True)
        self.picker.set_client(client_id)
        self._ask_about(client_id, draft.contact_id if draft is not None else None)
        if draft is not None:
            self._fill(draft.values, draft.direction)
            self.next.set_choice(draft.next_choice, draft.next_day, draft.next_what, draft.next_time)
            self.answer.set_answer(*draft.answer)
        else:
            self._fill({"kind": kind})
            self.answer.set_answer("", None)
            self.next.set_choice("", None, "")

    def _keep_draft(self) -> None:
        """Keep what was typed, if it is worth keeping."""
        if self._editing is not None or not self.isVisible():
            return
        values = self._values()
        draft = Draft(
            values,
            str(self.next.when.currentData()),
            self.next.day.day(),
            self.next.what.text(),
            self.next.time.text(),
            self.who.chosen,
            self.who.contact_id,
            (self.answer.kind, self.answer.score),
        )
        if values["subject"] or values["body"] or draft.next_what or self._answer() is not None:
            self._drafts[self.picker.client_id] = draft
        else:
            self._drafts.pop(self.picker.client_id, None)

    def _done(self, client_id: int) -> None:
        self.submit_button.setEnabled(True)
        if self._editing is None:
            self._drafts.pop(client_id, None)
            self._drafts.pop(None, None)
        self._editing = None
        self._fill({})
        self.next.set_choice("", None, "")
        super().close_sheet()
        self.logged.emit(client_id)


def _about(book: Any, client_id: int, today: date) -> About:
    from portfolio_app.services import agenda_actions, agenda_settings, client_views, opt_outs, portfolio

    # The proposal needs the day's figures; where these are still being computed nobody waits for them.
    known = portfolio.has_snapshot(book, today)
    return About(
        client_views.client_contacts(book, client_id),
        opt_outs.client_opt_outs(book, client_id),
        agenda_actions.proposal(book, client_id, today).due_on if known else None,
        agenda_settings.book_agenda(book).complaint_days,
    )


def open_log_touch(
    window: QWidget, context: UiContext, client_id: int | None, kind: str = "call"
) -> LogTouchPanel:
    """Open the window's log panel for a client (None: to be picked), with that kind chosen."""
    panel = sheet_of(LogTouchPanel, window, context)
    panel.open_for(client_id, kind)
    return panel


def edit_touch(window: QWidget, context: UiContext, client_id: int, item: TimelineItem) -> LogTouchPanel:
    """Open the window's log panel on something logged, to correct it."""
    panel = sheet_of(LogTouchPanel, window, context)
    panel.open_to_edit(client_id, item)
    return panel
