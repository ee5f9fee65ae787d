"""Turning imported rows into records: who is already known, what is new, what changes.

Matching, in this order. A client is the one with the row's reference; else the one of that name, provided
references, town and (for persons) e-mail do not contradict. A contact is the client's one with that e-mail
or name. A product goes by reference or name. A sale, an interaction or a follow-up is known when the book
already holds as many identical ones as the file has shown so far, so that importing a file twice changes
nothing while a file's own repeated lines all count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from portfolio_app.analysis.columns import CUSTOM
from portfolio_app.models.base import Base, instant_text
from portfolio_app.models.entities import Client, Contact, FollowUp, Interaction, Product, Sale
from portfolio_app.models.money import to_thousandths, to_units
from portfolio_app.services.custom_fields import stored_value
from portfolio_app.services.fields import CLIENT_FIELDS, CONTACT_FIELDS
from portfolio_app.services.import_suppression import ImportDoor
from portfolio_app.storage.records import RecordWriter
from portfolio_app.storage.text import fold

Groups = dict[str, dict[str, Any]]
_GROUPS = ("client", "contact", "product", "sale", "interaction", "follow_up")
CREATED, UPDATED, UNCHANGED = "created", "updated", "unchanged"


class RecordImporter:
    """Receives rows one by one inside an open step; `finish` writes what is still held back.

    `overwrite`: values of the file replace different ones of the book; otherwise they only fill blanks.
    """

    def __init__(self, connection: Connection, now: Any, overwrite: bool = True) -> None:
        self.overwrite = overwrite
        self._now = instant_text(now)
        self._today = now.astimezone().date()
        self._clients = RecordWriter(connection, Client.__table__)
        self._contacts = RecordWriter(connection, Contact.__table__)
        self._products = RecordWriter(connection, Product.__table__)
        self._facts = {
            "sale": _FactWriter(connection, Sale),
            "interaction": _FactWriter(connection, Interaction),
            "follow_up": _FactWriter(connection, FollowUp),
        }
        self.door = ImportDoor(connection, self._now, self._today.isoformat())
        self._by_reference: dict[str, int] = {}
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._people: dict[int, dict[str, int]] = {}
        self._product_ids: dict[str, int] = {}
        self._buyers: set[int] = set()
        self._load_known()

    @property
    def created(self) -> dict[str, int]:
        """New records by kind."""
        writers = {"client": self._clients, "contact": self._contacts, "product": self._products}
        counts = {kind: writer.created for kind, writer in writers.items()}
        return counts | {kind: fact.writer.created for kind, fact in self._facts.items()}

    def add(self, values: dict[str, Any]) -> str:
        """Take in one row (field name → value); says whether it created, updated or changed nothing.

        Raises `ErasedPersonError`, having taken in nothing of it.
        """
        groups: Groups = {group: {} for group in _GROUPS}
        for name, value in values.items():
            group, field = _split(name)
            groups[group][field] = value
        if self.door.is_watched:
            self.door.check(groups, _person_name(groups["contact"]))
        client_id, outcome = self._client(groups)
        results = [outcome]
        product_id: int | None = None
        if groups["contact"]:
            results.append(self._contact(client_id, groups))
        if groups["product"]:
            product_id, outcome = self._product(groups["product"])
            results.append(outcome)
        if groups["sale"]:
            results.append(self._sale(client_id, product_id, groups["sale"]))
        if groups["interaction"]:
            results.append(self._interaction(client_id, groups["interaction"]))
        if groups["follow_up"]:
            results.append(self._follow_up(client_id, groups["follow_up"]))
        if CREATED in results:
            return CREATED
        return UPDATED if UPDATED in results else UNCHANGED

    def next_file(self) -> None:
        """Another file begins: what the files before it brought is known from now on."""
        self._flush()
        for fact in self._facts.values():
            fact.begin()

    def finish(self) -> None:
        """Write everything held back; prospects who bought become active clients."""
        for client_id in self._buyers:
            if self._clients.get(client_id)["status"] == "prospect":
                self._clients.update(client_id, {"status": "active"})
        self._flush()

    def _flush(self) -> None:
        for writer in (self._clients, self._contacts, self._products):
            writer.flush()
        for fact in self._facts.values():
            fact.writer.flush()
        self.door.flush()

    def _load_known(self) -> None:
        for client_id, reference, sort_name in self._clients.columns("id", "reference", "sort_name"):
            if reference:
                self._by_reference.setdefault(reference, client_id)
            self._by_name[sort_name].append(client_id)
        for product_id, reference, name in self._products.columns("id", "reference", "name"):
            self._product_ids.setdefault("n:" + _folded(name), product_id)
            if reference:
                self._product_ids.setdefault("r:" + reference, product_id)

    def _client(self, groups: Groups) -> tuple[int, str]:
        given = _client_values(groups["client"])
        person = _person_name(groups["contact"])
        reference = given.get("reference", "")
        name = given.get("name") or person or reference or _reachable(given, groups["contact"])
        client_id = self._find_client(reference, name, given, groups)
        if client_id is not None:
            return client_id, self._merge_client(client_id, given, person, bool(groups["sale"]))
        given["name"] = name
        given.setdefault("kind", "person" if person and not groups["client"].get("name") else "organisation")
        given.setdefault("status", "active" if groups["sale"] else "prospect")
        given |= {"sort_name": _folded(name), "created_at": self._now, "updated_at": self._now}
        client_id = self._clients.insert(given)
        if given["kind"] == "person":
            self.door.note_refusals(client_id, None, given)
        if reference:
            self._by_reference[reference] = client_id
        self._by_name[given["sort_name"]].append(client_id)
        return client_id, CREATED

    def _find_client(self, reference: str, name: str, given: dict[str, Any], groups: Groups) -> int | None:
        if reference and reference in self._by_reference:
            return self._by_reference[reference]
        for client_id in self._by_name.get(_folded(name), ()):
            known = self._clients.get(client_id)
            if reference and known["reference"]:
                continue
            # In a list of sales a place is where this order went: only lists of clients tell namesakes apart.
            if not groups["sale"] and (
                _differ(given.get("city"), known["city"])
                or _differ(_bare(given.get("postcode")), _bare(known["postcode"]))
            ):
                continue
            if known["kind"] == "person" and self._is_someone_else(client_id, groups["contact"]):
                continue
            return client_id
        return None

    def _is_someone_else(self, client_id: int, contact: dict[str, Any]) -> bool:
        email = contact.get("email", "")
        known = [self._contacts.get(i)["email"] for i in set(self._people_of(client_id).values())]
        return bool(email) and any(known) and _folded(email) not in {_folded(other) for other in known}

    def _merge_client(self, client_id: int, given: dict[str, Any], person: str, is_sale: bool) -> str:
        if not person and given.keys() <= {"reference"}:
            return UNCHANGED
        known = self._clients.get(client_id)
        changed: dict[str, Any] = {}
        for field, value in given.items():
            if field == "tags":
                value = list(dict.fromkeys([*known["tags"], *value]))
            if field == "custom":
                value = self._merge_custom(known["custom"], value, is_sale)
            if field == "postcode" and _bare(value) == _bare(known[field]) and len(value) < len(known[field]):
                continue
            if value not in ("", None) and value != known[field]:
                blank = known[field] in ("", None, [], {})
                if blank or field in ("tags", "custom") or (self.overwrite and not is_sale):
                    changed[field] = value
        # A client first met in a list of sales bears its reference as its name until a name comes.
        if known["name"] == known["reference"] and not changed.get("name"):
            better = given.get("name") or person
            if better and better != known["name"]:
                changed["name"] = better
                if not given.get("name") and "kind" not in given:
                    changed["kind"] = "person"
        if not changed:
            return UNCHANGED
        if "name" in changed:
            changed["sort_name"] = _folded(changed["name"])
            self._by_name[changed["sort_name"]].append(client_id)
        if "reference" in changed:
            self._by_reference[changed["reference"]] = client_id
        self._clients.update(client_id, {**changed, "updated_at": self._now})
        return UPDATED

    def _merge_custom(self, known: dict[str, Any], given: dict[str, Any], is_sale: bool) -> dict[str, Any]:
        """The book's own fields of a client, with the row's values where they may stand."""
        overwrite = self.overwrite and not is_sale
        return known | {code: value for code, value in given.items() if overwrite or code not in known}

    def _contact(self, client_id: int, groups: Groups) -> str:
        given = {k: v for k, v in groups["contact"].items() if k in CONTACT_FIELDS and v}
        if not any(
            given.get(k) for k in ("full_name", "first_name", "last_name", "email", "phone", "mobile")
        ):
            return UNCHANGED
        given["full_name"] = _person_name(given)
        people = self._people_of(client_id)
        contact_id = next((people[key] for key in _contact_keys(given) if key in people), None)
        if contact_id is None:
            contact_id = self._contacts.insert({"client_id": client_id, "created_at": self._now, **given})
            people.update(dict.fromkeys(_contact_keys(given), contact_id))
            self.door.note_refusals(client_id, contact_id, given)
            return CREATED
        known = self._contacts.get(contact_id)
        overwrite = self.overwrite and not groups["sale"]
        changed = {k: v for k, v in given.items() if v and v != known[k] and (overwrite or not known[k])}
        if not changed:
            return UNCHANGED
        self._contacts.update(contact_id, changed)
        people.update(dict.fromkeys(_contact_keys(given), contact_id))
        return UPDATED

    def _people_of(self, client_id: int) -> dict[str, int]:
        people = self._people.get(client_id)
        if people is None:
            people = self._people[client_id] = {}
            if not self._clients.is_new(client_id):
                for known in self._contacts.rows("client_id = ?", (client_id,)):
                    people.update(dict.fromkeys(_contact_keys(known), known["id"]))
        return people

    def _product(self, given: dict[str, Any]) -> tuple[int | None, str]:
        name = given.get("name") or given.get("reference")
        if not name:
            return None, UNCHANGED
        reference = given.get("reference", "")
        product_id = self._product_ids.get("r:" + reference) if reference else None
        if product_id is None:
            product_id = self._product_ids.get("n:" + _folded(name))
        values = {k: v for k, v in given.items() if k in ("reference", "category") and v}
        values |= {k: to_units(given[k]) for k in ("price", "cost") if given.get(k) is not None}
        if product_id is None:
            product_id = self._products.insert({"name": name, **values})
            self._product_ids["n:" + _folded(name)] = product_id
            if reference:
                self._product_ids["r:" + reference] = product_id
            return product_id, CREATED
        if not values:
            return product_id, UNCHANGED
        known = self._products.get(product_id)
        changed = {k: v for k, v in values.items() if known[k] in ("", None)}
        if changed:
            self._products.update(product_id, changed)
        return product_id, UPDATED if changed else UNCHANGED

    def _sale(self, client_id: int, product_id: int | None, given: dict[str, Any]) -> str:
        if "amount" not in given:
            return UNCHANGED
        amount = to_units(given["amount"])
        cost = given.get("cost")
        if cost is None and given.get("margin") is not None:
            cost = given["amount"] - given["margin"]
        quantity = given.get("quantity")
        if amount > 0:
            self._buyers.add(client_id)
        return self._facts["sale"].add(
            {
                "client_id": client_id,
                "date": given["date"].isoformat(),
                "order_reference": given.get("order_reference", ""),
                "amount": amount,
                "product_id": product_id,
                "quantity": None if quantity is None else to_thousandths(quantity),
            },
            {"cost": None if cost is None else to_units(cost)},
            {name: given[name].isoformat() for name in ("due_on", "paid_on") if name in given},
        )

    def _interaction(self, client_id: int, given: dict[str, Any]) -> str:
        if "date" not in given:
            return UNCHANGED
        key = {
            "client_id": client_id,
            "on": min(given["date"], self._today).isoformat(),
            "kind": given.get("kind", "call"),
            "subject": given.get("subject", ""),
            "body": given.get("body", ""),
        }
        rest = {"minutes": given.get("minutes"), "created_at": self._now}
        rest |= {k: given.get(k, "") for k in ("outcome", "direction")}
        return self._facts["interaction"].add(key, rest)

    def _follow_up(self, client_id: int, given: dict[str, Any]) -> str:
        if "due_on" not in given:
            return UNCHANGED
        key = {
            "client_id": client_id,
            "due_on": given["due_on"].isoformat(),
            "title": given.get("title", ""),
        }
        return self._facts["follow_up"].add(key, {"kind": given.get("kind", "call"), "created_at": self._now})


class _FactWriter:
    """Inserts facts, leaving out those the book had before this file began."""

    def __init__(self, connection: Connection, entity: type[Base]) -> None:
        self.writer = RecordWriter(connection, entity.__table__)
        self._known: dict[tuple[Any, ...], int] = {}
        self.begin()

    def begin(self) -> None:
        """A file begins: what stands in the table now is what it may repeat."""
        self._known.clear()
        self._first_new = self.writer.next_id

    def add(self, key: dict[str, Any], rest: dict[str, Any], later: dict[str, Any] | None = None) -> str:
        """`key` tells the fact; `later` is what may become known of it only afterwards."""
        later = later or {}
        if self._first_new == 1:
            self.writer.insert(key | rest | later)
            return CREATED
        identity = tuple(key.values())
        left = self._known.get(identity)
        if left is None:
            left = self.writer.count_below(self._first_new, key)
        self._known[identity] = max(left - 1, 0)
        if left > 0:
            return self._learn(key, later, left) if later else UNCHANGED
        self.writer.insert(key | rest | later)
        return CREATED

    def _learn(self, key: dict[str, Any], later: dict[str, Any], left: int) -> str:
        """Put into the fact the book held what the file now knows of it: the `left`-th of the same from the end."""
        row_id = self.writer.nth_below(self._first_new, key, left)
        known = self.writer.get(row_id)
        changed = {name: value for name, value in later.items() if known[name] != value}
        if not changed:
            return UNCHANGED
        self.writer.update(row_id, changed)
        return UPDATED


def _client_values(given: dict[str, Any]) -> dict[str, Any]:
    """A row's values of a client as the database stores them; the book's own fields together in `custom`."""
    values: dict[str, Any] = {}
    custom: dict[str, Any] = {}
    for name, value in given.items():
        if name == "since":
            values["client_since"] = value.isoformat()
        elif name.startswith(CUSTOM):
            custom[name.removeprefix(CUSTOM)] = stored_value(value)
        elif name in CLIENT_FIELDS:
            kind = CLIENT_FIELDS[name].type
            values[name] = (
                value.isoformat() if kind == "date" else to_units(value) if kind == "money" else value
            )
    ideal, most = values.get("cadence_ideal_days"), values.get("cadence_max_days")
    if most is not None and (not ideal or most < ideal):
        del values["cadence_max_days"]  # no rhythm could be kept by it
    return values | ({"custom": custom} if custom else {})


@lru_cache(maxsize=256)
def _split(name: str) -> tuple[str, str]:
    group, _, field = name.partition(".")
    return group, field


@lru_cache(maxsize=50_000)
def _folded(text: str) -> str:
    return fold(text)


def _person_name(contact: Mapping[str, Any]) -> str:
    parts = (contact.get("first_name", ""), contact.get("last_name", ""))
    return contact.get("full_name") or " ".join(part for part in parts if part)


def _contact_keys(contact: Mapping[str, Any]) -> Iterable[str]:
    """What a contact is recognised by among its client's."""
    if contact.get("email"):
        yield "e:" + _folded(contact["email"])
    name = _person_name(contact)
    if name:
        yield "n:" + _folded(name)
    elif not contact.get("email"):
        yield "p:" + (contact.get("phone") or contact.get("mobile") or "")


def _reachable(client: dict[str, Any], contact: dict[str, Any]) -> str:
    """What a client without any name is called: the way to reach it."""
    ways = (
        *(contact.get(k) for k in ("email", "phone", "mobile")),
        *(client.get(k) for k in ("email", "phone", "siret")),
    )
    return next((str(way) for way in ways if way), "?")


def _bare(postcode: str | None) -> str:
    """A postcode as it stands after a spreadsheet took it for a number."""
    return (postcode or "").lstrip("0")


def _differ(given: str | None, known: str) -> bool:
    return bool(given) and bool(known) and _folded(given or "") != _folded(known)
