"""The words a quick note is read by, in French and in English at once: folded, hyphens as blanks."""

from __future__ import annotations


def _phrases(**codes: str) -> dict[str, str]:
    return {phrase: code for code, words in codes.items() for phrase in words.split("|")}


KINDS = _phrases(
    call="appel|appele|appelle|coup de fil|coup de telephone|tel|telephone|telephonique|call|called|phone|phoned|"
    "phone call|rang",
    email="mail|mails|email|e mail|courriel|mel|maile|mailed|emailed",
    meeting="rdv|rendez vous|reunion|rencontre|entretien|visio|vu|meeting|met|saw|appointment|video call",
    visit="visite|passage|visit|visited",
    message="message|msg|sms|texto|whatsapp|text|texted|text message",
    letter="courrier|lettre|letter",
    complaint="reclamation|reclame|plainte|litige|complaint|complained",
    feedback="avis|feedback|review",
    service="service|sav|depannage|intervention|repair|support",
)
"""What happened, by the word that says it."""

OUTCOMES = _phrases(
    no_answer="pas de reponse|sans reponse|ne repond pas|ne repond plus|pas repondu|n'a pas repondu|injoignable|"
    "absent|absente|pas la|no answer|no reply|didn't answer|did not answer|unreachable|not there|nobody there",
    left_message="messagerie|repondeur|message laisse|laisse message|laisse un message|msg laisse|voicemail|"
    "voice mail|left message|left a message|left voicemail|left a voicemail",
    negative="pas interesse|pas interessee|pas interesses|refus|refuse|refusee|negatif|negative|not interested|"
    "refused|declined|pas content|pas contente|unhappy",
    positive="interesse|interessee|interesses|interessees|tres interesse|tres interessee|positif|positive|d'accord|"
    "accepte|acceptee|ok|interested|very interested|keen|agreed|accepted|content|contente|ravi|ravie|happy",
    reached="joint|jointe|eu au telephone|reached|spoke|got through",
)
"""How it ended, where the words stand for themselves."""

AGAIN = _phrases(
    call="rappeler|rappel|rappelle|recontacter|retelephoner|relancer|relance|reprendre contact|suivi|suivre|"
    "faire le point|refaire le point|reessayer|retenter|try again|"
    "call back|callback|ring back|call again|phone again|phone back|follow up|"
    "followup|chase|remind|reminder|check in|check back|get back|recontact",
    email="reecrire|renvoyer|write again|send again|resend",
    visit="repasser|revisiter|visit again|revisit",
    meeting="revoir|meet again|see again",
)
"""What is to be done next: words that always speak of what is to come, and the kind of touch it will be."""

DO = _phrases(
    call="appeler|telephoner|appel|call|phone|ring|proposer|preparer|propose|prepare|confirmer|confirm",
    email="envoyer|ecrire|mailer|send|write|email|mail|devis",
    visit="visiter|passer|livrer|visite|visit|deliver",
    meeting="voir|rencontrer|rdv|rendez vous|reunion|meet|see|meeting|appointment",
)
"""The same, where a day to come follows."""

CHANNELS = _phrases(
    call="par telephone|by phone",
    email="par mail|par email|par e mail|par courriel|by mail|by email|by e mail",
    message="par sms|par message|by text|by sms",
    visit="sur place|on site",
)
"""By which way the next contact is to be made."""

OVER = frozenset({"just now", "a l'instant", "ce matin", "this morning"})
"""Words for today that always speak of what was."""

HOURS = {
    "ce midi": 12 * 60, "cet apres midi": 14 * 60, "cet aprem": 14 * 60, "this afternoon": 14 * 60,
    "en fin de journee": 17 * 60, "fin de journee": 17 * 60, "end of day": 17 * 60, "end of the day": 17 * 60,
    "ce soir": 18 * 60, "tonight": 18 * 60, "this evening": 18 * 60,
}  # fmt: skip
"""The hour, in minutes, at which a part of today begins, to remind of what is to be done then."""

LEADS = frozenset(
    "et puis ensuite alors a and then to next prochaine action suite please svp penser faut il".split()
)
"""Words that lead up to the next action."""

TO_NAME = frozenset(
    "chez avec a au aux de du d client cliente pour with to at from of by for mr mme m mrs ms".split()
)
"""Words that may stand before a client's name and belong to it."""
FROM_CLIENT = frozenset({"de", "du", "d", "from", "by", "recu", "received"})
ARTICLES = frozenset({"le", "la", "les", "l", "the"})
CONNECTORS = frozenset("le la les l de du des d et and the of en a aux au sur".split())
"""Words inside of a name that need not be in it."""

SHORT = {"st": "saint", "ste": "sainte"}
"""Words of names that are written short."""

TURNS = frozenset({"call", "email", "message", "letter"})
"""Kinds that can come from the client as well."""

FUZZY_LENGTH = 6
"""From so many letters on, one wrong letter is forgiven in the words above."""
