"""Folding words for comparison, and the words of files for the closed lists of records."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from portfolio_app.models.enums import (
    ClientKind,
    ClientStatus,
    DealStatus,
    Direction,
    Gender,
    InteractionKind,
    KeyDateKind,
    Level,
    Outcome,
    StrategicRole,
    SurveyKind,
)

_CAMEL = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Þ])|(?<=[A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_ABBREVIATIONS = {
    "cde": "commande",
    "cmde": "commande",
    "cmd": "commande",
    "fact": "facture",
    "mob": "mobile",
}
_ABBREVIATED = re.compile(r"\b(?:cde|cmde|cmd|fact|mob)\b", re.IGNORECASE)
_NOT_WORD = re.compile(r"[^0-9a-z%]+")


def words_of(listed: str) -> frozenset[str]:
    """The set of the names in “a|b c|d”."""
    return frozenset(listed.split("|"))


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case without accents or punctuation, words separated by one blank: “N° de Tél.” → “n de tel”."""
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "OE").replace("ß", "ss"))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    return _NOT_WORD.sub(" ", plain).strip()


def fold_header(text: str) -> str:
    """As `fold`, with “CustomerId” cut into words, “N°” read as “no” and “%” as “pct”."""
    text = (
        text.replace("N°", "No ")
        .replace("n°", "no ")
        .replace("№", "no ")
        .replace("Nº", "No ")
        .replace("nº", "no ")
    )
    text = _ABBREVIATED.sub(lambda found: _ABBREVIATIONS[found[0].lower()], text)
    text = _CAMEL.sub(" ", unicodedata.normalize("NFC", text))
    return fold(text.replace("%", " pct ").replace("€", " eur "))


def _table(words: dict[StrEnum, str]) -> dict[str, StrEnum]:
    return {word.strip(): value for value, listed in words.items() for word in listed.split("|")}


