"""The part of the guess that looks at the table as a whole: “Nom” beside “Prénom” is not “Nom” alone."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio_app.exchange.columns import Profile
from portfolio_app.exchange.guess_content import fit
from portfolio_app.exchange.synonyms import NAME_ALONE, REFERENCE_ALONE
from portfolio_app.exchange.words import fold_header, words_of

Scores = dict[str, dict[str, float]]

_PRIVATE = words_of("domicile|home|prive|privee|autre|other|shipping|livraison|perso|personnel|two|secondary")
_COMPANY = words_of(
    "societe|company|entreprise|organisation|organization|raison|business|firma|enseigne|org|structure"
)
_RECORD_IDS = frozenset(
    {
        "record id",
        "contact id",
        "person id",
        "personne id",
        "id de fiche d informations",
        "code contact",
        "id contact",
    }
)
_CONNECTED = frozenset({"connected on", "connecte le", "connectee le"})
"""What tells an export of LinkedIn's contacts."""
_ACCOUNT_NAMES = frozenset({"account name", "nom du compte", "accounts"})
_PERSON_IDS = frozenset({"contact id", "person id", "personne id", "code contact", "id contact"})
_PERSON_WORDS = words_of("contact|interlocuteur|ansprechpartner|contacto|cp")
_NAME_WORDS = words_of("nom|name|prenom|first|last|nachname|vorname")
_JOB_TITLES = words_of("job title|fonction|intitule du poste|poste|position|titre du poste")
_PERSON_NAMES = frozenset({"person name", "personne nom"})
_DISPLAY_NAMES = frozenset({"display name", "nom a afficher"})
_WHOLE_NAME = words_of("display|afficher|complet|full|name|nom|fn")
_WHOLE_ORDER = words_of("order|commande|invoice|facture")
_CREATED = frozenset(
    {"created at", "date de creation", "date creation", "created", "created on", "creation date"}
)
_RECORDS = frozenset({"record id", "id de fiche d informations"})
_GENERIC_STATUS = frozenset({"status", "statut", "type", "etat", "active", "actif", "relation"})
_DOCUMENT_STATES = frozenset(
    {
        "type de document", "type document", "document type", "type de piece", "type piece", "nature",
        "order status", "statut commande", "statut de la commande", "etat commande", "etat de la commande",
        "statut facture", "statut de la facture", "invoice status", "transaction type", "type de facture",
        "type facture", "invoice type", "financial status", "document status", "statut document",
    }
)  # fmt: skip
_TAGS = frozenset({"tags", "etiquettes"})
_OWN_DATES = frozenset({"date", "jour", "day", "le"})


