"""What is given out once the usual columns have their fields: amounts of whole years, deals, surveys, key dates,
further persons, and what joins a column that is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from portfolio_app.exchange.addresses import has_place, split_address
from portfolio_app.exchange.cells import Cell, cell_text
from portfolio_app.exchange.column_names import name_readings, name_scores
from portfolio_app.exchange.columns import Profile
from portfolio_app.exchange.fields import FIELDS, NAMING_FIELDS, PERIOD
from portfolio_app.exchange.guess_content import fit
from portfolio_app.exchange.mapping import gives_amount
from portfolio_app.exchange.periods import finest, period_of
from portfolio_app.exchange.synonyms import NAME_ALONE
from portfolio_app.exchange.synonyms_records import (
    DEAL_NAMES,
    DEAL_TITLES,
    LATER_NAMES,
    RENEWALS,
    SECOND_LINES,
)
from portfolio_app.exchange.words import fold_header, words_of

Chosen = dict[str, tuple[str, float]]
"""Column → (field, points)."""
_SURE, _LIKELY = 90.0, 70.0
_NUMBERS = {"2": "contact2", "3": "contact3", "second": "contact2", "deuxieme": "contact2", "secondaire": "contact2",
            "2e": "contact2", "2eme": "contact2", "troisieme": "contact3", "3e": "contact3", "3eme": "contact3",
            "two": "contact2", "three": "contact3", "third": "contact3", "secondary": "contact2"}  # fmt: skip
_PERSON_WORDS = words_of("contact|interlocuteur|interlocutrice|ansprechpartner|contacto|correspondant")
_COMPANY_WORDS = words_of(
    "societe|company|entreprise|organization|organisation|standard|etablissement|facturation|firma"
)
_OF_PERSON = {
    "contact.full_name": "full_name", "contact.first_name": "first_name", "contact.last_name": "last_name",
    "contact.role": "role", "email": "email", "phone": "phone", "mobile": "mobile",
}  # fmt: skip
_POSTCODE_WORDS = words_of("cp|plz|postal|zip|postcode|npa|postleitzahl")
_TOWN_WORDS = words_of("ville|ort|city|localite|commune|town|stadt")
_BARE_LAST = words_of("nom|name|nom de famille|last name|surname")
_CLIENT_WORDS = words_of(
    "client|customer|account|compte|company|societe|entreprise|tiers|partner|organization|organisation"
)
_TAKEN_BY_DEALS = (
    "client.status",
    "client.notes",
    "client.since",
    "client.kind",
    "follow_up.",
    "product.",
    "sale.",
)


def further_persons(columns: Sequence[str], profiles: Mapping[str, Profile]) -> Chosen:
    """The columns of a second and third contact: “Contact 2”, “Nom contact 2”, “Contact 3 - Email”."""
    found: Chosen = {}
    used: set[str] = set()
    for column in columns:
        words = fold_header(column).split()
        person = next((_NUMBERS[word] for word in words if word in _NUMBERS), "")
        if not person or _PERSON_WORDS.isdisjoint(words) or not profiles[column].filled:
            continue
        rest = " ".join(word for word in words if word not in _NUMBERS and word not in _PERSON_WORDS)
        part = _part_of_person(rest)
        field = f"{person}.{part}"
        if part and field not in used and fit(_kind_of(part), profiles[column], column) > 0:
            found[column] = (field, _SURE)
            used.add(field)
    if not any(name.rpartition(".")[2] in ("full_name", "last_name", "email") for name in used):
        return {}
    _beside_persons(columns, profiles, found, used)
    return found


def _beside_persons(
    columns: Sequence[str], profiles: Mapping[str, Profile], found: Chosen, used: set[str]
) -> None:
    """“Tel 2” and “Mail 2” to the right of “Contact 2” are that person's."""
    first: dict[str, int] = {}
    for place, column in enumerate(columns):
        if column in found:
            first.setdefault(found[column][0].partition(".")[0], place)
    for place, column in enumerate(columns):
        words = fold_header(column).split()
        person = next((_NUMBERS[word] for word in words if word in _NUMBERS), "")
        if column in found or place < first.get(person, len(columns)) or not profiles[column].filled:
            continue
        part = _part_of_person(" ".join(word for word in words if word not in _NUMBERS))
        field = f"{person}.{part}"
        if part and field not in used and fit(_kind_of(part), profiles[column], column) > 0:
            found[column] = (field, _SURE)
            used.add(field)


