"""How well a column name fits each importable field."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from portfolio_app.exchange.fields import Field
from portfolio_app.exchange.header_words import (
    DEAL_PREFIXES,
    EMPTY_WORDS,
    FILLERS,
    NOT_FIELDS,
    NOT_WITH,
    TOO_GENERIC,
)
from portfolio_app.exchange.synonyms import (
    EITHER_NAME_OR_REFERENCE,
    NAME_ALONE,
    REFERENCE_ALONE,
    SYNONYMS,
)
from portfolio_app.exchange.words import fold, fold_header

_OWN_MARKS = frozenset({"custom field", "champ personnalise"})


@lru_cache(maxsize=1)
def exact_names() -> dict[str, list[tuple[str, int]]]:
    """Folded name → [(field, points)]: 100 for the first names of a field, a little less for later ones."""
    table: dict[str, list[tuple[str, int]]] = {}
    for key, listed in SYNONYMS.items():
        weak = key.endswith("~")
        for place, name in enumerate(listed.split("|")):
            points = 70 if weak else 100 - min(8, place // 6)
            table.setdefault(name.strip(), []).append((key.rstrip("~"), points))
    for name in EITHER_NAME_OR_REFERENCE:
        table.setdefault(name, []).extend((("client.name", 90), ("client.reference", 88)))
    for name in NAME_ALONE:
        table.setdefault(name, []).extend(
            (("client.name", 72), ("contact.last_name", 50), ("contact.full_name", 60))
        )
    for name in REFERENCE_ALONE:
        table.setdefault(name, []).extend(
            (("client.reference", 60), ("sale.order_reference", 45), ("product.reference", 45))
        )
    return table


def is_known_header(text: str) -> bool:
    """Whether a text is a usual column name of client or sales files."""
    return bool(text) and len(text) < 80 and (fold_header(text) in exact_names())


@lru_cache(maxsize=1)
def _compact_names() -> dict[str, list[tuple[str, int]]]:
    """As `exact_names`, written together and without articles: “BILLINGSTREET”, “Numéro du document”."""
    table: dict[str, list[tuple[str, int]]] = {}
    for name, fields in exact_names().items():
        compact = _compact(name)
        if len(compact) > 3:
            table.setdefault(compact, []).extend(fields)
    return table


def _run_together(text: str) -> list[tuple[str, int]]:
    """“companycity” is “company city”."""
    for prefix in ("company", "contact", "customer", "client", "billing", "account"):
        rest = text.removeprefix(prefix)
        if len(rest) > 3 and rest != text and " " not in text and rest not in REFERENCE_ALONE:
            return exact_names().get(rest, [])
    return []


def _compact(text: str) -> str:
    return "".join(word for word in text.split() if word not in EMPTY_WORDS)


@lru_cache(maxsize=4_000)
def name_scores(header: str) -> dict[str, int]:
    """Field → points 0…100 for a column name: exact names, else names it contains with few other words."""
    scores: dict[str, int] = {}
    for text, loss in name_readings(header):
        found = exact_names().get(text) or _compact_names().get(_compact(text)) or _run_together(text)
        for field, points in found:
            scores[field] = max(scores.get(field, 0), points - loss)
    if not scores:
        for text, loss in name_readings(header):
            for field, points in _partial(text).items():
                scores[field] = max(scores.get(field, 0), points - loss)
    return scores


def own_scores(header: str, own: Sequence[Field]) -> dict[str, float]:
    """Field → points for the book's own fields of that name; a usual name is theirs only for want of another.

    The mark of `own_title` leaves no doubt.
    """
    head, bracket, mark = header.rpartition("(")
    told = bool(bracket) and fold(mark) in _OWN_MARKS
    name = _told(head if told else header)
    same = [field.name for field in own if _told(field.title) == name]
    return dict.fromkeys(same[:1], 97.0 if not told and is_known_header(header) else 110.0)


def _told(name: str) -> str:
    """A name for comparison; of letters that folding does not keep, as it is."""
    return fold(name) or " ".join(name.split()).casefold()


def own_title(name: str, mark: str) -> str:
    """What a column of the book's own field is called in a file: its name, marked where it is a usual one's."""
    return f"{name} ({mark})" if is_known_header(name) else name


def name_readings(header: str) -> list[tuple[str, int]]:
    """(text, points it loses): the name as it stands, without a bracket, the bracket of “Name* (s.nom)”, …"""
    whole = fold_header(header)
    readings = {whole: 0}
    head, bracket, rest = header.partition("(")
    if bracket and head.strip():
        readings.setdefault(fold_header(head), 1)
        inside = rest.partition(")")[0]
        if "." in inside:
            readings.setdefault(fold_header(inside.rpartition(".")[2]), 1)
    for prefix in (
        "person ",
        "personne ",
        "organization ",
        "organisation ",
        "billing ",
        "contact ",
        "company ",
        "deal ",
        "affaire ",
        "default address ",
        "opportunity ",
        "opportunite ",
        "transaction ",
    ):
        if whole.startswith(prefix) and not (
            prefix in DEAL_PREFIXES and whole[len(prefix) :] in NAME_ALONE | {"title", "titre"}
        ):
            readings.setdefault(whole[len(prefix) :], 2)
    if whole.endswith((" 2", " c")):
        readings.setdefault(whole[:-2], 12)
    return [(text, loss) for text, loss in readings.items() if text]


@lru_cache(maxsize=1)
def _phrases() -> list[tuple[tuple[str, ...], str, int]]:
    return [
        (tuple(name.split()), field, points)
        for name, fields in exact_names().items()
        for field, points in fields
        if len(name) > 2 and name not in REFERENCE_ALONE
    ]


def _partial(text: str) -> dict[str, int]:
    """Points for known names whose words all stand in a longer name."""
    words = text.split()
    if len(words) > 8:
        return {}
    found: dict[str, int] = {}
    have = set(words)
    for phrase, field, points in _phrases():
        if not have.issuperset(phrase):
            continue
        extra = [word for word in words if word not in phrase]
        weight = sum(0.25 if word in FILLERS or word.isdigit() else 1.0 for word in extra)
        if (
            extra
            and len(phrase) == 1
            and phrase[0] in TOO_GENERIC
            and not all(word.isdigit() for word in extra)
        ):
            continue
        if any(word in NOT_FIELDS or word in NOT_WITH.get(field, ()) for word in extra) or "lead" in extra:
            continue
        score = round((points - 12) * len(phrase) / (len(phrase) + weight))
        if score >= 40 and score > found.get(field, 0):
            found[field] = score
    return found
