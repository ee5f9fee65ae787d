"""How clean the records are: what is missing, wrong, old or contradictory, by client, and one score for all of it.

**The score.** Every check can be asked of some clients (`of`) and finds some of them (`count`). Each client asked
is worth the check's `weight` in points; the score is the share of these points that is not lost, from 0 to 100,
rounded down, so that 100 means that nothing is left to do. What cannot be asked (the check digit of a SIRET that
nobody filled in) neither helps nor harms. Weights: 5 nobody can be reached; 4 a message or call that will not
arrive, a client who is there twice; 3 what money, law or post depends on; 2 what lists and segments are made with;
1 manners of writing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

STALE_MONTHS = 12
"""Records that nobody touched or verified for so many months are old, unless the book says otherwise."""
REFERENCES_FROM = 0.1
"""From this share of clients with a reference on, the others are missing theirs: such a book uses references."""
NEW_DAYS = 30
"""Who came into the book within so many days need not have been contacted yet."""
PLACEHOLDERS = frozenset(
    "? ?? ??? - -- . .. ... x xx xxx xxxx n/a na nc n.c. nd tbd test tests essai inconnu inconnue unknown none null "
    "neant néant vide aucun aucune nom name client nouveau divers".split()
)
"""Folded or plain, what is written where a name is not known."""


@dataclass(frozen=True)
class Check:
    """One check: its code, its group, what a client that fails costs, and whether it can be mended in bulk."""

    code: str
    group: str
    weight: int
    has_fix: bool = False


CHECKS = (
    Check("unreachable", "missing", 5),
    Check("no_place", "missing", 3),
    Check("no_city", "missing", 1, has_fix=True),
    Check("no_country", "missing", 1, has_fix=True),
    Check("no_sector", "missing", 2),
    Check("no_reference", "missing", 1),
    Check("no_siret", "missing", 1),
    Check("bad_email", "invalid", 4),
    Check("bad_phone", "invalid", 4),
    Check("bad_siret", "invalid", 3),
    Check("bad_vat", "invalid", 3),
    Check("siret_vat", "invalid", 2),
    Check("bad_postcode", "invalid", 2, has_fix=True),
    Check("placeholder", "invalid", 2),
    Check("email_form", "form", 1, has_fix=True),
    Check("phone_form", "form", 1, has_fix=True),
    Check("name_form", "form", 1, has_fix=True),
    Check("stale", "stale", 3, has_fix=True),
    Check("duplicates", "duplicates", 4),
    Check("no_contact", "orphan", 2),
    Check("contact_unreachable", "orphan", 1),
    Check("never_contacted", "orphan", 2),
    Check("future_dates", "contradiction", 3),
    Check("since_after_sale", "contradiction", 1),
    Check("prospect_bought", "contradiction", 2),
    Check("former_planned", "contradiction", 2),
    Check("cadence", "contradiction", 2),
)
"""In the order they are shown."""
BY_CODE = {check.code: check for check in CHECKS}
GROUPS = tuple(dict.fromkeys(check.group for check in CHECKS))


@dataclass(frozen=True)
class Found:
    """What a check found: the clients (in the order of the frame) and of how many it could be asked."""

    code: str
    client_ids: tuple[int, ...]
    of: int


@dataclass(frozen=True)
class QualityFrames:
    """What is examined.

    `clients`: client_id, name, kind, status, reference, sector, siret, vat, email, phone, postcode, city, country,
    region_code (the ISO code that `country` means), client_since, birth_date, insolvency_on, verified_on,
    changed_on (added or changed last), created_on (datetime64), cadence_ideal_days, cadence_max_days (Int64), and
    the states (see `exchange.identifiers`) email_state, phone_state, siret_state, vat_state, postcode_state,
    name_state; `vat_siren` whether SIRET and VAT number name different companies (bool).
    `contacts`: client_id, email, phone, mobile, and the states email_state, phone_state, mobile_state, name_state.
    `sales`: client_id, first, last (datetime64). `touches`: client_id, last (datetime64).
    `planned`: ids of the clients with an open follow-up.
    """

    clients: pd.DataFrame
    contacts: pd.DataFrame
    sales: pd.DataFrame
    touches: pd.DataFrame
    planned: frozenset[int]


@dataclass
class _Asked:
    """The frames with what several checks need, worked out once. Masks stand in the order of the clients."""

    frames: QualityFrames
    as_of: date
    months: int
    cache: dict[str, Any] = field(default_factory=dict)

    def text(self, name: str) -> np.ndarray:
        """Whether a text of the clients is filled in."""
        mask: np.ndarray = (self.frames.clients[name] != "").to_numpy()
        return mask

    def is_one(self, name: str, *values: str) -> np.ndarray:
        """Whether a text of the clients is one of these."""
        return self.frames.clients[name].isin(values).to_numpy()

    def having(self, ids: Iterable[int]) -> np.ndarray:
        """Which clients are among these."""
        return self.frames.clients["client_id"].isin(list(ids)).to_numpy()

    def contacts_with(self, names: tuple[str, ...], *states: str) -> np.ndarray:
        """Which clients have a contact one of whose values is in one of these states."""
        contacts = self.frames.contacts
        mask = contacts[list(names)].isin(states).any(axis=1)
        return self.having(contacts["client_id"][mask])

    def after(self, name: str) -> np.ndarray:
        """Whether a date of the clients lies after the day."""
        import numpy as np

        late: np.ndarray = self.frames.clients[name].to_numpy() > np.datetime64(self.as_of)
        return late

    @property
    def current(self) -> np.ndarray:
        """Clients one works with: not the former ones."""
        return ~self.is_one("status", "former")

    @property
    def organisation(self) -> np.ndarray:
        return self.is_one("kind", "organisation")

    @property
    def placed(self) -> np.ndarray:
        return self.text("postcode") | self.text("city")

    def by_client(self, frame: pd.DataFrame, name: str) -> np.ndarray:
        """A date of another frame for each client, NaT where there is none."""
        dates = frame.set_index("client_id")[name]
        found: np.ndarray = dates.reindex(self.frames.clients["client_id"]).to_numpy()
        return found


Masks = tuple["np.ndarray", "np.ndarray"]
"""Which clients a check can be asked of, and which it finds."""


def examine(
    frames: QualityFrames, as_of: date, months: int = STALE_MONTHS, off: Iterable[str] = ()
) -> list[Found]:
    """What each check finds on a day, in the order of `CHECKS`, but for those in `off`.

    Duplicates are found elsewhere, see `analysis.duplicates`: comparing all clients takes its time.
    """
    import numpy as np

    asked = _Asked(frames, as_of, months)
    ids = frames.clients["client_id"].to_numpy()
    unwanted = set(off)
    found = []
    for check in CHECKS:
        ask = _ASK.get(check.code)
        if ask is None or check.code in unwanted:
            continue
        of, hit = ask(asked)
        hit = np.logical_and(of, hit)
        found.append(Found(check.code, tuple(int(each) for each in ids[hit]), int(of.sum())))
    return found


def score(found: Iterable[tuple[str, int, int]]) -> int | None:
    """The score, see the module, of checks as (code, count, of); None where nothing can be asked."""
    lost = total = 0
    for code, count, of in found:
        lost += BY_CODE[code].weight * count
        total += BY_CODE[code].weight * of
    return None if total == 0 else 100 * (total - lost) // total


def months_before(day: date, months: int) -> date:
    """The day so many months before, the last of a month where it has no such day."""
    import calendar

    index = day.year * 12 + day.month - 1 - months
    year, month = max(index // 12, 1), index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


# The checks ----------------------------------------------------------------------------------


def _unreachable(asked: _Asked) -> Masks:
    contacts = asked.frames.contacts
    some = (contacts[["email", "phone", "mobile"]] != "").any(axis=1)
    reached = asked.text("email") | asked.text("phone") | asked.having(contacts["client_id"][some])
    return asked.current, ~reached


def _no_place(asked: _Asked) -> Masks:
    return asked.current, ~asked.placed


def _no_city(asked: _Asked) -> Masks:
    return asked.text("postcode"), ~asked.text("city")


def _no_country(asked: _Asked) -> Masks:
    return asked.placed, ~asked.text("country")


def _no_sector(asked: _Asked) -> Masks:
    return asked.current & asked.organisation, ~asked.text("sector")


def _no_reference(asked: _Asked) -> Masks:
    given = asked.text("reference")
    in_use = bool(len(given)) and given.mean() >= REFERENCES_FROM
    return asked.current & in_use, ~given


def _no_siret(asked: _Asked) -> Masks:
    french = asked.is_one("region_code", "FR") & asked.organisation
    return asked.current & french, ~asked.text("siret")


def _state(
    name: str, contact_names: tuple[str, ...], judged: tuple[str, ...], wrong: str
) -> Callable[..., Masks]:
    """A check of the state of a value of clients and their contacts."""

    def ask(asked: _Asked) -> Masks:
        of, hit = asked.is_one(name, *judged), asked.is_one(name, wrong)
        if contact_names:
            of = of | asked.contacts_with(contact_names, *judged)
            hit = hit | asked.contacts_with(contact_names, wrong)
        return of, hit

    return ask


_JUDGED, _RIGHT = ("ok", "form", "bad"), ("ok", "form")
_PHONES = ("phone_state", "mobile_state")


def _siret_vat(asked: _Asked) -> Masks:
    both = asked.is_one("siret_state", *_RIGHT) & asked.is_one("vat_state", *_RIGHT)
    return both, asked.frames.clients["vat_siren"].to_numpy()


def _placeholder(asked: _Asked) -> Masks:
    import numpy as np

    names = asked.frames.clients["name"].str.strip().str.lower()
    nameless = ~names.str.contains(r"[^\W_]", regex=True)
    return np.ones(len(names), dtype=bool), (names.isin(PLACEHOLDERS) | nameless).to_numpy()


def _stale(asked: _Asked) -> Masks:
    import numpy as np

    clients = asked.frames.clients
    limit = np.datetime64(months_before(asked.as_of, asked.months))
    fresh = (clients["verified_on"].to_numpy() > limit) | (clients["changed_on"].to_numpy() > limit)
    return asked.current, ~fresh


def _no_contact(asked: _Asked) -> Masks:
    return asked.current & asked.organisation, ~asked.having(asked.frames.contacts["client_id"])


def _contact_unreachable(asked: _Asked) -> Masks:
    contacts = asked.frames.contacts
    mute = (contacts[["email", "phone", "mobile"]] == "").all(axis=1)
    return asked.having(contacts["client_id"]), asked.having(contacts["client_id"][mute])


def _never_contacted(asked: _Asked) -> Masks:
    import numpy as np

    created = asked.frames.clients["created_on"].to_numpy()
    settled = created <= np.datetime64(asked.as_of) - np.timedelta64(NEW_DAYS, "D")
    return asked.current & settled, ~asked.having(asked.frames.touches["client_id"])


def _future_dates(asked: _Asked) -> Masks:
    import numpy as np

    hit = asked.after("client_since") | asked.after("birth_date") | asked.after("verified_on")
    hit |= asked.after("insolvency_on")
    for frame in (asked.frames.sales, asked.frames.touches):
        hit |= asked.by_client(frame, "last") > np.datetime64(asked.as_of)
    return np.ones(len(hit), dtype=bool), hit


def _since_after_sale(asked: _Asked) -> Masks:
    since = asked.frames.clients["client_since"].to_numpy()
    first = asked.by_client(asked.frames.sales, "first")
    known = (since == since) & (first == first)  # NaT is unlike itself.
    return known, since > first


def _prospect_bought(asked: _Asked) -> Masks:
    return asked.is_one("status", "prospect"), asked.having(asked.frames.sales["client_id"])


def _former_planned(asked: _Asked) -> Masks:
    return asked.is_one("status", "former"), asked.having(asked.frames.planned)


def _cadence(asked: _Asked) -> Masks:
    clients = asked.frames.clients
    ideal, most = clients["cadence_ideal_days"], clients["cadence_max_days"]
    given = (ideal.notna() | most.notna()).to_numpy(dtype=bool)
    short = (most < ideal).fillna(False).to_numpy(dtype=bool)
    alone = (most.notna() & ~(ideal > 0).fillna(False)).to_numpy(dtype=bool)
    former = asked.is_one("status", "former") & (ideal > 0).fillna(False).to_numpy(dtype=bool)
    return given, short | alone | former


_ASK: dict[str, Callable[[_Asked], Masks]] = {
    "unreachable": _unreachable,
    "no_place": _no_place,
    "no_city": _no_city,
    "no_country": _no_country,
    "no_sector": _no_sector,
    "no_reference": _no_reference,
    "no_siret": _no_siret,
    "bad_email": _state("email_state", ("email_state",), _JUDGED, "bad"),
    "bad_phone": _state("phone_state", _PHONES, _JUDGED, "bad"),
    "bad_siret": _state("siret_state", (), _JUDGED, "bad"),
    "bad_vat": _state("vat_state", (), _JUDGED, "bad"),
    "siret_vat": _siret_vat,
    "bad_postcode": _state("postcode_state", (), _JUDGED, "bad"),
    "placeholder": _placeholder,
    "email_form": _state("email_state", ("email_state",), _RIGHT, "form"),
    "phone_form": _state("phone_state", _PHONES, _RIGHT, "form"),
    "name_form": _state("name_state", ("name_state",), _RIGHT, "form"),
    "stale": _stale,
    "no_contact": _no_contact,
    "contact_unreachable": _contact_unreachable,
    "never_contacted": _never_contacted,
    "future_dates": _future_dates,
    "since_after_sale": _since_after_sale,
    "prospect_bought": _prospect_bought,
    "former_planned": _former_planned,
    "cadence": _cadence,
}