def _part_of_person(rest: str) -> str:
    if not rest:
        return "full_name"
    if rest in _BARE_LAST:
        return "last_name" if rest not in ("nom", "name") else "full_name"
    scores = {name: points for name, points in name_scores(rest).items() if name in _OF_PERSON}
    return _OF_PERSON[max(scores, key=lambda name: scores[name])] if scores else ""


def _kind_of(part: str) -> str:
    return part if part in ("email", "phone", "mobile") else f"contact.{part}"


def add_periods(columns: Sequence[str], profiles: Mapping[str, Profile], chosen: Chosen) -> None:
    """Columns of amounts by year, quarter or month become sales of their period, where no column dates the sales."""
    fields = {name for name, _points in chosen.values()}
    if "sale.date" in fields or not fields & NAMING_FIELDS:
        return
    told = {
        column: period
        for column in columns
        if (period := period_of(column)) is not None and profiles[column].numeric >= 0.5
    }
    told = finest(told)
    if not any(period.told for period in told.values()) and len(told) < 2:
        return
    sums = {column for column, (name, _points) in chosen.items() if name.startswith(("sale.", "product."))}
    for column in sums:
        del chosen[column]  # nothing but these amounts can be sales here
    for column, period in told.items():
        if column not in chosen or not chosen[column][0].startswith(("client.", "contact.")):
            points = _SURE if period.told and len(told) > 1 else _LIKELY
            chosen[column] = (f"sale.amount{PERIOD}{period.period}", points)


def add_deals(columns: Sequence[str], profiles: Mapping[str, Profile], chosen: Chosen) -> None:
    """A list of offers, where it cannot be one of sales: its title, then what belongs to it by its name."""
    fields = {name for name, _points in chosen.values()}
    title = next(
        (column for column in columns if _is_named(column, DEAL_TITLES) and _is_text(profiles[column])), None
    )
    title = title or _title_by_stage(columns, profiles, chosen)
    if title is None or chosen.get(title, ("", 0.0))[0] == "client.reference":
        return
    if "sale.date" in fields and gives_amount(fields):
        _add_open_deals(columns, profiles, chosen, title)
        return
    kept = {column: pair for column, pair in chosen.items() if column != title}
    if not {name for name, _points in kept.values()} & NAMING_FIELDS:
        return
    before = dict(chosen)
    for column in [
        one for one, (name, _points) in chosen.items() if name == "client.reference" and _of_deal(one)
    ]:
        del chosen[column]
    chosen[title] = ("deal.title", _SURE)
    free = [one for one in columns if one not in chosen or chosen[one][0].startswith(_TAKEN_BY_DEALS)]
    for field, column in _named(DEAL_NAMES, free, profiles).items():
        chosen[column] = (field, _SURE)
    if len([name for name, _points in chosen.values() if name.startswith("deal.")]) < 2:
        chosen.clear()
        chosen.update(before)


def _title_by_stage(columns: Sequence[str], profiles: Mapping[str, Profile], chosen: Chosen) -> str | None:
    """“Name” beside the stages of deals that belong to a client is what the deals are called."""
    stage = next((column for column, (name, _points) in chosen.items() if name == "sale.stage"), None)
    if stage is None or profiles[stage].open_deals == 0:
        return None
    return next(
        (
            column
            for column in columns
            if column not in chosen and fold_header(column) in NAME_ALONE and _is_text(profiles[column])
        ),
        None,
    )


