"""The deals of rows: an offer goes by its client and its title, and follows what the file says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection

from portfolio_app.models.entities import Deal
from portfolio_app.models.money import to_units
from portfolio_app.services.fields import DEAL_FIELDS
from portfolio_app.services.import_facts import FactWriter, Values
from portfolio_app.services.import_people import CREATED, UNCHANGED, UPDATED


class Deals:
    """Writes the deals of rows. `wakes`: what puts an end to putting off: client, day, "deal" or "step"."""

    def __init__(self, connection: Connection, now: str, today: date) -> None:
        self.facts = FactWriter(connection, Deal)
        self.wakes: list[tuple[int, date, str]] = []
        self._now = now
        self._today = today.isoformat()
        self.begin(True)

    def begin(self, overwrite: bool) -> None:
        """A file begins; `overwrite`: what it says of a known deal replaces what the book holds."""
        self.facts.begin()
        self._overwrite = overwrite
        self._known: dict[tuple[int, str], list[int]] = {}

    def put(self, client_id: int, given: Mapping[str, Any], fresh: bool) -> str:
        """An offer: the client's one of that title, the second of the file being the second in the book."""
        if not given.get("title"):
            return UNCHANGED
        values = self._deal_values(given)
        known = self._known_deals(client_id, values["title"], fresh)
        if known:
            row_id = known.pop(0)
            return self._change_deal(row_id, values)
        status = values.setdefault("status", "open")
        values.setdefault("opened_on", self._opened(values))
        if status != "open":
            values.setdefault("closed_on", max(self._today, values["opened_on"]))
        self.facts.writer.insert({"client_id": client_id, "created_at": self._now, **values})
        if not fresh and status == "open":
            self._wake_deal(client_id, values)
        return CREATED

    def _opened(self, values: Values) -> str:
        days = [self._today, *(values[n] for n in ("closed_on", "expected_on") if n in values)]
        return str(min(days))

    def _change_deal(self, row_id: int, values: Values) -> str:
        known = dict(self.facts.writer.get(row_id))
        if not self._overwrite:
            values = {name: value for name, value in values.items() if known[name] in ("", None)}
        status = values.get("status", known["status"])
        if status == "open":
            values |= {"closed_on": None, "lost_reason": ""} if known["status"] != "open" else {}
        elif known["status"] == "open":
            values.setdefault("closed_on", self._today)
        if values.get("closed_on"):
            values["closed_on"] = max(values["closed_on"], values.get("opened_on", known["opened_on"]))
        outcome = self.facts.change(row_id, values)
        if outcome == UPDATED and status == "open":
            self._wake_deal(known["client_id"], values)
        return outcome

    def _wake_deal(self, client_id: int, values: Values) -> None:
        for name, kind in (("next_step_on", "step"), ("expected_on", "deal")):
            if values.get(name):
                self.wakes.append((client_id, date.fromisoformat(values[name]), kind))

    def _deal_values(self, given: Mapping[str, Any]) -> Values:
        today = self._today
        values: Values = {}
        for name, value in given.items():
            kind = DEAL_FIELDS[name].type if name in DEAL_FIELDS else ""
            if kind == "money":
                values[name] = to_units(value)
            elif kind == "date":
                values[name] = value.isoformat()
            elif kind:
                values[name] = str(value) if kind == "choice" else value
        for name in ("opened_on", "closed_on"):
            if name in values:
                values[name] = min(values[name], today)
        if values.get("closed_on", today) < values.get("opened_on", ""):
            values["closed_on"] = values["opened_on"]
        if "status" in values and values["status"] == "open":
            values.pop("closed_on", None)
        if values.get("status") != "lost":
            values.pop("lost_reason", None)
        return values

    def _known_deals(self, client_id: int, title: str, fresh: bool) -> list[int]:
        key = (client_id, title)
        known = self._known.get(key)
        if known is None:
            found: Iterable[Values] = ()
            if not fresh and self.facts.first_new > 1:
                wanted = (client_id, title, self.facts.first_new)
                found = self.facts.writer.rows("client_id = ? AND title = ? AND id < ? ORDER BY id", wanted)
            known = self._known[key] = [row["id"] for row in found]
        return known
