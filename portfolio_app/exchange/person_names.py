"""Telling first name and family name apart in “DUPONT Jean”, “Dupont, Jean” or “Mme Anne Roux”."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from portfolio_app.exchange.first_names import FIRST_NAMES
from portfolio_app.exchange.words import fold, fold_header, words_of

NameOrder = Literal["", "first", "last"]
"""Which name stands first, as the column's name tells (“Nom et prénom”); “”: it does not."""

_TITLES = words_of(
    "m|mr|mme|mlle|monsieur|madame|mademoiselle|dr|me|mrs|ms|miss|herr|frau|prof|maitre|docteur|sr|sra"
)
_PARTICLES = words_of(
    "de|du|des|d|la|le|von|van|der|den|da|di|del|della|dos|ter|ten|zu|el|al|ben|mac|mc|st|saint"
)
_AND = re.compile(r"[&/+;@\d()]|\b(?:et|and|und|ou|or)\b", re.IGNORECASE)
_NO_NAMES = words_of(
    "inc|ltd|llc|sa|sas|sarl|gmbh|jr|sr|phd|md|esq|co|corp|plc|ag|bv|nv|spa|srl|eurl|sci|cie"
)
_INITIALS = re.compile(r"[^\W\d_](?:\.?-[^\W\d_])?\.|[^\W\d_]\.?(?:-[^\W\d_]\.?|[^\W\d_]\.)").fullmatch
_LONGEST = 80


class PersonName(NamedTuple):
    """First and family name; `turned`: the text had them in the other order, with a comma between."""

    first: str
    last: str
    turned: bool = False


def name_order(header: str) -> NameOrder:
    """What a column's name says about the order of the names below it."""
    words = fold_header(header).split()
    first = next(
        (place for place, word in enumerate(words) if word in ("prenom", "prenoms", "first", "vorname")), -1
    )
    last = next(
        (place for place, word in enumerate(words) if word in ("nom", "noms", "last", "nachname", "name")), -1
    )
    if first < 0 or last < 0:
        return ""
    return "first" if first < last else "last"


@lru_cache(maxsize=20_000)
def split_person(text: str, order: NameOrder = "") -> PersonName | None:
    """First and family name where it is clear which is which, else `None`.

    Clear by a comma, by capitals for the family name, by a usual first name on one side only, by a title before
    a single name, and by `order` for two names.
    """
    if len(text) > _LONGEST or _AND.search(text):
        return None
    head, comma, tail = text.partition(",")
    if comma:
        return _around_comma(head.split(), tail.split())
    words = text.split()
    is_titled = False
    while words and fold(words[0]) in _TITLES and (len(words) > 1):
        words, is_titled = words[1:], True
    if len(words) == 1:
        return PersonName("", words[0]) if is_titled else None
    if not 0 < len(words) <= 5 or any(fold(word) in _NO_NAMES for word in words):
        return None
    return _by_capitals(words) or _by_first_name(words) or _by_order(words, order)


def _around_comma(last: list[str], first: list[str]) -> PersonName | None:
    if not 0 < len(last) <= 3 or not 0 < len(first) <= 2:
        return None
    if len(last) > 1 < len(first) and _is_first_name(last[0]):
        return None  # “Luc Roy, Eva Blanc” are two.
    if any(fold(word) in _NO_NAMES for word in (*last, *first)):
        return None
    first = [word for word in first if fold(word) not in _TITLES] or first
    return PersonName(" ".join(first), " ".join(last), turned=True)


def _by_capitals(words: list[str]) -> PersonName | None:
    shouted = [_is_shouted(word) for word in words]
    if all(shouted) or not any(shouted):
        return None
    start = shouted.index(True)
    end = len(shouted) - shouted[::-1].index(True)
    if not all(shouted[start:end]):
        return None
    # A particle before the capitals is the family name's: “Jean de LA TOUR”.
    while start > 1 and fold(words[start - 1]) in _PARTICLES:
        start -= 1
    first, last = words[:start] + words[end:], words[start:end]
    if start and end < len(words):
        return None
    return PersonName(" ".join(first), " ".join(last)) if first else None


def _is_shouted(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    return len(letters) >= 2 and all(char.isupper() for char in letters) and not _INITIALS(word)


def _by_first_name(words: list[str]) -> PersonName | None:
    front, back = _is_first_name(words[0]), _is_first_name(words[-1])
    if front and not back and (len(words) == 2 or fold(words[1]) in _PARTICLES):
        return PersonName(words[0], " ".join(words[1:]))
    if back and not front and (len(words) == 2 or fold(words[0]) in _PARTICLES):
        return PersonName(words[-1], " ".join(words[:-1]))
    if len(words) == 3 and front and _is_first_name(words[1]) and not back:
        return PersonName(" ".join(words[:2]), words[2])
    return None


def _is_first_name(word: str) -> bool:
    """“Anne”, “Anne-Lou” by its first half, and initials such as “J.-M.”."""
    return fold(word).partition(" ")[0] in FIRST_NAMES or _INITIALS(word) is not None


def _by_order(words: list[str], order: NameOrder) -> PersonName | None:
    if order == "first" and (len(words) == 2 or fold(words[1]) in _PARTICLES):
        return PersonName(words[0], " ".join(words[1:]))
    if order == "last" and (len(words) == 2 or fold(words[0]) in _PARTICLES):
        return PersonName(words[-1], " ".join(words[:-1]))
    return None
