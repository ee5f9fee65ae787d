"""Names typed in capitals, in small letters or with stray blanks, as they would be written with care."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PARTICLES = frozenset(
    (
        "de du des la le les l d et en sur sous aux au à von van der den del della di da dos y e and of the pour "
        "chez lès"
    ).split()
)
"""Small inside a name; the first word is never one of them."""
_ARTICLES = frozenset(("le", "la", "les"))
"""Small in a company's name, not in a family's: “Marie Le Goff”, “Jean de La Fontaine”."""
_LEGAL = {
    word.lower(): word
    for word in (
        "SARL SAS SASU EURL SA SCI SCEA EARL GAEC SNC SCOP SCIC SEL SELARL SELAS GIE EIRL SCM SCP CUMA ESAT GmbH AG KG "
        "OHG UG Ltd PLC LLC Inc BV NV SRL SpA ASBL SPRL BVBA"
    ).split()
}
_VOWELS = frozenset("aeiouyàâäéèêëîïôöùûüœæ")
_SHORT = 3
"""A word of so few letters in capitals may be an abbreviation."""


def tidy_name(text: str, *, is_person: bool) -> str:
    """The name without stray blanks, and with capitals where they belong when it had only capitals, or none.

    What is written with both is left as it is. So is a company's name of one word, which may be a brand, and
    words that may be abbreviations.
    """
    plain = " ".join(text.split())
    is_shouted, is_whispered = plain.isupper(), plain.islower()
    if not (is_shouted or is_whispered):
        return plain
    words = _WORD.findall(plain)
    if not words or (not is_person and len(words) < 2):
        return plain
    first = True

    def written(found: re.Match[str]) -> str:
        nonlocal first
        word, is_first, first = found[0], first, False
        return _written(word, is_first, is_person=is_person, is_shouted=is_shouted)

    return _WORD.sub(written, plain)


def _written(word: str, is_first: bool, *, is_person: bool, is_shouted: bool) -> str:
    lower = word.lower()
    if lower in _LEGAL and not is_person:
        return _LEGAL[lower]
    if lower in _PARTICLES and not is_first and not (is_person and lower in _ARTICLES):
        return lower
    if not is_person and is_shouted and (len(lower) <= _SHORT or _VOWELS.isdisjoint(lower)):
        return word
    head, mark, tail = lower.partition("’") if "’" in lower else lower.partition("'")
    if mark and head in ("d", "l"):
        return (head.upper() if is_first else head) + mark + tail.capitalize()
    return head.capitalize() + mark + tail.capitalize()
