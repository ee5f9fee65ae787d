"""Which client of the book a row is about, and what may be done with what the row says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Action = Literal["overwrite", "fill", "skip", "create"]
Policy = Literal["overwrite", "fill", "skip", "create", "ask"]

KEYS = ("reference", "siret", "vat", "email", "phone", "name_place", "fuzzy")
"""What a client may be recognised by, the surest first."""
POLICIES: tuple[Policy, ...] = ("overwrite", "fill", "skip", "create", "ask")


@dataclass(frozen=True)
class MatchRules:
    """By what rows find the clients the book knows, in this order, and what is done with what they say of them.

    `keys`, of `KEYS`: "siret" compares whole numbers of 14 digits, "email" and "phone" those of the client and of
    its contacts, "name_place" the folded name where nothing contradicts, "fuzzy" a name much like it at the
    same place. `policy`: "overwrite" what the book has, "fill" its blanks, "skip" the rows, "create" new clients
    from rows that say something else, or "ask": leave out, until it is decided, whatever would change a client.
    Rows of sales and the like only ever fill blanks, and are never left out by a policy.
    """

    keys: tuple[str, ...] = ("reference", "siret", "name_place")
    policy: Policy = "overwrite"

    def __post_init__(self) -> None:
        unknown = [key for key in self.keys if key not in KEYS]
        if unknown or self.policy not in POLICIES:
            raise ValueError(f"no such rule: {unknown or self.policy}")


@dataclass(frozen=True)
class Decision:
    """What the user decided about one row; `client_id`: about which client, None for the one that was found."""

    action: Action
    client_id: int | None = None


@dataclass(frozen=True)
class FieldChange:
    """A field of a record before and after, as text: dates as ISO dates, amounts with a point, tags by “, ”.

    `field` as columns are mapped to it: "client.city", "contact.email".
    """

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Match:
    """A row about a client the book knew before the import.

    `name`: what the row calls it, `client`: what the book calls it. `by`: one of `KEYS`, or "decision".
    `score`: 0–100, 100 unless `by` is "fuzzy". `changes`: what would become of the client and the row's person if
    the row went in; `action`: what is done: one of `Action`, or "ask" while it is left out undecided.
    """

    line: int
    name: str
    client_id: int
    client: str
    by: str
    score: int
    changes: tuple[FieldChange, ...]
    action: str
