"""Turning imported rows into records: who is already known, what is new, what changes.

A client is found by the rules of its file (`MatchRules`), a contact is the client's one with that e-mail or name,
a product goes by reference or name; for the rest see `import_facts`. Importing a file twice changes nothing,
while a file's own repeated lines all count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from portfolio_app.exchange.rows import ImportRow
from portfolio_app.models.base import instant_text
from portfolio_app.models.entities import Client, Contact, Product
from portfolio_app.models.money import to_units
from portfolio_app.models.recurrence import next_occurrence
from portfolio_app.services.agenda_settings import agenda_in
from portfolio_app.services.import_deals import Deals
from portfolio_app.services.import_facts import OtherFacts, Sales
from portfolio_app.services.import_keys import About, Found, KnownClients, bare, folded
from portfolio_app.services.import_match import Decision, FieldChange, Match, MatchRules
from portfolio_app.services.import_people import (
    CREATED,
    UNCHANGED,
    UPDATED,
    People,
    person_name,
    person_values,
)
from portfolio_app.services.import_suppression import PERSONS, ImportDoor
from portfolio_app.services.import_values import client_values, reachable, told
from portfolio_app.services.key_dates import defaults
from portfolio_app.storage.book import Step
from portfolio_app.storage.records import RecordWriter

Groups = defaultdict[str, dict[str, Any]]
KNOWN_CLIENT, UNDECIDED = "known_client", "undecided"
_LISTED = 20_000
"""Most matches of a file that are told one by one."""
_FACTS = ("interaction", "follow_up", "survey", "key_date")
_FACT_LISTS = ("sale", "interaction", "follow_up", "survey", "deal")
"""Rows with one of these tell what happened with a client, and are not there to describe it."""
_GIFT = "birth_date"


class _Met(NamedTuple):
    """A row's client: its id, what became of it, and how what the row says of its people is taken.

    `people`: "overwrite", "fill", or "" where they are left alone.
    """

    client_id: int
    outcome: str
    people: str


class RecordImporter:
    """Receives rows one by one inside an open step; `finish` writes what is still held back."""

    def __init__(self, step: Step) -> None:
        connection = step.connection
        self._session = step.session
        self._now = instant_text(step.now)
        self._today = step.now.astimezone().date()
        self._agenda = agenda_in(step.session)
        self._clients = RecordWriter(connection, Client.__table__, stamp="updated_at")
        self._contacts = RecordWriter(connection, Contact.__table__)
        self._products = RecordWriter(connection, Product.__table__)
        self.door = ImportDoor(connection, self._now, self._today.isoformat())
        self._people = People(self._contacts, self._clients, self.door, self._now)
        self._known = KnownClients(self._clients, self._contacts, self._people.of, self._agenda.country)
        self._sales = Sales(connection, self._today)
        self._other = OtherFacts(connection, self._now, self._today)
        self._deals = Deals(connection, self._now, self._today)
        self._product_ids: dict[str, int] = {}
        for product_id, reference, name in self._products.columns("id", "reference", "name"):
            self._product_ids.setdefault("n:" + folded(name), product_id)
            if reference:
                self._product_ids.setdefault("r:" + reference, product_id)
        self.next_file(MatchRules(), {})

    @property
    def created(self) -> dict[str, int]:
        """New records by kind."""
        writers = {"client": self._clients, "contact": self._contacts, "product": self._products}
        writers |= {"sale": self._sales.facts.writer, "deal": self._deals.facts.writer}
        writers |= {kind: facts.writer for kind, facts in self._other.writers.items()}
        return {kind: writer.created for kind, writer in writers.items()}

    @property
    def clients_created(self) -> int:
        """New clients so far."""
        return self._clients.created

    def next_file(self, rules: MatchRules, decisions: Mapping[int, Decision]) -> None:
        """Another file begins: what the files before it brought is known from now on."""
        self._flush()
        self._rules, self._decisions = rules, decisions
        self._known.use(rules)
        may_update = rules.policy not in ("fill", "skip")
        self._sales.begin(may_update)
        self._deals.begin(may_update)
        self._other.begin()
        self._first_of_file = self._clients.next_id
        self._waiting: dict[int, list[str]] = {}
        self.matches: list[Match] = []

    def add(self, row: ImportRow) -> str | None:
        """Take in one row; says whether it created, updated or changed nothing, or why it was left out.

        None: that shows at the end of the file (`settle`). Raises `ErasedPersonError`, having taken in nothing
        of it.
        """
        groups: Groups = defaultdict(dict)
        for name, value in row.values.items():
            group, field = _split(name)
            groups[group][field] = value
        if self.door.is_watched:
            self.door.check(groups, {person: person_name(groups[person]) for person in PERSONS})
        met = self._client(row, groups)
        if isinstance(met, str):
            return met
        client_id = met.client_id
        results: list[str | None] = [met.outcome]
        contact_id = self._persons(met, groups, results) if met.people else None
        if len(groups) > 1 or row.periods:
            self._take_facts(row, client_id, contact_id, groups, results)
        if None in results:
            self._waiting[row.line] = [result for result in results if result is not None]
            return None
        return _whole([result for result in results if result is not None])

    def settle(self) -> list[tuple[int, str]]:
        """The end of a file: what became of the rows that waited for it, by their line."""
        for line, outcome in self._sales.settle():
            self._waiting[line].append(outcome)
        found = [(line, _whole(results)) for line, results in self._waiting.items()]
        self._waiting = {}
        return found

    def finish(self) -> None:
        """Write everything held back; prospects who bought become active clients, what was put off wakes."""
        for client_id in self._sales.buyers:
            if self._clients.get(client_id)["status"] == "prospect":
                self._clients.update(client_id, {"status": "active"})
        self._flush()
        if wakes := self._other.wakes + self._deals.wakes:
            self._wake(wakes)

    def _flush(self) -> None:
        facts = (self._sales.facts.writer, self._deals.facts.writer)
        for writer in (self._clients, self._contacts, self._products, *facts):
            writer.flush()
        for other in self._other.writers.values():
            other.writer.flush()
        self.door.flush()

    def _client(self, row: ImportRow, groups: Groups) -> _Met | str:
        """The row's client, new or known, or why the row is left out, as the rules or the user say."""
        given = client_values(groups["client"])
        contact = groups.get("contact", {})
        person = person_name(contact)
        reference = given.get("reference", "")
        name = given.get("name") or person or reference or reachable(given, contact)
        about = About(given, name, contact, "sale" in groups)
        decision = self._decisions.get(row.line) if self._decisions else None
        found = self._find(about, decision, person)
        if found is None:
            if decision is not None and decision.action == "skip":
                return KNOWN_CLIENT
            return _Met(self._new_client(about, person), CREATED, "overwrite")
        self._people.drop_own(found.client_id, contact)
        if found.client_id >= self._known.first_new and found.by != "decision":
            people = "fill" if self._rules.policy == "fill" else "overwrite"
            outcome = self._merge_client(found.client_id, about, person, people == "overwrite")
            return _Met(found.client_id, outcome, people)
        return self._meet(row, about, person, found, decision, groups)

    def _find(self, about: About, decision: Decision | None, person: str) -> Found | None:
        def differs(client_id: int) -> bool:
            return bool(self._changes(client_id, about, person, True))

        def clashes(client_id: int) -> bool:
            changes = self._changes(client_id, about, person, True)
            return any(change.before for change in changes if change.field != "client.tags")

        if decision is not None:
            if decision.action == "create":
                return None
            if decision.client_id is not None and self._clients.exists(decision.client_id):
                return Found(decision.client_id, "decision")
        elif self._rules.policy == "create":
            return self._known.find_same(about, differs, clashes)
        return self._known.find(about, differs, clashes)

    def _meet(
        self,
        row: ImportRow,
        about: About,
        person: str,
        found: Found,
        decision: Decision | None,
        groups: Groups,
    ) -> _Met | str:
        """A row about a client the book knew: what the user or the rules have done with it."""
        is_fact = not groups.keys().isdisjoint(_FACT_LISTS)
        client_id, policy = found.client_id, self._rules.policy
        action = decision.action if decision is not None else policy
        changes = self._changes(client_id, about, person, action != "fill")
        if action == "ask" and found.by != "fuzzy" and (is_fact or not changes):
            action = "fill"
        elif action == "create":  # it says nothing new of that client, or the policy had made another
            action = "overwrite"
        if (changes or not is_fact) and len(self.matches) < _LISTED:
            known = self._clients.get(client_id)["name"]
            match = Match(
                row.line, about.name, client_id, known, found.by, found.score, tuple(changes), action
            )
            self.matches.append(match)
        if action == "ask" or (action == "skip" and (decision is not None or not is_fact)):
            why = UNDECIDED if action == "ask" else KNOWN_CLIENT
            self._sales.leave_out(client_id, why)
            return why
        if action == "skip":
            return _Met(client_id, UNCHANGED, "")
        outcome = self._merge_client(client_id, about, person, action == "overwrite")
        return _Met(client_id, outcome, action)

    def _new_client(self, about: About, person: str) -> int:
        given: dict[str, Any] = dict(about.given)
        is_named = bool(given.get("name"))
        given["name"] = about.name
        given.setdefault("kind", "person" if person and not is_named else "organisation")
        if given["kind"] != "person" and person:
            given.pop(_GIFT, None)
        given.setdefault("status", "active" if about.is_sale else "prospect")
        sort_name = folded(about.name)
        given |= {"sort_name": sort_name, "created_at": self._now, "updated_at": self._now}
        client_id = self._clients.insert(given)
        if given["kind"] == "person":
            self.door.note_refusals(client_id, None, given)
        self._known.note(client_id, given, about.name)
        return client_id

    def _merge_client(self, client_id: int, about: About, person: str, overwrite: bool) -> str:
        changed = self._differences(client_id, about, person, overwrite)
        if not changed:
            return UNCHANGED
        known = self._clients.get(client_id)
        if changed.get("kind", known["kind"]) == "person":
            self.door.note_refusals(client_id, None, changed, is_new=False)
        if "name" in changed:
            changed["sort_name"] = folded(changed["name"])
        self._clients.update(client_id, {**changed, "updated_at": self._now})
        self._known.note(client_id, changed, changed.get("name", ""))
        return UPDATED

    def _differences(self, client_id: int, about: About, person: str, overwrite: bool) -> dict[str, Any]:
        """What the row would change of the client."""
        given = about.given
        if not person and given.keys() <= {"reference"}:
            return {}
        known = self._clients.get(client_id)
        overwrite = overwrite and not about.is_sale
        changed: dict[str, Any] = {}
        for field, value in given.items():
            before = known[field]
            if value == before or value in ("", None):
                continue
            if field == "tags":
                value = list(dict.fromkeys([*before, *value]))
            elif field == "custom":
                value = before | {code: new for code, new in value.items() if overwrite or code not in before}
            elif field == "postcode" and bare(value) == bare(before) and len(value) < len(before):
                continue
            elif field == _GIFT and person and known["kind"] != "person":
                continue  # the day the person was born, not the company
            elif not overwrite and before not in ("", None):
                continue
            if value != before:
                changed[field] = value
        # A client first met in a list of sales bears its reference as its name until a name comes.
        if known["name"] == known["reference"] and not changed.get("name"):
            better = given.get("name") or person
            if better and better != known["name"]:
                changed["name"] = better
                if not given.get("name") and "kind" not in given:
                    changed["kind"] = "person"
        return changed

    def _changes(self, client_id: int, about: About, person: str, overwrite: bool) -> list[FieldChange]:
        """The same for a reader, with what the row would change of its person."""
        known = self._clients.get(client_id)
        changed = self._differences(client_id, about, person, overwrite)
        found = told("client", {name: known[name] for name in changed}, changed)
        values = person_values(about.person)
        if values:
            is_over = overwrite and not about.is_sale
            contact_id, new = self._people.changes(client_id, values, is_over)
            before = {} if contact_id is None else self._contacts.get(contact_id)
            found += told("contact", {name: before.get(name, "") for name in new}, new)
        return found

    def _persons(self, met: _Met, groups: Groups, results: list[str | None]) -> int | None:
        """The people of the row; the id of the first."""
        client_id, first = met.client_id, None
        overwrite = met.people == "overwrite" and "sale" not in groups
        for group in PERSONS:
            values = person_values(groups[group]) if group in groups else {}
            if not values:
                continue
            contact_id, outcome = self._people.put(client_id, values, overwrite, self._known)
            results.append(outcome)
            if group == "contact":
                first = contact_id
        born = groups["client"].get(_GIFT)
        if born is not None and first is not None and self._clients.get(client_id)["kind"] != "person":
            is_new = self._contacts.is_new(first)
            results.append(self._other.birthday(client_id, first, born, overwrite, is_new))
        return first

    def _take_facts(
        self,
        row: ImportRow,
        client_id: int,
        contact_id: int | None,
        groups: Groups,
        results: list[str | None],
    ) -> None:
        is_fresh = client_id >= self._first_of_file
        product_id: int | None = None
        if "product" in groups:
            product_id, outcome = self._product(groups["product"])
            results.append(outcome)
        if "sale" in groups:
            results.append(self._sales.add(row.line, client_id, product_id, groups["sale"], is_fresh))
        for period in row.periods:
            results.append(self._sales.add_period(row.line, client_id, product_id, period, is_fresh))
        if "deal" in groups:
            results.append(self._deals.put(client_id, groups["deal"], is_fresh))
        for kind in _FACTS:
            if kind in groups:
                take = getattr(self._other, kind)
                results.append(take(client_id, contact_id, groups[kind], is_fresh))

    def _product(self, given: dict[str, Any]) -> tuple[int | None, str]:
        name = given.get("name") or given.get("reference")
        if not name:
            return None, UNCHANGED
        reference = given.get("reference", "")
        product_id = self._product_ids.get("r:" + reference) if reference else None
        if product_id is None:
            product_id = self._product_ids.get("n:" + folded(name))
        values = {k: v for k, v in given.items() if k in ("reference", "category") and v}
        values |= {k: to_units(given[k]) for k in ("price", "cost") if given.get(k) is not None}
        if product_id is None:
            product_id = self._products.insert({"name": name, **values})
            self._product_ids["n:" + folded(name)] = product_id
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

    def _wake(self, wakes: Sequence[tuple[int, date, str]]) -> None:
        """What was put off must not hide the deals and the key dates that came in."""
        from portfolio_app.services.answers import wake

        notices = {"deal": self._agenda.deal_days, "step": 0}
        yesterday = self._today - timedelta(days=1)
        for client_id, day, kind in wakes:
            usual = {} if kind in notices else defaults(kind)
            if usual.get("yearly") and day < self._today:
                day = next_occurrence(day, 1, "year", yesterday)
            wake(self._session, client_id, day, notices.get(kind, usual.get("notice_days", 0)))


def _whole(results: list[str]) -> str:
    """What became of a row, by what became of its parts."""
    for left_out in (UNDECIDED, KNOWN_CLIENT):
        if left_out in results:
            return left_out
    if CREATED in results:
        return CREATED
    return UPDATED if UPDATED in results else UNCHANGED


@lru_cache(maxsize=256)
def _split(name: str) -> tuple[str, str]:
    group, _, field = name.partition(".")
    return group, field
