"""One client on the four axes: each sign with its figures, its records, its rule, and what to do about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.pages.analysis import risks_data as data
from portfolio_app.ui.pages.analysis import risks_signs as signs
from portfolio_app.ui.pages.analysis import risks_words as words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Badge, Card, button, clear_layout, line, plain_tooltip, text_label

if TYPE_CHECKING:
    from portfolio_app.services.risks import ClientRisk, RiskView, Sign


class ClientRiskCard(Card):
    """What may go wrong with the client chosen in the list; a hint while none is."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._client: int | None = None
        self.open_button = button(self.tr("Open"), self._open, icon="clients", small=True)
        self.header.addWidget(self.open_button)
        self.hint = text_label(
            self.tr("Choose a client to see what may go wrong, and why."), "muted", wrap=True
        )
        self.body.addWidget(self.hint)
        self._content = QVBoxLayout()
        self._content.setSpacing(theme.S)
        self.body.addLayout(self._content)
        self.body.addStretch(1)
        self.clear()

    @property
    def client(self) -> int | None:
        """Whose risks are shown."""
        return self._client

    def clear(self) -> None:
        """Show nobody."""
        self._client = None
        self.set_title(self.tr("Why"))
        clear_layout(self._content)
        self.hint.show()
        self.open_button.hide()

    def show_client(self, risk: ClientRisk, view: RiskView) -> None:
        """Show the risks of one client, by the limits of `view`."""
        currency = self._context.currency()
        self._client = risk.client_id
        self.set_title(risk.name)
        self.hint.hide()
        self.open_button.show()
        clear_layout(self._content)
        self._content.addWidget(text_label(words.stake(risk, currency), wrap=True))
        if risk.role:
            text = self.tr("Strategic role: {role}. It shields the client from advice to let go.")
            self._content.addWidget(
                text_label(text.format(role=messages.strategic_role(risk.role)), "muted", wrap=True)
            )
        if risk.flags:
            self._content.addLayout(self._flags(risk))
        if risk.next_due is not None:
            text = self.tr("Next action planned: {day}").format(day=i18n.short_date(risk.next_due))
            self._content.addWidget(text_label(text, "muted", wrap=True))
        quiet = [axis for axis in data.AXES if not risk.levels[axis]]
        for axis in data.AXES:
            if axis in quiet:
                continue
            self._content.addWidget(line())
            self._content.addLayout(self._axis_head(axis, risk.levels[axis]))
            for each in risk.signs:
                if each.axis == axis:
                    self._add_sign(each, risk, view, currency)
        self._content.addWidget(line())
        for text in words.nothing(quiet, view):
            self._content.addWidget(text_label(text, "caption", wrap=True))

    def _flags(self, risk: ClientRisk) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        row.addWidget(text_label(self.tr("Doubtful loyalty:"), "muted"))
        for flag in risk.flags:
            badge = Badge(words.axis(flag), "warn")
            badge.setToolTip(plain_tooltip(words.axis_meaning(flag)))
            row.addWidget(badge)
        row.addStretch()
        return row

    def _axis_head(self, axis: str, level: int) -> QHBoxLayout:
        row = QHBoxLayout()
        name = text_label(words.axis(axis), "strong")
        name.setToolTip(plain_tooltip(words.axis_meaning(axis)))
        row.addWidget(name)
        row.addStretch()
        badge = Badge(words.level(level) if level else "", words.TONES[level])
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _add_sign(self, found: Sign, risk: ClientRisk, view: RiskView, currency: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        title = text_label(signs.title(found, currency))
        title.setToolTip(plain_tooltip(signs.rule(found.code, view.limits)))
        row.addWidget(title, 1)
        plan = button(self.tr("Plan"), partial(self._plan, found.code), icon="plus", small=True)
        plan.setToolTip(
            plain_tooltip(
                self.tr("Plan for the next working day: {task}").format(task=signs.task(found.code))
            )
        )
        plan.setAccessibleName(self.tr("Plan: {task}").format(task=signs.task(found.code)))
        row.addWidget(plan)
        self._content.addLayout(row)
        for text, role in (
            (signs.sentence(found, currency), "muted"),
            (signs.source(found, currency), "caption"),
            (f"→ {signs.advice(found.code, risk.role)}", "body"),
        ):
            if text:
                label = text_label(text, role, wrap=True)
                label.setToolTip(plain_tooltip(signs.rule(found.code, view.limits)))
                self._content.addWidget(label)

    def _plan(self, code: str) -> None:
        if self._client is not None:
            self._context.operations.run(
                self, data.plan, [self._client], self._context.today(), signs.task(code)
            )

    def _open(self) -> None:
        if self._client is not None:
            self.open_requested.emit("client", self._client)
