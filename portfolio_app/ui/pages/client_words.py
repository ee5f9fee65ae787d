"""The next action of a client in words: when, and what to do. Why it is due is said by `portfolio_app.ui.reasons`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.ui import i18n, messages, reasons
from portfolio_app.ui.theme import Tone

if TYPE_CHECKING:
    from portfolio_app.services.next_actions import NextAction

_ASKED = {
    "complaint": QT_TRANSLATE_NOOP("NextAction", "deal with the complaint"),
    "never_touched": QT_TRANSLATE_NOOP("NextAction", "make the first contact"),
    "rhythm": QT_TRANSLATE_NOOP("NextAction", "ask about the next order"),
    "deal_step": QT_TRANSLATE_NOOP("NextAction", "take the next step of the deal"),
    "deal_close": QT_TRANSLATE_NOOP("NextAction", "bring the deal to a close"),
    "key_date": QT_TRANSLATE_NOOP("NextAction", "prepare the key date"),
    "birthday": QT_TRANSLATE_NOOP("NextAction", "send birthday wishes"),
    "survey": QT_TRANSLATE_NOOP("NextAction", "send the survey"),
    "data": QT_TRANSLATE_NOOP("NextAction", "find a phone number or an e-mail"),
}
"""What a reason asks for, where the user put nothing in words."""


def badge(action: NextAction | None, today: date) -> tuple[str, Tone]:
    """The badge of the list: "11 d late", "today", "9 Dec", "waiting", or "—" when nothing is planned."""
    if action is None:
        return i18n.NO_VALUE, "neutral"
    if action.bucket == "waiting":
        return QCoreApplication.translate("NextAction", "waiting"), "neutral"
    return reasons.action_badge(action, today)


def title(action: NextAction) -> str:
    """What to do: the follow-up's own words, or what the reason asks for."""
    if action.title:
        return action.title
    if action.reason == "reminder" and action.kind:
        return messages.interaction_kind(action.kind)
    if action.reason in _ASKED:
        return QCoreApplication.translate("NextAction", str(_ASKED[action.reason]))
    return QCoreApplication.translate("NextAction", "get in touch")
