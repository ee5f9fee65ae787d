"""What can stand on the overview: everything the galleries of the tabs offer, and what stands there unless changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui.pages.analysis.gallery import ChartSpec, TileSpec

Spec = TypeVar("Spec", ChartSpec, TileSpec)

_GALLERIES = (
    "concentration", "segments", "value", "profit", "risks", "opportunities", "indicators", "places"
)  # fmt: skip
"""The modules that hold them, in the order of the tabs."""
PROPOSED_TILES: tuple[str, ...] = (
    "concentration.first",
    "risks.lost",
    "value.total",
    "indicators.retention",
    "opportunities.expected",
)
PROPOSED_CHARTS: tuple[str, ...] = (
    "concentration.pareto",
    "risks.strips",
    "value.activity",
    "indicators.forecast",
    "opportunities.grid",
    "map.places",
)


@cache
def charts() -> dict[str, ChartSpec]:
    """All charts by code, tab by tab."""
    return {spec.code: spec for module in _modules() for spec in module.CHARTS}


@cache
def tiles() -> dict[str, TileSpec]:
    """All figures by code, tab by tab."""
    return {spec.code: spec for module in _modules() for spec in module.TILES}


def chosen(codes: Sequence[str] | None, proposed: Sequence[str], known: dict[str, Spec]) -> list[Spec]:
    """The specs of these codes, in that order; None: the proposed ones. Codes nobody knows any more are left out."""
    return [known[code] for code in (proposed if codes is None else codes) if code in known]


def title(spec: ChartSpec | TileSpec) -> str:
    """The title in the language in use."""
    return QCoreApplication.translate("AnalysisGallery", spec.title)


def _modules() -> Iterable[Any]:
    return [import_module(f"portfolio_app.ui.pages.analysis.{name}_gallery") for name in _GALLERIES]
