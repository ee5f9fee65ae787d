"""Which clients may be one and the same: pairs with a score and the reasons for it.

Two clients become a pair by what identifies them (SIRET, VAT number, e-mail, telephone, reference, website), or by
names that are alike at the same place. The same name in another town is no duplicate, nor are two establishments
of one company, nor two people of one family. What is in favour adds up, the strongest first, each further reason
closing a third of the gap to 100; what speaks against it takes away.

Texts come folded (no accents, no case), numbers in E.164, identifiers as bare letters and digits.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from portfolio_app.analysis.alike_names import Likeness, Words, likeness, numbers_of

LEAST = 60
"""Pairs below this score are none."""
MOST_PAIRS = 20_000
"""So many pairs at most are kept, the strongest."""
_FURTHER = 0.35
"""Which part of what is missing to 100 a further reason closes."""
_AGAINST, _ELSEWHERE = 35, 12
_COMMON = 12
"""What more clients than this have in common identifies none of them."""
_RARE = 15
"""A word in so many names at most is reason enough to look at all of these."""
_WINDOW = 8
"""Names are compared with so many neighbours in alphabetical order."""
_CHUNK = 40_000
_WORTH_A_LOOK, _SUBSET = 78, 96

IDENTITY = ("siret", "vat", "email", "phone", "reference", "site")
_WORTH = {"siret": 97, "vat": 92, "email": 88, "phone": 84, "reference": 80, "site": 76}
_WORTH_ALONE = {"siret": 97, "vat": 84, "email": 62}
"""What they are worth where the names are not alike."""
_NAMED = {"place": 90, "near": 80, "": 74}
_ALIKE = {"place": 62, "near": 54, "": 50}
_PER_SHARE = 90
"""Points for names alike, besides those, per unit of likeness beyond `_ALIKE_FROM`."""
_ALIKE_FROM, _CLOSE_FROM = 0.7, 0.55

Ints = NDArray[np.int64]


class Party(NamedTuple):
    """What is compared of a client. `words`: `alike_names.core_words` of its name; `people`: those of its contacts.

    `site`: the domain of its website, or of its e-mail where that is its own. `born`: an ISO date or empty.
    """

    id: int
    words: Words
    is_person: bool = False
    reference: str = ""
    siret: str = ""
    vat: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    site: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    born: str = ""
    people: tuple[Words, ...] = ()


class Found(NamedTuple):
    """Two clients that may be one, `first_id` < `second_id`.

    `score` from `LEAST` to 100. `reasons`, the strongest first: "siret", "vat", "email", "phone", "reference",
    "site", "name", "similar_name", "place", "near", "street", "people"; against it "other_siret" (or VAT number),
    "other_birthday", "elsewhere".
    """

    first_id: int
    second_id: int
    score: int
    reasons: tuple[str, ...]


def keys_of(party: Party) -> Iterator[tuple[str, str]]:
    """What identifies a client, as (kind, value)."""
    for kind in ("siret", "vat", "reference", "site"):
        if value := getattr(party, kind):
            yield kind, value
    for email in party.emails:
        yield "email", email
    for phone in party.phones:
        yield "phone", phone


class Register:
    """The clients of a book as they are compared, and the pairs among them once `search` went through.

    After `replace`, `catch_up` compares only what changed.
    """

    def __init__(self, parties: Iterable[Party] = ()) -> None:
        self._parties: dict[int, Party] = {}
        self._by_key: dict[tuple[str, str], set[int]] = {}
        self._words: Counter[str] = Counter()
        self._compact: dict[int, str] = {}
        self._pairs: dict[tuple[int, int], Found] | None = None
        self._changed: set[int] = set()
        self.add(parties)

    def __len__(self) -> int:
        return len(self._parties)

    def __contains__(self, client_id: int) -> bool:
        return client_id in self._parties

    @property
    def is_searched(self) -> bool:
        """Whether all pairs are known."""
        return self._pairs is not None

    def add(self, parties: Iterable[Party]) -> None:
        """Take clients in that are not in it."""
        for party in parties:
            self._parties[party.id] = party
            self._compact[party.id] = "".join(sorted(party.words))
            self._words.update(set(party.words))
            for key in keys_of(party):
                self._by_key.setdefault(key, set()).add(party.id)

    def replace(self, client_ids: Collection[int], parties: Iterable[Party]) -> None:
        """Put these in place of those clients; pairs of theirs are looked for again when asked for."""
        for client_id in client_ids:
            party = self._parties.pop(client_id, None)
            if party is None:
                continue
            del self._compact[client_id]
            self._words.subtract(set(party.words))
            for key in keys_of(party):
                self._by_key[key].discard(client_id)
        self.add(parties)
        self._changed.update(client_ids)
        if self._pairs:
            gone = frozenset(client_ids)
            self._pairs = {key: pair for key, pair in self._pairs.items() if gone.isdisjoint(key)}

    def pairs(self) -> list[Found]:
        """The pairs found by `search` and `catch_up`, the strongest first."""
        found = sorted((self._pairs or {}).values(), key=lambda pair: (-pair.score, pair[:2]))
        return found[:MOST_PAIRS]

    def like(self, party: Party, limit: int | None = None) -> list[Found]:
        """The clients that this one, in the book or not, may be; the strongest first."""
        near: set[int] = set()
        for key in keys_of(party):
            alike = self._by_key.get(key, set())
            near |= alike if len(alike) <= _COMMON else set()
        own = "".join(sorted(party.words))
        ids = list(self._compact)
        texts = list(self._compact.values())
        for _, _, place in process.extract(
            own, texts, scorer=fuzz.ratio, score_cutoff=_WORTH_A_LOOK, limit=200
        ):
            near.add(ids[place])
        near.discard(party.id)
        found = (self._judge(party, self._parties[other]) for other in near)
        return sorted((each for each in found if each), key=lambda pair: (-pair.score, pair[:2]))[:limit]

    def search(self) -> Iterator[float]:
        """Look for all pairs, in small steps: each answers which part is done, 1 at last."""
        self._changed.clear()
        parties = list(self._parties.values())
        compact = [self._compact[party.id] for party in parties]
        candidates = _Candidates(parties, compact, self._words)
        chosen, sure = yield from candidates.gather()
        yield 0.35
        kept = []
        for start in range(0, len(chosen), _CHUNK):
            kept.append(candidates.worth_a_look(chosen[start : start + _CHUNK]))
            yield 0.35 + 0.35 * min(1.0, (start + _CHUNK) / len(chosen))
        asked = _once(np.concatenate([sure, *kept]))
        found: dict[tuple[int, int], Found] = {}
        for number, code in enumerate(asked.tolist()):
            pair = self._judge(parties[code // len(parties)], parties[code % len(parties)])
            if pair is not None:
                found[pair[:2]] = pair
            if number % 2_000 == 1_999:
                yield 0.7 + 0.3 * number / len(asked)
        self._pairs = found
        yield 1.0

    def catch_up(self) -> Iterator[float]:
        """Compare what changed since the search, in small steps as it does."""
        if self._pairs is None:
            return
        before = len(self._changed)
        while self._changed:
            party = self._parties.get(self._changed.pop())
            if party is not None:
                self._pairs |= {pair[:2]: pair for pair in self.like(party)}
            yield max(0.0, 1 - len(self._changed) / before)

    @property
    def changed(self) -> int:
        """How many clients changed since the search."""
        return len(self._changed)

    def _weigh(self, word: str) -> float:
        return 0.2 + math.log((2 + len(self._parties)) / (1 + self._words[word]))

    def _judge(self, first: Party, second: Party) -> Found | None:
        if first.id > second.id:
            first, second = second, first
        alike = likeness(first.words, second.words, self._weigh)
        score, reasons = judge(first, second, alike)
        return Found(first.id, second.id, score, reasons) if score >= LEAST else None


def judge(first: Party, second: Party, alike: Likeness) -> tuple[int, tuple[str, ...]]:
    """How surely two clients are one, from 0 to 100, and why; `alike`: their names."""
    where = _where(first, second)
    shared_people = any(sorted(one) == sorted(other) for one in _people(first) for other in _people(second))
    worth = _identity(first, second, alike, shared_people)
    worth |= _by_name(alike, where)
    if not worth:
        return 0, ()
    if where == "place" and first.street and first.street == second.street:
        worth["street"] = 50
    if shared_people and not (first.is_person and second.is_person):
        worth["people"] = 50
    ordered = sorted(worth, key=lambda reason: -worth[reason])
    score = float(worth[ordered[0]])
    for _ in ordered[1:]:
        score += (100 - score) * _FURTHER
    against = _against(first, second, where)
    score -= sum(against.values())
    # Of one family or one owner: what they share is not who they are.
    if alike.opposed and not {"siret", "vat"} & worth.keys():
        is_self = shared_people and first.is_person != second.is_person
        score = score if is_self else min(score, LEAST - 2)
    if where in ("place", "near") and ("name" in worth or "similar_name" in worth):
        ordered.append(where)
    return max(0, min(100, round(score))), (*ordered, *against)


def _identity(first: Party, second: Party, alike: Likeness, shared_people: bool) -> dict[str, int]:
    """What identifies both, and how much that says."""
    shared = {
        "siret": bool(first.siret) and first.siret == second.siret,
        "vat": bool(first.vat) and first.vat == second.vat and not _other_siret(first, second),
        "email": not set(first.emails).isdisjoint(second.emails),
        "phone": not set(first.phones).isdisjoint(second.phones),
        "reference": bool(first.reference) and first.reference == second.reference,
        "site": bool(first.site) and first.site == second.site,
    }
    is_close = alike.share >= _CLOSE_FROM or shared_people
    table = _WORTH if is_close else _WORTH_ALONE
    return {kind: table[kind] for kind in IDENTITY if shared[kind] and kind in table}


def _by_name(alike: Likeness, where: str) -> dict[str, int]:
    if where == "elsewhere" or alike.opposed or alike.share < _ALIKE_FROM:
        return {}
    if alike.share >= 1:
        return {"name": _NAMED[where]}
    return {"similar_name": round(_ALIKE[where] + _PER_SHARE * (alike.share - _ALIKE_FROM))}


def _against(first: Party, second: Party, where: str) -> dict[str, int]:
    """What speaks against it: another company, another establishment, another birthday, another town."""
    found = {}
    other_vat = first.vat and second.vat and first.vat != second.vat
    if _other_siret(first, second) or (other_vat and not (first.siret and first.siret == second.siret)):
        found["other_siret"] = _AGAINST
    if first.born and second.born and first.born != second.born:
        found["other_birthday"] = _AGAINST
    if where == "elsewhere":
        found["elsewhere"] = _ELSEWHERE
    return found


def _other_siret(first: Party, second: Party) -> bool:
    """Whether both have a number and they differ; one that is the company's alone (SIREN) fits its SIRETs."""
    one, other = first.siret, second.siret
    return bool(one and other) and not (one.startswith(other) or other.startswith(one))


