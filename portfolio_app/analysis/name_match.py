"""Whom a few typed words name: clients and their people by the words of their names, wrong letters forgiven."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from portfolio_app.analysis.quick_words import CONNECTORS, SHORT

MAX_RUN = 8
"""A name is looked for in so many words at most."""
MAX_WORDS = 40
"""Words beyond these are no name."""
_FUZZY_FROM, _SIMILAR, _PREFIX_FROM, _MOST = 4, 78, 3, 50
_KEPT, _COMMON = 200, 2_000
_ELSEWHERE, _EXTRA, _CLOSE = 0.6, 0.3, 0.85
_PARTS = re.compile(r"[^\W_]+")


class Named(NamedTuple):
    """One name: of a client, or of a person there. `words` and `extra` (its town) are folded."""

    client_id: int
    contact_id: int | None
    words: tuple[str, ...]
    extra: tuple[str, ...] = ()


@dataclass(frozen=True)
class NameMatch:
    """Who may be meant by the words `start` to `end`, best first, as (client, person or None).

    `is_sure`: the first one is meant, no other comes near.
    """

    start: int
    end: int
    found: tuple[tuple[int, int | None], ...]
    is_sure: bool


@dataclass(frozen=True)
class _Run:
    """What a stretch of words makes of one name: how well, and how much of the name it covers."""

    start: int
    end: int
    entry: int
    score: float
    covered: float


NOBODY = Named(0, None, ())


def name_words(folded: str) -> tuple[str, ...]:
    """The words of a folded name."""
    return tuple(_PARTS.findall(folded))


class NameIndex:
    """The names of a book. Rare words weigh more than common ones, as -log of the share of names that have them."""

    def __init__(self, names: Iterable[Named]) -> None:
        self._names = list(names)
        self._by_word: dict[str, list[int]] = {}
        self._extra: dict[str, set[int]] = {}
        for number, named in enumerate(self._names):
            self._enter(number, named)
        self._vocabulary = sorted(self._by_word)
        self._known: dict[tuple[str, bool, bool], dict[int, tuple[float, int]]] = {}

    def _enter(self, number: int, named: Named) -> None:
        for word in dict.fromkeys(named.words):
            self._by_word.setdefault(word, []).append(number)
        for word in named.extra:
            self._extra.setdefault(word, set()).add(number)

    def replace(self, client_ids: Collection[int], names: Iterable[Named]) -> None:
        """Put these in place of all the names of those clients and of their people."""
        gone = [number for number, named in enumerate(self._names) if named.client_id in client_ids]
        gone.reverse()
        for number in gone:
            self._remove(number)
        for named in names:
            number = gone.pop() if gone else len(self._names)
            self._names[number : number + 1] = [named]
            fresh = [word for word in named.words if word not in self._by_word]
            self._enter(number, named)
            for word in dict.fromkeys(fresh):
                insort(self._vocabulary, word)
        self._known.clear()

    def _remove(self, number: int) -> None:
        """What stood at that number is no name any more; its place is kept for another."""
        named = self._names[number]
        for word in dict.fromkeys(named.words):
            entries = self._by_word[word]
            entries.remove(number)
            if not entries:
                del self._by_word[word]
                del self._vocabulary[bisect_left(self._vocabulary, word)]
        for word in named.extra:
            self._extra[word].discard(number)
        self._names[number] = NOBODY

    def match(self, keys: Sequence[str], keyword: Sequence[bool], prime: Sequence[bool]) -> NameMatch | None:
        """Whom these folded words name.

        `keyword`: words that mean something else, which belong to a name only beside other words of it.
        `prime`: places where a name is expected; only there are wrong letters and beginnings of words taken.
        """
        keys = keys[:MAX_WORDS]
        hits = [
            self._hits(key, is_keyword=keyword[place], is_prime=prime[place])
            for place, key in enumerate(keys)
        ]
        runs = [run for start in range(len(keys)) for run in self._runs(start, keys, hits, keyword)]
        if not runs:
            return None

        def worth(run: _Run) -> tuple[float, float, int]:
            factor = 1.0 if prime[run.start] else _ELSEWHERE
            return (round(factor * run.score, 6), round(run.covered, 6), -run.start)

        best = max(runs, key=worth)
        alike = [run for run in runs if (run.start, run.end) == (best.start, best.end)]
        alike = sorted(
            alike, key=lambda run: (-round(run.score, 6), -round(run.covered, 6), *self._place(run))
        )
        return self._answer(best, [run for run in alike if run.score >= _CLOSE * best.score])

    def _place(self, run: _Run) -> tuple[bool, int, int]:
        """Clients come before people, the older first."""
        named = self._names[run.entry]
        return named.contact_id is not None, named.contact_id or named.client_id, run.entry

    def _answer(self, best: _Run, alike: list[_Run]) -> NameMatch:
        found: dict[int, tuple[int | None, _Run]] = {}
        for run in alike:
            named = self._names[run.entry]
            kept = found.get(named.client_id)
            # The client itself rather than one of its people, where the words say no more of them.
            if kept is None or (named.contact_id is None and run.score >= kept[1].score - 1e-6):
                found[named.client_id] = (named.contact_id, run)
        first, *others = found.values()
        is_whole = first[1].covered == 1 and all(other[1].covered < 1 for other in others)
        ids = tuple((client, contact) for client, (contact, _) in list(found.items())[:_MOST])
        return NameMatch(best.start, best.end, ids, not others or is_whole)

    def _weight(self, word: str) -> float:
        return 0.1 + math.log((1 + len(self._names)) / len(self._by_word[word]))

    def _hits(self, key: str, *, is_keyword: bool, is_prime: bool) -> dict[int, tuple[float, int]]:
        """By name, how well it has the words of that key and how many of them; none where one is missing.

        Kept for the words asked last: while a line is typed, only its last word is another one.
        """
        asked = (key, is_keyword, is_prime)
        if asked not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[asked] = self._find(key, is_keyword=is_keyword, is_prime=is_prime)
        return self._known[asked]

    def _find(self, key: str, *, is_keyword: bool, is_prime: bool) -> dict[int, tuple[float, int]]:
        found: dict[int, tuple[float, int]] | None = None
        for word in _PARTS.findall(key):
            if word in CONNECTORS:
                continue
            quality = self._alike(word, fuzzy=is_prime and not is_keyword)
            entries: dict[int, float] = {}
            for other, how_well in quality.items():
                for entry in self._by_word[other]:
                    value = how_well * self._weight(other) * (0.3 if is_keyword else 1.0)
                    entries[entry] = max(entries.get(entry, 0.0), value)
            if found is None:
                found = {entry: (value, 1) for entry, value in entries.items()}
            else:
                found = {e: (found[e][0] + v, found[e][1] + 1) for e, v in entries.items() if e in found}
        return found or {}

    def _alike(self, word: str, *, fuzzy: bool) -> dict[str, float]:
        """Words of names by how well they are meant by a typed word: itself, its continuations, its misspellings."""
        for known in (word, SHORT.get(word, word)):
            if known in self._by_word:
                return {known: 1.0}
        if not fuzzy or word.isdecimal():
            return {}
        found: dict[str, float] = {}
        if len(word) >= _PREFIX_FROM:
            place = bisect_left(self._vocabulary, word)
            for other in self._vocabulary[place : place + _MOST]:
                if not other.startswith(word):
                    break
                found[other] = 0.9
        if not found and len(word) >= _FUZZY_FROM:
            from rapidfuzz import fuzz, process

            close = process.extract(
                word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=_MOST
            )
            found = {other: 0.85 * score / 100 for other, score, _ in close}
        return found

    def _runs(
        self,
        start: int,
        keys: Sequence[str],
        hits: Sequence[dict[int, tuple[float, int]]],
        keyword: Sequence[bool],
    ) -> Iterable[_Run]:
        """Every name from word `start` on, over as many words as have it."""
        alive = hits[start]
        has_plain = not keyword[start]
        end = start + 1
        best: dict[int, _Run] = {}
        while alive:
            # A word that names so many names nobody, but with another one beside it.
            if has_plain and len(alive) <= _COMMON:
                for entry, (value, count) in alive.items():
                    covered = min(count / max(len(self._significant(entry)), 1), 1.0)
                    best[entry] = _Run(start, end, entry, value, covered)
            following = end
            while following < min(len(keys), start + MAX_RUN) and _is_connector(keys[following]):
                following += 1
            if following >= min(len(keys), start + MAX_RUN):
                break
            more, extra = hits[following], self._extra_of(keys[following])
            both = _both(alive, more)
            for entry in extra:
                if entry in alive and entry not in both:
                    both[entry] = (alive[entry][0] + _EXTRA, alive[entry][1])
            alive = both
            has_plain = has_plain or not keyword[following]
            end = following + 1
        return best.values()

    def _extra_of(self, key: str) -> set[int]:
        words = _PARTS.findall(key)
        return self._extra.get(words[0], set()) if len(words) == 1 else set()

    def _significant(self, entry: int) -> set[str]:
        words = set(self._names[entry].words)
        return words - CONNECTORS or words


def _both(
    first: dict[int, tuple[float, int]], second: dict[int, tuple[float, int]]
) -> dict[int, tuple[float, int]]:
    """The names in both, their figures added up; the larger of the two is never gone through."""
    few, many = (first, second) if len(first) <= len(second) else (second, first)
    return {
        entry: (value + many[entry][0], count + many[entry][1])
        for entry, (value, count) in few.items()
        if entry in many
    }


def _is_connector(key: str) -> bool:
    return all(word in CONNECTORS for word in _PARTS.findall(key))
