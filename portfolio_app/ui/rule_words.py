"""A rule read aloud: "revenue over 12 months at least €20,000 and last order less than 90 days ago".

Rules come as data (`portfolio_app.analysis.rules`), complete or still being made; what is not given yet is "…".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from portfolio_app.analysis.columns import CUSTOM
from portfolio_app.ui import i18n, metric_words, rule_texts
from portfolio_app.ui.metric_words import small

if TYPE_CHECKING:
    from portfolio_app.analysis.columns import Column
    from portfolio_app.analysis.rules import Figures

    Rule = Mapping[str, Any] | None
    Place = tuple[int, int]

GAP = "…"
_NUMBERS = ("money", "int", "ratio")


@dataclass(frozen=True)
class FigureLine:
    """One line of a rule with a client's own figures; `depth` counts the levels it is nested in.

    `figure` is the client's value ("—" when there is none), "" for a heading such as "all of:".
    """

    text: str
    figure: str
    holds: bool
    depth: int


def sentence(rule: Rule, catalogue: Mapping[str, Column], currency: str) -> str:
    """The whole rule in words, beginning with a small letter; no rule takes everyone else."""
    if rule is None:
        return QCoreApplication.translate("RuleSentence", "everyone else")
    return _Reader(catalogue, currency).rule(rule)


def with_figures(
    figures: Figures, catalogue: Mapping[str, Column], currency: str, place: Place | None = None
) -> list[FigureLine]:
    """The rule line by line, each with this client's figure and whether it holds (`rules.figures`).

    `place`: the client's place by revenue and among how many, said where the rule asks how many are larger.
    """
    lines: list[FigureLine] = []
    _add_lines(figures, _Reader(catalogue, currency, place), 0, lines)
    return lines


def _add_lines(figures: Figures, reader: _Reader, depth: int, lines: list[FigureLine]) -> None:
    from portfolio_app.analysis.rules import GroupFigure, to_data

    if not isinstance(figures, GroupFigure):
        figure = reader.figure(figures.condition.metric, figures.value)
        words = reader.rule(to_data(figures.condition))
        lines.append(FigureLine(metric_words.capital(words), figure, figures.holds, depth))
        return
    if figures.word == "not" and not isinstance(figures.parts[0], GroupFigure):
        inner: list[FigureLine] = []
        _add_lines(figures.parts[0], reader, depth, inner)
        words = reader.rule({"not": to_data(figures.parts[0].condition)})
        lines.append(FigureLine(metric_words.capital(words), inner[0].figure, figures.holds, depth))
        return
    lines.append(FigureLine(group_heading(figures.word), "", figures.holds, depth))
    parts = figures.parts
    if figures.word == "not" and isinstance(parts[0], GroupFigure) and parts[0].word == "any":
        parts = parts[0].parts  # "none of these" says both
    for part in parts:
        _add_lines(part, reader, depth + 1, lines)


def group_heading(word: str) -> str:
    """What stands over conditions put together: all, any, or none of these."""
    translate = QCoreApplication.translate
    if word == "all":
        return translate("RuleSentence", "All of these:")
    if word == "any":
        return translate("RuleSentence", "At least one of these:")
    return translate("RuleSentence", "None of these:")


def join(parts: Sequence[str], word: str) -> str:
    """ "a, b and c", or "a, b or c"."""
    if len(parts) < 2:
        return "".join(parts)
    translate = QCoreApplication.translate
    pattern = (
        translate("RuleSentence", "{first} and {last}")
        if word == "all"
        else translate("RuleSentence", "{first} or {last}")
    )
    return pattern.format(first=", ".join(parts[:-1]), last=parts[-1])


class _Reader:
    """Reads rules of one book."""

    def __init__(self, catalogue: Mapping[str, Column], currency: str, place: Place | None = None) -> None:
        self.catalogue, self.currency, self.place = catalogue, currency, place

    def column(self, name: str) -> Column | None:
        """The indicator, if the book has it."""
        return self.catalogue.get(name)

    def figure(self, name: str, value: Any) -> str:
        """A client's own value; among how many it comes where, rather than which part comes before it."""
        column = self.column(name)
        if column is None:
            return i18n.NO_VALUE
        if name == "clients_before" and self.place is not None and not metric_words.is_missing(value):
            return i18n.place(*self.place)
        return metric_words.value_text(column, value, self.currency)

    def rule(self, rule: Mapping[str, Any], negated: bool = False) -> str:
        """A rule of any shape, or its opposite."""
        if "not" in rule:
            return self.rule(rule["not"], not negated)
        word = next((key for key in ("all", "any") if key in rule), "")
        if not word:
            return self.condition(rule, negated)
        parts = list(rule[word])
        if len(parts) == 1:
            return self.rule(parts[0], negated)
        if not parts:
            return GAP
        if negated:
            return self._none_of(parts, word)
        return join([self._inside(part, word) for part in parts], word)

    def _none_of(self, parts: Sequence[Mapping[str, Any]], word: str) -> str:
        translate = QCoreApplication.translate
        pattern = (
            translate("RuleSentence", "none of these: {parts}")
            if word == "any"
            else translate("RuleSentence", "not all of these: {parts}")
        )
        separator = translate("RuleSentence", "; ", "between the parts of a list")
        return pattern.format(parts=separator.join(self.rule(part) for part in parts))

    def _inside(self, part: Mapping[str, Any], outer: str) -> str:
        """A part of `outer`, in brackets where it would be read wrongly without."""
        text = self.rule(part)
        negated = False
        while "not" in part or any(len(part.get(word, ())) == 1 for word in ("all", "any")):
            if "not" in part:
                part, negated = part["not"], not negated
            else:
                part = part.get("all", part.get("any", ()))[0]
        word = next((key for key in ("all", "any") if key in part), "")
        needs = bool(word) and (negated or word != outer)
        return f"({text})" if needs else text

    def subject(self, name: str) -> str:
        """The name of an indicator as it stands in a sentence."""
        if name in rule_texts.SUBJECTS:
            return QCoreApplication.translate("RuleSubjects", str(rule_texts.SUBJECTS[name]))
        title = metric_words.title(name, self.catalogue)
        return title if name.startswith(CUSTOM) else small(title)

    def condition(self, rule: Mapping[str, Any], negated: bool) -> str:
        """One comparison, or its opposite."""
        name, op, value = str(rule.get("metric", "")), str(rule.get("op", "")), rule.get("value")
        column = self.column(name)
        kind = column.kind if column is not None else _kind_of(value)
        if kind == "list" and op == "in":
            op = "has any"
        if kind == "flag" and op == "=":
            value, negated = (not value, False) if negated and isinstance(value, bool) else (value, negated)
            return f"{self._flag(name, value)}{self._or_unknown(name) if rule.get('value') != value else ''}"
        if not negated:
            return self._plain(name, kind, op, value)
        text = self._plain(name, kind, rule_texts.INVERSE.get(op, op), value)
        certain = op in ("known", "missing", "has", "has any", "has_not") or kind == "list"
        return text if certain else f"{text}{self._or_unknown(name)}"

    def _or_unknown(self, name: str) -> str:
        if name in rule_texts.ALWAYS_KNOWN:
            return ""
        translate = QCoreApplication.translate
        if name in ("recency_days", "last_sale", "first_sale", "days_since_touch", "last_touch"):
            return " " + translate("RuleSentence", "(or never)")
        return " " + translate("RuleSentence", "(or not known)")

    def _flag(self, name: str, value: object) -> str:
        said = metric_words.yes_no(value) if isinstance(value, bool) else GAP
        pattern = QCoreApplication.translate("RuleSentence", "{subject}: {answer}")
        return pattern.format(subject=self.subject(name), answer=said)

    def _plain(self, name: str, kind: str, op: str, value: Any) -> str:
        if op in ("known", "missing"):
            return self._presence(name, op)
        if kind in ("text", "list"):
            return self._text(name, op, value)
        if kind == "date":
            return f"{self.subject(name)} {self._date(op, value)}"
        if op in ("in", "not in"):
            return self._text(name, op, value)
        return self._number(name, op, value)

    def _presence(self, name: str, op: str) -> str:
        special, context = (
            (rule_texts.KNOWN, "RuleKnown") if op == "known" else (rule_texts.MISSING, "RuleMissing")
        )
        if name in special:
            return QCoreApplication.translate(context, str(special[name]))
        pattern = QCoreApplication.translate("RuleWords", str(rule_texts.WORDS[op]))
        return pattern.format(subject=self.subject(name))

    def _text(self, name: str, op: str, value: Any) -> str:
        listed = [self._quoted(name, part) for part in value] if isinstance(value, list | tuple) else []
        if op in ("has", "has_not") and listed:
            op = "has any" if op == "has" else "has none"
        pattern = QCoreApplication.translate("RuleWords", str(_phrase(rule_texts.WORDS, op)))
        shown = self._quoted(name, value) if not listed else join(listed, "any")
        return pattern.format(subject=self.subject(name), value=shown, values=shown)

    def _quoted(self, name: str, value: Any) -> str:
        if metric_words.is_missing(value):
            return GAP
        if not isinstance(value, str):
            return self._value(name, value)
        value = metric_words.inner_word(name, value)
        return QCoreApplication.translate("RuleSentence", "“{text}”").format(text=value)

    def _date(self, op: str, value: Any) -> str:
        translate = QCoreApplication.translate
        if op in ("in", "not in") and isinstance(value, list | tuple):
            return join([self._date("=" if op == "in" else "!=", part) for part in value], "any")
        if op in ("between", "outside") and isinstance(value, list | tuple) and len(value) == 2:
            pattern = translate("RuleDates", str(rule_texts.DATES[op]))
            return pattern.format(low=_day_text(value[0]), high=_day_text(value[1]))
        days = value.get("days") if isinstance(value, Mapping) else None
        if isinstance(days, int):
            return _relative(op, days)
        pattern = translate("RuleDates", str(_phrase(rule_texts.DATES, op)))
        return pattern.format(day=_day_text(value, bare=True))

    def _number(self, name: str, op: str, value: Any) -> str:
        translate = QCoreApplication.translate
        if isinstance(value, Mapping) and (op in ("<", "<=", ">", ">=")):
            return f"{self.subject(name)} {_among(op, value.get('percentile'))}"
        low, high = _pair(value)
        if op == "between" and isinstance(low, Mapping) and isinstance(high, Mapping):
            pattern = translate("RuleSentence", "{subject} neither {low} nor {high}")
            ends = _among("<", low.get("percentile")), _among(">", high.get("percentile"))
            return pattern.format(subject=self.subject(name), low=ends[0], high=ends[1])
        if name in rule_texts.COUNTS and not _is_moving(value):
            return self._count(name, op, value)
        if name in ("clients_before", "share_before") and isinstance(value, float | int):
            found = self._place(name, op, value)
            if found:
                return found
        if name in rule_texts.WHOLE and not _is_moving(value):
            compared = self._compared("RuleCompared", rule_texts.COMPARED, name, op, value)
            return translate("RuleWhole", str(rule_texts.WHOLE[name])).format(compared=compared)
        return f"{self.subject(name)} {self._compared('RuleOf', rule_texts.OF, name, op, value)}"

    def _compared(self, context: str, table: Mapping[str, object], name: str, op: str, value: Any) -> str:
        pattern = QCoreApplication.translate(context, str(_phrase(table, op)))
        low, high = _pair(value)
        is_short = name in metric_words.DAYS or name == metric_words.YEARS
        first = self._value("", low) if is_short else self._value(name, low)  # "between 30 and 90 days"
        return pattern.format(value=self._value(name, value), low=first, high=self._value(name, high))

    def _value(self, name: str, value: Any) -> str:
        """A number with its unit; a percentile as the level it stands for."""
        if isinstance(value, Mapping):
            return _level(value.get("percentile"))
        if isinstance(value, bool) or not isinstance(value, int | float):
            return GAP
        column = self.column(name)
        if column is not None and column.kind == "money":
            return i18n.money(round(value), self.currency, None)
        return metric_words.number_text(name, value)

    def _count(self, name: str, op: str, value: Any) -> str:
        if (op, value) in (("=", 0), ("<=", 0), ("<", 1)):
            return QCoreApplication.translate("RuleNone", str(rule_texts.NONE[name]))
        if (op, value) in ((">", 0), ("!=", 0)):
            op, value = ">=", 1
        low, high = _pair(value)
        pattern = QCoreApplication.translate("RuleCounted", str(_phrase(rule_texts.COUNTED, op)))
        return pattern.format(
            value=_things(name, value), low=self._value(name, low), high=_things(name, high)
        )

    def _place(self, name: str, op: str, value: float) -> str:
        """ "among the first 20% of the clients by revenue", for the places that are asked for like that."""
        translate = QCoreApplication.translate
        share = metric_words.number_text(name, value)
        first = op == "<"
        if op not in ("<", ">="):
            return ""
        if name == "clients_before":
            pattern = (
                translate("RuleSentence", "among the first {share} of the clients by revenue")
                if first
                else translate("RuleSentence", "after the first {share} of the clients by revenue")
            )
        else:
            pattern = (
                translate(
                    "RuleSentence", "among the largest clients who make the first {share} of the revenue"
                )
                if first
                else translate(
                    "RuleSentence", "after the largest clients who make the first {share} of the revenue"
                )
            )
        return pattern.format(share=share)


