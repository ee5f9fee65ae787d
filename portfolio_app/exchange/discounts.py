"""Discounts of sale lines: as a rate or as an amount, and what was taken off."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from portfolio_app.exchange.cells import Cell, CellError, cell_text
from portfolio_app.exchange.numbers import parse_number
from portfolio_app.exchange.words import fold_header, words_of
from portfolio_app.models.money import MAX_MONEY

RATE, AMOUNT = "sale.discount", "sale.discount_amount"
_RATE_WORDS = words_of("pct|percent|percentage|pourcentage|taux|rate|points")
_SIGNS = ("€", "$", "£", "eur", "usd", "chf")
_WHOLE_RATE = 100
_HALF = Decimal("0.5")


def taken_off(values: dict[str, Any]) -> None:
    """Puts into a row's values what was taken off, from the rate, where it can be told; without an amount that too.

    Where quantity × unit price is the amount already, the rate says nothing of it: the price may be the reduced
    one, or the amount the one before.
    """
    off, rate = values.get(AMOUNT), values.get(RATE)
    full = _full(values)
    if "sale.amount" not in values and full is not None:
        values["sale.amount"] = full * (1 - rate) if rate else full - abs(off or 0)
    amount = values.get("sale.amount")
    if amount is None:
        return
    if off is None and rate:
        off = _off(amount, rate, full)
    if off is None:
        return
    # Some programs write what they took off with a minus sign; it goes with the amount's.
    off = -abs(off) if amount < 0 else abs(off)
    if not off or abs(off) > MAX_MONEY:
        values.pop(AMOUNT, None)
    else:
        values[AMOUNT] = off


def holds_amounts(
    column: str, rows: Sequence[Sequence[Cell]], place: Callable[[str], int], fields: Mapping[str, str]
) -> bool:
    """Whether a column of discounts holds amounts rather than rates. `fields`: field → column.

    Told by the signs in it, else by which of the two leads from quantity × unit price to the amount, else by
    how the numbers look: rates are at most 100 and round.
    """
    if _RATE_WORDS & set(fold_header(column).split()) or "%" in column:
        return False
    texts = [cell_text(cells[place(column)]).strip() for cells in rows]
    if any("%" in text for text in texts):
        return False
    if any(sign in text.casefold() for text in texts for sign in _SIGNS):
        return True
    numbers = [abs(number) for text in texts if (number := _number(text))]
    if not numbers or max(numbers) > _WHOLE_RATE:
        return bool(numbers)
    proof = _proof(column, rows, place, fields)
    if proof:
        return proof > 0
    if max(numbers) <= 1:
        return False
    odd = sum(number % _HALF != 0 for number in numbers)
    return odd > len(numbers) / 5


def _full(values: Mapping[str, Any]) -> Decimal | None:
    quantity, price = values.get("sale.quantity"), values.get("sale.unit_price")
    return None if quantity is None or price is None else quantity * price


def _off(amount: Decimal, rate: Decimal, full: Decimal | None) -> Decimal | None:
    if full is not None:
        off = full - amount
        if _is_near(off, full * rate, full):
            return off
        if _is_near(full, amount, full):
            return None
    return amount * rate / (1 - rate) if rate < 1 else None


def _is_near(one: Decimal, other: Decimal, of: Decimal) -> bool:
    return abs(one - other) <= max(abs(of) / 500, Decimal("0.02"))


def _number(text: str) -> Decimal | None:
    try:
        return parse_number(text) if text else None
    except CellError:
        return None


def _proof(
    column: str, rows: Sequence[Sequence[Cell]], place: Callable[[str], int], fields: Mapping[str, str]
) -> int:
    """Above zero where the rows say amounts, below where they say rates, zero where they say nothing."""
    needed = ("sale.quantity", "sale.unit_price", "sale.amount")
    if any(name not in fields for name in needed):
        return 0
    places = [place(fields[name]) for name in needed]
    balance = 0
    for cells in rows:
        value = _number(cell_text(cells[place(column)]).strip())
        quantity, price, amount = (_number(cell_text(cells[each]).strip()) for each in places)
        if not value or quantity is None or price is None or amount is None:
            continue
        full = quantity * price
        rate = abs(value) if abs(value) <= 1 else abs(value) / _WHOLE_RATE
        by_amount, by_rate = (_is_near(full - off, amount, full) for off in (abs(value), full * rate))
        balance += by_amount - by_rate
    return balance
