"""The indicators of a client in words: what each is called, what it means, and its values as people write them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.analysis.columns import CUSTOM
from portfolio_app.ui import i18n, messages
from portfolio_app.ui.metric_explanations import EXPLANATIONS
from portfolio_app.ui.metric_texts import GROUPS, MEMBERS, TITLES

if TYPE_CHECKING:
    from portfolio_app.analysis.columns import Column

_NO_COLUMNS: Mapping[str, Column] = {}
PERCENTS = frozenset(
    {
        "growth", "trend", "margin_rate", "share", "cumulative_share", "clients_before", "share_before",
        "returns_rate", "p_active", "p_overdue",
    }
)  # fmt: skip
"""Fractions that people read as percentages."""
SIGNED = frozenset({"growth", "trend"})
DAYS = frozenset(
    {
        "recency_days", "tenure_days", "typical_gap_days", "gap_spread_days", "overdue_days",
        "payment_delay_days", "days_since_touch",
    }
)  # fmt: skip
MINUTES = frozenset({"minutes", "minutes_window"})
TIMES, YEARS = "lateness", "age_years"

_ABC = {"A": "A", "B": "B", "C": "C"}
_PARETO = {
    "vital": QT_TRANSLATE_NOOP("ParetoClasses", "Vital few"),
    "other": QT_TRANSLATE_NOOP("ParetoClasses", "Useful many"),
}


def _itself(code: str) -> str:
    return code


def _pareto(code: str) -> str:
    return QCoreApplication.translate("ParetoClasses", str(_PARETO[code])) if code in _PARETO else code


_CHOICES: dict[str, tuple[Iterable[str], Callable[[str], str]]] = {
    "status": (messages.STATUSES, messages.status),
    "former_reason": (messages.FORMER_REASONS, messages.former_reason),
    "kind": (messages.CLIENT_KINDS, messages.client_kind),
    "strategic_role": (messages.STRATEGIC_ROLES, messages.strategic_role),
    "price_sensitivity": (messages.LEVELS, messages.level),
    "growth_potential": (messages.LEVELS, messages.level),
    "gender": (messages.GENDERS, messages.gender),
    "abc_rank": (_ABC, _itself),
    "abc_revenue": (_ABC, _itself),
    "pareto": (_PARETO, _pareto),
}


def title(name: str, catalogue: Mapping[str, Column] = _NO_COLUMNS) -> str:
    """ "Revenue over 12 months" for `revenue_window`; a field of the user's own has the name they gave it."""
    if name in TITLES:
        return QCoreApplication.translate("Metrics", str(TITLES[name]))
    return catalogue[name].meaning if name in catalogue else name.removeprefix(CUSTOM)


def explanation(name: str) -> str:
    """What an indicator means, over what period, in one or two sentences."""
    if name in EXPLANATIONS:
        return QCoreApplication.translate("MetricExplanations", str(EXPLANATIONS[name]))
    if not name.startswith(CUSTOM):
        return ""
    return QCoreApplication.translate("MetricExplanations", "A field that you added, as filled in.")


def small(text: str) -> str:
    """`text` as it stands inside a sentence: without its capital, unless it begins with letters such as NPS."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def capital(text: str) -> str:
    """`text` as a sentence begins, even inside a bracket."""
    first = 1 if text.startswith("(") else 0
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def groups(names: Collection[str]) -> list[tuple[str, list[str]]]:
    """The indicators among `names` under their headings, in the order in which they are offered."""
    found = []
    for key, heading in GROUPS.items():
        if key == "custom":
            members = [name for name in names if name.startswith(CUSTOM)]
        else:
            members = [name for name in MEMBERS[key] if name in names]
        if members:
            found.append((QCoreApplication.translate("MetricGroups", str(heading)), members))
    return found


def choices(column: Column) -> list[str]:
    """The closed list of values of an indicator, as the book stores them; empty when any word may stand there."""
    return list(_CHOICES[column.name][0] if column.name in _CHOICES else column.choices)


def word(name: str, value: str) -> str:
    """A text value as shown: the word for a built-in choice, otherwise itself."""
    return _CHOICES[name][1](value) if name in _CHOICES else value


def inner_word(name: str, value: str) -> str:
    """As `word`, for the middle of a sentence; what the user wrote keeps its capital."""
    return small(_CHOICES[name][1](value)) if name in _CHOICES else value


def is_missing(value: Any) -> bool:
    """Whether there is no value: None, NaN, NaT, an empty text or list."""
    if value is None:
        return True
    if isinstance(value, str | tuple | list):
        return not value
    return bool(value != value)


def value_text(column: Column, value: Any, currency: str) -> str:
    """A value as people write it: €1,234, 12%, 45 days, Active; "—" when there is none."""
    if is_missing(value):
        return i18n.NO_VALUE
    if column.kind == "text":
        return word(column.name, str(value))
    if column.kind == "list":
        return ", ".join(str(part) for part in ([value] if isinstance(value, str) else value))
    if column.kind == "date":
        return i18n.short_date(_day(value))
    if column.kind == "flag":
        return yes_no(bool(value))
    if column.kind == "money":
        return i18n.money(round(value), currency, None)
    return number_text(column.name, float(value))


def number_text(name: str, value: float) -> str:
    """A number with its unit: 12%, 45 days, 2 times the usual gap, 1 h 10."""
    if name in PERCENTS:
        return i18n.percent(value, _decimals(value * 100, 1), signed=name in SIGNED)
    if name in DAYS:
        return days_text(value)
    if name in MINUTES:
        return i18n.minutes(round(value))
    if name == YEARS:
        count = round(value)
        return _counted(QCoreApplication.translate("MetricValues", "%n year(s)", None, count), value)
    shown = i18n.number(value, _decimals(value, 2))
    if name == TIMES:
        return QCoreApplication.translate("MetricValues", "{number} times the usual gap").format(number=shown)
    return shown


def days_text(value: float) -> str:
    """45 days."""
    count = round(value)
    return _counted(QCoreApplication.translate("MetricValues", "%n day(s)", None, count), value)


def yes_no(value: bool) -> str:
    """Yes or no."""
    if value:
        return QCoreApplication.translate("MetricValues", "yes")
    return QCoreApplication.translate("MetricValues", "no")


def _counted(text: str, value: float) -> str:
    """`text`, in which Qt wrote the rounded value plainly, with the value as people write it."""
    decimals = _decimals(value, 1) if abs(value) < 10 else 0
    return text.replace(str(round(value)), i18n.number(value, decimals), 1)


def _decimals(value: float, most: int) -> int:
    """How many decimals it takes to write `value`, `most` at most."""
    return next((count for count in range(most) if round(value, count) == round(value, most)), most)


def _day(value: Any) -> date:
    if isinstance(value, str):
        return date.fromisoformat(value)
    return value.date() if isinstance(value, datetime) else value
