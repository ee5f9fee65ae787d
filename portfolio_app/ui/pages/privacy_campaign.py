"""A list for a mailing or a round of calls: only those who may be reached, and who was left out and why."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.models.enums import Channel
from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.pages import privacy_calls
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.privacy_parts import PrivacyPart, ResultLine, ask_file, language, open_path
from portfolio_app.ui.widgets import Card, button, clear_layout, text_label

if TYPE_CHECKING:
    from portfolio_app.services.privacy import CampaignResult

ICONS = {"email": "email", "phone": "call", "message": "message", "post": "letter"}
LEFT_OUT = {
    "refused": QT_TRANSLATE_NOOP("LeftOut", "refuse it, or are on the do-not-contact list"),
    "no_consent": QT_TRANSLATE_NOOP("LeftOut", "are consumers who have not agreed and bought nothing"),
    "no_address": QT_TRANSLATE_NOOP("LeftOut", "have no address or number for it"),
    "twice": QT_TRANSLATE_NOOP("LeftOut", "have the same address or number as another"),
}


class CampaignPart(PrivacyPart):
    """A channel, a button, and the account of what was written."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.channel = Channel.EMAIL.value
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        card = Card(margin=theme.L)
        layout.addWidget(card)
        layout.addStretch(1)
        card.body.addWidget(text_label(self.tr("How will you reach them?"), "strong"))
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.buttons: dict[str, QPushButton] = {}
        for code in (channel.value for channel in Channel):
            item = button(messages.channel(code), partial(self.choose, code), icon=ICONS[code])
            item.setCheckable(True)
            self.buttons[code] = item
            row.addWidget(item)
        row.addStretch()
        card.body.addLayout(row)
        self._rule = text_label("", "muted", wrap=True)
        card.body.addWidget(self._rule)
        line = QHBoxLayout()
        self.write_button = button(
            self.tr("Write the list…"), self._choose_file, variant="primary", icon="export"
        )
        line.addWidget(self.write_button)
        line.addStretch()
        card.body.addSpacing(theme.XS)
        card.body.addLayout(line)
        self.result = ResultLine()
        card.body.addWidget(self.result)
        self._account = QWidget()
        self._lines = QVBoxLayout(self._account)
        self._lines.setContentsMargins(theme.S, 0, 0, 0)
        self._lines.setSpacing(2)
        self._account.hide()
        self._told: list[QLabel] = []
        card.body.addWidget(self._account)
        self.choose(self.channel)

    def focus_first(self) -> None:
        """The channel chosen."""
        self.buttons[self.channel].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, channel: str) -> None:
        """Another channel."""
        self.channel = channel
        for code, item in self.buttons.items():
            item.setChecked(code == channel)
        self._rule.setText(self._rule_text(channel))
        self.result.say("")
        self._account.hide()

    def account(self) -> list[str]:
        """What is said of those left out."""
        return [label.text() for label in self._told]

    def _rule_text(self, channel: str) -> str:
        help_only = self.tr("This is help, not legal advice.")
        if channel == "post":
            text = self.tr("Everybody with a postal address, except those who refused letters.")
        else:
            text = self.tr(
                "Everybody who can be reached that way, except those who refused. Consumers are only on the list "
                "when they agreed or are customers; professionals unless they refused."
            )
        return f"{text} {help_only}"

    def _choose_file(self) -> None:
        day = self.context.today().isoformat()
        name = self.tr("Contacts {channel} {day}").format(channel=messages.channel(self.channel), day=day)
        ask_file(self, self.tr("Write the list"), name, self.tr("CSV file"), "csv", self.write)

    def write(self, path: Path) -> None:
        """Write the list of those who may be reached by the channel chosen."""
        self.write_button.setEnabled(False)
        self.context.operations.query(
            self,
            privacy_calls.campaign,
            self.channel,
            path,
            language(),
            on_result=self._written,
            on_error=self._failed,
        )

    def _written(self, found: CampaignResult) -> None:
        self.write_button.setEnabled(True)
        written = self.tr("%n person(s) on the list", "", found.written)
        left = sum(found.left_out.values())
        text = self.tr("{written}, in {name}.").format(written=written, name=found.path.name)
        if left:
            text += " " + self.tr("%n left out:", "", left)
        self.result.say(text, self.tr("Open the folder"), partial(open_path, found.path.parent))
        clear_layout(self._lines)
        self._told = []
        for code in sorted(found.left_out, key=lambda code: -found.left_out[code]):
            why = QCoreApplication.translate("LeftOut", str(LEFT_OUT[code])) if code in LEFT_OUT else code
            words = self.tr("{count} {why}").format(count=i18n.number(found.left_out[code]), why=why)
            self._told.append(text_label(f"•  {words}", wrap=True))
            self._lines.addWidget(self._told[-1])
        self._account.setVisible(bool(left))

    def _failed(self, error: PortfolioError) -> None:
        self.write_button.setEnabled(True)
        self._account.hide()
        self.result.fail(error)
