"""The sentences of the Profit tab: what the figures say, what they mean, and what they leave out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.models.money import MONEY_SCALE
from portfolio_app.ui import i18n, messages
from portfolio_app.ui.pages.analysis.concentration_words import counted
from portfolio_app.ui.pages.analysis.gallery import Figure
from portfolio_app.ui.theme import Tone

if TYPE_CHECKING:
    from portfolio_app.analysis.profit import Statement
    from portfolio_app.analysis.profit_levers import Lever
    from portfolio_app.services.profit import BelowTheLine, ProfitView
    from portfolio_app.ui.pages.analysis.profit_data import Answer, CostlyLine, Question, Told

NAMES = {
    "gross": QT_TRANSLATE_NOOP("Profit", "Sales before discounts"),
    "discounts": QT_TRANSLATE_NOOP("Profit", "Discounts"),
    "returns": QT_TRANSLATE_NOOP("Profit", "Returns and credit notes"),
    "revenue": QT_TRANSLATE_NOOP("Profit", "Net revenue"),
    "cost": QT_TRANSLATE_NOOP("Profit", "Cost of goods"),
    "uncosted": QT_TRANSLATE_NOOP("Profit", "Revenue of unknown cost"),
    "estimated": QT_TRANSLATE_NOOP("Profit", "Cost of goods, estimated"),
    "margin": QT_TRANSLATE_NOOP("Profit", "Gross margin"),
    "delivery": QT_TRANSLATE_NOOP("Profit", "Deliveries"),
    "time": QT_TRANSLATE_NOOP("Profit", "Time spent"),
    "visits": QT_TRANSLATE_NOOP("Profit", "Visits"),
    "acquisition": QT_TRANSLATE_NOOP("Profit", "Acquisition"),
    "late": QT_TRANSLATE_NOOP("Profit", "Late payment"),
    "result": QT_TRANSLATE_NOOP("Profit", "Result of the clients"),
    "prospects": QT_TRANSLATE_NOOP("Profit", "Effort on prospects"),
    "spending": QT_TRANSLATE_NOOP("Profit", "Acquisition spending"),
    "fixed": QT_TRANSLATE_NOOP("Profit", "Fixed costs"),
    "after": QT_TRANSLATE_NOOP("Profit", "Result after all costs"),
}
EXPLAIN = {
    "gross": QT_TRANSLATE_NOOP("Profit", "Lines that are not negative, with the discounts put back."),
    "discounts": QT_TRANSLATE_NOOP("Profit", "What was taken off the prices, as noted on the sale lines."),
    "returns": QT_TRANSLATE_NOOP("Profit", "The negative lines."),
    "revenue": QT_TRANSLATE_NOOP("Profit", "The sum of all amounts: sales less discounts less returns."),
    "cost": QT_TRANSLATE_NOOP("Profit", "The costs noted on the sale lines."),
    "uncosted": QT_TRANSLATE_NOOP(
        "Profit", "Lines without a cost: what they leave is not known, so it is not counted as margin."
    ),
    "estimated": QT_TRANSLATE_NOOP(
        "Profit", "Lines without a cost, at the margin rate of the lines of the whole book that have one."
    ),
    "margin": QT_TRANSLATE_NOOP(
        "Profit", "Net revenue less the cost of goods, of the lines whose cost is known."
    ),
    "delivery": QT_TRANSLATE_NOOP("Profit", "Orders × the cost of an order’s delivery."),
    "time": QT_TRANSLATE_NOOP("Profit", "Minutes noted / 60 × the cost of an hour."),
    "visits": QT_TRANSLATE_NOOP(
        "Profit", "Visits × (the cost of a visit + kilometres there and back × the cost of a kilometre)."
    ),
    "acquisition": QT_TRANSLATE_NOOP(
        "Profit", "What winning the client cost, in the period in which the relationship began."
    ),
    "late": QT_TRANSLATE_NOOP(
        "Profit", "Amounts overdue × days overdue in the period / 365 × {rate} a year."
    ),
    "result": QT_TRANSLATE_NOOP("Profit", "Gross margin less all the costs of serving listed above."),
    "prospects": QT_TRANSLATE_NOOP("Profit", "Time and visits spent on those who never bought."),
    "spending": QT_TRANSLATE_NOOP("Profit", "Spending on winning clients noted by source, on the tab Value."),
    "fixed": QT_TRANSLATE_NOOP("Profit", "The fixed costs of a month × the months of the period."),
    "after": QT_TRANSLATE_NOOP("Profit", "Result of the clients less the three lines above."),
}
_VERDICTS: dict[str, tuple[object, Tone]] = {
    "strategic": (QT_TRANSLATE_NOOP("Profit", "Kept on purpose"), "accent"),
    "new": (QT_TRANSLATE_NOOP("Profit", "Just won"), "neutral"),
    "returned": (QT_TRANSLATE_NOOP("Profit", "Mostly returns"), "danger"),
    "below_cost": (QT_TRANSLATE_NOOP("Profit", "Sold below cost"), "danger"),
    "reachable": (QT_TRANSLATE_NOOP("Profit", "Can be turned"), "warn"),
    "out_of_reach": (QT_TRANSLATE_NOOP("Profit", "Hard to turn"), "danger"),
}
TOTALS = frozenset({"gross", "revenue", "margin", "result", "after"})


@dataclass(frozen=True)
class Row:
    """A line of a statement as it is shown: costs below zero; None: not known."""

    code: str
    amount: int | None
    before: int | None = None
    is_set: bool = True

    @property
    def is_total(self) -> bool:
        """Whether the lines above add up to it."""
        return self.code in TOTALS


def name(code: str, told: Told | None = None) -> str:
    """The name of a line, in the statement of somebody."""
    if code == "result" and told is not None and told.subject.kind == "client":
        return QCoreApplication.translate("Profit", "Result")
    return QCoreApplication.translate("Profit", str(NAMES[code]))


def explanation(code: str, view: ProfitView) -> str:
    """What a line counts."""
    text = QCoreApplication.translate("Profit", str(EXPLAIN[code]))
    if code == "margin" and view.rate is not None:
        return QCoreApplication.translate("Profit", "Net revenue less the cost of goods, known or estimated.")
    return text.replace("{rate}", i18n.percent(view.late_rate))


def rows(told: Told, view: ProfitView) -> list[Row]:
    """The lines of a statement from the top down; the lines of the whole book below it where there are any."""
    has_before = told.before is not None
    now = _amounts(told.statement, told.below)
    before = _amounts(told.before, told.below_before) if told.before is not None else {}
    hidden = {code for code in ("uncosted", "estimated") if not now[code] and not before.get(code)}
    if told.below is None or not (told.below.total or (told.below_before and told.below_before.total)):
        hidden |= {"prospects", "spending", "fixed", "after"}
    unset = set(view.not_counted) | ({"fixed"} if told.below and told.below.fixed is None else set())
    return [
        Row(code, now[code], before.get(code) if has_before else None, code not in unset)
        for code in NAMES
        if code not in hidden
    ]


def _amounts(statement: Statement, below: BelowTheLine | None) -> dict[str, int | None]:
    found: dict[str, int | None] = {"gross": statement.gross, "revenue": statement.revenue}
    costs = ("discounts", "returns", "cost", "estimated", "delivery", "time", "visits", "acquisition", "late")
    found |= {code: -int(getattr(statement, code)) for code in costs}
    is_all = statement.estimated != 0 or statement.unknown_lines == 0
    found["uncosted"] = 0 if is_all else statement.known - statement.revenue
    found["margin"] = statement.margin if statement.has_margin else None
    result = statement.result
    found["result"] = result
    if below is not None:
        found |= {"prospects": -below.prospects, "spending": -below.spending, "fixed": -(below.fixed or 0)}
        found["after"] = None if result is None else result - below.total
    return found | {code: found.get(code) for code in ("prospects", "spending", "fixed", "after")}


def subject_name(told: Told) -> str:
    """Whose statement it is."""
    if told.subject.kind == "book":
        return QCoreApplication.translate("Profit", "whole book")
    return messages.segment_name(told.subject.key, told.name) if told.subject.kind == "segment" else told.name


def period_text(question: Question) -> str:
    """ "from 22/11/2025 to 21/11/2026"."""
    end = i18n.short_date(question.as_of)
    days = question.window_days
    if days is None:
        return QCoreApplication.translate("Profit", "everything up to {end}").format(end=end)
    start = i18n.short_date(question.as_of - timedelta(days=days - 1))
    return QCoreApplication.translate("Profit", "from {start} to {end}").format(start=start, end=end)


def figures(answer: Answer, currency: str) -> dict[str, Figure]:
    """The tiles by key: revenue, margin, service, result, losing, peak."""
    view = answer.view
    found = {
        "revenue": Figure(i18n.short_money(view.total.revenue, currency)),
        "margin": margin_figure(view, currency),
        "service": _service(view, currency),
        "result": result_figure(view, currency),
        "losing": losing_figure(view, currency),
        "peak": _peak(view),
    }
    translate = QCoreApplication.translate
    explain = {
        "revenue": explanation("revenue", view),
        "margin": explanation("margin", view),
        "service": translate(
            "Profit",
            "Deliveries, time, visits, acquisition and late payment; beside it their part of the margin.",
        ),
        "result": explanation("result", view) + _of_some(view),
        "losing": translate(
            "Profit", "Clients whose margin does not pay what they cost, and what they take away together."
        ),
        "peak": translate(
            "Profit",
            "The highest point of the whale curve: what the profitable clients bring together, as a part of what all "
            "clients leave.",
        ),
    }
    period = period_text(answer.question)
    return {
        key: Figure(each.value, each.badge, each.tone, f"{explain[key]}\n{period[:1].upper()}{period[1:]}.")
        for key, each in found.items()
    }


def margin_figure(view: ProfitView, currency: str) -> Figure:
    """The gross margin with its rate, as far as costs are known."""
    total = view.total
    if not total.has_margin:
        return Figure(i18n.NO_VALUE, QCoreApplication.translate("Profit", "no cost known"), "warn")
    rate = "" if total.margin_rate is None else i18n.percent(total.margin_rate)
    mark = "≈ " if view.rate is not None and total.unknown_lines else ""
    return Figure(mark + i18n.short_money(total.margin, currency), rate)


def result_figure(view: ProfitView, currency: str) -> Figure:
    """What the clients leave; said for how many of them, where costs are not known."""
    total = view.total
    mark = "≈ " if view.rate is not None and total.unknown_lines else ""
    if total.result is not None:
        rate = "" if total.revenue <= 0 else i18n.percent(total.result / total.revenue)
        tone: Tone = "danger" if total.result < 0 else "neutral"
        return Figure(mark + i18n.short_money(total.result, currency), rate, tone)
    known = total.clients - total.unknown_clients
    if not known:
        return Figure(i18n.NO_VALUE, QCoreApplication.translate("Profit", "costs unknown"), "warn")
    badge = f"{i18n.number(known)} / {i18n.number(total.clients)}"
    return Figure(i18n.short_money(total.own_result, currency), badge, "warn")


def losing_figure(view: ProfitView, currency: str) -> Figure:
    """How many clients cost more than they bring, and how much."""
    whale = view.whale
    if whale.table.empty:
        return Figure(i18n.NO_VALUE)
    badge = i18n.short_money(whale.lost, currency) if whale.losing else ""
    return Figure(i18n.number(whale.losing), badge, "warn" if whale.losing else "good")


def _of_some(view: ProfitView) -> str:
    """Of how many clients the result can be told, where it cannot of all."""
    total = view.total
    if total.result is not None:
        return ""
    text = QCoreApplication.translate(
        "Profit", "Only of the {known} clients out of {all} whose costs of goods are all known."
    )
    known = i18n.number(total.clients - total.unknown_clients)
    return "\n" + text.format(known=known, all=i18n.number(total.clients))


def money(units: int, currency: str, *, signed: bool = False) -> str:
    """An amount; with cents where there is nothing else."""
    return i18n.money(units, currency, 2 if 0 < abs(units) < MONEY_SCALE else 0, signed=signed)


def _service(view: ProfitView, currency: str) -> Figure:
    total = view.total
    if not total.service and view.not_counted:
        return Figure(i18n.NO_VALUE, QCoreApplication.translate("Profit", "not set"))
    share = (
        i18n.percent(total.service / total.margin) if total.margin > 0 and not total.unknown_clients else ""
    )
    return Figure(i18n.short_money(total.service, currency), share)


def _peak(view: ProfitView) -> Figure:
    whale = view.whale
    return Figure(i18n.percent(whale.peak / whale.final) if whale.final > 0 else i18n.NO_VALUE)


def whale_sentence(view: ProfitView, currency: str) -> str:
    """What the whale curve says."""
    translate = QCoreApplication.translate
    whale = view.whale
    if whale.table.empty:
        return translate(
            "Profit",
            "No client’s result is known: the costs of what was sold are missing. Import your sales with their cost or "
            "margin, or enter the costs on the sale lines.",
        )
    count, losing = whale.peak_clients, whale.losing
    if not losing:
        text = translate("Profit", "No client costs more than it brings: all together leave {final}.")
    elif not count:
        text = translate("Profit", "No client brings more than it costs: all together leave {final}.")
    else:
        text = translate("Profit", "%n profitable client(s) bring {peak};", None, count)
        text = counted(text, count) + " "
        rest = translate(
            "Profit", "%n other(s) take {lost} of it away again: {final} are left.", None, losing
        )
        text += counted(rest, losing)
    return text.format(
        peak=i18n.short_money(whale.peak, currency),
        lost=i18n.short_money(-whale.lost, currency),
        final=i18n.short_money(whale.final, currency),
    )


def left_out(view: ProfitView, currency: str) -> str:
    """Whom the curve does not show."""
    count = view.whale.left_out
    if not count:
        return ""
    text = QCoreApplication.translate(
        "Profit",
        "Not in it: %n client(s) with {revenue} of revenue, some of whose costs are not known.",
        None,
        count,
    )
    return counted(text, count).format(revenue=i18n.short_money(view.whale.left_out_revenue, currency))


def notes(told: Told, view: ProfitView) -> list[str]:
    """What a statement leaves out or supposes, each as a sentence."""
    translate = QCoreApplication.translate
    statement = told.statement
    found = []
    share = statement.known_share
    if statement.unknown_lines and view.rate is None:
        text = translate(
            "Profit", "Costs of goods are known for {share} of the revenue; margin is of that part only."
        )
        found.append(text.format(share=i18n.NO_VALUE if share is None else i18n.percent(share)))
    elif statement.unknown_lines and view.rate is not None:
        text = translate(
            "Profit",
            "Estimated: costs of goods are known for {share} of the revenue, the rest is at {rate} margin.",
        )
        part = i18n.NO_VALUE if share is None else i18n.percent(share)
        found.append(text.format(share=part, rate=i18n.percent(view.rate)))
    if view.not_counted:
        names = ", ".join(name(code).lower() for code in view.not_counted)
        found.append(
            translate("Profit", "Not counted, as no cost is set for it: {names}.").format(names=names)
        )
    count = statement.unmeasured
    if count:
        text = translate(
            "Profit", "%n visit(s) without a distance: their kilometres are not counted.", None, count
        )
        found.append(counted(text, count))
    return found


def verdict(line: CostlyLine) -> tuple[str, Tone]:
    """What to make of a costly client, in two words, and their tone."""
    text, tone = _VERDICTS[line.verdict.code]
    return QCoreApplication.translate("Profit", str(text)), tone


def verdict_sentence(line: CostlyLine, currency: str) -> str:
    """The same in a sentence."""
    translate = QCoreApplication.translate
    texts = {
        "strategic": translate(
            "Profit", "{name} costs {lost} more than it brings, and is kept on purpose ({role}). Cheaper ways to serve "
            "it help all the same."
        ),
        "new": translate(
            "Profit", "{name} was won in this period; without what that cost it would bring more than it takes."
        ),
        "returned": translate(
            "Profit", "{name} gave back more than it bought in this period: its returns and credit notes decide here, "
            "not its prices."
        ),
        "below_cost": translate(
            "Profit", "What {name} pays does not cover what the goods cost: only prices or discounts can change that."
        ),
        "reachable": translate("Profit", "{name} costs {lost} more than it brings. These bring {total} together."),
        "out_of_reach": translate(
            "Profit", "{name} costs {lost} more than it brings. Together these bring {total}: not enough on their own, "
            "unless it buys more."
        ),
    }  # fmt: skip
    return texts[line.verdict.code].format(
        name=line.name,
        lost=money(-line.result, currency),
        role=messages.strategic_role(line.role),
        total=i18n.money(line.verdict.amount, currency),
    )


def lever(each: Lever, currency: str) -> str:
    """What a lever asks for."""
    translate = QCoreApplication.translate
    count = round(each.change)
    if each.code == "price":
        return translate("Profit", "Prices {rise} higher").format(rise=i18n.percent(each.change, 1))
    if each.code == "visits":
        return counted(translate("Profit", "%n visit(s) replaced by a call", None, count), count)
    if each.code == "orders":
        text = translate("Profit", "Orders of {least} or more: %n delivery(ies) less", None, count)
        return counted(text, count).format(least=i18n.money(each.target, currency))
    if each.code == "time":
        return translate("Profit", "{time} less time spent").format(time=i18n.minutes(count))
    if each.code == "discount":
        return translate("Profit", "No discount")
    return translate("Profit", "Payment on time")


def best_lever(line: CostlyLine, currency: str) -> str:
    """The lever that brings most, for a cell; "" where there is none."""
    best = next(iter(line.verdict.levers), None)
    return "" if best is None else f"{money(best.amount, currency, signed=True)} · {lever(best, currency)}"
