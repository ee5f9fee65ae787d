"""The words for why two clients may be one, and for what their fields hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.models.money import to_units
from portfolio_app.services.fields import FieldSpec
from portfolio_app.ui import i18n
from portfolio_app.ui.field_names import field_title
from portfolio_app.ui.pages import history_words
from portfolio_app.ui.theme import Tone

if TYPE_CHECKING:
    from portfolio_app.services.duplicates import Comparison

REASONS = {
    "siret": QT_TRANSLATE_NOOP("Duplicates", "same SIRET"),
    "vat": QT_TRANSLATE_NOOP("Duplicates", "same VAT number"),
    "email": QT_TRANSLATE_NOOP("Duplicates", "same e-mail"),
    "phone": QT_TRANSLATE_NOOP("Duplicates", "same phone number"),
    "reference": QT_TRANSLATE_NOOP("Duplicates", "same reference"),
    "site": QT_TRANSLATE_NOOP("Duplicates", "same internet domain"),
    "name": QT_TRANSLATE_NOOP("Duplicates", "same name"),
    "similar_name": QT_TRANSLATE_NOOP("Duplicates", "similar name"),
    "place": QT_TRANSLATE_NOOP("Duplicates", "same place"),
    "near": QT_TRANSLATE_NOOP("Duplicates", "same town"),
    "street": QT_TRANSLATE_NOOP("Duplicates", "same street"),
    "people": QT_TRANSLATE_NOOP("Duplicates", "same contact"),
    "other_siret": QT_TRANSLATE_NOOP("Duplicates", "but another SIRET or VAT number"),
    "other_birthday": QT_TRANSLATE_NOOP("Duplicates", "but another date of birth"),
    "elsewhere": QT_TRANSLATE_NOOP("Duplicates", "but another town"),
}
_LIKELY: tuple[tuple[int, str, Tone], ...] = (
    (90, str(QT_TRANSLATE_NOOP("Duplicates", "Very likely")), "accent"),
    (75, str(QT_TRANSLATE_NOOP("Duplicates", "Likely")), "neutral"),
    (0, str(QT_TRANSLATE_NOOP("Duplicates", "Possible")), "neutral"),
)
LONGEST = 240
"""So many letters of a value are shown."""


def reasons_text(reasons: Iterable[str]) -> str:
    """ "Same e-mail, similar name"."""
    words = ", ".join(
        QCoreApplication.translate("Duplicates", str(REASONS[reason]))
        for reason in reasons
        if reason in REASONS
    )
    return words[:1].upper() + words[1:]


def likelihood(score: int) -> tuple[str, Tone]:
    """How sure a pair is, in words, and its tone."""
    words, tone = next((words, tone) for least, words, tone in _LIKELY if score >= least)
    return QCoreApplication.translate("Duplicates", words), tone


def title_of(field: str, specs: Mapping[str, FieldSpec]) -> str:
    """What a field is called."""
    spec = specs.get(field)
    return spec.label if spec is not None and spec.label else field_title(field)


def value_text(field: str, value: Any, specs: Mapping[str, FieldSpec], currency: str) -> str:
    """A value as the user reads it, "" for none."""
    from portfolio_app.services.history import FieldChange

    if value is None or value == "" or value == []:
        return ""
    kind = specs[field].type if field in specs else "text"
    if kind == "money":
        return i18n.money(to_units(value), currency, None)
    text = history_words.value_text("client", FieldChange(field, kind, None, value), value, currency)
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def holdings(seen: Comparison, side: int, currency: str) -> str:
    """What a client has: "2 contacts, 12 sales, 4 touches · €3,400"."""
    counts = {kind: both[side] for kind, both in seen.counts.items() if both[side]}
    parts = [history_words.counts_text(counts)]
    if seen.revenue[side]:
        parts.append(i18n.money(to_units(seen.revenue[side]), currency))
    return " · ".join(part for part in parts if part)
