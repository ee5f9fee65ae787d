"""Columns of amounts that are about a whole year, quarter or month: “CA 2023”, “janv. 2025”, “2024-Q1”."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from portfolio_app.exchange.dates import month_number
from portfolio_app.exchange.words import fold_header, words_of

_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_SHORT_YEAR = re.compile(r"[0-4]\d", re.ASCII)
_QUARTER = re.compile(r"[tq]([1-4])", re.ASCII)
_GLUED = re.compile(r"\b(ca|caht|ventes|sales|revenue|total|t[1-4]|q[1-4])((?:19|20)\d\d|\d\d)\b", re.ASCII)
_MONEY = words_of(
    "ca|caht|chiffre|revenu|revenus|revenue|revenues|sales|vente|ventes|montant|montants|amount|turnover|umsatz|"
    "fatturato|vendite|omzet|facture|facturation|achat|achats|purchases|spend|spent|encaissement|encaissements|billed|billing|ventas|"
    "facturacion"
)
_AROUND = words_of(
    "d|de|du|des|l|le|la|en|of|in|for|pour|affaires|affaire|ht|ttc|net|nets|nette|eur|euro|euros|k|keur|m|meur|000|"
    "s|usd|gbp|chf|annee|an|year|jahr|exercice|fy|realise|realisee|real|actual|total|totaux|totale|annuel|annuelle|"
    "annual|yearly|client|customer|mois|month|trimestre|quarter|cumul|cumule|nos|ytd"
)
_GROSS = words_of("ttc|gross")


class Period(NamedTuple):
    """What a column's name says: `period` as in `sale.amount@…`; `told`: it speaks of money; `gross`: tax included."""

    period: str
    told: bool
    gross: bool


@lru_cache(maxsize=4_000)
def period_of(header: str) -> Period | None:
    """The period a column's name is about, when it says nothing else but money."""
    words = _GLUED.sub(r"\1 \2", fold_header(header)).split()
    if len(words) > 10:
        return None
    told = not _MONEY.isdisjoint(words)
    years = [word for word in words if _YEAR.fullmatch(word)]
    rest = [word for word in words if word not in _MONEY]
    if (
        not years
        and rest
        and _SHORT_YEAR.fullmatch(rest[-1])
        and (told or month_number(rest[0]) or len(rest) > 1)
    ):
        years = [f"20{rest.pop()}"]
        words = [*rest, years[0]]
    if len(years) != 1:
        return None
    rest = [word for word in rest if word != years[0] and not set(word) <= {"0"}]
    months = [number for word in rest if (number := _month(word))]
    quarters = [match[1] for word in rest if (match := _QUARTER.fullmatch(word))]
    others = [
        word for word in rest if not _month(word) and not _QUARTER.fullmatch(word) and word not in _AROUND
    ]
    if len(months) == 2 and months[1] == 1 and words[0] == years[0]:
        months = months[:1]  # “2025-03-01”: the first of a month, as a spreadsheet writes one
    if others or len(months) + len(quarters) > 1:
        return None
    part = f"-{months[0]:02d}" if months else f"-Q{quarters[0]}" if quarters else ""
    return Period(years[0] + part, told, not _GROSS.isdisjoint(words))


def _month(word: str) -> int:
    """The number of a month by its name or as “1” to “12”; 0 for another word."""
    if word.isdecimal() and len(word) <= 2:
        return int(word) if 1 <= int(word) <= 12 else 0
    return month_number(word)


def finest(periods: dict[str, Period]) -> dict[str, Period]:
    """Column → period, without what would count twice: amounts with tax beside those without, sums of years
    beside their months or quarters.
    """
    net = {told.period for told in periods.values() if not told.gross}
    kept = {column: told for column, told in periods.items() if not told.gross or told.period not in net}
    parted = {told.period[:4] for told in kept.values() if len(told.period) > 4}
    monthly = {told.period[:4] for told in kept.values() if len(told.period) == 7 and "Q" not in told.period}
    return {
        column: told
        for column, told in kept.items()
        if not (len(told.period) == 4 and told.period in parted)
        and not ("Q" in told.period and told.period[:4] in monthly)
    }
