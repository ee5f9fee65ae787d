"""Folding: how names are compared and searched, whatever their accents and case."""

from __future__ import annotations

import unicodedata

_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'"}
)


def fold(text: str) -> str:
    """`text` without accents, case or ligatures, blanks collapsed: "Éric  Lainé" → "eric laine"."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(text.casefold().translate(_LIGATURES).split())
