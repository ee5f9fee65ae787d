"""The comparisons of rules as lists of choices name them, for each kind of indicator."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_NUMBERS = {
    "<": QT_TRANSLATE_NOOP("RuleOperators", "less than"),
    "<=": QT_TRANSLATE_NOOP("RuleOperators", "at most"),
    ">": QT_TRANSLATE_NOOP("RuleOperators", "more than"),
    ">=": QT_TRANSLATE_NOOP("RuleOperators", "at least"),
    "=": QT_TRANSLATE_NOOP("RuleOperators", "exactly"),
    "!=": QT_TRANSLATE_NOOP("RuleOperators", "other than"),
    "between": QT_TRANSLATE_NOOP("RuleOperators", "between"),
    "in": QT_TRANSLATE_NOOP("RuleOperators", "one of"),
    "missing": QT_TRANSLATE_NOOP("RuleOperators", "not known"),
    "known": QT_TRANSLATE_NOOP("RuleOperators", "known"),
}
_DATES = _NUMBERS | {
    "<": QT_TRANSLATE_NOOP("RuleOperators", "before"),
    "<=": QT_TRANSLATE_NOOP("RuleOperators", "on or before"),
    ">": QT_TRANSLATE_NOOP("RuleOperators", "after"),
    ">=": QT_TRANSLATE_NOOP("RuleOperators", "on or after"),
    "=": QT_TRANSLATE_NOOP("RuleOperators", "on"),
    "!=": QT_TRANSLATE_NOOP("RuleOperators", "not on"),
}
_TEXTS = _NUMBERS | {
    "=": QT_TRANSLATE_NOOP("RuleOperators", "is"),
    "!=": QT_TRANSLATE_NOOP("RuleOperators", "is not"),
    "contains": QT_TRANSLATE_NOOP("RuleOperators", "contains"),
    "starts": QT_TRANSLATE_NOOP("RuleOperators", "starts with"),
}
_LISTS = {
    "has": QT_TRANSLATE_NOOP("RuleOperators", "include"),
    "has_not": QT_TRANSLATE_NOOP("RuleOperators", "do not include"),
    "in": QT_TRANSLATE_NOOP("RuleOperators", "include one of"),
    "missing": QT_TRANSLATE_NOOP("RuleOperators", "none"),
    "known": QT_TRANSLATE_NOOP("RuleOperators", "at least one"),
}
_WORDS = {"text": _TEXTS, "list": _LISTS, "flag": _TEXTS, "date": _DATES}


def operator_word(kind: str, op: str) -> str:
    """A comparison in words: "at least" of an amount, "on or after" of a day; itself when there is no such."""
    text = _WORDS.get(kind, _NUMBERS).get(op)
    return op if text is None else QCoreApplication.translate("RuleOperators", str(text))