STATUS_WORDS = _table(
    {
        ClientStatus.PROSPECT: (
            "prospect|prospects|lead|suspect|piste|opportunite|subscriber|abonne|"
            "marketingqualifiedlead|marketing qualified lead|salesqualifiedlead|"
            "sales qualified lead|opportunity|potentiel|prospect chaud|prospect froid|new|"
            "nouveau|open|in progress|attempted to contact|connected|unqualified|bad timing|"
            "a contacter|en cours de qualification"
        ),
        ClientStatus.ACTIVE: (
            "client|clients|customer|customers|actif|active|active client|client actif|en cours|"
            "oui|fidele|evangelist|compte actif|enabled|current"
        ),
        ClientStatus.FORMER: (
            "ancien|ancien client|inactif|inactive|former|former client|former customer|"
            "ex client|perdu|client perdu|lost|churned|closed|ferme|parti|dormant|cesse|"
            "cessation|radie|archive|archived|disabled|bloque"
        ),
    }
)
KIND_WORDS = _table(
    {
        ClientKind.ORGANISATION: (
            "organisation|organization|societe|entreprise|company|business|pro|professionnel|b2b|"
            "corporate|association|collectivite|administration|personne morale|"
            "societe commerciale|firm|firme"
        ),
        ClientKind.PERSON: (
            "person|personne|particulier|particuliers|individual|individuel|b2c|consumer|prive|"
            "private|personne physique|home office|individu"
        ),
    }
)
INTERACTION_WORDS = _table(
    {
        InteractionKind.CALL: (
            "call|appel|appels|telephone|phone|tel|appel telephonique|phone call|appel entrant|appel sortant"
        ),
        InteractionKind.EMAIL: (
            "email|e mail|mail|courriel|mel|courrier electronique|incoming email|email envoye"
        ),
        InteractionKind.MEETING: (
            "meeting|reunion|rdv|rendez vous|rendezvous|visio|visioconference|demo|dejeuner|lunch|entretien"
        ),
        InteractionKind.VISIT: "visit|visite|visite client|deplacement|tournee|salon|passage",
        InteractionKind.MESSAGE: "message|sms|whatsapp|chat|linkedin|linkedin message|texto",
        InteractionKind.LETTER: "letter|lettre|courrier|courrier postal|postal mail|post",
        InteractionKind.COMPLAINT: "complaint|reclamation|plainte|litige|incident|sav",
        InteractionKind.FEEDBACK: "feedback|avis|retour|retour client|enquete|survey|satisfaction",
        InteractionKind.SERVICE: (
            "service|intervention|livraison|depannage|support|maintenance|ticket|delivery"
        ),
    }
)
DIRECTION_WORDS = _table(
    {
        Direction.OUTGOING: "outgoing|sortant|sortante|outbound|emis|out|envoye|sent",
        Direction.INCOMING: "incoming|entrant|entrante|inbound|recu|in|received",
    }
)
OUTCOME_WORDS = _table(
    {
        Outcome.REACHED: "reached|joint|contacte|connected|answered|repondu|ok|done|fait|completed|held",
        Outcome.NO_ANSWER: (
            "no answer|pas de reponse|sans reponse|absent|injoignable|nrp|busy|occupe|missed|manque"
        ),
        Outcome.LEFT_MESSAGE: (
            "left message|message laisse|left voicemail|repondeur|voicemail|messagerie|left live message"
        ),
        Outcome.POSITIVE: "positive|positif|interesse|interested|favorable|accord|yes|oui",
        Outcome.NEGATIVE: "negative|negatif|pas interesse|not interested|refus|defavorable|no|non|refused",
    }
)
LEVEL_WORDS = _table(
    {
        Level.LOW: (
            "low|faible|faibles|bas|basse|peu|peu sensible|peu sensible au prix|insensible|pas sensible|pas|non|"
            "not sensitive|not|no|minor|weak|limite|limitee|aucun|aucune|none|nul|nulle"
        ),
        Level.MEDIUM: (
            "medium|moyen|moyenne|moyens|modere|moderee|moderate|normal|normale|average|mid|intermediaire|assez"
        ),
        Level.HIGH: (
            "high|eleve|elevee|eleves|haut|haute|fort|forte|important|importante|tres sensible|sensible|"
            "sensible au prix|sensible aux prix|tres sensible au prix|price sensitive|sensitive|strong|grand|grande"
        ),
    }
)
GENDER_WORDS = _table(
    {
        Gender.FEMALE: "female|f|femme|femmes|woman|women|feminin|mme|madame|mlle|mrs|ms|miss",
        Gender.MALE: "male|m|h|homme|hommes|man|men|masculin|mr|monsieur",
        Gender.OTHER: "other|autre|x|non binaire|non binary|nonbinary|divers",
    }
)
ROLE_WORDS = _table(
    {
        StrategicRole.ECONOMIES_OF_SCALE: (
            "economies of scale|economies d echelle|economie d echelle|volume|volumes|echelle|scale"
        ),
        StrategicRole.MARKET_ENTRY: (
            "entry to a market|market entry|entree sur un marche|entree de marche|entree marche|nouveau marche|"
            "new market|ouverture de marche"
        ),
        StrategicRole.FUTURE_POTENTIAL: (
            "future potential|potentiel futur|potentiel d avenir|potentiel a venir|avenir|potentiel|potential"
        ),
        StrategicRole.REFERENCE: (
            "reference|client de reference|reference client|client reference|vitrine|prestige|showcase|prescripteur"
        ),
    }
)
DEAL_WORDS = _table(
    {
        DealStatus.OPEN: (
            "open|ouvert|ouverte|en cours|in progress|nouveau|nouvelle|new|pending|en attente|active|actif|"
            "non|no|false|0"
        ),
        DealStatus.WON: (
            "won|gagne|gagnee|closed won|closedwon|conclu|conclue|signe|signee|vendu|vendue|sold|accepte|"
            "acceptee|accepted|oui|yes|true|1"
        ),
        DealStatus.LOST: (
            "lost|perdu|perdue|closed lost|closedlost|abandonne|abandonnee|refuse|refusee|annule|annulee|"
            "cancelled|canceled|rejected|deleted|sans suite"
        ),
    }
)
SURVEY_WORDS = _table(
    {
        SurveyKind.NPS: "nps|net promoter score|recommandation|recommendation",
        SurveyKind.CSAT: "csat|satisfaction|customer satisfaction|satisfaction client",
    }
)
KEY_DATE_WORDS = _table(
    {
        KeyDateKind.CONTRACT_END: (
            "contract end|fin de contrat|contract_end|end of contract|expiration|echeance du contrat|fin contrat"
        ),
        KeyDateKind.RENEWAL: "renewal|renouvellement|reconduction",
        KeyDateKind.ANNIVERSARY: "anniversary|anniversaire de la relation|anniversaire du contrat|jubile",
        KeyDateKind.BIRTHDAY: "birthday|anniversaire|date de naissance|naissance|geburtstag",
        KeyDateKind.OTHER: "other|autre|divers",
    }
)
CHOICE_WORDS: dict[str, dict[str, StrEnum]] = {
    "client.kind": KIND_WORDS,
    "client.status": STATUS_WORDS,
    "client.strategic_role": ROLE_WORDS,
    "client.price_sensitivity": LEVEL_WORDS,
    "client.growth_potential": LEVEL_WORDS,
    "client.gender": GENDER_WORDS,
    "interaction.kind": INTERACTION_WORDS,
    "interaction.outcome": OUTCOME_WORDS,
    "interaction.direction": DIRECTION_WORDS,
    "deal.status": DEAL_WORDS,
    "survey.kind": SURVEY_WORDS,
    "key_date.kind": KEY_DATE_WORDS,
}
"""The words that files use for the values of a closed list, by the field they are imported into."""
YES_WORDS = words_of("yes|oui|true|vrai|1|1 0|o|y|x|ok|ja|on|✓|✔|☑")
NO_WORDS = words_of("no|non|false|faux|0|0 0|n|nein|off|✗|✘|☐")

