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
_BOTH = QT_TRANSLATE_NOOP("OptOuts", "{name} wants neither calls nor e-mails.")
_LEFT = {
    False: QT_TRANSLATE_NOOP("OptOuts", "Possible instead: a letter, a visit."),
    True: QT_TRANSLATE_NOOP("OptOuts", "Possible instead: a visit."),
}
"""What is left of the ways to somebody who refuses calls and e-mails; by whether letters are refused too."""
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
    """The sentence for what is refused of calls and e-mails, then what is open."""
    refused = [channel for channel in ("phone", "email") if channel in opt_out.refused]
    if not refused:
        return ""
    if len(refused) == 1:
        return sentence(opt_out, refused[0])
    told = QCoreApplication.translate("OptOuts", str(_BOTH)).format(name=opt_out.name)
    left = QCoreApplication.translate("OptOuts", str(_LEFT["post" in opt_out.refused]))
    return f"{told} {instead(opt_out) or left}"


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
