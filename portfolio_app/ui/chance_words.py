"""A probability in words that claim no more than is known: "about 6 chances in 10"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_FEWEST, _MOST = 0.05, 0.95


def chance(probability: float) -> str:
    """Rounded to tenths; nearly none and nearly sure are said so, never as 0 or 10 in 10."""
    translate = QCoreApplication.translate
    if probability < _FEWEST:
        return translate("Chance", "less than 1 chance in 20")
    if probability > _MOST:
        return translate("Chance", "more than 19 chances in 20")
    tenths = min(max(round(10 * probability), 1), 9)
    if tenths == 1:
        return translate("Chance", "about 1 chance in 10")
    return translate("Chance", "about {tenths} chances in 10").format(tenths=tenths)
