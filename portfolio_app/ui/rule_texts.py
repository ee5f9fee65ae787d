"""The phrases that rules are read with: English literals that lupdate finds, nothing else."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

COMPARED = {
    "<": QT_TRANSLATE_NOOP("RuleCompared", "less than {value}"),
    "<=": QT_TRANSLATE_NOOP("RuleCompared", "at most {value}"),
    ">": QT_TRANSLATE_NOOP("RuleCompared", "more than {value}"),
    ">=": QT_TRANSLATE_NOOP("RuleCompared", "at least {value}"),
    "=": QT_TRANSLATE_NOOP("RuleCompared", "exactly {value}"),
    "!=": QT_TRANSLATE_NOOP("RuleCompared", "other than {value}"),
    "between": QT_TRANSLATE_NOOP("RuleCompared", "between {low} and {high}"),
    "outside": QT_TRANSLATE_NOOP("RuleCompared", "not between {low} and {high}"),
}
"""After a preposition of the phrase itself: "client for less than 90 days", "less than 90 days ago"."""

OF = {
    "<": QT_TRANSLATE_NOOP("RuleOf", "less than {value}"),
    "<=": QT_TRANSLATE_NOOP("RuleOf", "at most {value}"),
    ">": QT_TRANSLATE_NOOP("RuleOf", "more than {value}"),
    ">=": QT_TRANSLATE_NOOP("RuleOf", "at least {value}"),
    "=": QT_TRANSLATE_NOOP("RuleOf", "of exactly {value}"),
    "!=": QT_TRANSLATE_NOOP("RuleOf", "other than {value}"),
    "between": QT_TRANSLATE_NOOP("RuleOf", "between {low} and {high}"),
    "outside": QT_TRANSLATE_NOOP("RuleOf", "not between {low} and {high}"),
}
"""Right after the name of the indicator: "revenue over 12 months at least €20,000"."""

COUNTED = {
    "<": QT_TRANSLATE_NOOP("RuleCounted", "fewer than {value}"),
    "<=": QT_TRANSLATE_NOOP("RuleCounted", "at most {value}"),
    ">": QT_TRANSLATE_NOOP("RuleCounted", "more than {value}"),
    ">=": QT_TRANSLATE_NOOP("RuleCounted", "at least {value}"),
    "=": QT_TRANSLATE_NOOP("RuleCounted", "exactly {value}"),
    "!=": QT_TRANSLATE_NOOP("RuleCounted", "not exactly {value}"),
    "between": QT_TRANSLATE_NOOP("RuleCounted", "from {low} to {high}"),
    "outside": QT_TRANSLATE_NOOP("RuleCounted", "not from {low} to {high}"),
}
"""Before a number of things: "at least 3 orders"."""

COUNTS = {
    "order_days": QT_TRANSLATE_NOOP("RuleCounts", "%n purchase day(s)"),
    "orders": QT_TRANSLATE_NOOP("RuleCounts", "%n order(s) since the beginning"),
    "orders_window": QT_TRANSLATE_NOOP("RuleCounts", "%n order(s) over 12 months"),
    "orders_previous": QT_TRANSLATE_NOOP("RuleCounts", "%n order(s) in the 12 months before"),
    "products": QT_TRANSLATE_NOOP("RuleCounts", "%n product(s) since the beginning"),
    "products_window": QT_TRANSLATE_NOOP("RuleCounts", "%n product(s) over 12 months"),
    "touches": QT_TRANSLATE_NOOP("RuleCounts", "%n touch(es) since the beginning"),
    "touches_window": QT_TRANSLATE_NOOP("RuleCounts", "%n touch(es) over 12 months"),
    "visits_window": QT_TRANSLATE_NOOP("RuleCounts", "%n visit(s) over 12 months"),
    "complaints": QT_TRANSLATE_NOOP("RuleCounts", "%n complaint(s) since the beginning"),
    "complaints_open": QT_TRANSLATE_NOOP("RuleCounts", "%n open complaint(s)"),
    "survey_answers": QT_TRANSLATE_NOOP("RuleCounts", "%n survey answer(s)"),
    "deals_open": QT_TRANSLATE_NOOP("RuleCounts", "%n open deal(s)"),
}
NONE = {
    "order_days": QT_TRANSLATE_NOOP("RuleNone", "no purchase day"),
    "orders": QT_TRANSLATE_NOOP("RuleNone", "no order yet"),
    "orders_window": QT_TRANSLATE_NOOP("RuleNone", "no order over 12 months"),
    "orders_previous": QT_TRANSLATE_NOOP("RuleNone", "no order in the 12 months before"),
    "products": QT_TRANSLATE_NOOP("RuleNone", "no product bought yet"),
    "products_window": QT_TRANSLATE_NOOP("RuleNone", "no product over 12 months"),
    "touches": QT_TRANSLATE_NOOP("RuleNone", "no touch yet"),
    "touches_window": QT_TRANSLATE_NOOP("RuleNone", "no touch over 12 months"),
    "visits_window": QT_TRANSLATE_NOOP("RuleNone", "no visit over 12 months"),
    "complaints": QT_TRANSLATE_NOOP("RuleNone", "no complaint ever"),
    "complaints_open": QT_TRANSLATE_NOOP("RuleNone", "no open complaint"),
    "survey_answers": QT_TRANSLATE_NOOP("RuleNone", "no survey answer"),
    "deals_open": QT_TRANSLATE_NOOP("RuleNone", "no open deal"),
}
WHOLE = {
    "recency_days": QT_TRANSLATE_NOOP("RuleWhole", "last order {compared} ago"),
    "days_since_touch": QT_TRANSLATE_NOOP("RuleWhole", "last touch {compared} ago"),
    "tenure_days": QT_TRANSLATE_NOOP("RuleWhole", "client for {compared}"),
    "overdue_days": QT_TRANSLATE_NOOP("RuleWhole", "a payment overdue for {compared}"),
    "lateness": QT_TRANSLATE_NOOP("RuleWhole", "silent for {compared}"),
    "age_years": QT_TRANSLATE_NOOP("RuleWhole", "{compared} old"),
    "minutes": QT_TRANSLATE_NOOP("RuleWhole", "{compared} spent since the beginning"),
    "minutes_window": QT_TRANSLATE_NOOP("RuleWhole", "{compared} spent over 12 months"),
}
"""Indicators whose condition is a phrase of its own around "less than 90 days"."""

SUBJECTS = {
    "recency_days": QT_TRANSLATE_NOOP("RuleSubjects", "time since the last order"),
    "days_since_touch": QT_TRANSLATE_NOOP("RuleSubjects", "time since the last touch"),
    "client_since": QT_TRANSLATE_NOOP("RuleSubjects", "relationship begun"),
    "oldest_open_complaint": QT_TRANSLATE_NOOP("RuleSubjects", "oldest open complaint noted"),
    "last_sale": QT_TRANSLATE_NOOP("RuleSubjects", "last order"),
    "share": QT_TRANSLATE_NOOP("RuleSubjects", "share of the revenue"),
    "p_active": QT_TRANSLATE_NOOP("RuleSubjects", "chance of still being a client"),
    "p_overdue": QT_TRANSLATE_NOOP("RuleSubjects", "chance that the silence is normal"),
}
"""Names that read differently inside a sentence than as a title."""

_PLACES = (
    "rank", "cumulative_share", "clients_before", "share_before", "abc_rank", "abc_revenue", "pareto",
)  # fmt: skip
"""Indicators of the ranking by revenue, where a client is once it bought in the window."""

KNOWN = {
    "recency_days": QT_TRANSLATE_NOOP("RuleKnown", "has bought at least once"),
    "last_sale": QT_TRANSLATE_NOOP("RuleKnown", "has bought at least once"),
    "first_sale": QT_TRANSLATE_NOOP("RuleKnown", "has bought at least once"),
    "days_since_touch": QT_TRANSLATE_NOOP("RuleKnown", "has been in touch at least once"),
    "last_touch": QT_TRANSLATE_NOOP("RuleKnown", "has been in touch at least once"),
    "next_due": QT_TRANSLATE_NOOP("RuleKnown", "a follow-up planned"),
    "oldest_open_complaint": QT_TRANSLATE_NOOP("RuleKnown", "an open complaint"),
    "insolvency_on": QT_TRANSLATE_NOOP("RuleKnown", "insolvency noted"),
    "overdue_days": QT_TRANSLATE_NOOP("RuleKnown", "a payment overdue"),
    **dict.fromkeys(_PLACES, QT_TRANSLATE_NOOP("RuleKnown", "bought in the 12 months")),
    "recency_score": QT_TRANSLATE_NOOP("RuleKnown", "has a recency score"),
    "frequency_score": QT_TRANSLATE_NOOP("RuleKnown", "has a frequency score"),
    "monetary_score": QT_TRANSLATE_NOOP("RuleKnown", "has a value score"),
    "typical_gap_days": QT_TRANSLATE_NOOP("RuleKnown", "has a buying rhythm"),
    "lateness": QT_TRANSLATE_NOOP("RuleKnown", "has a buying rhythm"),
    "p_active": QT_TRANSLATE_NOOP("RuleKnown", "its silence can be judged"),
    "p_overdue": QT_TRANSLATE_NOOP("RuleKnown", "its silence can be judged"),
    "client_since": QT_TRANSLATE_NOOP("RuleKnown", "beginning of the relationship known"),
    "nps_last": QT_TRANSLATE_NOOP("RuleKnown", "has answered an NPS survey"),
    "nps_mean": QT_TRANSLATE_NOOP("RuleKnown", "has answered an NPS survey"),
    "csat_last": QT_TRANSLATE_NOOP("RuleKnown", "has answered a satisfaction survey"),
    "csat_mean": QT_TRANSLATE_NOOP("RuleKnown", "has answered a satisfaction survey"),
}
MISSING = {
    "recency_days": QT_TRANSLATE_NOOP("RuleMissing", "never bought"),
    "last_sale": QT_TRANSLATE_NOOP("RuleMissing", "never bought"),
    "first_sale": QT_TRANSLATE_NOOP("RuleMissing", "never bought"),
    "days_since_touch": QT_TRANSLATE_NOOP("RuleMissing", "never in touch"),
    "last_touch": QT_TRANSLATE_NOOP("RuleMissing", "never in touch"),
    "next_due": QT_TRANSLATE_NOOP("RuleMissing", "no follow-up planned"),
    "oldest_open_complaint": QT_TRANSLATE_NOOP("RuleMissing", "no open complaint"),
    "insolvency_on": QT_TRANSLATE_NOOP("RuleMissing", "no insolvency noted"),
    "overdue_days": QT_TRANSLATE_NOOP("RuleMissing", "no payment overdue"),
    **dict.fromkeys(_PLACES, QT_TRANSLATE_NOOP("RuleMissing", "bought nothing in the 12 months")),
    "recency_score": QT_TRANSLATE_NOOP("RuleMissing", "has no recency score"),
    "frequency_score": QT_TRANSLATE_NOOP("RuleMissing", "has no frequency score"),
    "monetary_score": QT_TRANSLATE_NOOP("RuleMissing", "has no value score"),
    "typical_gap_days": QT_TRANSLATE_NOOP("RuleMissing", "has no buying rhythm yet"),
    "lateness": QT_TRANSLATE_NOOP("RuleMissing", "has no buying rhythm yet"),
    "p_active": QT_TRANSLATE_NOOP("RuleMissing", "its silence cannot be judged"),
    "p_overdue": QT_TRANSLATE_NOOP("RuleMissing", "its silence cannot be judged"),
    "client_since": QT_TRANSLATE_NOOP("RuleMissing", "beginning of the relationship not known"),
    "nps_last": QT_TRANSLATE_NOOP("RuleMissing", "no answer to an NPS survey"),
    "nps_mean": QT_TRANSLATE_NOOP("RuleMissing", "no answer to an NPS survey"),
    "csat_last": QT_TRANSLATE_NOOP("RuleMissing", "no answer to a satisfaction survey"),
    "csat_mean": QT_TRANSLATE_NOOP("RuleMissing", "no answer to a satisfaction survey"),
}
WORDS = {
    "=": QT_TRANSLATE_NOOP("RuleWords", "{subject} is {value}"),
    "!=": QT_TRANSLATE_NOOP("RuleWords", "{subject} is not {value}"),
    "in": QT_TRANSLATE_NOOP("RuleWords", "{subject} is {values}"),
    "not in": QT_TRANSLATE_NOOP("RuleWords", "{subject} is not {values}"),
    "contains": QT_TRANSLATE_NOOP("RuleWords", "{subject} contains {value}"),
    "not contains": QT_TRANSLATE_NOOP("RuleWords", "{subject} does not contain {value}"),
    "starts": QT_TRANSLATE_NOOP("RuleWords", "{subject} starts with {value}"),
    "not starts": QT_TRANSLATE_NOOP("RuleWords", "{subject} does not start with {value}"),
    "has": QT_TRANSLATE_NOOP("RuleWords", "{subject} including {value}"),
    "has_not": QT_TRANSLATE_NOOP("RuleWords", "{subject} without {value}"),
    "has any": QT_TRANSLATE_NOOP("RuleWords", "{subject} including {values}"),
    "has none": QT_TRANSLATE_NOOP("RuleWords", "{subject} without {values}"),
    "known": QT_TRANSLATE_NOOP("RuleWords", "{subject} known"),
    "missing": QT_TRANSLATE_NOOP("RuleWords", "{subject} not known"),
}
DATES = {
    "<": QT_TRANSLATE_NOOP("RuleDates", "before {day}"),
    "<=": QT_TRANSLATE_NOOP("RuleDates", "on {day} or before"),
    ">": QT_TRANSLATE_NOOP("RuleDates", "after {day}"),
    ">=": QT_TRANSLATE_NOOP("RuleDates", "on {day} or after"),
    "=": QT_TRANSLATE_NOOP("RuleDates", "on {day}"),
    "!=": QT_TRANSLATE_NOOP("RuleDates", "not on {day}"),
    "between": QT_TRANSLATE_NOOP("RuleDates", "between {low} and {high}"),
    "outside": QT_TRANSLATE_NOOP("RuleDates", "not between {low} and {high}"),
}
TODAY = {
    "<": QT_TRANSLATE_NOOP("RuleToday", "before today"),
    "<=": QT_TRANSLATE_NOOP("RuleToday", "today or before"),
    ">": QT_TRANSLATE_NOOP("RuleToday", "after today"),
    ">=": QT_TRANSLATE_NOOP("RuleToday", "today or after"),
    "=": QT_TRANSLATE_NOOP("RuleToday", "today"),
    "!=": QT_TRANSLATE_NOOP("RuleToday", "not today"),
}
INVERSE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "=", "known": "missing",
           "missing": "known", "has": "has_not", "has_not": "has", "in": "not in", "has any": "has none",
           "between": "outside", "contains": "not contains", "starts": "not starts"}  # fmt: skip
"""What holds where a comparison does not, for a client whose figure is known."""
ALWAYS_KNOWN = frozenset(
    {
        "order_days", "orders", "orders_window", "orders_previous", "revenue", "revenue_window",
        "revenue_previous", "products", "products_window", "touches", "touches_window", "visits_window",
        "minutes", "minutes_window", "complaints", "complaints_open", "survey_answers", "deals_open",
        "deals_open_amount", "status", "kind", "client_name", "created_on",
    }
)  # fmt: skip
"""Indicators that every client has a figure for, so that "not less than 3" is simply "at least 3"."""