def _add_open_deals(
    columns: Sequence[str], profiles: Mapping[str, Profile], chosen: Chosen, title: str
) -> None:
    """Beside the sales that won deals are: with a title, the open and lost ones come in as deals."""
    stage = next((column for column, (name, _points) in chosen.items() if name == "sale.stage"), None)
    if stage is None or title in chosen or profiles[stage].open_deals == 0:
        return
    chosen[title] = ("deal.title", _SURE)
    free = [one for one in columns if one not in chosen or chosen[one][0] == "client.since"]
    for field, column in _named(DEAL_NAMES, free, profiles).items():
        if field not in ("deal.amount", "deal.status"):
            chosen[column] = (field, _SURE)


def _of_deal(column: str) -> bool:
    """Whether an identifier is the deal's own rather than the client's."""
    words = fold_header(column).split()
    return not _CLIENT_WORDS & set(words)


def add_later(columns: Sequence[str], profiles: Mapping[str, Profile], chosen: Chosen) -> dict[str, str]:
    """Surveys, a key date and what was verified, from columns that are free; returns the constants they need."""
    fields = {name for name, _points in chosen.values()}
    if not fields & NAMING_FIELDS:
        return {}
    free = [column for column in columns if column not in chosen and profiles[column].filled]
    found = _named(LATER_NAMES, free, profiles)
    if not {"survey.score", "survey.date"} <= found.keys():
        found = {field: column for field, column in found.items() if not field.startswith("survey.")}
    if "contact.notes" in found and not any(name.startswith("contact.") for name in fields):
        del found["contact.notes"]
    for field, column in found.items():
        chosen[column] = (field, _SURE)
    if "key_date.on" not in found:
        return {}
    words = set(fold_header(found["key_date.on"]).split())
    if words & {"cle", "key"}:
        return {"key_date.kind": "other"}
    return {"key_date.kind": "renewal" if words & RENEWALS else "contract_end"}


def add_joined(columns: Sequence[str], profiles: Mapping[str, Profile], chosen: Chosen) -> None:
    """Further lines of the street; second e-mails and phones and second columns of notes as lines of the notes."""
    places = {name: column for column, (name, _points) in chosen.items()}
    free = [column for column in columns if column not in chosen and profiles[column].filled]
    street = places.get("client.street")
    if street is not None:
        plain = fold_header(street)
        stem = plain.removesuffix(" 1").removesuffix("1").strip()
        numbered = plain.replace("1", "{}") if plain.count("1") == 1 else stem
        lines = SECOND_LINES | {
            form.format(number) for number in "234" for form in (stem + " {}", stem + "{}", numbered)
        }
        for column in free:
            if fold_header(column) in lines and _is_text(profiles[column]):
                chosen[column] = ("client.street", _LIKELY)
    if any(name.startswith(("sale.date", "interaction.", "deal.")) for name in places):
        return
    _tell_apart(free, profiles, chosen)
    person = any(name.startswith("contact.") for name in places)
    notes = "contact.notes" if person and "contact.notes" not in places else "client.notes"
    for column in free:
        if column in chosen:
            continue
        if _is_second_way(column, profiles[column]):
            chosen[column] = (notes, _LIKELY)
        elif "client.notes" in places and name_scores(column).get("client.notes", 0) >= 85:
            chosen[column] = ("client.notes", _LIKELY)


def _tell_apart(free: Sequence[str], profiles: Mapping[str, Profile], chosen: Chosen) -> None:
    """Two e-mails or phones, of which the names say that one is the company's or the other the contact's."""
    for kind, name in (("email", "email"), ("phone", "phone")):
        taken = next((one for one, (field, _points) in chosen.items() if field == f"contact.{name}"), None)
        if taken is None or any(field == f"client.{name}" for field, _points in chosen.values()):
            continue
        others = [
            one
            for one in free
            if one not in chosen and kind in name_scores(one) and fit(kind, profiles[one], one) > 0
        ]
        for other in others:
            if _says(other, _PERSON_WORDS) and not _says(taken, _PERSON_WORDS):
                chosen[other], chosen[taken] = chosen[taken], (f"client.{name}", _LIKELY)
                break
            if _says(other, _COMPANY_WORDS) and not _says(taken, _COMPANY_WORDS):
                chosen[other] = (f"client.{name}", _LIKELY)
                break


