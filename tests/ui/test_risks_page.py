"""Analysis > Risks: on empty, tiny and real books, by clicks and keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from portfolio_app.services import clients, history, sales
from portfolio_app.services.analysis_settings import set_analysis
from portfolio_app.storage.book import Book
from portfolio_app.ui import i18n
from portfolio_app.ui.chance_words import chance
from portfolio_app.ui.pages.analysis import risks_data as data
from portfolio_app.ui.pages.analysis import risks_signs as signs
from portfolio_app.ui.pages.analysis import risks_words as words
from portfolio_app.ui.pages.analysis.risks import LOST, RisksTab
from portfolio_app.ui.pages.analysis.risks_charts import strips
from portfolio_app.ui.pages.analysis.risks_gallery import CHARTS, TILES
from tests.conftest import TODAY
from tests.ui.analysis_tabs import Opened, buyer, open_analysis

__all__ = ["open_analysis"]

Open = Callable[[Book], Opened]


def tab_of(opened: Opened) -> RisksTab:
    tab = opened.page.content("risks")
    assert isinstance(tab, RisksTab)
    return tab


def show(opened: Opened, **item: object) -> RisksTab:
    opened.show({"tab": "risks", **item})
    opened.wait()
    return tab_of(opened)


def told(tab: RisksTab) -> str:
    """All that the card of the client says."""
    return "\n".join(label.text() for label in tab.detail.findChildren(QLabel) if label.isVisible())


def test_an_empty_book_says_what_to_do(open_analysis: Open, make_book: Callable[..., Book]) -> None:
    opened = open_analysis(make_book())
    tab = show(opened)
    assert tab.is_empty
    assert not tab.controls.isVisible()
    for each in tab._empty.buttons:
        opened.qtbot.mouseClick(each, Qt.MouseButton.LeftButton)
    assert opened.asked == [("import", None), ("sample", None)]


def test_a_book_without_sales_says_what_cannot_be_told(
    open_analysis: Open, make_book: Callable[..., Book]
) -> None:
    book = make_book()
    clients.create_client(book, {"name": "Seul"})
    opened = open_analysis(book)
    tab = show(opened)
    assert tab.nobody.isVisible()
    assert not tab.table.isVisible()
    assert tab.detail.client is None
    for axis in ("dependency", "cost", "insolvency"):
        tab.controls.choose(axis)
        opened.wait()
        assert tab.nobody.text() == words.unknown(tab.answer.view.axes[axis].unknown) if tab.answer else False


def test_one_client_is_all_there_is(open_analysis: Open, make_book: Callable[..., Book]) -> None:
    book = make_book()
    only = buyer(book, "<b>Only & one</b>", (TODAY - timedelta(days=20), "300"))
    opened = open_analysis(book)
    tab = show(opened)
    assert list(tab.model.ids) == [only]
    assert tab.detail.client == only
    assert tab.detail.title() == "<b>Only & one</b>"
    assert i18n.percent(1) in told(tab)
    assert "Not enough history" in tab.sentence.text()
    # Who is silent for too long cannot be told yet: the card of the chart says so and draws nothing.
    assert tab.strips.sentence.text() == words.unknown("no_history")


def test_where_nobody_bought_for_years_nobody_is_said_to_be_in_time(
    open_analysis: Open, make_book: Callable[..., Book]
) -> None:
    book = make_book()
    for number in range(12):
        days = (TODAY - timedelta(days=1_500 + 40 * each + number) for each in range(4))
        buyer(book, f"Former {number}", *((day, "100") for day in days))
    opened = open_analysis(book)
    tab = show(opened)
    assert "24 months" in tab.strips.sentence.text()


def test_tiles_filter_and_rows_tell_why(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    tab = show(opened)
    answer = tab.answer
    assert answer is not None
    everybody = list(answer.ids)
    assert tab.detail.client == everybody[0] == tab.table.current_id()
    opened.qtbot.mouseClick(tab.tiles["insolvency"], Qt.MouseButton.LeftButton)
    opened.wait()
    assert tab.answer is not None
    found = tab.answer.view.axes["insolvency"]
    assert set(tab.model.ids) == {*found.alarm, *found.watch}
    assert tab.controls.axis.currentData() == "insolvency"
    tab.table.select_id(tab.model.ids[-1])
    opened.wait()
    opened.wait()
    assert tab.detail.client == tab.model.ids[-1]
    assert words.axis("insolvency") in told(tab)
    tab.controls.level.setCurrentIndex(1)
    tab.controls.level.activated.emit(1)
    opened.wait()
    assert set(tab.model.ids) == set(found.alarm)
    opened.qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    opened.qtbot.mouseClick(tab.all_button, Qt.MouseButton.LeftButton)
    assert [kind for kind, _ in opened.asked] == ["client", "clients"]
    assert opened.asked[1][1] == {"ids": list(tab.model.ids), "title": words.list_name(tab.answer)}
    # The same tile once more shows all risks again, at the level chosen.
    opened.qtbot.mouseClick(tab.tiles["insolvency"], Qt.MouseButton.LeftButton)
    opened.wait()
    assert tab.controls.axis.currentData() == ""
    for flag in data.FLAGS:
        tab.controls.choose(flag)
        opened.wait()
        assert all(tab.answer.view.risks[flag].loc[list(tab.model.ids)])


def test_the_list_is_sorted_by_its_columns(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    tab = show(opened)
    tab.model.sort(3, Qt.SortOrder.DescendingOrder)
    opened.wait()
    assert tab.answer is not None
    stakes = tab.answer.view.risks["stake"].loc[list(tab.model.ids)].tolist()
    assert stakes == sorted(stakes, reverse=True)
    tab.model.sort(0, Qt.SortOrder.AscendingOrder)
    opened.wait()
    names = [tab.answer.view.metrics["client_name"].loc[client].casefold() for client in tab.model.ids]
    assert names == sorted(names)


def test_one_click_plans_the_follow_up_and_undo_takes_it_back(
    open_analysis: Open, make_book: Callable[..., Book]
) -> None:
    book = make_book()
    client = buyer(book, "Late payer")
    sales.add_sale(
        book, client, {"date": TODAY - timedelta(days=99), "amount": 80, "due_on": TODAY - timedelta(days=70)}
    )
    opened = open_analysis(book)
    tab = show(opened, axis="insolvency", client=client)
    wanted = f"Plan: {signs.task('overdue')}"
    (plan,) = (each for each in tab.detail.findChildren(QPushButton) if each.accessibleName() == wanted)
    opened.qtbot.mouseClick(plan, Qt.MouseButton.LeftButton)
    opened.wait()
    opened.wait()
    with book.read() as connection:
        rows = connection.exec_driver_sql("SELECT client_id, due_on, title FROM follow_up").all()
    # The day of the tests is a Sunday.
    assert [tuple(row) for row in rows] == [(client, "2026-11-23", signs.task("overdue"))]
    assert i18n.short_date(date(2026, 11, 23)) in told(tab)
    opened.ops.run(tab, history.undo)
    opened.wait()
    opened.wait()
    assert "Next action" not in told(tab)
    opened.qtbot.mouseClick(tab.detail.open_button, Qt.MouseButton.LeftButton)
    assert opened.asked == [("client", client)]


def test_a_strategic_role_shields_from_advice_to_let_go(
    open_analysis: Open, make_book: Callable[..., Book]
) -> None:
    book = make_book()
    client = buyer(book, "Loss maker")
    sales.add_sale(book, client, {"date": TODAY - timedelta(days=9), "amount": 80, "cost": 100})
    opened = open_analysis(book)
    tab = show(opened, axis="cost")
    assert signs.advice("below_cost", "") in told(tab)
    clients.update_client(book, client, {"strategic_role": "market_entry"})
    opened.page.refresh()
    opened.wait()
    opened.wait()
    assert signs.advice("below_cost", "market_entry") in told(tab)
    assert "let go" not in told(tab).replace(signs.advice("below_cost", "market_entry"), "").replace(
        "It shields the client from advice to let go.", ""
    )


def test_the_strips_are_those_of_the_list_and_open_their_client(
    open_analysis: Open, sample_book: Book
) -> None:
    opened = open_analysis(sample_book)
    tab = show(opened, axis="instability")
    answer = tab.answer
    assert answer is not None
    shown = [row.strip.client_id for row in answer.strips]
    late = [client for client in answer.ids if answer.view.risks["sign_rhythm"].loc[client]]
    assert shown == late[: data.STRIPS]
    assert answer.late == len(late)
    presented = strips(answer, "EUR")
    assert presented.table is not None
    assert presented.table.opens is not None
    assert presented.table.opens(1) == ("client", shown[1])
    for row in presented.table.rows:
        assert all(str(column.format(row)) for column in presented.table.columns)


def test_every_sign_has_its_words(sample_book: Book) -> None:
    from portfolio_app.analysis.risk import SIGNS, Limits
    from portfolio_app.services.risks import Sign

    for code, axis in SIGNS.items():
        bare = Sign(code, axis, 1, None, {})
        for text in (
            signs.title(bare, "EUR"),
            signs.rule(code, Limits()),
            signs.advice(code, ""),
            signs.advice(code, "reference"),
            signs.task(code),
        ):
            assert text
            assert "{" not in text
        assert words.axis_meaning(axis)


def test_the_gallery_shows_the_same_figures(sample_book: Book) -> None:
    view = TILES[0].look(sample_book, TODAY)
    values = [spec.present(view, "EUR") for spec in TILES]
    assert values[0].value == i18n.short_money(view.lost.expected, "EUR")
    assert all(each.value and each.explain for each in values)
    (chart,) = CHARTS
    assert chart.present(chart.look(sample_book, TODAY), "EUR").draw is not None
    set_analysis(sample_book, watch_share=0.9, alarm_share=0.9)
    assert TILES[1].present(TILES[1].look(sample_book, TODAY), "EUR").badge == ""


@pytest.mark.parametrize(
    ("probability", "said"),
    [(0.0, "less than 1 chance in 20"), (0.06, "about 1 chance in 10"), (0.62, "about 6 chances in 10"),
     (0.949, "about 9 chances in 10"), (1.0, "more than 19 chances in 20")],
)  # fmt: skip
def test_chances_never_claim_more_than_is_known(probability: float, said: str) -> None:
    assert chance(probability) == said


def test_another_book_forgets_the_client(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    tab = show(opened)
    assert tab.detail.client is not None
    assert tab.tiles[LOST].accessibleName()
    opened.ops.book_opened.emit()
    assert tab.detail.client is None
