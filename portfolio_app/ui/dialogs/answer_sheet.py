"""The panel for what a client answered when asked how satisfied it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from portfolio_app.ui.dialogs.sheet import Sheet, sheet_of
from portfolio_app.ui.dialogs.touch_fields import buddy
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets.fields import DateEdit
from portfolio_app.ui.widgets.score_picker import ScorePicker

if TYPE_CHECKING:
    from portfolio_app.services.client_views import ContactView, TimelineItem


class AnswerSheet(Sheet):
    """Which survey, the score, who gave it and when, and what was said."""

    def __init__(self, host: QWidget, context: UiContext) -> None:
        super().__init__(host, context, "", "")
        self.client_id = 0
        self.answer_id: int | None = None
        self.scores = ScorePicker()
        self.content.addWidget(buddy(self.tr("&Survey"), self.scores.kinds))
        self.content.addWidget(self.scores)
        self.day = DateEdit(context.today())
        self.who = QComboBox()
        self.comment = QPlainTextEdit()
        self.comment.setTabChangesFocus(True)
        self.comment.setPlaceholderText(self.tr("What was said…"))
        for words, field in (
            (self.tr("&Date"), self.day),
            (self.tr("Answered &by"), self.who),
            (self.tr("&Comment"), self.comment),
        ):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(buddy(words, field))
            column.addWidget(field)
            self.content.addLayout(column)
        self.content.addStretch()

    def first_field(self) -> QWidget:
        """Which survey."""
        return self.scores.kinds

    def open_answer(self, client_id: int, item: TimelineItem | None) -> None:
        """Open on an answer of the history, or (None) for a new one."""
        today = self.context.today()
        self.client_id, self.answer_id = client_id, None if item is None else item.id
        self.set_title(self.tr("Survey answer") if item is None else self.tr("Change a survey answer"))
        self.submit_button.setText(self.tr("Add") if item is None else self.tr("Change"))
        self.submit_button.setEnabled(True)
        self.day.setMaximumDate(DateEdit(today).date())
        self.day.set_day(today if item is None else item.on)
        self.scores.set_answer("nps" if item is None else item.kind, None if item is None else item.score)
        self.comment.setPlainText("" if item is None else item.body)
        chosen = None if item is None else item.contact_id
        self._show_contacts((), chosen)
        self.context.operations.query(
            self,
            _contacts,
            client_id,
            on_result=lambda contacts: self._show_contacts(contacts, chosen),
            latest="contacts",
            urgent=True,
        )
        self.open_sheet()

    def submit(self) -> None:
        """Note it, or say what is missing."""
        if not self.submit_button.isEnabled():
            return
        if self.scores.score is None:
            self.say(self.tr("Choose the score that was given."))
            return
        from portfolio_app.services import surveys

        values: dict[str, Any] = {
            "kind": self.scores.kind,
            "score": self.scores.score,
            "on": self.day.day(),
            "comment": self.comment.toPlainText(),
        }
        is_new = self.answer_id is None
        service = surveys.add_answer if is_new else surveys.update_answer
        self.hold()
        self.context.operations.run(
            self,
            service,
            self.client_id if is_new else self.answer_id,
            values,
            contact_id=self.who.currentData(),
            on_done=lambda _: self._written(),
            on_error=self.show_error,
        )

    def _written(self) -> None:
        self.submit_button.setEnabled(True)
        self.close_sheet()

    def _show_contacts(self, contacts: tuple[ContactView, ...], chosen: int | None) -> None:
        self.who.clear()
        self.who.addItem(self.tr("Nobody in particular"), None)
        for contact in contacts:
            values = contact.values
            self.who.addItem(values["full_name"] or values["email"] or values["phone"], contact.id)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))


def _contacts(book: Any, client_id: int) -> tuple[ContactView, ...]:
    from portfolio_app.services import client_views

    return client_views.client_contacts(book, client_id)


def open_answer(
    window: QWidget, context: UiContext, client_id: int, item: TimelineItem | None = None
) -> AnswerSheet:
    """Open the window's panel for a new answer of a client, or for one that is there."""
    sheet = sheet_of(AnswerSheet, window, context)
    sheet.open_answer(client_id, item)
    return sheet
