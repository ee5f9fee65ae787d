"""The next action of a client in words: when, and what to do. Why it is due is said by `portfolio_app.ui.reasons`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n, messages, reasons
from portfolio_app.ui.theme import Tone

if TYPE_CHECKING:
    from portfolio_app.services.client_views import NextAction


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
    if action.reason == "complaint":
        return QCoreApplication.translate("NextAction", "deal with the complaint")
    if action.reason == "never_touched":
        return QCoreApplication.translate("NextAction", "make the first contact")
    if action.reason == "reminder" and action.kind:
        return messages.interaction_kind(action.kind)
    return QCoreApplication.translate("NextAction", "get in touch")