def adjust(columns: Sequence[str], scores: Scores, profiles: dict[str, Profile], banned: set[str]) -> Scores:
    """The scores, corrected for what the other columns say and for the groups given up (`banned`)."""
    plain = {column: _plain(column) for column in columns}
    first = _has(scores, "contact.first_name", 70)
    last = _has(scores, "contact.last_name", 80)
    family = last or any(plain[column] in NAME_ALONE for column in columns)
    company = [
        column
        for column in columns
        if scores[column].get("client.name", 0) >= 80
        and (_says_company(plain[column]) or plain[column] in _ACCOUNT_NAMES)
        and profiles[column].filled
    ]
    company = _without_own_company(columns, company, scores, profiles)
    if company:
        _persons_at_companies(scores)
    person = first or _has(scores, "contact.full_name", 80) or not _PERSON_NAMES.isdisjoint(plain.values())
    named = any(
        _PERSON_WORDS & words and _NAME_WORDS & words
        for words in (set(fold_header(column).split()) for column in columns)
    )
    named = named or _names_clients(columns, plain, scores, profiles)
    has_job = any(name in _JOB_TITLES and profiles[column].filled for column, name in plain.items())
    stage = _has(scores, "sale.stage", 60)
    _payments(scores)
    _tags(scores, plain)
    sale = "sale" not in banned and _sale_at_hand(columns, scores, plain)
    if sale or stage:
        _amounts(columns, scores, plain)
    if stage:
        _stages(columns, scores, profiles)
    for column in columns:
        found, name = scores[column], plain[column]
        if (
            name in _GENERIC_STATUS
            and profiles[column].deals > 0
            and profiles[column].stages >= 0.5
            and "sale" not in banned
        ):
            found["sale.stage"] = 88.0
        if first and family and name not in NAME_ALONE and not _WHOLE_NAME & set(name.split()):
            found.pop("contact.full_name", None)
        if (name in NAME_ALONE or name in _DISPLAY_NAMES) and profiles[column].codes >= 0.8 and sale:
            found.clear()
            found["sale.order_reference"] = 90.0
        elif name in NAME_ALONE or name in _PERSON_NAMES or (name in _DISPLAY_NAMES and not first):
            own = _PERSON_WORDS & set(fold_header(column).split())
            if named and not company and name in NAME_ALONE and not own:
                found.pop("contact.last_name", None)
                found["client.name"] = 90.0  # the person's name has a column of its own: “Contact - Nom”
                found.pop("contact.full_name", None)
            else:
                _bare_name(found, name, profiles[column], first, last, bool(company), stage)
        elif (
            company
            and column not in company
            and found.get("client.name", 0) >= 80
            and "contact.full_name" not in banned
        ):
            _second_name(found, name)
        _identifiers(found, name, stage or sale, bool(company) and first)
        if company and person and name in _PERSON_IDS:
            found.pop("client.reference", None)
        _addresses(found, name)
        if sale:
            _sale_file(found, name)
            document = name in _GENERIC_STATUS or name in _DOCUMENT_STATES
            if document and profiles[column].documents > 0 and "sale.stage" not in found:
                found["sale.status"] = 88.0
        if "sale" in banned and name in _OWN_DATES and profiles[column].share("date") >= 0.5:
            found["interaction.date"] = 75.0
        if name in ("titre", "title") and (f"{column} (2)" in columns or has_job):
            found.pop("contact.role", None)
        if name == "url" and not _CONNECTED.isdisjoint(plain.values()):
            found.clear()
            found["contact.notes"] = 80.0  # the person's page, not the company's
        if not {"mail", "messagerie"}.isdisjoint(name.split()):
            found.pop("contact.full_name", None)
    return scores


def _names_clients(
    columns: Sequence[str], plain: dict[str, str], scores: Scores, profiles: dict[str, Profile]
) -> bool:
    """Whether “Nom” beside first and last names names more than they do: companies, which have neither."""
    parts = [
        max((profiles[column].filled for column in columns if scores[column].get(name, 0) >= 80), default=-1)
        for name in ("contact.first_name", "contact.last_name")
    ]
    named = max((profiles[column].filled for column in columns if plain[column] in NAME_ALONE), default=0)
    return min(parts) >= 0 and named > max(parts)


def _plain(column: str) -> str:
    head, bracket, _rest = column.partition("(")
    return fold_header(head if bracket and head.strip() else column)


def _sale_at_hand(columns: Sequence[str], scores: Scores, plain: dict[str, str]) -> bool:
    """Whether the columns give a date and an amount; fills in for a missing one from the next best column."""
    quantity, price = _has(scores, "sale.quantity", 50), _has(scores, "sale.unit_price", 50)
    amount = _has(scores, "sale.amount", 50)
    if not amount and price and not quantity:
        for column in columns:
            if scores[column].get("sale.unit_price", 0) >= 50:
                scores[column]["sale.amount"] = scores[column].pop("sale.unit_price") - 20
        amount = True
    if not (amount or (price and quantity)):
        return False
    reference = _has(scores, "sale.order_reference", 80) or quantity
    if not _has(scores, "sale.date", 50) and reference:
        for column in columns:
            if plain[column] in _CREATED and "client.since" in scores[column]:
                scores[column]["sale.date"] = scores[column].pop("client.since") - 25
    return _has(scores, "sale.date", 50)


def _stages(columns: Sequence[str], scores: Scores, profiles: dict[str, Profile]) -> None:
    """Where a column of stages says what was won, it alone is one, and it is no client's status."""
    if any(scores[column].get("sale.stage", 0) >= 60 and profiles[column].deals for column in columns):
        for column in columns:
            scores[column].pop("client.status" if profiles[column].deals else "sale.stage", None)


def _persons_at_companies(scores: Scores) -> None:
    """Gender and date of birth are the contact's there, not the company's."""
    for found in scores.values():
        found.pop("client.gender", None)
        found.pop("client.birth_date", None)


