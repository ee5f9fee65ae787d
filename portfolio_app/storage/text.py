"""Folding: how names are compared and searched, whatever their accents and case."""

from __future__ import annotations

import unicodedata

_LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'"}
# Decomposed letters leave their accents in these two blocks.
_MARKS = dict.fromkeys([*range(0x300, 0x370), *range(0x1AB0, 0x1B00)])
_TABLE = str.maketrans(_LIGATURES) | _MARKS


def fold(text: str) -> str:
    """`text` without accents, case or ligatures, blanks collapsed: "Éric  Lainé" → "eric laine"."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).casefold().translate(_TABLE)
    return " ".join(text.lower().split())
