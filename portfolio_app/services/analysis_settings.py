"""What the user decided about the analysis of the whole book: read, checked and kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import select

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Setting
from portfolio_app.services.changes import Changes
from portfolio_app.storage.book import Book

KEY = "analysis"
"""The setting that holds the choices, as a JSON object."""
RANGES: dict[str, tuple[float, float]] = {
    "discount_rate": (0.0, 1.0),
    "horizon_months": (3, 120),
    "value_ratio": (1.0, 10.0),
    "payback_months": (1, 60),
    "watch_share": (0.01, 0.99),
    "alarm_share": (0.01, 0.99),
    "late_rate": (0.0, 1.0),
}
"""The least and the most of each number of an `AnalysisSettings`."""
_WHOLE = frozenset({"horizon_months", "payback_months"})
_CODE = re.compile(r"[a-z0-9_.:]{1,80}")
_MOST_TILES = 40


@dataclass(frozen=True)
class AnalysisSettings:
    """Choices about the analysis; rates and shares are fractions of 1.

    discount_rate: a year; horizon_months: how far a client's value looks ahead; value_ratio: how many times its
    acquisition cost a new client must be worth; payback_months: in which it must have earned it back; watch_share,
    alarm_share: parts of the revenue from which one client is marked; late_rate: what late payment costs, a year.
    `targets`: by indicator code, (aimed at, still acceptable). `tiles`, `charts`: what stands on the page of one's
    own, in order; None: what the program proposes.
    """

    discount_rate: float = 0.10
    horizon_months: int = 36
    value_ratio: float = 3.0
    payback_months: int = 12
    watch_share: float = 0.10
    alarm_share: float = 0.25
    late_rate: float = 0.08
    targets: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    tiles: tuple[str, ...] | None = None
    charts: tuple[str, ...] | None = None


_DEFAULTS = asdict(AnalysisSettings())


def analysis_settings(book: Book) -> AnalysisSettings:
    """The choices in force; those never made, or that cannot be read, are the defaults."""

    def read() -> AnalysisSettings:
        with book.read_session() as session:
            stored = session.scalar(select(Setting.value).where(Setting.key == KEY))
        return AnalysisSettings(**_read(stored))

    return book.cache.get(("analysis_settings",), ("setting",), read)


def set_analysis(book: Book, **values: Any) -> Changes:
    """Change some of the choices (fields of `AnalysisSettings`).

    Raises `InvalidValueError` "unknown_field", "not_a_choice", "out_of_range".
    """
    cleaned = {name: _checked(name, value) for name, value in values.items()}
    with book.step("update_setting", key=KEY) as step:
        setting = step.session.scalars(select(Setting).where(Setting.key == KEY)).first()
        chosen = _read(setting.value if setting is not None else None) | cleaned
        if chosen["alarm_share"] < chosen["watch_share"]:
            low = f"≥ {chosen['watch_share']:g}"
            raise InvalidValueError(
                "out_of_range", field="alarm_share", value=chosen["alarm_share"], allowed=low
            )
        # What equals the defaults is not kept, so that the book follows better ones.
        kept = {name: _plain(value) for name, value in chosen.items() if value != _DEFAULTS[name]}
        if setting is None:
            if kept:
                step.session.add(Setting(key=KEY, value=kept))
        elif not kept:
            step.session.delete(setting)
        elif setting.value != kept:
            setting.value = kept
    return step.changes


def _read(stored: Any) -> dict[str, Any]:
    values: dict[str, Any] = dict(_DEFAULTS)
    for name, value in (stored if isinstance(stored, dict) else {}).items():
        try:
            values[name] = _checked(name, value)
        except InvalidValueError:
            continue
    if values["alarm_share"] < values["watch_share"]:
        values |= {name: _DEFAULTS[name] for name in ("watch_share", "alarm_share")}
    return values


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return {code: list(pair) for code, pair in value.items()} if isinstance(value, Mapping) else value


def _checked(name: str, value: Any) -> Any:
    """One choice as an `AnalysisSettings` holds it. Raises `InvalidValueError`."""
    if name in RANGES:
        return _number(name, value)
    if name == "targets":
        return _targets(value)
    if name in ("tiles", "charts"):
        return None if value is None else _codes(name, value)
    raise InvalidValueError("unknown_field", field=name)


def _number(name: str, value: Any) -> float | int:
    low, high = RANGES[name]
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not low <= value <= high or (name in _WHOLE and value != int(value)):
        raise InvalidValueError("out_of_range", field=name, value=value, allowed=f"{low:g}–{high:g}")
    return int(value) if name in _WHOLE else float(value)


def _targets(value: Any) -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for code, pair in (value if isinstance(value, Mapping) else {}).items():
        numbers = tuple(pair) if isinstance(pair, list | tuple) else ()
        is_pair = len(numbers) == 2 and all(
            isinstance(each, int | float) and not isinstance(each, bool) and abs(each) < 1e15
            for each in numbers
        )
        if not isinstance(code, str) or not _CODE.fullmatch(code) or not is_pair:
            raise InvalidValueError("not_a_choice", field="targets", value=value, allowed="0–1")
        found[code] = (float(numbers[0]), float(numbers[1]))
    return found


def _codes(name: str, value: Any) -> tuple[str, ...]:
    listed: list[Any] = list(value) if isinstance(value, list | tuple) else [None]
    if len(listed) > _MOST_TILES or not all(
        isinstance(each, str) and _CODE.fullmatch(each) for each in listed
    ):
        raise InvalidValueError("not_a_choice", field=name, value=value, allowed="a-z 0-9 _ . :")
    return tuple(dict.fromkeys(listed))
