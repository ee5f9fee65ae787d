"""What a row's values become once they are read: joined, split, and put where they belong."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from portfolio_app.exchange.addresses import split_address
from portfolio_app.exchange.fields import Field
from portfolio_app.exchange.person_names import NameOrder, split_person
from portfolio_app.exchange.words import fold, is_lost, is_won
from portfolio_app.models.enums import DealStatus, SurveyKind

_SEVERAL = re.compile(r":::|[;,|\n]|\s/\s")
_WITH_EMAIL = re.compile(r"([^()<>]*[^()<>\s])\s*[(<]([^\s()<>@]+@[^\s()<>@]+)[)>]").fullmatch
_SAYS_PERSON = ("contact.first_name", "contact.last_name", "contact.role")
_JOINED_BY_BLANK = frozenset({"full_name", "first_name", "last_name", "name", "role", "title"})
_NAMES = ("product.name", "client.name", "contact.full_name", "contact.last_name", "client.reference")
_SAID = ("interaction.subject", "interaction.body")

Warnings = list[tuple[str, str, str]]


def join(field: Field, parts: Sequence[tuple[str, Any]]) -> Any:
    """The value of a field that several columns fill: (column, value) in the order of the file, blanks left out.

    Notes become “Column: value” lines, tags are united, a SIRET is put together from SIREN and NIC, codes are
    joined by “-”, names by a blank, other texts by a comma.
    """
    if field.type == "tags":
        return list(dict.fromkeys(tag for _column, tags in parts for tag in tags))
    if field.type == "notes":
        return "\n".join(f"{column}: {value}" for column, value in parts)
    texts = list(dict.fromkeys(value for _column, value in parts))
    if field.type == "address":
        return "\n".join(texts)
    last = field.name.rpartition(".")[2]
    mark = "" if last == "siret" else "-" if last.endswith("reference") else ", "
    return (" " if last in _JOINED_BY_BLANK else mark).join(texts)


def place_address(values: dict[str, Any]) -> None:
    """Puts the parts of a whole address where the row holds nothing yet; a lone town goes beside its street."""
    parts = split_address(values.pop("client.address"))
    if parts.keys() == {"street"} and "client.street" in values and "client.city" not in values:
        parts = {"city": parts["street"]}
    for name, part in parts.items():
        values.setdefault(f"client.{name}", part)


class PersonFields(NamedTuple):
    """The fields of one person of a row, and the order of names that the column of the full name tells."""

    full: str
    first: str
    last: str
    order: NameOrder


def name_person(values: dict[str, Any], person: PersonFields) -> None:
    """Gives a person first and last name where the full name tells them apart."""
    full, first, last, order = person
    if full not in values or first in values or last in values:
        return
    found = split_person(values[full], order)
    if found is None:
        return
    if found.turned:
        values[full] = f"{found.first} {found.last}"
    for name, part in ((first, found.first), (last, found.last)):
        if part:
            values[name] = part


def bare_person(values: dict[str, Any]) -> None:
    """Takes out of a name in full what other programs put in: “Jean Petit (jean@acme.fr)”, “Acme, Jean Petit”.

    A name that is the company's own names no person.
    """
    company = values.get("client.name", "")
    if "@" in company and (found := _WITH_EMAIL(company)):
        company = values["client.name"] = found[1].strip(' "')
        values.setdefault("client.email", found[2])
    full = values.get("contact.full_name")
    if full is None:
        return
    if found := _WITH_EMAIL(full):
        full = found[1].strip(' "')
        values.setdefault("contact.email", found[2])
    if company and full.startswith(f"{company}, "):
        full = full[len(company) + 2 :].strip() or full
    values["contact.full_name"] = full
    if company and fold(full) == fold(company) and values.keys().isdisjoint(_SAYS_PERSON):
        del values["contact.full_name"]


def give_to_client(values: dict[str, Any]) -> None:
    """A row that names no person gives its e-mail and phone to the client."""
    if values.keys() & {"contact.full_name", "contact.first_name", "contact.last_name"}:
        return
    for source, target in (
        ("contact.email", "client.email"),
        ("contact.phone", "client.phone"),
        ("contact.mobile", "client.phone"),
    ):
        if source in values and target not in values:
            values[target] = values.pop(source)


def give_back(values: dict[str, Any]) -> None:
    """A credit note written with positive figures takes money away all the same."""
    if values.get("sale.amount", 0) > 0:
        for name in ("sale.amount", "sale.quantity", "sale.cost", "sale.margin", "sale.discount_amount"):
            if name in values:
                values[name] = -values[name]


def add_constants(values: dict[str, Any], constants: dict[str, Any]) -> None:
    """Fills in what stands for every row; that of a record only where the row holds something of that record."""
    groups = {name.partition(".")[0] for name in values} | {"client"}
    if "sale" in groups:
        groups.add("product")
    for name, value in constants.items():
        if name.partition(".")[0] not in groups:
            continue
        if type(value) is list:
            values[name] = list(dict.fromkeys([*values.get(name, ()), *value]))
        else:
            values.setdefault(name, value)


def deal_from_sale(values: dict[str, Any]) -> None:
    """A list of deals read as sales: amount, day and stage are the deal's too."""
    if "sale.stage" in values:
        values.setdefault("deal.status", _status_of(values["sale.stage"]))
    is_over = values.get("deal.status", DealStatus.OPEN) != DealStatus.OPEN
    day = "deal.closed_on" if is_over else "deal.expected_on"
    for sale, deal in (("sale.amount", "deal.amount"), ("sale.date", day), ("sale.stage", "deal.stage")):
        if sale in values:
            values.setdefault(deal, values[sale])