def _payments(scores: Scores) -> None:
    """The day of the payment stands for the sale's only where no other day does."""
    payment = {"sale.due_on", "sale.paid_on"}
    dated = any(found.get("sale.date", 0) >= 50 and not payment & found.keys() for found in scores.values())
    for found in scores.values():
        if not payment & found.keys():
            continue
        if dated:
            found.pop("sale.date", None)
        elif "sale.date" in found:
            found.pop("sale.due_on", None)
            found.pop("sale.paid_on", None)


def _tags(scores: Scores, plain: dict[str, str]) -> None:
    """Beside a column of tags, be it blank, a segment is no tag."""
    if not _TAGS.isdisjoint(plain.values()):
        for column, name in plain.items():
            if name not in _TAGS:
                scores[column].pop("client.tags", None)


def _without_own_company(
    columns: Sequence[str], company: list[str], scores: Scores, profiles: dict[str, Profile]
) -> list[str]:
    """Leaves out the seller's own company: one value everywhere while the customers differ."""
    others = any(
        scores[column].get("client.name", 0) >= 80 and column not in company and not profiles[column].constant
        for column in columns
    )
    kept = []
    for column in company:
        if others and profiles[column].constant:
            scores[column].pop("client.name", None)
        else:
            kept.append(column)
    return kept


def _amounts(columns: Sequence[str], scores: Scores, plain: dict[str, str]) -> None:
    """Where orders are listed item by item (“Lineitem price”), their total would count several times."""
    items = {"lineitem price", "lineitem quantity"}
    listed = items <= set(plain.values())
    lines = all(_has(scores, name, 50) for name in ("sale.quantity", "sale.unit_price", "product.name"))
    for column in columns:
        if listed and plain[column] in items:
            scores[column] = {"sale.unit_price" if "price" in plain[column] else "sale.quantity": 98.0}
        elif listed or (lines and _WHOLE_ORDER & set(plain[column].split())):
            scores[column].pop("sale.amount", None)


def _has(scores: Scores, name: str, least: float) -> bool:
    return any(found.get(name, 0) >= least for found in scores.values())


def _says_company(plain: str) -> bool:
    return bool(_COMPANY & set(plain.split()))


def _bare_name(
    found: dict[str, float], name: str, profile: Profile, first: bool, last: bool, company: bool, stage: bool
) -> None:
    """“Nom” or “Name” alone: family name, person or client according to its neighbours."""
    usable = fit("client.name", profile, name) > 0
    for field in ("client.name", "contact.full_name", "contact.last_name"):
        found.pop(field, None)
    if not usable:
        return
    person = name in _PERSON_NAMES
    if first:
        found["contact.full_name" if last else "contact.last_name"] = 60.0 if last else 95.0
    elif company or person:
        found["contact.full_name"] = 90.0
    elif not stage:
        found["client.name"] = 85.0


def _second_name(found: dict[str, float], name: str) -> None:
    """“Customer Name” beside “Company” is the person."""
    if "client" in name.split() or "customer" in name.split():
        found["contact.full_name"] = max(found.get("contact.full_name", 0.0), 82.0)
        found["client.name"] = min(found["client.name"], 70.0)


def _identifiers(found: dict[str, float], name: str, dealings: bool, persons_at_companies: bool) -> None:
    if "client.reference" not in found:
        return
    if dealings and (name in REFERENCE_ALONE or name in _RECORDS):
        found["sale.order_reference"] = max(found.get("sale.order_reference", 0.0), 60.0)
        found["client.reference"] = min(found["client.reference"], 39.0)
    if persons_at_companies and (name in _RECORD_IDS or name in REFERENCE_ALONE):
        # The identifier of a person: two persons of one company would become two clients.
        found.pop("client.reference")


def _addresses(found: dict[str, float], name: str) -> None:
    if _PRIVATE & set(name.split()):
        for field in list(found):
            if field in ("email", "phone", "mobile") or field.startswith("client."):
                found[field] -= 25.0


def _sale_file(found: dict[str, float], name: str) -> None:
    """In a file of sales, a status is the order's and a description the article's."""
    if name in _GENERIC_STATUS:
        found.pop("client.status", None)
        found.pop("client.kind", None)
        found.pop("client.region", None)
    if {"description", "details", "detail", "libelle", "memo"} & set(name.split()):
        found.pop("client.notes", None)
