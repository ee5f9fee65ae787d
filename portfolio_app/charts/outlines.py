"""The outlines of the maps that come with the program."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Literal

from portfolio_app.charts.area_map import Outline
from portfolio_app.config import resources_dir

MapName = Literal["france", "world"]


@dataclass(frozen=True)
class Outlines:
    """A map: its areas, the French names of those that have one there, and whom it is owed to."""

    areas: tuple[Outline, ...]
    names: dict[str, str]
    credit: str


@cache
def load(name: MapName) -> Outlines:
    """The French departments or the countries of the world (ISO codes), as `tools/make_maps.py` made them."""
    read = json.loads((resources_dir() / "maps" / f"{name}.json").read_text(encoding="utf-8"))
    return Outlines(
        areas=tuple(Outline(area["code"], tuple(area["rings"])) for area in read["areas"]),
        names={area["code"]: area["name"] for area in read["areas"] if "name" in area},
        credit=read["credit"],
    )