WON_STAGES = words_of(
    "won|closed won|closedwon|close won|gagne|gagnee|gagnees|gagnes|gagne conclu|conclu|conclue|"
    "signe|signee|affaire gagnee|ferme gagne|fermee gagnee|cloture gagne|vendu|vendue|sold|"
    "contrat signe|deal won|won deal|sales order|bon de commande|accepte|acceptee|commande|"
    "facture|facturee|paye|payee|paid|invoiced|completed|complete|termine|terminee"
)
LOST_STAGES = words_of(
    "lost|closed lost|closedlost|close lost|perdu|perdue|perdus|abandonne|abandonnee|"
    "affaire perdue|ferme perdu|fermee perdue|cloture perdu|refuse|refusee|annule|annulee|"
    "cancelled|canceled|deleted|deal lost|rejected"
)
OPEN_STAGES = words_of(
    "open|ouvert|ouverte|en cours|prospecting|prospection|engaging|qualification|qualified|"
    "qualifie|proposal|proposition|proposition envoyee|negotiation|negociation|"
    "negotiation review|proposal price quote|value proposition|id decision makers|"
    "perception analysis|needs analysis|devis|devis envoye|decouverte|appointmentscheduled|"
    "qualifiedtobuy|presentationscheduled|decisionmakerboughtin|contractsent|contract sent|"
    "lead in|contact made|demo scheduled|new|quotation|quotation sent|devis en cours|nouveau|"
    "nouvelle|pending|en attente|draft|brouillon|sent|envoye"
)

CREDIT_DOCUMENTS = words_of(
    "avoir|avoirs|facture avoir|facture d avoir|note de credit|credit note|credit memo|credit|refund|refunded|"
    "remboursement|remboursee|rembourse|return|gutschrift|stornorechnung"
)
VOID_DOCUMENTS = words_of(
    "annule|annulee|annulees|cancelled|canceled|void|voided|storniert|devis|quote|quotation|estimate|"
    "brouillon|draft|proforma|pro forma|facture proforma|angebot"
)


@lru_cache(maxsize=5_000)
def document_kind(text: str) -> str:
    """What the type or state of a line of sales says: "credit", "void" (cancelled, a quote), or nothing."""
    word = fold(text)
    if word in CREDIT_DOCUMENTS:
        return "credit"
    return "void" if word in VOID_DOCUMENTS else ""


@lru_cache(maxsize=5_000)
def is_won(stage: str) -> bool:
    """Whether the words of a deal's stage say that it was won."""
    word = fold(stage)
    if word in WON_STAGES:
        return True
    parts = set(word.split())
    return bool(parts & {"won", "gagne", "gagnee"}) and not parts & {"non", "not", "lost", "perdu", "perdue"}


def is_lost(stage: str) -> bool:
    """Whether the words of a deal's stage say that it was lost."""
    word = fold(stage)
    return word in LOST_STAGES or bool(set(word.split()) & {"lost", "perdu", "perdue"})


def is_stage(text: str) -> bool:
    """Whether a text is a word that CRMs use for the stage of a deal."""
    word = fold(text)
    return word in WON_STAGES or word in LOST_STAGES or word in OPEN_STAGES or is_won(text)
