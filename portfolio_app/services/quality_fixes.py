"""What can be mended for many clients at once: proposed value by value, written once the user agreed.

Nothing is guessed: a proposal is made only where what the book holds allows one answer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from portfolio_app.errors import InvalidValueError, OperationCancelled
from portfolio_app.services.changes import Changes
from portfolio_app.services.quality_frames import gather, tidy_city
from portfolio_app.storage.book import Book
from portfolio_app.storage.text import fold

if TYPE_CHECKING:
    from portfolio_app.analysis.quality import QualityFrames

Style = Literal["international", "national"]
PART = 2_000
FIXED_FIELDS: dict[str, frozenset[tuple[str, str]]] = {
    "no_city": frozenset({("client", "city")}),
    "no_country": frozenset({("client", "country")}),
    "bad_postcode": frozenset({("client", "postcode")}),
    "email_form": frozenset({("client", "email"), ("contact", "email")}),
    "phone_form": frozenset({("client", "phone"), ("contact", "phone"), ("contact", "mobile")}),
    "name_form": frozenset(
        {("client", "name"), ("client", "city")}
        | {("contact", name) for name in ("full_name", "first_name", "last_name")}
    ),
    "stale": frozenset({("client", "verified_on")}),
}
"""The checks with a fix, and what each may write: (kind of record, field)."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One value that would change. `who`: the contact whose it is, "" for the client itself.

    `before` and `after` as texts; those of `verified_on` are ISO dates, "" for never.
    """

    kind: Literal["client", "contact"]
    record_id: int
    client_id: int
    client: str
    who: str
    field: str
    before: str
    after: str


def proposals(
    book: Book,
    code: str,
    as_of: date,
    *,
    client_ids: Sequence[int] | None = None,
    style: Style = "international",
    country_names: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Proposal]:
    """What the fix of a check would change, of all clients or of some.

    `style`: how telephone numbers are to be written; abroad is written internationally in any case. A country is
    written as the book mostly does, else by `country_names` (by ISO code), else by its code.
    Raises `InvalidValueError` "not_a_choice", `OperationCancelled`.
    """
    if code not in FIXED_FIELDS:
        raise InvalidValueError("not_a_choice", field="fix", value=code, allowed=", ".join(FIXED_FIELDS))
    frames: QualityFrames | None = None
    for step in gather(book):
        if cancelled is not None and cancelled():
            raise OperationCancelled
        if not isinstance(step, tuple):
            frames = step
        elif progress is not None:
            progress(*step)
    assert frames is not None
    found = _MAKE[code](_Asked(book, frames, as_of, style, country_names or {}))
    wanted = None if client_ids is None else set(client_ids)
    return [each for each in found if wanted is None or each.client_id in wanted]


def apply_fix(
    book: Book,
    code: str,
    chosen: Sequence[Proposal],
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Changes:
    """Write these proposals in one step; a value that changed meanwhile stays as it is.

    Raises `InvalidValueError` for what is no proposal of that fix, `OperationCancelled`, `BookWriteError`.
    """
    allowed = FIXED_FIELDS.get(code, frozenset())
    for each in chosen:
        if (each.kind, each.field) not in allowed or (each.field == "name" and not each.after):
            raise InvalidValueError("not_a_choice", field=each.field, value=each.after, allowed=code)
    with book.step("fix_quality", fix=code, count=len(chosen)) as step:
        for start in range(0, len(chosen), PART):
            if cancelled is not None and cancelled():
                raise OperationCancelled
            for sql, rows in _statements(chosen[start : start + PART]).items():
                step.connection.exec_driver_sql(sql, rows)
            if progress is not None:
                progress(min(start + PART, len(chosen)), len(chosen))
    return step.changes


def _statements(chosen: Sequence[Proposal]) -> dict[str, list[tuple[Any, ...]]]:
    """The updates, gathered by statement. How a value is written says nothing about whether it is still right, so
    the day of the last change stays as it is."""
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for each in chosen:
        before, after = (
            text or None if each.field == "verified_on" else text for text in (each.before, each.after)
        )
        name, extra = each.field, ""
        row: tuple[Any, ...] = (after, each.record_id, before)
        if (each.kind, name) == ("client", "name"):
            extra, row = ", sort_name = ?", (after, fold(each.after), each.record_id, before)
        found[f'UPDATE {each.kind} SET "{name}" = ?{extra} WHERE id = ? AND "{name}" IS ?'].append(row)
    return found


# The proposals -------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Asked:
    book: Book
    frames: QualityFrames
    as_of: date
    style: Style
    country_names: Mapping[str, str]

    def clients(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """(id, name, and these columns) of every client."""
        frame = self.frames.clients
        return zip(*(frame[name].tolist() for name in ("client_id", "name", *names)), strict=True)

    def contacts(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """(id, client's id, name, and these columns) of every contact."""
        frame = self.frames.contacts
        return zip(
            *(frame[name].tolist() for name in ("contact_id", "client_id", "full_name", *names)), strict=True
        )

    def names(self) -> dict[int, str]:
        """The clients' names by id."""
        return dict(self.clients())  # type: ignore[arg-type]


def _of_client(client_id: int, name: str, field: str, before: str, after: str) -> Proposal:
    return Proposal("client", client_id, client_id, name, "", field, before, after)


def _emails(asked: _Asked) -> Iterator[Proposal]:
    for client_id, name, email, state in asked.clients("email", "email_state"):
        if state == "form":
            yield _of_client(client_id, name, "email", email, email.lower())
    names = asked.names()
    for contact_id, client_id, who, email, state in asked.contacts("email", "email_state"):
        if state == "form":
            yield Proposal(
                "contact", contact_id, client_id, names[client_id], who, "email", email, email.lower()
            )


def _phones(asked: _Asked) -> Iterator[Proposal]:
    from portfolio_app.services.quality_frames import regions

    _, dialled = regions(asked.book, asked.frames.clients["country"].tolist())
    country_of = dict(zip(asked.frames.clients["client_id"].tolist(), dialled, strict=True))
    for client_id, name, phone, state in asked.clients("phone", "phone_state"):
        after = _written(phone, state, country_of[client_id], asked.style)
        if after != phone:
            yield _of_client(client_id, name, "phone", phone, after)
    names = asked.names()
    states = ("phone_state", "mobile_state")
    for contact_id, client_id, who, phone, mobile, *states_of in asked.contacts("phone", "mobile", *states):
        for field, number, state in zip(("phone", "mobile"), (phone, mobile), states_of, strict=True):
            after = _written(number, state, country_of[client_id], asked.style)
            if after != number:
                yield Proposal("contact", contact_id, client_id, names[client_id], who, field, number, after)


def _written(number: str, state: str, country: str, style: Style) -> str:
    """A right number in that style; any other text as it is."""
    from portfolio_app.exchange.identifiers import read_phone

    if state not in ("ok", "form"):
        return number
    read = read_phone(number, country)
    return read.national if style == "national" and read.country == country else read.international


def _names(asked: _Asked) -> Iterator[Proposal]:
    from portfolio_app.analysis.tidy_names import tidy_name

    for client_id, name, kind, city in asked.clients("kind", "city"):
        after = tidy_name(name, is_person=kind == "person")
        if after and after != name:
            yield _of_client(client_id, name, "name", name, after)
        if city and tidy_city(city) != city:
            yield _of_client(client_id, name, "city", city, tidy_city(city))
    names = asked.names()
    for contact_id, client_id, who, first, last in asked.contacts("first_name", "last_name"):
        if not who or tidy_name(who, is_person=True) == who:
            continue
        for field, text in (("full_name", who), ("first_name", first), ("last_name", last)):
            after = tidy_name(text, is_person=True)
            if text and after != text:
                yield Proposal("contact", contact_id, client_id, names[client_id], who, field, text, after)


def _postcodes(asked: _Asked) -> Iterator[Proposal]:
    from portfolio_app.exchange.identifiers import with_lost_zero

    for client_id, name, postcode, country in asked.clients("postcode", "region_code"):
        after = with_lost_zero(postcode.strip(), country)
        if after:
            yield _of_client(client_id, name, "postcode", postcode, after)


def _cities(asked: _Asked) -> Iterator[Proposal]:
    """A postcode that the book knows in one town only is of that town."""
    towns: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for _, _, postcode, city, country in asked.clients("postcode", "city", "region_code"):
        if postcode and city:
            towns[postcode, country][city] += 1
    for client_id, name, postcode, city, country in asked.clients("postcode", "city", "region_code"):
        if postcode and not city:
            known = towns.get((postcode, country), Counter())
            if len({fold(each) for each in known}) == 1:
                yield _of_client(client_id, name, "city", "", _usual(known))


def _countries(asked: _Asked) -> Iterator[Proposal]:
    """What VAT and SIRET numbers, international telephone numbers and neighbours say, if all say the same."""
    from portfolio_app.exchange.identifiers import read_phone, siret_state, vat_country

    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    neighbours: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, _, postcode, city, country, code in asked.clients("postcode", "city", "country", "region_code"):
        if code:
            spelled[code][country] += 1
            if postcode and city:
                neighbours[postcode, fold(city)].add(code)
    numbers: dict[int, list[str]] = defaultdict(list)
    for _, client_id, _, phone, mobile in asked.contacts("phone", "mobile"):
        numbers[client_id] += [phone, mobile]
    fields = ("country", "postcode", "city", "siret", "vat", "phone")
    for client_id, name, country, postcode, city, siret, vat, phone in asked.clients(*fields):
        if country or not (postcode or city):
            continue
        told = {read_phone(number).country for number in (phone, *numbers[client_id]) if number}
        told |= {vat_country(vat)} | neighbours.get((postcode, fold(city)), set())
        if siret and siret_state(siret) in ("ok", "form"):
            told.add("FR")
        told.discard("")
        if len(told) == 1:
            (code,) = told
            after = _usual(spelled[code]) or asked.country_names.get(code, code)
            yield _of_client(client_id, name, "country", "", after)


def _usual(spelled: Counter[str]) -> str:
    """How a name is mostly written; of ways as usual as each other, one not all in capitals."""
    return max(spelled, key=lambda name: (spelled[name], not name.isupper()), default="")


def _verified(asked: _Asked) -> Iterator[Proposal]:
    """Those that the check finds are verified today."""
    from portfolio_app.analysis.quality import examine
    from portfolio_app.services.quality import quality_settings

    months = quality_settings(asked.book).months
    stale = next(each for each in examine(asked.frames, asked.as_of, months) if each.code == "stale")
    ids = set(stale.client_ids)
    for client_id, name, day in asked.clients("verified_on"):
        if client_id in ids:
            before = "" if day != day else day.date().isoformat()  # NaT is unlike itself.
            yield _of_client(client_id, name, "verified_on", before, asked.as_of.isoformat())


_MAKE: dict[str, Callable[[_Asked], Iterator[Proposal]]] = {
    "no_city": _cities,
    "no_country": _countries,
    "bad_postcode": _postcodes,
    "email_form": _emails,
    "phone_form": _phones,
    "name_form": _names,
    "stale": _verified,
}
