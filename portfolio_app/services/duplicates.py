"""Clients that stand in the book twice: finding them, comparing two, making one of them, or saying they are two.

Whoever must not wait asks `find_some` again and again, which looks a little further each time; `find` goes
through to the end. Both keep what they found, and compare only what changed since.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Client, NotDuplicate
from portfolio_app.services.changes import Changes
from portfolio_app.services.merge import Comparison, FieldPair, compare, merge
from portfolio_app.services.records import get
from portfolio_app.storage.book import Book, Step
from portfolio_app.storage.stopping import Cancelled, check
from portfolio_app.storage.suppression import normal
from portfolio_app.storage.text import fold

if TYPE_CHECKING:
    from portfolio_app.analysis.duplicates import Party, Register

__all__ = [
    "Comparison",
    "FieldPair",
    "LookAlike",
    "Pair",
    "compare",
    "count",
    "find",
    "find_some",
    "look_alikes",
    "merge",
    "not_same",
    "same_after_all",
    "set_apart",
]

_AT_ONCE = 1_000
"""Clients read in one piece."""
_ANEW = 300
"""After so many changed clients comparing all anew is faster than comparing each of these with all."""
_KINDS = ("client", "contact")
_FREE_MAIL = frozenset(
    "gmail.com googlemail.com hotmail.com hotmail.fr outlook.com outlook.fr live.com live.fr msn.com yahoo.com "
    "yahoo.fr orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr aol.com icloud.com "
    "me.com gmx.fr gmx.com gmx.de web.de t-online.de protonmail.com proton.me bluewin.ch skynet.be".split()
)
"""Whose addresses say nothing about the client."""
_HOST = re.compile(r"(?:[a-z]+://)?(?:www\.)?([^/:?#\s]+\.[^/:?#\s]+)")
_CEDEX = re.compile(r"\s+cedex(\s+\d+)?$")
_NO_SIGN = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Pair:
    """Two clients that may be one, the older one first. `first` and `second` are their names, with their towns.

    `score` from 60 to 100; `reasons` as of `analysis.duplicates.Found`.
    """

    first_id: int
    second_id: int
    first: str
    second: str
    first_place: str
    second_place: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class LookAlike:
    """A client of the book that what is being typed may be; `reason` as of `analysis.duplicates.Found`."""

    client_id: int
    name: str
    place: str
    reason: str
    score: int


class _Work:
    """What is known of the book's clients so far: read and searched in small steps."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.is_read = False
        self.steps: Iterator[float] | None = None

    def begin(self, book: Book) -> Iterator[float]:
        """The way that is left: reading what is not read, then searching."""
        if not self.is_read:
            yield from (0.3 * share for share in self.read(book))
        register = self.register
        steps = register.search() if self.must_search else register.catch_up()
        yield from (0.3 + 0.69 * share for share in steps)
        yield 1.0

    @property
    def must_search(self) -> bool:
        """Whether all clients are to be compared with all others, not only those that changed."""
        return not self.register.is_searched or self.register.changed > _ANEW

    def read(self, book: Book) -> Iterator[float]:
        """Take in the clients that are not in it, piece by piece."""
        with book.read() as connection:
            ids = [row[0] for row in connection.exec_driver_sql("SELECT id FROM client ORDER BY id")]
        for start in range(0, len(ids), _AT_ONCE):
            missing = [each for each in ids[start : start + _AT_ONCE] if each not in self.register]
            if missing:
                self.register.add(_parties(book, missing))
            yield min(1.0, (start + _AT_ONCE) / len(ids))
        self.is_read = True


def find(book: Book, *, cancelled: Cancelled | None = None) -> list[Pair]:
    """All pairs of clients that may be one, the strongest first; those said not to be the same are left out.

    Raises `OperationCancelled`.
    """
    check(cancelled)
    while find_some(book, seconds=0.2) < 1:
        check(cancelled)
    return _named(book, _work(book).register)


