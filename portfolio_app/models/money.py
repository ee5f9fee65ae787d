"""Money as exact integers.

Real exports carry lines finer than a cent (957.5775 after a discount), and totals must still be right to
the cent, so the book stores **money units**: millionths of its currency unit. A 64-bit sum holds nine
trillion currency units.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

MONEY_SCALE = 1_000_000
QUANTITY_SCALE = 1_000
MAX_MONEY = Decimal(9_000_000_000)
"""Largest amount of one line, in currency units; a thousand of them still fit a 64-bit sum."""


def to_units(amount: Decimal) -> int:
    """`amount` in currency units as an integer of money units, half to even."""
    return int((amount * MONEY_SCALE).to_integral_value(rounding=ROUND_HALF_EVEN))


def from_units(units: int) -> Decimal:
    """Money units as an exact `Decimal` in currency units."""
    return Decimal(int(units)) / MONEY_SCALE


def to_thousandths(quantity: Decimal) -> int:
    """A quantity as an integer of thousandths, half to even."""
    return int((quantity * QUANTITY_SCALE).to_integral_value(rounding=ROUND_HALF_EVEN))


def from_thousandths(thousandths: int) -> Decimal:
    """Thousandths as an exact `Decimal`."""
    return Decimal(int(thousandths)) / QUANTITY_SCALE
