"""The words of the Movement tab."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from portfolio_app.models.money import MONEY_SCALE
from portfolio_app.ui import i18n, messages
from portfolio_app.ui.pages.analysis import segments_words
from portfolio_app.ui.pages.analysis.movement_data import NEW, TOTAL, Answer, Cell, Way

translate = QCoreApplication.translate

MARKS = {"better": "↑", "worse": "↓"}
"""What tells the way of a move beside its colour."""


def heading(code: str, answer: Answer) -> str:
    """The head of a row or column."""
    if code == NEW:
        return translate("MovementTab", "New")
    if code == TOTAL:
        return translate("MovementTab", "Total")
    info = answer.segments.get(code)
    return messages.segment_name(code, info.name if info is not None else "")


def heading_meaning(code: str, answer: Answer, *, is_row: bool) -> str:
    """What a row or column holds."""
    question = answer.question
    day = i18n.short_date(question.before if is_row else question.after)
    if code == NEW:
        return translate("MovementTab", "Clients the book did not know on {day}.").format(day=day)
    if code == TOTAL:
        return translate("MovementTab", "All together")
    text = translate("MovementTab", "Clients in “{segment}” on {day}")
    return text.format(segment=heading(code, answer), day=day)


def passage(row: str, column: str, answer: Answer) -> str:
    """What a cell is, in words: "From Top to At risk"."""
    first, second = heading(row, answer), heading(column, answer)
    if row == TOTAL and column == TOTAL:
        return translate("MovementTab", "All clients")
    if column == TOTAL:
        return heading_meaning(row, answer, is_row=True)
    if row == TOTAL:
        return heading_meaning(column, answer, is_row=False)
    if row == NEW:
        return translate("MovementTab", "New, now in “{segment}”").format(segment=second)
    if row == column:
        return translate("MovementTab", "Stayed in “{segment}”").format(segment=first)
    return translate("MovementTab", "From “{first}” to “{second}”").format(first=first, second=second)


def amounts(cell: Cell, answer: Answer, currency: str) -> str:
    """Their revenue before and after, with the days."""
    text = translate("MovementTab", "Revenue over 12 months: {before} on {first}, {after} on {second}.")
    return text.format(
        before=i18n.money(cell.before, currency),
        after=i18n.money(cell.after, currency),
        first=i18n.short_date(answer.question.before),
        second=i18n.short_date(answer.question.after),
    )


def explain(row: str, column: str, answer: Answer, currency: str) -> str:
    """A cell in words, for its tooltip and for readers of the screen."""
    cell = answer.cell(row, column)
    return (
        f"{passage(row, column, answer)}\n{segments_words.clients(len(cell.ids))}\n"
        f"{amounts(cell, answer, currency)}"
    )


def way_titles() -> dict[Way, str]:
    """The names of the tiles."""
    return {
        "better": translate("MovementTab", "Moved up"),
        "worse": translate("MovementTab", "Moved down"),
        "stay": translate("MovementTab", "Stayed"),
        "new": translate("MovementTab", "New"),
    }


def way_meaning(way: Way, answer: Answer) -> str:
    """Who is counted as going that way."""
    question = answer.question
    first, second = i18n.short_date(question.before), i18n.short_date(question.after)
    text = {
        "better": translate("MovementTab", "In a better segment on {second} than on {first}."),
        "worse": translate("MovementTab", "In a worse segment on {second} than on {first}."),
        "stay": translate("MovementTab", "In the same segment on {first} and on {second}."),
        "new": translate("MovementTab", "Known on {second}, and not yet on {first}."),
    }[way].format(first=first, second=second)
    if way in ("better", "worse"):
        text += "\n" + translate("MovementTab", "The segments are ranked by their order, the best first.")
    return text


def sentence(answer: Answer) -> str:
    """What happened between the two days."""
    question = answer.question
    known = answer.cell(TOTAL, TOTAL).ids
    if not known:
        return ""
    newcomers = len(answer.going["new"].ids)
    if newcomers == len(known):
        text = translate("MovementTab", "On {first} the book did not know any of today’s clients yet.")
        return text.format(first=i18n.short_date(question.before))
    moved = len(answer.going["better"].ids) + len(answer.going["worse"].ids)
    base = len(known) - newcomers
    text = translate(
        "MovementTab",
        "%n of {base} clients went to another segment between {first} and {second}. "
        "Rows: where they were; columns: where they are.",
        None,
        moved,
    )
    return segments_words.counted(text, moved).format(
        base=i18n.number(base),
        first=i18n.short_date(question.before),
        second=i18n.short_date(question.after),
    )


def window_meaning(answer: Answer) -> str:
    """What the revenue in the cells is measured over."""
    first, second = answer.question.before, answer.question.after
    text = translate("MovementTab", "Before: from {a} to {b}. After: from {c} to {d}.")
    year = timedelta(days=364)
    return text.format(
        a=i18n.short_date(first - year),
        b=i18n.short_date(first),
        c=i18n.short_date(second - year),
        d=i18n.short_date(second),
    )


def former(answer: Answer) -> str:
    """How many former clients are in the cells, and where; "" when none is."""
    count = answer.former
    if not count:
        return ""
    return segments_words.counted(
        translate(
            "MovementTab",
            "%n former client(s) is/are counted too, in the segment whose rule they meet.",
            None,
            count,
        ),
        count,
    )


def value(cell: Cell, measure: str) -> int:
    """What a cell shows: its clients, or their revenue before or after in money units."""
    return {"clients": len(cell.ids), "before": cell.before, "after": cell.after}[measure]


def plain_grid(answer: Answer, measure: str) -> list[tuple[str, ...]]:
    """The grid for a spreadsheet: figures without blanks or signs, with the decimal sign in use."""
    rows, columns = (*answer.rows, TOTAL), (*answer.columns, TOTAL)
    point = i18n.locale().decimalPoint()

    def plain(units: int) -> str:
        return str(units) if measure == "clients" else f"{units / MONEY_SCALE:.2f}".replace(".", point)

    lines = [("", *(heading(column, answer) for column in columns))]
    for row in rows:
        figures = (plain(value(answer.cell(row, column), measure)) for column in columns)
        lines.append((heading(row, answer), *figures))
    return lines
