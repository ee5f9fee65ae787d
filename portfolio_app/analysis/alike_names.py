"""How alike two names of clients are: legal forms, accents, word order and small misspellings aside.

Names are folded (no accents, no case) before they come here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

Words = tuple[str, ...]
Weigh = Callable[[str], float]

_PARTS = re.compile(r"[^\W_]+")
_LEGAL = frozenset(
    "sarl sas sasu sa eurl snc sci scp scs scm scea scop selarl selas earl gaec gie eirl ei ets etablissement "
    "etablissements societe compagnie cie gmbh ag kg ohg ug ev mbh ltd limited llc inc incorporated corp "
    "corporation company plc llp bv nv sprl srl srls bvba asbl spa sl slu sau oy ab as aps lda".split()
)
_TITLES = frozenset(
    "m mme mlle mr mrs ms miss monsieur madame mademoiselle herr frau dr docteur me maitre".split()
)
_LINKS = frozenset("et and und de du des d la le les l aux au a of the von van der den di del".split())
_INITIALS = frozenset("a")
"""Links that are an initial where a name begins with them."""
_SHORT = {"st": "saint", "ste": "sainte", "freres": "frere", "fres": "frere"}
_SURE, _LEAST = 0.92, 0.82
"""How alike texts without blanks must be where words were written apart, and two words to be one misspelled."""
_SHORTEST = 4
"""Words shorter than this must be equal."""


class Likeness(NamedTuple):
    """`share` of the two names that is common, from 0 to 1; `opposed`: each says something the other does not."""

    share: float
    opposed: bool


NONE = Likeness(0.0, True)


def core_words(folded: str) -> Words:
    """The words that tell a name from others: no legal form, no title, no "et"; all words where nothing is left."""
    words = _joined(_PARTS.findall(folded))
    if words and words[0] == "ste":
        words = words[1:] or words
    kept = tuple(
        _SHORT.get(word, word)
        for place, word in enumerate(words)
        if word not in _LEGAL and (word not in _LINKS or (place == 0 and word in _INITIALS))
    )
    # "M. Martin", "Dr Martin": titles stand first.
    if len(kept) > 1 and kept[0] in _TITLES:
        kept = kept[1:]
    return kept or tuple(words)


def _joined(words: Sequence[str]) -> list[str]:
    """ "s", "a", "r", "l" as one word; single letters by themselves as they are."""
    found: list[str] = []
    run: list[str] = []
    for word in (*words, ""):
        if len(word) == 1 and not word.isdecimal():
            run.append(word)
            continue
        found += ["".join(run)] if len(run) > 1 else run
        run = []
        if word:
            found.append(word)
    return found


def numbers_of(words: Words) -> Words:
    """The words with figures in them, which are never misspelled: shop 12 is not shop 13."""
    if all(map(str.isalpha, words)):
        return ()
    return tuple(sorted(word for word in words if any(letter.isdecimal() for letter in word)))


def likeness(first: Words, second: Words, weigh: Weigh) -> Likeness:
    """How alike two names are. `weigh` says how much a word tells: rare ones more than common ones."""
    if not first or not second:
        return NONE
    if sorted(first) == sorted(second):
        return Likeness(1.0, opposed=False)
    if numbers_of(first) != numbers_of(second):
        return NONE
    if len(first) != len(second):
        close = fuzz.ratio("".join(first), "".join(second)) / 100
        if close >= _SURE:
            return Likeness(close, opposed=False)
    few, many = sorted((first, second), key=len)
    common, whole, alone, rest = 0.0, 0.0, 0.0, list(many)
    for word in few:
        best = max(rest, key=lambda other: _same(word, other), default="")
        quality = _same(word, best) if best else 0.0
        if quality < _LEAST:
            alone += weigh(word)
            continue
        rest.remove(best)
        weight = (weigh(word) + weigh(best)) / 2
        common += quality * weight
        whole += weight
    over = sum(weigh(word) for word in rest)
    return Likeness(common / (whole + alone + over), opposed=alone > 0 and over > 0)


def _same(first: str, second: str) -> float:
    """How surely two words are the same one: a misspelling, an initial."""
    if first == second:
        return 1.0
    if len(first) == 1 or len(second) == 1:
        return 0.85 if first[0] == second[0] and not (first + second).isdecimal() else 0.0
    if min(len(first), len(second)) < _SHORTEST:
        return 0.0
    return fuzz.ratio(first, second) / 100
