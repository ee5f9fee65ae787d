"""When and how reminders are told on this computer: a card of the settings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from portfolio_app.config import Settings
from portfolio_app.ui import theme
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, button, text_label
from portfolio_app.ui.widgets.fields import TimeEdit


class RemindersCard(Card):
    """On or off, when the day's reminders come, and the hours in which none does. Kept as one goes."""

    try_asked = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("RemindersCard", "Reminders"), parent)
        self._context = context
        settings = context.settings()
        self.is_on = QCheckBox(self.tr("Tell me when a reminder's time has come"))
        self.is_on.setChecked(settings.notifications)
        self.is_on.toggled.connect(self._keep)
        self.body.addWidget(self.is_on)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(theme.S)
        grid.setColumnStretch(0, 1)
        self.remind_at = _time(settings.remind_at, self.tr("Reminders without a time, at"))
        self._add_row(grid, 0, text_label(self.tr("Reminders without a time, at")), self.remind_at)
        self.is_quiet = QCheckBox(self.tr("Quiet hours, from"))
        self.is_quiet.setChecked(bool(settings.quiet_from))
        self.is_quiet.toggled.connect(self._keep)
        self.quiet_from = _time(settings.quiet_from or Settings().quiet_from, self.tr("Quiet hours, from"))
        self._add_row(grid, 1, self.is_quiet, self.quiet_from)
        self.quiet_to = _time(settings.quiet_to, self.tr("Quiet hours, until"))
        grid.addWidget(text_label(self.tr("until"), "muted"), 1, 2)
        grid.addWidget(self.quiet_to, 1, 3)
        for field in (self.remind_at, self.quiet_from, self.quiet_to):
            field.time_changed.connect(lambda _: self._keep())
        self.body.addLayout(grid)
        self._note = text_label("", "muted", wrap=True)
        self.body.addWidget(self._note)
        row = QHBoxLayout()
        self.try_button = button(self.tr("Try it"), self.try_asked.emit, icon="bell")
        row.addWidget(self.try_button)
        row.addStretch()
        self.body.addSpacing(theme.XS)
        self.body.addLayout(row)
        self._explain()

    def _add_row(self, grid: QGridLayout, row: int, words: QWidget, field: TimeEdit) -> None:
        grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(field, row, 1)

    def _keep(self) -> None:
        settings = self._context.settings()
        settings.notifications = self.is_on.isChecked()
        settings.remind_at = self.remind_at.value()
        settings.quiet_from = self.quiet_from.value() if self.is_quiet.isChecked() else ""
        settings.quiet_to = self.quiet_to.value()
        self._context.save_settings()
        self._explain()

    def _explain(self) -> None:
        is_on = self.is_on.isChecked()
        for field in (self.remind_at, self.is_quiet, self.quiet_from, self.quiet_to):
            field.setEnabled(is_on)
        for field in (self.quiet_from, self.quiet_to):
            field.setEnabled(is_on and self.is_quiet.isChecked())
        if not is_on:
            words = self.tr("No reminder is told. What is due stands in the follow-ups all the same.")
        elif not self.is_quiet.isChecked() or self.quiet_from.value() == self.quiet_to.value():
            words = self.tr("Each is told once; what was missed is told together when you come back.")
        else:
            words = self.tr("Each is told once; what falls in the quiet hours waits until {time}.").format(
                time=self.quiet_to.text()
            )
        self._note.setText(words)


def _time(value: str, name: str) -> TimeEdit:
    field = TimeEdit(value)
    field.setAccessibleName(name)
    return field
