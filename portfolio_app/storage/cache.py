"""What was computed from a book, kept until the records it came from change, or brought up to date with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from portfolio_app.storage.journal import Changes

T = TypeVar("T")
Update = Callable[[Any, frozenset[int]], Any]


@dataclass
class _Entry:
    kinds: frozenset[str]
    value: Any
    update: Update | None
    until: date | None = None
    of_clients: bool = False
    stale: set[int] = field(default_factory=set)


class BookCache:
    """Values by key. Each names the kinds of record it depends on; a change of one of these drops it.

    One with an `update` depends on one kind only and survives changes whose row ids are known: they are
    gathered, and `update(value, ids)` is asked for the new value when it is needed next. With `of_clients` it
    may depend on several kinds, and the ids are those of the clients that the changed rows are of.

    One that is about the time `until` a day survives changes known to be about later days only.

    Where a value weighs much and any day may be asked for, `few` says how many to keep of those whose keys begin
    alike: the ones asked for last.
    """

    def __init__(self) -> None:
        self._entries: dict[Any, _Entry] = {}

    def get(
        self,
        key: Any,
        kinds: Iterable[str],
        make: Callable[[], T],
        update: Update | None = None,
        *,
        until: date | None = None,
        few: int | None = None,
        of_clients: bool = False,
    ) -> T:
        """The value of that key, made or updated now if need be."""
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = _Entry(frozenset(kinds), make(), update, until, of_clients)
            if few is not None:
                alike = [other for other in self._entries if type(other) is tuple and other[0] == key[0]]
                for other in alike[:-few]:
                    del self._entries[other]
        elif entry.stale and update is not None:
            entry.value = update(entry.value, frozenset(entry.stale))
            entry.stale.clear()
        if few is not None:
            self._entries[key] = self._entries.pop(key)
        found: T = entry.value
        return found

    def __contains__(self, key: Any) -> bool:
        """Whether `get` would answer at once."""
        entry = self._entries.get(key)
        return entry is not None and not entry.stale

    def forget(self, changes: Changes) -> None:
        """Records changed: drop what depends on them, or note what it has to catch up with."""
        for key, entry in list(self._entries.items()):
            if not any(_concerns(changes, kind, entry.until) for kind in entry.kinds & changes.kinds):
                continue
            ids = [_ids(changes, kind, of_clients=entry.of_clients) for kind in entry.kinds & changes.kinds]
            if entry.update is None or any(found is None for found in ids):
                del self._entries[key]
            else:
                entry.stale.update(*(found for found in ids if found is not None))


def _ids(changes: Changes, kind: str, *, of_clients: bool) -> frozenset[int] | None:
    """Which rows of a kind changed, or which clients they are of; None when that is not known."""
    return changes.clients.get(kind) if of_clients and kind != "client" else changes.ids.get(kind)


def _concerns(changes: Changes, kind: str, until: date | None) -> bool:
    """Whether a change of records of that kind reaches back to a day."""
    since = changes.since.get(kind)
    return until is None or since is None or since <= until
