"""What rows tell of clients besides who they are: sales, touches, follow-ups, deals, answers, key dates.

A file may be imported again: a fact the book holds as often as the file has shown it so far is known. A line of
a known order (client, reference, product) that reads otherwise than before takes the place of the one it
was, when the order has as many lines in the file as in the book; that shows at the end of the file only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection

from portfolio_app.exchange.rows import PeriodSale
from portfolio_app.models.base import Base
from portfolio_app.models.entities import FollowUp, Interaction, KeyDate, Sale, SurveyAnswer
from portfolio_app.models.money import to_thousandths, to_units
from portfolio_app.services.import_people import CREATED, UNCHANGED, UPDATED
from portfolio_app.services.key_dates import defaults
from portfolio_app.storage.records import RecordWriter

Values = dict[str, Any]
_MOVED_DAYS = 20
"""A line dated within so many days of a known one is that line, corrected; a month away it is the next bill."""


@dataclass(slots=True)
class _Late:
    """A line of an order the book knows, which reads otherwise: what it is shows at the end of the file.

    `is_whole`: it stands for a whole period, whose day moves with the day of the import.
    """

    line: int
    key: Values
    rest: Values
    later: Values
    is_whole: bool


class FactWriter:
    """Inserts facts, leaving out those the book had before this file began."""

    def __init__(self, connection: Connection, entity: type[Base]) -> None:
        self.writer = RecordWriter(connection, entity.__table__)
        self._known: dict[tuple[Any, ...], int] = {}
        self.begin()

    def begin(self) -> None:
        """A file begins: what stands in the table now is what it may repeat."""
        self._known.clear()
        self.first_new = self.writer.next_id

    def left(self, key: Values, is_fresh: bool) -> int:
        """How many of the same the book holds that the file has not shown yet, this one counted off.

        `is_fresh`: its client is new in this file, so that there can be none.
        """
        if is_fresh or self.first_new == 1:
            return 0
        identity = tuple(key.values())
        left = self._known.get(identity)
        if left is None:
            left = self.writer.count_below(self.first_new, key)
        self._known[identity] = max(left - 1, 0)
        return left

    def add(self, key: Values, rest: Values, later: Values | None = None, is_fresh: bool = False) -> str:
        """`key` tells the fact; `later` is what may become known of it only afterwards."""
        later = later or {}
        left = self.left(key, is_fresh)
        if left:
            return self.learn(key, later, left) if later else UNCHANGED
        self.writer.insert(key | rest | later)
        return CREATED

    def learn(self, key: Values, later: Values, left: int) -> str:
        """Put into the fact the book held what the file now knows of it: the `left`-th of the same from the end."""
        return self.change(self.writer.nth_below(self.first_new, key, left), later)

    def change(self, row_id: int, values: Values) -> str:
        """Give a fact the book held these values."""
        known = self.writer.get(row_id)
        changed = {name: value for name, value in values.items() if known[name] != value}
        if not changed:
            return UNCHANGED
        self.writer.update(row_id, changed)
        return UPDATED

    def unshown(self, condition: str, parameters: Sequence[Any], names: Sequence[str]) -> list[Values]:
        """The facts the book held that meet the condition and the file has not shown; `names`: what tells one."""
        rows = list(
            self.writer.rows(f"{condition} AND id < ? ORDER BY id DESC", (*parameters, self.first_new))
        )
        taken: dict[tuple[Any, ...], int] = defaultdict(int)
        found: list[Values] = []
        for row in rows:
            identity = tuple(row[name] for name in names)
            taken[identity] += 1
            left = self._known.get(identity)
            if left is None or taken[identity] <= left:
                found.append(row)
        return found[::-1]


class Sales:
    """The sales of rows."""

    def __init__(self, connection: Connection, today: date) -> None:
        self.facts = FactWriter(connection, Sale)
        self.buyers: set[int] = set()
        self._today = today.isoformat()
        self.begin(True)

    def begin(self, may_update: bool) -> None:
        """A file begins; `may_update`: lines of known orders that changed replace what the book holds."""
        self.facts.begin()
        self._may_update = may_update
        self._orders: dict[tuple[int, str, int | None], bool] = {}
        self._late: dict[tuple[int, str, int | None], list[_Late]] = defaultdict(list)
        self._first_day, self._last_day = "9999", ""
        self._left_out: dict[int, str] = {}

    def leave_out(self, client_id: int, why: str) -> None:
        """A row of that client was left out: which of the lines its orders have is missing cannot be told."""
        self._left_out[client_id] = why

    def add(
        self, line: int, client_id: int, product_id: int | None, given: Mapping[str, Any], is_fresh: bool
    ) -> str | None:
        """One line of an order; None when what becomes of it shows at the end of the file."""
        if "amount" not in given:
            return UNCHANGED
        amount = to_units(given["amount"])
        cost = given.get("cost")
        if cost is None and given.get("margin") is not None:
            cost = given["amount"] - given["margin"]
        quantity = given.get("quantity")
        if amount > 0:
            self.buyers.add(client_id)
        day = given["date"].isoformat()
        if day < self._first_day:
            self._first_day = day
        if day > self._last_day:
            self._last_day = day
        key = {
            "client_id": client_id,
            "date": day,
            "order_reference": given.get("order_reference", ""),
            "amount": amount,
            "product_id": product_id,
            "quantity": None if quantity is None else to_thousandths(quantity),
        }
        off = given.get("discount_amount")
        rest = {
            "cost": None if cost is None else to_units(cost),
            "discount": None if off is None else to_units(off),
        }
        later = {name: given[name].isoformat() for name in ("due_on", "paid_on") if name in given}
        return self._put(_Late(line, key, rest, later, False), is_fresh)

    def add_period(
        self, line: int, client_id: int, product_id: int | None, period: PeriodSale, is_fresh: bool
    ) -> str | None:
        """What was bought in a whole period, as one line of an order named as the column."""
        amount = to_units(period.amount)
        if amount > 0:
            self.buyers.add(client_id)
        key = {
            "client_id": client_id,
            "date": min(period.on.isoformat(), self._today),
            "order_reference": period.column,
            "amount": amount,
            "product_id": product_id,
            "quantity": None,
        }
        return self._put(_Late(line, key, {}, {}, True), is_fresh)

    def settle(self) -> list[tuple[int, str]]:
        """The end of the file: what became of the lines that waited for it, by their line in the file."""
        found: list[tuple[int, str]] = []
        for order, lines in self._late.items():
            found += self._settle_order(order, lines)
        self._late.clear()
        return found

    def _put(self, late: _Late, is_fresh: bool) -> str | None:
        key = late.key
        left = self.facts.left(key, is_fresh)
        if left:
            return self.facts.learn(key, late.later, left) if late.later else UNCHANGED
        if key["order_reference"] and not is_fresh and self.facts.first_new > 1 and self._is_known(key):
            self._late[_order(key)].append(late)
            return None
        return self._insert(late)

    def _insert(self, late: _Late) -> str:
        if late.is_whole and not late.key["amount"]:
            return UNCHANGED
        self.facts.writer.insert(late.key | late.rest | late.later)
        return CREATED

    def _is_known(self, key: Values) -> bool:
        """Whether the book held lines of this order before the file."""
        order = _order(key)
        known = self._orders.get(order)
        if known is None:
            named = dict(zip(("client_id", "order_reference", "product_id"), order, strict=True))
            known = self._orders[order] = self.facts.writer.count_below(self.facts.first_new, named) > 0
        return known

    def _settle_order(self, order: tuple[int, str, int | None], lines: list[_Late]) -> list[tuple[int, str]]:
        if why := self._left_out.get(order[0]):
            return [(late.line, why) for late in lines]
        condition = "client_id = ? AND order_reference = ? AND product_id IS ?"
        left = self.facts.unshown(condition, order, tuple(lines[0].key))
        if len(left) != len(lines):
            return [(late.line, self._insert(late)) for late in lines]
        found: list[tuple[int, str]] = []
        for late, known in _pairs(lines, left):
            if not self._is_same_line(late, known):
                found.append((late.line, self._insert(late)))
            elif not self._may_update:
                found.append((late.line, UNCHANGED))
            else:
                found.append((late.line, self.facts.change(known["id"], _corrected(late, known))))
        return found

    def _is_same_line(self, late: _Late, known: Values) -> bool:
        """Whether a line of the same order is that one, corrected, rather than the next of a standing order."""
        if late.is_whole or known["date"] == late.key["date"]:
            return True
        if self._first_day <= known["date"] <= self._last_day:
            return True
        apart = date.fromisoformat(known["date"]) - date.fromisoformat(late.key["date"])
        return known["amount"] == late.key["amount"] and abs(apart.days) <= _MOVED_DAYS


def _order(key: Values) -> tuple[int, str, int | None]:
    return key["client_id"], key["order_reference"], key["product_id"]


def _pairs(lines: Sequence[_Late], left: Sequence[Values]) -> list[tuple[_Late, Values]]:
    """Each line of the file with one of the book: of the same amount, else of the same day, else in order."""
    found: list[tuple[_Late, Values]] = []
    lines, left = list(lines), list(left)
    for name in ("amount", "date", ""):
        for late in list(lines):
            match = next((known for known in left if not name or known[name] == late.key[name]), None)
            if match is not None:
                found.append((late, match))
                lines.remove(late)
                left.remove(match)
    return found


def _corrected(late: _Late, known: Values) -> Values:
    """What the file says of a line the book holds, blanks left out."""
    if late.is_whole and known["amount"] == late.key["amount"]:
        return {}
    values = late.key | late.rest | late.later
    return {name: value for name, value in values.items() if value is not None}


@dataclass
class OtherFacts:
    """Touches, follow-ups, answers and key dates of rows."""

    connection: Connection
    now: str
    today: date
    wakes: list[tuple[int, date, str]] = field(default_factory=list)
    """What puts an end to putting off: client, day, and the kind of a key date."""

    def __post_init__(self) -> None:
        entities: dict[str, type[Base]] = {
            "interaction": Interaction, "follow_up": FollowUp, "survey_answer": SurveyAnswer, "key_date": KeyDate,
        }  # fmt: skip
        self._birthdays: dict[int, int] = {}
        self.writers = {kind: FactWriter(self.connection, entity) for kind, entity in entities.items()}
        self.begin()

    def begin(self) -> None:
        """A file begins: what stands in the tables now is what it may repeat."""
        for writer in self.writers.values():
            writer.begin()

    def interaction(
        self, client_id: int, contact_id: int | None, given: Mapping[str, Any], fresh: bool
    ) -> str:
        """Something that happened; a date to come is today's."""
        if "date" not in given:
            return UNCHANGED
        key = {
            "client_id": client_id,
            "on": min(given["date"], self.today).isoformat(),
            "kind": given.get("kind", "call"),
            "subject": given.get("subject", ""),
            "body": given.get("body", ""),
        }
        rest = {"minutes": given.get("minutes"), "created_at": self.now}
        rest |= {name: given.get(name, "") for name in ("outcome", "direction")}
        return self.writers["interaction"].add(key, rest, is_fresh=fresh)

    def follow_up(self, client_id: int, contact_id: int | None, given: Mapping[str, Any], fresh: bool) -> str:
        """Something to do by a day."""
        if "due_on" not in given:
            return UNCHANGED
        key = {"client_id": client_id, "due_on": given["due_on"].isoformat(), "title": given.get("title", "")}
        rest = {"kind": given.get("kind", "call"), "created_at": self.now}
        return self.writers["follow_up"].add(key, rest, is_fresh=fresh)

    def survey(self, client_id: int, contact_id: int | None, given: Mapping[str, Any], fresh: bool) -> str:
        """An answer to a survey."""
        if "score" not in given or "date" not in given:
            return UNCHANGED
        key = {
            "client_id": client_id,
            "on": min(given["date"], self.today).isoformat(),
            "kind": str(given.get("kind", "nps")),
            "score": given["score"],
            "comment": given.get("comment", ""),
        }
        rest = {"contact_id": contact_id, "created_at": self.now}
        return self.writers["survey_answer"].add(key, rest, is_fresh=fresh)

    def key_date(self, client_id: int, contact_id: int | None, given: Mapping[str, Any], fresh: bool) -> str:
        """A day that matters."""
        if "on" not in given:
            return UNCHANGED
        kind = str(given.get("kind", "other"))
        key = {
            "client_id": client_id,
            "on": given["on"].isoformat(),
            "kind": kind,
            "label": given.get("label", ""),
        }
        usual = defaults(kind)
        rest = {"yearly": int(usual["yearly"]), "notice_days": usual["notice_days"], "created_at": self.now}
        outcome = self.writers["key_date"].add(key, rest, is_fresh=fresh)
        if outcome == CREATED and not fresh:
            self.wakes.append((client_id, given["on"], kind))
        return outcome

    def birthday(self, client_id: int, contact_id: int, on: date, overwrite: bool, is_new: bool) -> str:
        """The day a contact was born, who has one only; `is_new`: the contact came in with this import."""
        facts = self.writers["key_date"]
        known_id = self._birthdays.get(contact_id)
        if known_id is None and not is_new:
            own = facts.writer.rows("contact_id = ? AND kind = 'birthday' ORDER BY id LIMIT 1", (contact_id,))
            known_id = next((row["id"] for row in own), None)
        if known_id is not None:
            self._birthdays[contact_id] = known_id
            return facts.change(known_id, {"on": on.isoformat()}) if overwrite else UNCHANGED
        usual = defaults("birthday")
        self._birthdays[contact_id] = facts.writer.insert(
            {
                "client_id": client_id,
                "contact_id": contact_id,
                "kind": "birthday",
                "on": on.isoformat(),
                "yearly": int(usual["yearly"]),
                "notice_days": usual["notice_days"],
                "created_at": self.now,
            }
        )
        return CREATED