def drop_sale(values: dict[str, Any]) -> None:
    """Takes away what would make a sale, and the product it would be of."""
    for name in [name for name in values if name.startswith(("sale.", "product."))]:
        del values[name]


def complete_deal(values: dict[str, Any]) -> None:
    """A deal without a title bears the product's or the client's name; its stage tells whether it is over.

    A row without title, amount and stage has no deal.
    """
    if not values.keys() & {"deal.title", "deal.amount", "deal.stage"}:
        for name in [name for name in values if name.startswith("deal.")]:
            del values[name]
        return
    if "deal.title" not in values:
        values["deal.title"] = next(
            (values[name] for name in _NAMES if name in values), values.get("deal.stage", "?")
        )
    if "deal.status" not in values and "deal.stage" in values:
        values["deal.status"] = _status_of(values["deal.stage"])
    # Many programs keep one date only, which is the day of the decision once there is one.
    is_over = values.get("deal.status", DealStatus.OPEN) != DealStatus.OPEN
    if is_over and "deal.closed_on" not in values and "deal.expected_on" in values:
        values["deal.closed_on"] = values.pop("deal.expected_on")


def _status_of(stage: str) -> DealStatus:
    return DealStatus.WON if is_won(stage) else DealStatus.LOST if is_lost(stage) else DealStatus.OPEN


def complete_survey(values: dict[str, Any], kind: SurveyKind, column: str, warnings: Warnings) -> None:
    """An answer needs its score and its day. `kind`: what the file asks where the row does not say."""
    score = values.get("survey.score")
    if score is not None and "survey.date" in values:
        asked = values.setdefault("survey.kind", kind)
        if asked != SurveyKind.CSAT or 1 <= score <= 5:
            return
        warnings.append(("bad_score", column, str(score)))
    elif score is not None:
        warnings.append(("score_without_date", column, str(score)))
    for name in [name for name in values if name.startswith("survey.")]:
        del values[name]


def note_undated(values: dict[str, Any], column_of: dict[str, str], warnings: Warnings) -> None:
    """Tells of a touch or a follow-up that stays out because the row does not say its day."""
    if "interaction.date" not in values:
        said = next((name for name in _SAID if name in values), "")
        if said:
            warnings.append(("touch_without_date", column_of.get(said, ""), values[said]))
    if "follow_up.title" in values and "follow_up.due_on" not in values:
        column = column_of.get("follow_up.title", "")
        warnings.append(("task_without_date", column, values["follow_up.title"]))


def first_of_several(text: str, good: Callable[[str], bool]) -> str:
    """The first address of a cell that holds several; a cell that does not read so stays as typed."""
    parts = [part.strip() for part in _SEVERAL.split(text) if part.strip()]
    return parts[0] if len(parts) > 1 and all(map(good, parts)) else text
