"""Who does not want to be called or written to, in words: the badge, the sentence, and what is open instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from portfolio_app.services.opt_outs import OptOut

_BADGES = {
    "phone": QT_TRANSLATE_NOOP("OptOuts", "does not want calls"),
    "email": QT_TRANSLATE_NOOP("OptOuts", "does not want e-mails"),
    "message": QT_TRANSLATE_NOOP("OptOuts", "does not want messages"),
    "post": QT_TRANSLATE_NOOP("OptOuts", "does not want letters"),
}
_SENTENCES = {
    "phone": QT_TRANSLATE_NOOP("OptOuts", "{name} does not want calls."),
    "email": QT_TRANSLATE_NOOP("OptOuts", "{name} does not want e-mails."),
    "message": QT_TRANSLATE_NOOP("OptOuts", "{name} does not want messages."),
    "post": QT_TRANSLATE_NOOP("OptOuts", "{name} does not want letters."),
}
_INSTEAD = {
    ("phone", False): QT_TRANSLATE_NOOP("OptOuts", "call"),
    ("email", False): QT_TRANSLATE_NOOP("OptOuts", "write an e-mail"),
    ("phone", True): QT_TRANSLATE_NOOP("OptOuts", "call {name}"),
    ("email", True): QT_TRANSLATE_NOOP("OptOuts", "write to {name}"),
}
CHANNEL_OF_KIND = {"call": "phone", "email": "email", "message": "message", "letter": "post"}
"""The channel a kind of touch goes by; the others (visits, meetings…) need none."""


def badge(opt_out: OptOut | None) -> str:
    """ "does not want calls"; "" when neither calls nor e-mails are refused."""
    refused = opt_out.refused if opt_out is not None else frozenset()
    if {"phone", "email"} <= refused:
        return QCoreApplication.translate("OptOuts", "no calls, no e-mails")
    for channel in ("phone", "email"):
        if channel in refused:
            return channel_badge(channel)
    return ""


def channel_badge(channel: str) -> str:
    """The same for one channel."""
    return QCoreApplication.translate("OptOuts", str(_BADGES[channel]))


def sentence(opt_out: OptOut, channel: str) -> str:
    """ "Ana Ruiz does not want calls. Possible instead: write an e-mail, call Bo." """
    text = QCoreApplication.translate("OptOuts", str(_SENTENCES[channel])).format(name=opt_out.name)
    return " ".join(part for part in (text, instead(opt_out)) if part)


def story(opt_out: OptOut) -> str:
    """The sentences for everything refused of calls and e-mails, then what is open."""
    told = [
        QCoreApplication.translate("OptOuts", str(_SENTENCES[channel])).format(name=opt_out.name)
        for channel in ("phone", "email")
        if channel in opt_out.refused
    ]
    return " ".join(part for part in (*told, instead(opt_out)) if part) if told else ""


def instead(opt_out: OptOut) -> str:
    """What is open: another way to the same person, or another person."""
    ways = [
        QCoreApplication.translate("OptOuts", str(_INSTEAD[channel, bool(name)])).format(name=name)
        for channel, name in opt_out.instead
    ]
    if not ways:
        return ""
    words = QCoreApplication.translate("OptOuts", "Possible instead: {ways}.")
    return words.format(ways=", ".join(ways))
