"""Analysis > Segments: on empty, tiny and real books, by clicks and keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from portfolio_app.services import clients, groups, portfolio, segmentations
from portfolio_app.storage.book import Book
from portfolio_app.ui import i18n, messages
from portfolio_app.ui.item_models.cells import chip_width
from portfolio_app.ui.pages.analysis import segments_chart, segments_gallery, segments_rfm_chart
from portfolio_app.ui.pages.analysis import segments_data as data
from portfolio_app.ui.pages.analysis import segments_words as words
from tests.conftest import TODAY
from tests.ui.analysis_tabs import Opened, buyer, open_analysis

__all__ = ["open_analysis"]

Open = Callable[[Book], Opened]


def shown(opened: Opened) -> data.Answer:
    """What the tab shows now."""
    answer = opened.page.segments.answer
    assert answer is not None
    return answer


def cell(opened: Opened, row: int, key: str) -> str:
    """The text of one cell of the table of segments."""
    model = opened.page.segments.model
    column = [each.key for each in model.columns].index(key)
    return str(model.index(row, column).data())


def test_an_empty_book_says_what_to_do(open_analysis: Open, make_book: Callable[..., Book]) -> None:
    book = make_book()
    opened = open_analysis(book)
    opened.show({"tab": "segments"})
    tab = opened.page.segments
    assert tab.is_empty
    assert not tab.controls.isVisible()
    for each in tab._empty.buttons:
        opened.qtbot.mouseClick(each, Qt.MouseButton.LeftButton)
    assert opened.asked == [("import", None), ("sample", None)]


def test_a_book_without_sales_shows_its_prospects(
    open_analysis: Open, make_book: Callable[..., Book]
) -> None:
    book = make_book()
    clients.create_client(book, {"name": "Seul"})
    opened = open_analysis(book)
    opened.show({"tab": "segments"})
    answer = opened.page.segments.answer
    assert answer is not None
    assert {
        each.profile.segment.code: each.profile.clients for each in answer.lines if each.profile.clients
    } == {"prospect": 1}
    row = next(each.place for each in answer.lines if each.profile.segment.code == "prospect")
    assert cell(opened, row, "clients") == "1"
    assert cell(opened, row, "client_share") == i18n.percent(1)
    assert cell(opened, row, "retention") == i18n.NO_VALUE
    for code in ("rfm", "abc_revenue", "size", "loyalty"):
        opened.show({"tab": "segments", "segmentation": code})
        assert shown(opened).info.code == code
        assert shown(opened).clients == 1
    opened.show({"tab": "segments", "segmentation": "rfm"})
    assert not opened.page.segments.rfm.card.chart.isVisible()
    assert opened.page.segments.rfm.card.sentence.isVisible()


def test_figures_of_a_segment_by_hand(open_analysis: Open, make_book: Callable[..., Book]) -> None:
    book = make_book()
    old, recent = TODAY - timedelta(days=500), TODAY - timedelta(days=20)
    stays = buyer(book, "Stays", (old, "100"), (recent, "300"))
    buyer(book, "Went silent", (old, "50"))
    buyer(book, "Prospect")
    opened = open_analysis(book)
    opened.show({"tab": "segments", "segmentation": "pareto"})
    opened.page.segments.controls.since.choose(start=old + timedelta(days=10))
    opened.wait()
    answer = opened.page.segments.answer
    assert answer is not None
    vital = answer.lines[0].profile
    assert (vital.clients, vital.revenue, vital.share) == (1, 300_000_000, 1.0)
    assert answer.clients == 3
    # Both were among the few who made 80 %, and had bought; one of them bought again.
    assert (vital.retention, vital.retention_base) == (0.5, 2)
    assert vital.retention_low is not None
    assert stays not in {each.client_id for each in vital.came}
    texts = {fact.label: fact.value for fact in words.facts(answer.lines[0], answer, "EUR")}
    assert texts["Revenue"] == i18n.money(300_000_000, "EUR")
    since = i18n.short_date(answer.question.since)
    assert "(" in texts[f"Retention since {since}"]


def test_each_segmentation_of_the_sample_adds_up(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "segments"})
    tab = opened.page.segments
    assert tab.answer is not None
    total = sum(each.profile.revenue for each in tab.answer.lines)
    for info in tab.answer.segmentations:
        tab.controls.segmentation.setCurrentIndex(tab.controls.segmentation.findData(info.code))
        tab.controls.segmentation.activated.emit(0)
        opened.wait()
        assert tab.answer.info.code == info.code
        assert sum(each.profile.clients for each in tab.answer.lines) == tab.answer.clients
        assert sum(each.profile.revenue for each in tab.answer.lines) == total
        assert tab.model.rowCount() == len(tab.answer.lines)
        assert tab.force_button.isVisible() is not info.in_force
        assert tab.rfm.isVisible() is (info.code == "rfm")
        for line in tab.answer.lines:
            assert words.rule(line, tab.answer, "EUR")
        column = [each.key for each in tab.model.columns].index("expected")
        expected = {"abc_rank": [20, 20, 60], "abc_revenue": [10, 40, 50], "pareto": [20, 80]}.get(info.code)
        assert tab.table.isColumnHidden(column) is (expected is None)
        if expected is not None:
            assert [each.expected for each in tab.answer.lines] == [*(x / 100 for x in expected), None]
            # The rule of thumb speaks of the clients who bring something; so does the bar.
            assert sum(each.client_share or 0 for each in tab.answer.lines) == pytest.approx(1)
            assert [segments_chart._weight(each) for each in tab.answer.lines] == [
                *(each.profile.clients for each in tab.answer.lines[:-1]),
                0,
            ]


def test_the_classes_are_those_of_the_concentration_page(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    table = portfolio.concentration(sample_book, TODAY, 365).result.table
    for code in ("abc_rank", "abc_revenue"):
        opened.show({"tab": "segments", "segmentation": code})
        for line in shown(opened).lines[:-1]:
            letter = line.profile.segment.code[-1].upper()
            assert sorted(line.profile.members) == sorted(table.loc[table[code] == letter, "client_id"])
        counts = [each.profile.clients for each in shown(opened).lines[:-1]]
        if code == "abc_rank":
            n = len(table)
            assert counts == [-(-n // 5), -(-2 * n // 5) - -(-n // 5), n - -(-2 * n // 5)]


def test_as_of_another_day(open_analysis: Open, make_book: Callable[..., Book]) -> None:
    book = make_book()
    last = date(2017, 6, 30)
    client = buyer(book, "Ancien", (last, "100"), (last - timedelta(days=200), "50"))
    opened = open_analysis(book)
    opened.show({"tab": "segments"})
    tab = opened.page.segments
    assert tab.notice.isVisible()
    assert i18n.short_date(last) in tab.notice_text.text()
    opened.qtbot.mouseClick(tab.last_sale_button, Qt.MouseButton.LeftButton)
    opened.wait()
    assert not tab.notice.isVisible()
    assert (shown(opened).question.as_of, shown(opened).question.since) == (last, date(2017, 3, 30))
    assert sum(each.profile.revenue for each in shown(opened).lines) == 150_000_000
    assert i18n.short_date(last) in tab.card._title.text()
    assert i18n.short_date(last) in words.explanations(shown(opened))["clients"]
    # The list of clients is of today: these are named one by one.
    assert shown(opened).line_of(tab.panel.code) is not None
    tab.show_segment(
        "", next(each.profile.segment.code for each in shown(opened).lines if each.profile.clients)
    )
    opened.wait()
    opened.qtbot.mouseClick(tab.panel.all_button, Qt.MouseButton.LeftButton)
    kind, item = opened.asked[-1]
    assert kind == "clients"
    assert isinstance(item, dict)
    assert item["ids"] == [client]
    assert i18n.short_date(last) in item["title"]
    tab.controls.since.choose("quarter")
    opened.wait()
    assert shown(opened).question.as_of == TODAY


def test_names_are_shown_whole_and_retention_says_what_it_is(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "segments", "segmentation": "loyalty"})
    tab = opened.page.segments
    for row, line in enumerate(shown(opened).lines):
        chip = messages.segment_name(line.profile.segment.code, "")
        assert tab.model.index(row, 0).data() == chip
        assert tab.table.columnWidth(0) >= chip_width(chip)
    combo = tab.controls.segmentation
    longest = max(combo.fontMetrics().horizontalAdvance(combo.itemText(i)) for i in range(combo.count()))
    assert combo.width() >= longest + 20
    assert combo.currentText() in combo.toolTip()
    answer = shown(opened)
    assert "Today page" in words.explanations(answer)["retention"]
    facts = [fact.label for fact in words.facts(answer.lines[0], answer, "EUR")]
    assert f"Retention since {i18n.short_date(answer.question.since)}" in facts


def test_rows_by_key_change_the_panel_and_enter_lists_the_clients(
    open_analysis: Open, sample_book: Book
) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "segments"})
    tab = opened.page.segments
    assert tab.panel.code == "top"
    tab.table.setFocus()
    opened.qtbot.keyClick(tab.table, Qt.Key.Key_Down)
    assert tab.panel.code == "high_potential"
    opened.qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    wanted = {"segment": "high_potential", "segmentation": "standard"}
    assert opened.asked == [("clients", wanted)]
    opened.qtbot.mouseClick(tab.panel.all_button, Qt.MouseButton.LeftButton)
    assert opened.asked[1:] == [("clients", wanted)]


def test_who_came_opens_the_client(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "segments", "segment": "at_risk", "since": TODAY - timedelta(days=365)})
    tab = opened.page.segments
    assert tab.answer is not None
    assert tab.panel.code == "at_risk"
    line = tab.answer.line_of("at_risk")
    assert line is not None
    came = line.profile.came
    assert tab.panel.came.model.rowCount() == len(came) > 0
    assert str(tab.panel.came.model.index(0, 0).data()) == came[0].name
    tab.panel.came.table.select_id(came[0].client_id)
    opened.qtbot.keyClick(tab.panel.came.table, Qt.Key.Key_Return)
    assert opened.asked == [("client", came[0].client_id)]


def test_put_in_force_and_undo(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "segments", "segmentation": "pareto"})
    tab = opened.page.segments
    opened.qtbot.mouseClick(tab.force_button, Qt.MouseButton.LeftButton)
    opened.wait()
    assert shown(opened).info.in_force
    assert tab.badge.isVisible()
    assert not tab.force_button.isVisible()
    opened.ops.undo()
    opened.wait()
    assert not shown(opened).info.in_force
    assert tab.force_button.isVisible()


def test_own_segmentations_can_be_deleted_and_built_in_ones_put_back(
    open_analysis: Open, sample_book: Book
) -> None:
    from dataclasses import replace

    spec = segmentations.segmentation(sample_book, "pareto")
    own = replace(
        spec, code="", name="Mine & <b>", segments=tuple(replace(s, name="x") for s in spec.segments)
    )
    code = segmentations.saved_code(sample_book, segmentations.save(sample_book, own))
    segmentations.save(sample_book, replace(spec, steady=False))
    opened = open_analysis(sample_book)
    opened.show({"tab": "segments", "segmentation": code})
    tab = opened.page.segments
    assert tab.delete_action.isVisible()
    assert not tab.reset_action.isVisible()
    tab.delete_action.trigger()
    opened.wait()
    assert tab.answer is not None
    assert code not in [each.code for each in tab.answer.segmentations]
    assert tab.answer.info.in_force
    opened.show({"tab": "segments", "segmentation": "pareto"})
    assert tab.reset_action.isVisible()
    tab.reset_action.trigger()
    opened.wait()
    assert not tab.answer.info.changed
    assert not tab.reset_action.isVisible()


def test_rfm_cells_list_their_clients(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "segments", "segmentation": "rfm"})
    card = opened.page.segments.rfm
    chart = card.card.chart
    answer = shown(opened)
    found = answer.rfm
    assert found is not None
    # The colour is the margin of the client in the middle.
    assert answer.rfm_margin
    table = portfolio.snapshot(sample_book, TODAY).metrics
    best = list(found[5, 5].people)
    assert found[5, 5].median == round(float(table["margin_window"].loc[best].median()))
    assert list(card.clients.model.ids) == best
    opened.page.segments._content_area.ensureWidgetVisible(card)
    opened.qtbot.waitUntil(lambda: not chart.is_waiting, timeout=30_000)
    chart.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        opened.qtbot.keyClick(chart, key)
    opened.wait()
    presented = segments_rfm_chart.rfm_grid(answer, "EUR")
    assert presented.table is not None
    assert card._chosen in found
    assert list(card.clients.model.ids) == list(found[card._chosen].people)
    assert card.clients.table.hasFocus()
    first = next(iter(found[card._chosen].people.values()))
    assert card.clients.model.index(0, 1).data() == i18n.money(first.after, "EUR")
    opened.qtbot.keyClick(card.clients.table, Qt.Key.Key_Escape)
    assert chart.hasFocus()
    opened.qtbot.mouseClick(card.clients.all_button, Qt.MouseButton.LeftButton)
    assert opened.asked[0][0] == "clients"
    for place, cell_found in presented.table.rows:
        assert found[place] is cell_found
    assert sum(len(each.people) for _, each in presented.table.rows) == int((table["order_days"] > 0).sum())
    # On a dashboard, where no list stands beside it, a cell opens the list of clients.
    (spec,) = segments_gallery.CHARTS
    alone = spec.present(spec.look(sample_book, TODAY), "EUR")
    assert alone.table is not None
    assert alone.table.opens is not None
    assert alone.table.opens(0) == ("clients", {"ids": best, "title": words.score_text(5, 5).capitalize()})


def test_the_menu_of_groups_counts_lists_and_edits(open_analysis: Open, sample_book: Book) -> None:
    rule = {"metric": "orders", "op": "=", "value": 0}
    (group,) = groups.create_group(sample_book, "A & B", rule, "#0072B2").created["client_group"]
    opened = open_analysis(sample_book)
    opened.show({"tab": "segments"})
    menu = opened.page.segments.groups
    menu.aboutToShow.emit()
    opened.wait()
    (inner,) = menu._inner
    count = len(groups.members(sample_book, group, TODAY))
    assert inner.title() == f"A && B ({count})"
    inner.actions()[0].trigger()
    assert opened.asked == [("clients", {"group": group})]
    edited: list[object] = []
    menu.edit_requested.disconnect()
    menu.edit_requested.connect(edited.append)
    inner.actions()[1].trigger()
    menu._new.trigger()
    assert edited == [group, None]
    inner.actions()[2].trigger()
    opened.wait()
    menu.aboutToShow.emit()
    opened.wait()
    assert menu._inner == []
    assert menu._new in menu.actions()


def test_every_column_says_what_it_means_and_the_table_can_be_copied(
    open_analysis: Open, sample_book: Book
) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "segments"})
    tab = opened.page.segments
    for number in range(tab.model.columnCount()):
        assert tab.model.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        assert tab.model.index(0, number).data(Qt.ItemDataRole.ToolTipRole)
    tab.copy_action.trigger()
    opened.wait()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert tab.answer is not None
    assert len(lines) == len(tab.answer.lines) + 1
    assert lines[1].split("\t")[2] == str(tab.answer.lines[0].profile.clients)


def test_the_editor_takes_the_place_of_the_figures_and_gives_it_back(
    open_analysis: Open, sample_book: Book
) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "segments"})
    tab = opened.page.segments
    opened.qtbot.mouseClick(tab.edit_button, Qt.MouseButton.LeftButton)
    opened.wait()
    assert tab.editor is not None
    assert tab.editor.isVisible()
    assert not tab.controls.isVisible()
    opened.qtbot.mouseClick(tab.editor.cancel_button, Qt.MouseButton.LeftButton)
    opened.wait()
    assert not tab.is_editing
    assert tab.table.isVisible()
    assert tab.controls.isVisible()
    opened.qtbot.mouseClick(tab.new_button, Qt.MouseButton.LeftButton)
    opened.wait()
    editor = tab.editor
    assert editor is not None
    editor.name.selectAll()
    opened.qtbot.keyClicks(editor.name, "Mine")
    opened.qtbot.waitUntil(editor.apply_button.isEnabled)
    opened.qtbot.mouseClick(editor.apply_button, Qt.MouseButton.LeftButton)
    opened.wait()
    assert not tab.is_editing
    assert shown(opened).info.name == "Mine"
    assert not shown(opened).info.in_force


def test_a_touch_reloads_the_tab_in_front_only(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "segments"})
    opened.show({"tab": "movement"})
    before = opened.page.segments.answer
    clients.create_client(sample_book, {"name": "Nouveau"})
    opened.page.refresh()
    opened.wait()
    assert opened.page.segments.answer is before
    opened.show({"tab": "segments"})
    assert opened.page.segments.answer is not before


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 22), 3, date(2026, 8, 22)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 12, date(2025, 1, 15)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
    ],
)
def test_months_before(day: date, months: int, expected: date) -> None:
    assert data.months_before(day, months) == expected
