"""The part of the guess that looks at cells: does a column fit a field, what is one without a name."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio_app.exchange.cells import Cell, cell_text
from portfolio_app.exchange.columns import Profile
from portfolio_app.exchange.fields import FIELDS
from portfolio_app.exchange.synonyms import EITHER_NAME_OR_REFERENCE
from portfolio_app.exchange.words import fold, fold_header, words_of

_BLANK = 0.7
_PRODUCT = words_of("product|produit|article|item|designation")
_LONGEST_NAME = 80
"""Longer texts, on average, are remarks and no names of products."""


def fit(name: str, profile: Profile, column: str) -> float:
    """0 (impossible) … 1 (fits) for putting a column with this profile into the field `name`."""
    if not profile.filled:
        return _blank_fit(name, column)
    kind = FIELDS[name].type if name in FIELDS else name
    if kind == "date":
        return 1.0 if profile.share("date") >= 0.5 else 0.0
    if kind in ("money", "quantity"):
        return _number_fit(profile)
    if kind == "percent":
        return 1.0 if profile.share("integer", "decimal", "percent") >= 0.6 else 0.0
    if kind == "email":
        return 1.0 if profile.ats >= 0.3 else 0.0
    if kind in ("phone", "mobile"):
        return 1.0 if profile.phones >= 0.3 else 0.0
    if kind == "choice":
        return 1.0 if profile.words.get(name, 0.0) >= 0.5 else 0.0
    if kind == "stage":
        return _stage_fit(profile, column)
    if kind == "state":
        return 1.0 if profile.documents > 0 else 0.0
    if kind == "days":
        return 1.0 if profile.numeric + profile.share("text") >= 0.8 and profile.length < 12 else 0.0
    if kind == "minutes":
        return 1.0 if profile.numeric + profile.share("date", "text") >= 0.8 and profile.length < 12 else 0.0
    return _text_fit(name, profile, column)


def _blank_fit(name: str, column: str) -> float:
    """A column without a single value may keep its usual place, but founds nothing."""
    if fold_header(column) in EITHER_NAME_OR_REFERENCE:
        return 0.0
    founds = name == "client.reference" or (
        name in FIELDS and FIELDS[name].type in ("date", "choice", "stage")
    )
    return 0.3 if founds or name.startswith("sale.") else _BLANK


def _number_fit(profile: Profile) -> float:
    if profile.numeric >= 0.6:
        return 1.0
    return 0.6 if profile.numeric >= 0.3 else 0.0


def _stage_fit(profile: Profile, column: str) -> float:
    plain = fold_header(column)
    if profile.deals > 0 and profile.stages >= 0.5:
        return 1.0
    explicit = any(word in plain for word in ("stage", "etape", "phase", "opportunity", "affaire", "deal"))
    return 0.6 if explicit and profile.stages >= 0.5 else 0.0


def _text_fit(name: str, profile: Profile, column: str) -> float:
    wrong = profile.share("date") if name != "product.name" else 0.0
    if name == "client.reference":
        return _reference_fit(profile, column)
    if name in ("client.name", "contact.full_name", "contact.first_name", "contact.last_name"):
        bad = profile.numeric + wrong + profile.share("email", "phone", "url", "percent", "truth")
        return 0.0 if bad >= 0.5 or profile.titles >= 0.5 else 1.0
    if name == "contact.role":
        return 0.0 if profile.titles >= 0.3 or profile.numeric >= 0.5 or wrong >= 0.5 else 1.0
    if name == "client.postcode":
        return 1.0 if profile.postcodes >= 0.3 or profile.numeric >= 0.5 else 0.0
    if name == "client.website":
        return 1.0 if profile.domains >= 0.4 else 0.0
    if name == "client.country":
        named = any(word in fold_header(column) for word in ("pays", "country", "land"))
        return 1.0 if (named and profile.numeric < 0.5) or profile.countries >= 0.4 else 0.0
    if name in ("client.siret", "client.vat"):
        return 1.0 if profile.long_digits >= 0.4 else 0.0
    if (
        name == "product.name"
        and profile.length > _LONGEST_NAME
        and not _PRODUCT & set(fold_header(column).split())
    ):
        return 0.0
    if name in ("client.city", "client.sector", "client.street", "product.name", "interaction.subject"):
        return 0.0 if profile.numeric >= 0.7 or wrong >= 0.5 or profile.ats >= 0.5 else 1.0
    if name in ("sale.order_reference", "product.reference"):
        other = profile.share("email", "decimal", "url", "truth") - profile.whole
        return 0.0 if wrong >= 0.5 or other >= 0.5 or profile.length > 60 else 1.0
    if name in ("client.tags", "client.source", "product.category", "client.region"):
        return 0.0 if wrong >= 0.5 or profile.share("decimal", "email") >= 0.5 else 1.0
    return 0.0 if name == "client.size" and (wrong >= 0.5 or profile.length > 30) else 1.0


def _reference_fit(profile: Profile, column: str) -> float:
    if profile.share("date", "decimal", "url", "phone", "truth") - profile.whole >= 0.5:
        return 0.0
    if fold_header(column) in EITHER_NAME_OR_REFERENCE:
        return 1.1 if profile.codes >= 0.6 and profile.spaced < 0.2 else 0.0
    filled = 1.0 if profile.filled >= 0.5 * profile.rows else 0.5
    return filled if profile.spaced < 0.5 else 0.6 * filled


def guess_without_names(
    columns: Sequence[str], profiles: dict[str, Profile], rows: Sequence[Sequence[Cell]]
) -> dict[str, tuple[str, float]]:
    """Column → (field, points) for a table without column names."""
    chosen: dict[str, tuple[str, float]] = {}
    left = [column for column in columns if profiles[column].filled]

    def take(name: str, candidates: list[str]) -> None:
        free = [column for column in candidates if column not in chosen]
        if free:
            chosen[free[0]] = (name, 60.0)

    take("sale.date", [column for column in left if profiles[column].share("date") >= 0.8])
    decimals = [
        column
        for column in left
        if profiles[column].share("decimal") >= 0.3 and profiles[column].numeric >= 0.8
    ]
    identifiers = [
        column
        for column in left
        if column not in decimals
        and profiles[column].codes >= 0.8
        and profiles[column].share("date", "email", "phone", "decimal") < 0.5
    ]
    whole = [
        column
        for column in left
        if profiles[column].share("integer") >= 0.8 and column not in identifiers[:1]
    ]
    if chosen and (decimals or whole):
        counts = [column for column in whole if not profiles[column].leading_zeros]
        counts.sort(key=lambda column: profiles[column].largest)
        take("sale.amount", decimals or counts[::-1])
        take("sale.quantity", [column for column in counts if profiles[column].largest <= 10_000])
    else:
        chosen.clear()
    take("client.reference", identifiers)
    _persons(columns, profiles, rows, chosen)
    return chosen


def _persons(
    columns: Sequence[str],
    profiles: dict[str, Profile],
    rows: Sequence[Sequence[Cell]],
    chosen: dict[str, tuple[str, float]],
) -> None:
    texts = [column for column in columns if column not in chosen and profiles[column].share("text") >= 0.8]
    place = {column: number for number, column in enumerate(columns)}
    full = next((column for column in texts if _is_full_name(place, column, texts, rows)), None)
    person = full is not None
    if full is not None:
        chosen[full] = ("contact.full_name", 60.0)
    elif texts and not any(name == "client.name" for name, _points in chosen.values()):
        chosen[texts[0]] = ("client.name", 60.0)
    side = "contact" if person else "client"
    for kind, name in (("email", f"{side}.email"), ("phone", f"{side}.phone")):
        found = next((one for one in columns if one not in chosen and profiles[one].share(kind) >= 0.6), None)
        if found is not None:
            chosen[found] = (name, 60.0)
    second = [one for one in columns if one not in chosen and profiles[one].share("phone") >= 0.6]
    if second and any(name.endswith(".phone") for name, _points in chosen.values()):
        chosen[second[0]] = ("contact.mobile", 60.0)
    for column in texts:
        if column not in chosen and profiles[column].countries >= 0.8:
            chosen[column] = ("client.country", 60.0)
            break


def _is_full_name(
    place: dict[str, int], column: str, texts: list[str], rows: Sequence[Sequence[Cell]]
) -> bool:
    """Whether this column is two others put together (“John Doe”, “John”, “Doe”)."""
    others = [other for other in texts if other != column]
    if len(others) < 2:
        return False
    together = 0
    for cells in rows:
        whole = fold(cell_text(cells[place[column]])).split()
        parts = {fold(cell_text(cells[place[other]])) for other in others}
        together += len(whole) >= 2 and whole[0] in parts and whole[-1] in parts
    return together >= 0.8 * max(1, len(rows))