def find_some(book: Book, seconds: float = 0.06) -> float:
    """Look for duplicates for about so long. Answers which part is done; at 1, `find` answers at once."""
    work = _work(book)
    if work.steps is None:
        work.steps = work.begin(book)
    until = time.monotonic() + seconds
    share = next(work.steps, 1.0)
    while share < 1 and time.monotonic() < until:
        share = next(work.steps, 1.0)
    if share >= 1:
        work.steps = None
    return share


def count(book: Book, *, cancelled: Cancelled | None = None) -> int:
    """How many pairs `find` answers. Raises `OperationCancelled`."""
    return len(find(book, cancelled=cancelled))


def look_alikes(book: Book, values: Mapping[str, Any], limit: int = 3) -> list[LookAlike]:
    """The clients that a new one of these values (fields of a client, and "contact_name") may be already.

    The strongest first; said in so few words that nobody is kept from adding a namesake.
    """
    name = str(values.get("name") or "")
    if len(fold(name)) < 2 and not any(values.get(each) for each in ("email", "phone", "siret", "vat")):
        return []
    work = _work(book)
    if not work.is_read:
        for _ in work.read(book):
            pass
    row = {field: str(values.get(field) or "") for field in _COLUMNS}
    person = str(values.get("contact_name") or "")
    found = work.register.like(party_of(0, row, [(person, "", "", "")] if person else []), limit)
    ids = [pair.second_id for pair in found]
    names = _names(book, ids)
    return [
        LookAlike(pair.second_id, *names[pair.second_id], pair.reasons[0], pair.score)
        for pair in found
        if pair.second_id in names
    ]


def not_same(book: Book, first_id: int, second_id: int) -> Changes:
    """Remember that two clients are not the same. Raises `NotFoundError`, `InvalidValueError` "same_client"."""
    low, high = _ordered(first_id, second_id)
    with book.step("not_same") as step:
        get(step.session, Client, low)
        get(step.session, Client, high)
        if _said(step, low, high) is None:
            step.session.add(NotDuplicate(first_id=low, second_id=high, created_at=step.now))
    return step.changes


def same_after_all(book: Book, first_id: int, second_id: int) -> Changes:
    """Forget that two clients were said not to be the same, if they were. Raises `InvalidValueError`."""
    low, high = _ordered(first_id, second_id)
    with book.step("same_after_all") as step:
        said = _said(step, low, high)
        if said is not None:
            step.session.delete(said)
    return step.changes


def set_apart(book: Book) -> list[Pair]:
    """The pairs that were said not to be the same, the latest first."""
    with book.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT first_id, second_id FROM not_duplicate ORDER BY created_at DESC, id DESC"
        ).all()
    names = _names(book, [client_id for row in rows for client_id in row])
    return [_pair(first, second, names, 0, ()) for first, second in rows if {first, second} <= names.keys()]


def _said(step: Step, low: int, high: int) -> NotDuplicate | None:
    pair = (NotDuplicate.first_id == low, NotDuplicate.second_id == high)
    return step.session.scalars(select(NotDuplicate).where(*pair)).first()


def _ordered(first_id: int, second_id: int) -> tuple[int, int]:
    if first_id == second_id:
        raise InvalidValueError("same_client")
    return min(first_id, second_id), max(first_id, second_id)


def _work(book: Book) -> _Work:
    """What is known so far; kept with the book, and told which clients changed."""

    def make() -> _Work:
        from portfolio_app.analysis.duplicates import Register

        return _Work(Register())

    def update(work: _Work, client_ids: frozenset[int]) -> _Work:
        # What is not read yet is read as it is then.
        work.register.replace(client_ids, _parties(book, client_ids))
        if work.must_search:
            work.steps = None
        return work

    return book.cache.get(("duplicates",), _KINDS, make, update, of_clients=True)


def _named(book: Book, register: Register) -> list[Pair]:
    with book.read() as connection:
        apart = {
            tuple(row) for row in connection.exec_driver_sql("SELECT first_id, second_id FROM not_duplicate")
        }
    found = [pair for pair in register.pairs() if pair[:2] not in apart]
    names = _names(book, {client_id for pair in found for client_id in pair[:2]})
    return [
        _pair(first, second, names, score, reasons)
        for first, second, score, reasons in found
        if first in names and second in names
    ]