def _phrase(table: Mapping[str, object], op: str) -> object:
    """What a table says for a comparison; a draft may hold one that does not fit yet."""
    return table.get(op, table["="])


def _kind_of(value: Any) -> str:
    """What a value looks like, for an indicator that the book does not have any more."""
    if isinstance(value, Mapping):
        return "date" if "days" in value else "ratio"
    if isinstance(value, bool):
        return "flag"
    return "ratio" if isinstance(value, int | float) else "text"


def _pair(value: Any) -> tuple[Any, Any]:
    return (value[0], value[1]) if isinstance(value, list | tuple) and len(value) == 2 else (None, None)


def _is_moving(value: Any) -> bool:
    return isinstance(value, Mapping) or any(isinstance(part, Mapping) for part in _pair(value))


def _things(name: str, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return GAP
    count = int(value)
    text = QCoreApplication.translate("RuleCounts", str(rule_texts.COUNTS[name]), None, count)
    return text.replace(str(count), i18n.number(value, 0 if count == value else 1), 1)


def _among(op: str, percent: Any) -> str:
    """ "among the highest 20%": at or above the 80th percentile."""
    if not isinstance(percent, int | float):
        return GAP
    translate = QCoreApplication.translate
    if op in (">", ">="):
        share = i18n.percent((100 - percent) / 100, 0 if percent == round(percent) else 1)
        return translate("RuleSentence", "among the highest {share}").format(share=share)
    share = i18n.percent(percent / 100, 0 if percent == round(percent) else 1)
    return translate("RuleSentence", "among the lowest {share}").format(share=share)


def _level(percent: Any) -> str:
    if not isinstance(percent, int | float):
        return GAP
    share = i18n.percent(percent / 100, 0 if percent == round(percent) else 1)
    return QCoreApplication.translate(
        "RuleSentence", "the level that {share} of the clients stay below"
    ).format(share=share)


def _relative(op: str, days: int) -> str:
    """A day counted from the one that is looked at: less than 90 days ago, in at most 30 days, today."""
    translate = QCoreApplication.translate
    if days == 0:
        return translate("RuleToday", str(_phrase(rule_texts.TODAY, op)))
    flipped = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
    compared = translate(
        "RuleCompared", str(_phrase(rule_texts.COMPARED, flipped.get(op, op) if days < 0 else op))
    )
    pattern = (
        translate("RuleSentence", "{compared} ago")
        if days < 0
        else translate("RuleSentence", "in {compared}")
    )
    return pattern.format(compared=compared.format(value=metric_words.days_text(abs(days))))


def _day_text(value: Any, *, bare: bool = False) -> str:
    """A day inside a phrase such as "between … and …"; `bare` where the phrase has its own preposition."""
    translate = QCoreApplication.translate
    if isinstance(value, Mapping) and isinstance(value.get("days"), int):
        days: int = value["days"]
        if days == 0:
            return translate("RuleToday", str(rule_texts.TODAY["="]))
        pattern = (
            translate("RuleSentence", "{compared} ago")
            if days < 0
            else translate("RuleSentence", "in {compared}")
        )
        return pattern.format(compared=metric_words.days_text(abs(days)))
    try:
        shown = i18n.short_date(date.fromisoformat(str(value)))
    except ValueError:
        return GAP
    return (
        shown
        if bare
        else translate("RuleSentence", "{day}", "a day in: between this day and that").format(day=shown)
    )
