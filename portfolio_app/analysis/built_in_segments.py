"""The segmentations that come ready, and what a segment is made of.

standard     Top, high potential, regular, at risk, dormant, prospect: who deserves how much of the time.
loyalty      Loyal, potential, doubtful, the doubtful split by what is doubtful about them:
             insolvent      an invoice overdue for more than 60 days, or insolvency proceedings announced
             dissatisfied   a complaint still open, or a bad latest answer: 0-6 of 10 is a detractor of the NPS
                            (Reichheld 2003), 1-2 of 5 the lower end of satisfaction
             unfaithful     silent for longer than nine of ten silences of a client who is still active
                            (p_overdue, `analysis.rhythm`); where no model can be fitted, for more than twice
                            the own rhythm; or revenue halved, which stands for a falling share of wallet
             loyal          three orders or more, and buying at its rhythm
             potential      everyone else: bought little, or nothing yet, and is to be won over
abc_rank     ABC by number of clients: the first 20 %, the next 20 %, the rest, by revenue of the window.
abc_revenue  ABC by revenue: those who make the first 60 %, the next 30 %, the last 10 %.
pareto       The few who make 80 % of the revenue, and the others.
size         Large, medium, small by amounts of revenue; the amounts are the user's, and until they are set the
             80th and 40th percentile of those who buy (`segments.sized` rounds these to amounts).
rfm          Named groups of the recency, frequency and monetary scores (1 to 5), after the usual grid of
             recency by frequency; who has a single order counts as new while it is recent, whatever ties give.

abc_rank, abc_revenue and pareto are exact, never steady: they are figures of a ranking, which must be those of
the Concentration page and of the workbook, and A is 20 % of the clients that bought, not about 20 %.

The codes are unique in a book: those of all but the standard one begin with the segmentation's. In each,
the first rule that holds wins and the last segment takes everyone else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class SegmentSpec:
    """One segment of a segmentation.

    `rule` is rule data (`rules.parse_rule`); None takes everyone still left and stands last.
    `position` is the order of evaluation, `display_order` the order on screen, best first; `colour` is a hex
    colour, of Okabe and Ito's where there are enough of them. `ideal_days` and `max_days` are the cadence: how
    long a client may ideally, and at most, go without a touch; None for a segment without a cadence.
    `name` is empty for the built-in ones, which the interface names by `code`.
    """

    code: str
    rule: dict[str, Any] | None
    position: int
    display_order: int
    colour: str
    ideal_days: int | None
    max_days: int | None
    name: str = ""


@dataclass(frozen=True)
class SegmentationSpec:
    """A way of cutting the book: its segments, each client in exactly one.

    `name` is empty for the built-in ones. `steady`: a client changes segment once the change has lasted, see
    `steadiness.steady`; otherwise at once.
    """

    code: str
    name: str
    steady: bool
    segments: tuple[SegmentSpec, ...]


EXPECTED_CLIENT_SHARES: dict[str, tuple[int, ...]] = {
    "abc_rank": (20, 20, 60),
    "abc_revenue": (10, 40, 50),
    "pareto": (20, 80),
}
"""Per cent of the clients one expects in each class of a segmentation, to set the true shares against."""

_GREEN, _BLUE, _SKY, _ORANGE, _RED = "#009E73", "#0072B2", "#56B4E9", "#E69F00", "#D55E00"
_YELLOW, _PINK, _GREY, _PALE = "#F0E442", "#CC79A7", "#999999", "#CCCCCC"

_APART = 1
"""Who is in no class is two places from the last one, so that a first order moves at once (`steadiness`)."""


def _is(metric: str, op: str, value: Any = None) -> dict[str, Any]:
    condition = {"metric": metric, "op": op}
    return condition if value is None else {**condition, "value": value}


def _all(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"all": list(parts)}


def _any(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"any": list(parts)}


_Row = tuple[str, dict[str, Any] | None, int, str, int, int]


def _made(code: str, *rows: _Row, steady: bool = True, prefix: bool = True) -> SegmentationSpec:
    """Rows (code, rule, display order, colour, ideal days, maximum days) in the order of evaluation."""
    return SegmentationSpec(
        code,
        "",
        steady,
        tuple(
            SegmentSpec(f"{code}.{name}" if prefix else name, rule, place, shown, colour, ideal, most)
            for place, (name, rule, shown, colour, ideal, most) in enumerate(rows, 1)
        ),
    )


_HALVED = _all(_is("growth", "<=", -0.5), _is("orders_previous", ">=", 3))
_RHYTHM_BROKEN = _all(_is("order_days", ">=", 3), _is("lateness", ">", 2), _is("recency_days", ">", 30))
_GROWING = _any(_is("growth", ">=", 0.25), _is("tenure_days", "<", 365))

_STANDARD = _made(
    "standard",
    ("prospect", _is("orders", "=", 0), 6, _PINK, 30, 60),
    # "not bought within" rather than "bought long ago", so that a client without any paid day is in too.
    ("dormant", {"not": _is("recency_days", "<", 365)}, 5, _GREY, 120, 180),
    ("at_risk", _any(_RHYTHM_BROKEN, _HALVED), 4, _RED, 15, 30),
    ("top", _is("clients_before", "<", 0.2), 1, _GREEN, 30, 45),
    ("high_potential", _all(_GROWING, _is("average_basket", ">=", {"percentile": 50})), 2, _BLUE, 45, 60),
    ("regular", None, 3, _SKY, 60, 90),
    prefix=False,
)

_SILENT = _any(
    _is("p_overdue", "<", 0.10),
    _all(_is("p_overdue", "missing"), _is("order_days", ">=", 3), _is("lateness", ">", 2)),
)
_AT_ITS_RHYTHM = _any(
    _is("p_overdue", ">=", 0.10), _all(_is("p_overdue", "missing"), _is("lateness", "<=", 2))
)
_BAD_ANSWER = _any(_is("nps_last", "<=", 6), _is("csat_last", "<=", 2))

_LOYALTY = _made(
    "loyalty",
    ("insolvent", _any(_is("overdue_days", ">", 60), _is("insolvency_on", "known")), 5, _GREY, 15, 30),
    ("dissatisfied", _any(_is("complaints_open", ">", 0), _BAD_ANSWER), 4, _RED, 7, 15),
    ("unfaithful", _any(_SILENT, _HALVED), 3, _ORANGE, 15, 30),
    ("loyal", _all(_is("orders", ">=", 3), _AT_ITS_RHYTHM), 1, _GREEN, 45, 60),
    ("potential", None, 2, _SKY, 30, 60),
    # Each of its flags is a fact with a date: a complaint or a notice does not wait for two month-ends.
    steady=False,
)

_ABC_RANK = _made(
    "abc_rank",
    ("a", _is("clients_before", "<", 0.2), 1, _GREEN, 30, 45),
    ("b", _is("clients_before", "<", 0.4), 2, _BLUE, 60, 90),
    ("c", _is("clients_before", "known"), 3, _SKY, 120, 180),
    ("none", None, _APART + 4, _PALE, 60, 120),
    steady=False,
)

_ABC_REVENUE = _made(
    "abc_revenue",
    ("a", _is("share_before", "<", 0.6), 1, _GREEN, 30, 45),
    ("b", _is("share_before", "<", 0.9), 2, _BLUE, 60, 90),
    ("c", _is("share_before", "known"), 3, _SKY, 120, 180),
    ("none", None, _APART + 4, _PALE, 60, 120),
    steady=False,
)

_PARETO = _made(
    "pareto",
    ("vital", _is("share_before", "<", 0.8), 1, _GREEN, 30, 60),
    ("other", _is("share_before", "known"), 2, _SKY, 90, 180),
    ("none", None, _APART + 3, _PALE, 60, 120),
    steady=False,
)


def size_segmentation(medium: Any, large: Any) -> SegmentationSpec:
    """Large, medium, small: from which revenue on, in money units or {"percentile": p}."""
    return _made(
        "size",
        ("large", _is("revenue_window", ">=", large), 1, _GREEN, 30, 45),
        ("medium", _is("revenue_window", ">=", medium), 2, _BLUE, 60, 90),
        ("small", _is("revenue_window", ">", 0), 3, _SKY, 120, 180),
        ("none", None, _APART + 4, _PALE, 60, 120),
    )


_RECENT = _is("recency_score", ">=", 4)
_OFTEN = _is("frequency_score", ">=", 4)
_MUCH = _is("monetary_score", ">=", 4)
_CAME_BACK = _is("orders", ">=", 2)
_WAS_WORTH_IT = _any(_all(_CAME_BACK, _is("frequency_score", ">=", 3)), _is("monetary_score", ">=", 3))

_RFM = _made(
    "rfm",
    ("new", _all(_RECENT, _is("orders", "=", 1)), 4, _PINK, 20, 45),
    ("champions", _all(_RECENT, _OFTEN, _MUCH), 1, _GREEN, 30, 45),
    ("loyal", _all(_is("recency_score", ">=", 3), _OFTEN, _CAME_BACK), 2, _BLUE, 45, 60),
    ("cannot_lose", _all(_is("recency_score", "<=", 2), _OFTEN, _MUCH, _CAME_BACK), 6, _RED, 15, 30),
    ("promising", _RECENT, 3, _SKY, 45, 60),
    ("needs_attention", _is("recency_score", "=", 3), 5, _YELLOW, 30, 60),
    ("at_risk", _all(_is("recency_score", "known"), _WAS_WORTH_IT), 7, _ORANGE, 30, 45),
    ("hibernating", _is("recency_score", "known"), 8, _GREY, 120, 180),
    ("none", None, _APART + 9, _PALE, 60, 120),
)

BUILT_IN: dict[str, SegmentationSpec] = {
    spec.code: spec
    for spec in (
        _STANDARD,
        _LOYALTY,
        _ABC_RANK,
        _ABC_REVENUE,
        _PARETO,
        size_segmentation({"percentile": 40}, {"percentile": 80}),
        _RFM,
    )
}
"""The segmentations that come ready, by code; the first is in force in a new book."""

DEFAULT_SEGMENTS: tuple[SegmentSpec, ...] = _STANDARD.segments