def _where(first: Party, second: Party) -> str:
    """ "place": the same; "near": the same town in part; "elsewhere"; "" where that is not known."""
    same_city = bool(first.city) and first.city == second.city
    both_coded = bool(first.postcode and second.postcode)
    if same_city:
        return "near" if both_coded and first.postcode != second.postcode else "place"
    if both_coded:
        return "place" if first.postcode == second.postcode else "elsewhere"
    return "elsewhere" if first.city and second.city else ""


def _people(party: Party) -> tuple[Words, ...]:
    return (party.words, *party.people) if party.is_person else party.people


def _once(codes: Ints) -> Ints:
    """Each of them once, sorted: faster than numpy's own for millions of codes, most of them different."""
    line = np.sort(codes)
    return line[np.concatenate([[True], line[1:] != line[:-1]])] if len(line) else line


class _Candidates:
    """Which pairs are worth a closer look, by cheap means: equal keys, rare words, neighbours in the alphabet."""

    def __init__(self, parties: Sequence[Party], compact: Sequence[str], words: Counter[str]) -> None:
        self._parties, self._compact, self._words = parties, compact, words
        self._n = len(parties)
        self._joined = ["".join(party.words) for party in parties]
        self._spaced = [" ".join(party.words) for party in parties]
        codes: dict[Any, int] = {(): 0, "": 0}
        self._numbers = self._coded([numbers_of(party.words) for party in parties], codes)
        self._city = self._coded([party.city for party in parties], codes)
        self._postcode = self._coded([party.postcode for party in parties], codes)

    def _coded(self, values: Sequence[Any], codes: dict[Any, int]) -> Ints:
        return np.array([codes.setdefault(value, len(codes)) for value in values], dtype=np.int64)

    def gather(self) -> Generator[float, None, tuple[Ints, Ints]]:
        """Pairs, each as one number: those whose names are still to be compared, and those that share a key."""
        sure: list[int] = []
        none = np.empty(0, dtype=np.int64)
        loose = [none]
        blocks = yield from self._blocks()
        for number, (kind, block) in enumerate(blocks):
            if kind == "word":
                loose.append(self._all_of(block))
            elif len(block) <= _COMMON:
                sure += self._all_of(block).tolist()
            else:
                loose.append(self._neighbours(sorted(block, key=self._joined.__getitem__)))
            if number % 2_000 == 1_999:
                loose = [self._fitting(np.concatenate(loose))]
                yield 0.1 + 0.1 * number / len(blocks)
        loose = [self._fitting(np.concatenate(loose))]
        for order in self._orders():
            yield 0.2
            loose.append(self._fitting(self._neighbours(order)))
        yield 0.3
        return _once(np.concatenate(loose)), np.array(sure, dtype=np.int64)

    def _blocks(self) -> Generator[float, None, list[tuple[str, list[int]]]]:
        """The places of clients that share an identifying key, a whole name, or a rare word."""
        blocks: dict[tuple[str, str], list[int]] = {}
        for place, party in enumerate(self._parties):
            for key in keys_of(party):
                blocks.setdefault(key, []).append(place)
            blocks.setdefault(("name", self._compact[place]), []).append(place)
            for word in set(party.words):
                if len(word) > 2 and 1 < self._words[word] <= _RARE and not word.isdecimal():
                    blocks.setdefault(("word", word), []).append(place)
            if place % 5_000 == 4_999:
                yield 0.1 * place / self._n
        return [(kind, block) for (kind, _), block in blocks.items() if len(block) > 1]

    def _orders(self) -> Iterator[list[int]]:
        """The clients in such orders that misspelled names stand close: by their beginnings, ends, and by place."""
        parties, compact = self._parties, self._compact
        joined = self._joined
        backwards = [text[::-1] for text in joined]
        place = [party.postcode or party.city for party in parties]
        for texts in (joined, backwards, compact):
            yield sorted(range(self._n), key=texts.__getitem__)
        for texts in (compact, backwards):
            local = [f"{where} {text}" for where, text in zip(place, texts, strict=True)]
            yield sorted(range(self._n), key=local.__getitem__)

    def _neighbours(self, order: Sequence[int]) -> Ints:
        line = np.array(order, dtype=np.int64)
        return np.concatenate(
            [np.empty(0, dtype=np.int64)]
            + [
                self._pair_codes(line[:-step], line[step:])
                for step in range(1, min(_WINDOW, len(line) - 1) + 1)
            ]
        )

    def _all_of(self, block: Sequence[int]) -> Ints:
        both = np.array(list(combinations(block, 2)), dtype=np.int64)
        return self._pair_codes(both[:, 0], both[:, 1])

    def _pair_codes(self, one: Ints, other: Ints) -> Ints:
        return np.minimum(one, other) * self._n + np.maximum(one, other)

    def _fitting(self, codes: Ints) -> Ints:
        """Those whose figures are the same and whose places do not differ."""
        one, other = codes // max(self._n, 1), codes % max(self._n, 1)
        city, postcode = self._city, self._postcode
        same_city = (city[one] == city[other]) & (city[one] > 0)
        coded = (postcode[one] > 0) & (postcode[other] > 0)
        is_other_city = (city[one] > 0) & (city[other] > 0) & ~same_city
        is_elsewhere = ~same_city & np.where(coded, postcode[one] != postcode[other], is_other_city)
        return codes[(self._numbers[one] == self._numbers[other]) & ~is_elsewhere]

    def worth_a_look(self, codes: Ints) -> Ints:
        """Those whose names look alike, or one of which holds the other."""
        kept = []
        for texts, scorer, least in (
            (self._compact, fuzz.ratio, _WORTH_A_LOOK),
            (self._joined, fuzz.ratio, _WORTH_A_LOOK),
            (self._spaced, fuzz.token_set_ratio, _SUBSET),
        ):
            first, second = (
                [texts[place] for place in part.tolist()] for part in (codes // self._n, codes % self._n)
            )
            close = process.cpdist(first, second, scorer=scorer, score_cutoff=least) > 0
            kept.append(codes[close])
            codes = codes[~close]
        return np.concatenate(kept)