def _says(column: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint(fold_header(column).split())


def whole_names(columns: Sequence[str], profiles: Mapping[str, Profile], chosen: Chosen) -> None:
    """A last name that no column completes is a name in full where its cells hold several words (“Nom du contact”)."""
    fields = {name for name, _points in chosen.values()}
    if fields & {"contact.first_name", "contact.full_name"}:
        return
    for column in columns:
        if chosen.get(column, ("", 0.0))[0] == "contact.last_name" and profiles[column].spaced >= 0.3:
            chosen[column] = ("contact.full_name", chosen[column][1])


def whole_address(
    columns: Sequence[str], rows: Sequence[Sequence[Cell]], place: Callable[[str], int], chosen: Chosen
) -> None:
    """A street column whose cells hold postcode and town too is a whole address, where nothing else gives the town."""
    fields = {name: column for column, (name, _points) in chosen.items()}
    street = fields.get("client.street")
    if street is None or fields.keys() & {"client.postcode", "client.city"}:
        return
    texts = [text for cells in rows if (text := cell_text(cells[place(street)]).strip())]
    if texts and sum(map(has_place, texts)) >= 0.4 * len(texts):
        chosen[street] = ("client.address", chosen[street][1])


def whole_town(
    columns: Sequence[str], rows: Sequence[Sequence[Cell]], place: Callable[[str], int], chosen: Chosen
) -> None:
    """Postcode and town in one column (“CP / Ville”) are told apart, where no column holds the postcode alone."""
    fields = {name: column for column, (name, _points) in chosen.items()}
    if fields.keys() & {"client.postcode", "client.address"}:
        return
    town = fields.get("client.city") or next(
        (one for one in columns if one not in chosen and _says_town(one)), None
    )
    if town is None:
        return
    texts = [text for cells in rows if (text := cell_text(cells[place(town)]).strip())]
    if texts and sum(split_address(text).keys() >= {"postcode", "city"} for text in texts) >= 0.5 * len(
        texts
    ):
        chosen[town] = ("client.address", _LIKELY)


def _says_town(column: str) -> bool:
    return _says(column, _POSTCODE_WORDS) and _says(column, _TOWN_WORDS)


def _is_second_way(column: str, profile: Profile) -> bool:
    """Whether a column that is left holds e-mails or phones of the same person."""
    scores = name_scores(column)
    words = set(fold_header(column).split())
    if words & {"fax", "telecopie", "assistant", "assistante", "manager", "pager"}:
        return False
    if profile.share("email") >= 0.6:
        return True
    named = bool(scores.keys() & {"phone", "mobile"}) or bool(words & {"phone", "telephone", "tel", "mobile"})
    return named and profile.phones >= 0.6 and profile.share("date") < 0.5


def _is_text(profile: Profile) -> bool:
    return profile.filled > 0 and profile.share("date", "email", "phone", "url", "truth", "decimal") < 0.5


def _is_named(column: str, names: frozenset[str]) -> bool:
    return any(text in names for text, _loss in name_readings(column))


def _named(table: Mapping[str, str], free: Sequence[str], profiles: Mapping[str, Profile]) -> dict[str, str]:
    """Field → the free column of one of its names whose cells fit; each column once."""
    found: dict[str, str] = {}
    for field in table:
        names = _names(table[field])
        for column in free:
            if column in found.values() or not _is_named(column, names):
                continue
            if _fits(field, profiles[column], column):
                found[field] = column
                break
    return found


def _fits(field: str, profile: Profile, column: str) -> bool:
    if not profile.filled:
        return False
    kind = FIELDS[field].type
    if kind == "integer":
        return profile.numeric + profile.share("text", "date") >= 0.6 and profile.length <= 6
    if kind == "probability":
        return profile.share("integer", "decimal", "percent") >= 0.6
    if field == "deal.status":
        return profile.words.get(field, 0.0) >= 0.5
    if kind in ("text", "notes"):
        return profile.share("date", "decimal") < 0.5
    return fit(field, profile, column) > 0


@lru_cache(maxsize=64)
def _names(listed: str) -> frozenset[str]:
    return words_of(listed)
