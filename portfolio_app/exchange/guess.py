"""Guessing which column is which, from their names and from what their cells look like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field

from portfolio_app.exchange.cells import Cell
from portfolio_app.exchange.column_names import name_scores, own_scores
from portfolio_app.exchange.columns import Profile, profile_of
from portfolio_app.exchange.dates import DateOrder, DateOrderGuess, infer_date_order
from portfolio_app.exchange.discounts import AMOUNT, RATE, holds_amounts
from portfolio_app.exchange.fields import FIELDS, NUMBER_TYPES, OWN, PERIOD, Field
from portfolio_app.exchange.guess_content import fit, guess_without_names
from portfolio_app.exchange.guess_context import adjust
from portfolio_app.exchange.guess_more import (
    add_deals,
    add_joined,
    add_later,
    add_periods,
    further_persons,
    whole_address,
    whole_names,
    whole_town,
)
from portfolio_app.exchange.mapping import Confidence, Mapping, gives_amount
from portfolio_app.exchange.numbers import DecimalMark, infer_decimal
from portfolio_app.exchange.tabular import Table
from portfolio_app.exchange.vcard_reading import COLUMNS
from portfolio_app.exchange.words import fold_header, words_of
from portfolio_app.exchange.workbook_words import importable, told_by_us

SAMPLED = 240
_LOWEST, _SURE = 38.0, 84.0
_MONEY_WORDS = words_of("ca|montant|total|revenu|revenue|chiffre|ventes|sales|amount|turnover|umsatz|encours")
_ENGLISH = words_of(
    "order|invoice|customer|sales|sale|amount|price|quantity|company|name|close|value|country|"
    "city|account|product|stage|deal|total|created|paid|unit|state|zip|street|phone"
)
_FRENCH = words_of(
    "nom|prenom|societe|montant|facture|commande|ville|adresse|quantite|prix|pays|raison|tel|cp|"
    "numero|libelle|vente|achat|remise|affaire|entreprise|cde|ref|produit"
)

Scores = dict[str, dict[str, float]]


@dataclass(slots=True)
class _Guess:
    """Column → (field, score)."""

    chosen: dict[str, tuple[str, float]] = field(default_factory=dict)

    def fields(self) -> set[str]:
        return {name for name, _score in self.chosen.values()}


def guess_mapping(table: Table, own: Sequence[Field] = ()) -> Mapping:
    """The most likely mapping of a table, with a confidence for every column. Only lines of one street, notes and
    amounts of periods take several columns.

    `own`: the fields that the user added to the book; a column goes to one of them by its name alone.

    A sale needs its date and its amount (or quantity and unit price), an interaction and a follow-up
    need their date: without it, no column goes to them. Of our own workbook's deals, follow-ups and answers
    only the client is taken. “sure” columns carry a known name and fitting cells;
    a column that looks like revenue and could not be placed is one to “check”.
    """
    if table.dialect.kind == "vcard":
        return _of_cards(table, own)
    rows = table.sample(SAMPLED)
    profiles = {
        name: profile_of([cells[place] for _line, cells in rows]) for place, name in enumerate(table.columns)
    }
    columns = importable(table.dialect.sheet, table.columns)
    constants: dict[str, str] = {}
    if table.dialect.has_header:
        persons = further_persons(columns, profiles)
        guess = _by_names([column for column in columns if column not in persons], profiles, own)
        if guess.fields() & {"client.name", "client.reference", "contact.full_name", "contact.last_name"}:
            guess.chosen |= persons
        constants = _add_more(table, columns, profiles, rows, guess)
        guess.chosen |= {column: (name, 100.0) for column, name in told_by_us(table.columns, columns).items()}
    else:
        guess = _Guess(guess_without_names(table.columns, profiles, [cells for _line, cells in rows]))
    types = {field.name: field.type for field in (*FIELDS.values(), *own)}
    types |= {name: "money" for name in guess.fields() if PERIOD in name}
    order, ambiguous, decimal = _notations(table, guess, rows, types)
    confidence: dict[str, Confidence] = dict.fromkeys(table.columns, "none")
    for column, (name, score) in guess.chosen.items():
        unsure = ambiguous and types[name] == "date"
        confidence[column] = "sure" if score >= _SURE and table.dialect.has_header and not unsure else "check"
    for column in columns:
        if column not in guess.chosen and _looks_like_money(column, profiles[column]):
            confidence[column] = "check"
    dialect = table.dialect
    text = dialect.kind != "xlsx"
    return Mapping(
        columns={column: guess.chosen[column][0] for column in table.columns if column in guess.chosen},
        date_order=order if any(types[name] == "date" for name in guess.fields()) else None,
        decimal=decimal if any(types[name] in NUMBER_TYPES for name in guess.fields()) else None,
        encoding=dialect.encoding if text else None,
        delimiter=("fixed" if dialect.kind == "fixed" else dialect.delimiter) if text else None,
        sheet=None if text else dialect.sheet or None,
        has_header=dialect.has_header,
        confidence=confidence,
        ambiguous_dates=ambiguous,
        own=tuple(own),
        constants=constants,
    )


def _of_cards(table: Table, own: Sequence[Field]) -> Mapping:
    """Of address cards each column has its field."""
    return Mapping(
        columns=dict(COLUMNS),
        date_order="YMD",
        encoding=table.dialect.encoding or None,
        has_header=True,
        confidence=dict.fromkeys(COLUMNS, "sure"),
        own=tuple(own),
    )


def _add_more(
    table: Table,
    columns: Sequence[str],
    profiles: dict[str, Profile],
    rows: Sequence[tuple[int, list[Cell]]],
    guess: _Guess,
) -> dict[str, str]:
    """What follows from the fields given out so far; returns the constants of the mapping."""
    add_deals(columns, profiles, guess.chosen)
    add_periods(columns, profiles, guess.chosen)
    constants = add_later(columns, profiles, guess.chosen)
    whole_names(columns, profiles, guess.chosen)
    add_joined(columns, profiles, guess.chosen)
    index = table.column_index()
    cells_of_rows = [cells for _line, cells in rows]
    _tell_discounts(cells_of_rows, index.__getitem__, guess)
    whole_address(columns, cells_of_rows, index.__getitem__, guess.chosen)
    whole_town(columns, cells_of_rows, index.__getitem__, guess.chosen)
    return constants


def _tell_discounts(rows: Sequence[list[Cell]], place: Callable[[str], int], guess: _Guess) -> None:
    """A column named “Discount” may hold rates or amounts."""
    fields = {name: column for column, (name, _score) in guess.chosen.items()}
    column = fields.get(RATE)
    if column is None or not holds_amounts(column, rows, place, fields):
        return
    if AMOUNT in fields:
        del guess.chosen[column]
    else:
        guess.chosen[column] = (AMOUNT, guess.chosen[column][1])


def _looks_like_money(column: str, profile: Profile) -> bool:
    return profile.numeric >= 0.6 and not _MONEY_WORDS.isdisjoint(fold_header(column).split())


def _by_names(columns: Sequence[str], profiles: dict[str, Profile], own: Sequence[Field]) -> _Guess:
    named: Scores = {}
    for column in columns:
        points = {name: float(score) for name, score in name_scores(column).items()}
        named[column] = {name: score * fit(name, profiles[column], column) for name, score in points.items()}
    banned: set[str] = set()
    guess = _Guess()
    for _round in range(6):
        scores = adjust(columns, {column: dict(found) for column, found in named.items()}, profiles, banned)
        for column in columns:
            scores[column] |= own_scores(column, own)
        guess = _assign(columns, scores, banned)
        missing = _incomplete(guess.fields(), banned)
        if not missing:
            break
        banned |= missing
    _add_obvious(columns, profiles, guess)
    return _route_persons(guess)


def _assign(columns: Sequence[str], scores: Scores, banned: set[str]) -> _Guess:
    """The best pairs first; each column and each field once."""
    place = {column: number for number, column in enumerate(columns)}
    pairs = sorted(
        (
            (-score, place[column], name, column)
            for column, found in scores.items()
            for name, score in found.items()
            if score >= _LOWEST and name.partition(".")[0] not in banned
        ),
    )
    guess = _Guess()
    used: set[str] = set()
    for negative, _place, name, column in pairs:
        if column not in guess.chosen and name not in used:
            guess.chosen[column] = (name, -negative)
            used.add(name)
    return guess


def _incomplete(fields: set[str], banned: set[str]) -> set[str]:
    """Groups that lack what makes them one: they are given up, and their columns are free again."""
    missing: set[str] = set()
    groups = {name.partition(".")[0] for name in fields}
    if "sale" in groups and not ("sale.date" in fields and gives_amount(fields)):
        missing.add("sale")
    if "product" in groups and ("sale" in missing or "sale" in banned or "sale" not in groups):
        has_client = bool(groups & {"client", "contact", "email"})
        missing |= {"product"} if has_client else set()
    if missing:
        return missing
    said = {"interaction.subject", "interaction.kind", "interaction.body", "interaction.outcome"}
    if "interaction" in groups and not ("interaction.date" in fields and fields & said):
        missing.add("interaction")
    if "follow_up" in groups and "follow_up.due_on" not in fields:
        missing.add("follow_up")
    return missing


def _add_obvious(columns: Sequence[str], profiles: dict[str, Profile], guess: _Guess) -> None:
    """A column full of e-mail addresses is one, whatever its name."""
    if "email" in guess.fields():
        return
    for column in columns:
        if column not in guess.chosen and profiles[column].share("email") >= 0.8:
            guess.chosen[column] = ("email", 60.0)
            return


def _route_persons(guess: _Guess) -> _Guess:
    """E-mail and phones go to the person the row names, else to the client."""
    person = any(name.startswith("contact.") for name in guess.fields())
    routes = {"email": "contact.email", "phone": "contact.phone", "mobile": "contact.mobile"}
    if not person:
        spare = "contact.mobile" if "phone" in guess.fields() else "client.phone"
        routes = {"email": "client.email", "phone": "client.phone", "mobile": spare}
    routed = _Guess()
    for column, (name, score) in guess.chosen.items():
        target = routes.get(name, name)
        if target in FIELDS or target.startswith(OWN):
            routed.chosen[column] = (target, score)
    return routed


def _notations(
    table: Table, guess: _Guess, rows: Sequence[tuple[int, list[Cell]]], types: AnyMapping[str, str]
) -> tuple[DateOrder, bool, DecimalMark]:
    """Date order and decimal mark of the mapped columns, from the whole file when the sample cannot tell."""
    index = table.column_index()
    dates = [column for column, (name, _score) in guess.chosen.items() if types[name] == "date"]
    numbers = [
        index[column] for column, (name, _score) in guess.chosen.items() if types[name] in NUMBER_TYPES
    ]
    found = dates_in(table, dates, rows)
    is_french = bool(_header_words(table) & _FRENCH)
    default: DecimalMark = "," if table.dialect.delimiter == ";" or is_french else "."
    decimal = infer_decimal((cells[place] for _line, cells in rows for place in numbers), default=default)
    return found.order, found.ambiguous, decimal


def dates_in(
    table: Table, columns: Iterable[str], rows: Sequence[tuple[int, list[Cell]]] | None = None
) -> DateOrderGuess:
    """Day or month first in these columns, from the whole file when its first `rows` cannot tell.

    Raises `SourceError`.
    """
    index = table.column_index()
    places = [index[column] for column in columns]
    words = _header_words(table)
    english = bool(words & _ENGLISH) and not words & _FRENCH
    first = table.sample(SAMPLED) if rows is None else rows
    found = infer_date_order((cells[place] for _line, cells in first for place in places), english=english)
    if found.ambiguous:
        found = infer_date_order(
            (cells[place] for _line, cells in table.rows() for place in places), english=english
        )
    return found


def _header_words(table: Table) -> set[str]:
    return {word for column in table.columns for word in fold_header(column).split()}