def _pair(
    first: int, second: int, names: Mapping[int, tuple[str, str]], score: int, reasons: tuple[str, ...]
) -> Pair:
    (one, here), (other, there) = names[first], names[second]
    return Pair(first, second, one, other, here, there, score, reasons)


def _names(book: Book, client_ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Name and town of those clients."""
    with book.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id, name, trim(postcode || ' ' || city) FROM client WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(set(client_ids))),),
        )
        return {row[0]: (row[1], row[2]) for row in rows}


_COLUMNS = (
    "name", "kind", "reference", "siret", "vat", "email", "phone", "website", "street", "postcode", "city",
    "birth_date",
)  # fmt: skip


def _parties(book: Book, client_ids: Collection[int]) -> list[Party]:
    """Those clients as they are compared; those that are gone are left out."""
    which = (json.dumps(sorted(client_ids)),)
    among = "IN (SELECT value FROM json_each(?))"
    with book.read() as connection:
        people: dict[int, list[tuple[str, str, str, str]]] = {}
        for row in connection.exec_driver_sql(
            f"SELECT client_id, full_name, email, phone, mobile FROM contact WHERE client_id {among} ORDER BY id",
            which,
        ):
            people.setdefault(row[0], []).append((row[1], row[2], row[3], row[4]))
        rows = connection.exec_driver_sql(
            f"SELECT id, {', '.join(_COLUMNS)} FROM client WHERE id {among} ORDER BY id", which
        ).all()
    return [
        party_of(row[0], dict(zip(_COLUMNS, row[1:], strict=True)), people.get(row[0], [])) for row in rows
    ]


def party_of(client_id: int, row: Mapping[str, Any], people: Collection[tuple[str, str, str, str]]) -> Party:
    """A client as it is compared. `people`: name, e-mail, phone and mobile of its contacts."""
    from portfolio_app.analysis.alike_names import core_words
    from portfolio_app.analysis.duplicates import Party

    emails = _known("email", row["email"], *(each[1] for each in people))
    phones = _known("phone", row["phone"], *(number for each in people for number in each[2:]))
    street = row["street"]
    return Party(
        client_id,
        core_words(fold(row["name"])),
        row["kind"] == "person",
        fold(row["reference"]),
        _bare(row["siret"]),
        _bare(row["vat"]),
        emails,
        phones,
        _site(row["website"], emails),
        fold(_NO_SIGN.sub(" ", street)) if street else "",
        _code(row["postcode"]),
        _town(row["city"]),
        str(row["birth_date"] or ""),
        tuple(core_words(fold(each[0])) for each in people if each[0]),
    )


def _known(kind: str, *texts: str) -> tuple[str, ...]:
    """The addresses or numbers in these texts, normalised, each once."""
    return tuple(dict.fromkeys(one for text in texts if text for one in normal(kind, text)))


@lru_cache(maxsize=20_000)
def _code(postcode: str) -> str:
    """A postcode as it is compared: spreadsheets drop the zeros it begins with."""
    return fold(postcode).replace(" ", "").lstrip("0")


@lru_cache(maxsize=20_000)
def _town(city: str) -> str:
    return _CEDEX.sub("", fold(_NO_SIGN.sub(" ", city)))


def _bare(text: str) -> str:
    """Letters and digits of an identifier; nothing where there are too few to identify anybody."""
    if not text:
        return ""
    found = _NO_SIGN.sub("", text).upper()
    return found if len(found) >= 6 and set(found) != {"0"} else ""


def _site(website: str, emails: Collection[str]) -> str:
    """The domain that is the client's own."""
    found = _HOST.match(website.strip().lower()) if website else None
    hosts = [found[1]] if found else [email.rpartition("@")[2] for email in emails]
    return next((host for host in hosts if host not in _FREE_MAIL), "")
