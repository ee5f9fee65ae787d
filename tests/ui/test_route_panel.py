"""The route of the day beside the queue."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from portfolio_app.services import follow_ups
from portfolio_app.ui.pages import client_links, route_panel
from portfolio_app.ui.pages.follow_ups import ROUTE, FollowUpsPage
from tests.conftest import TODAY
from tests.ui.queue_desk import KEY, Open, add_client, open_page, settle

__all__ = ["open_page"]


@pytest.fixture
def page(qtbot: QtBot, open_page: Open, make_book: Any) -> FollowUpsPage:
    """Two due in Quimper and one near them in three days; one due who knows where; one due in Vannes."""
    book = make_book("route.portfolio")
    quimper = {"postcode": "29000", "city": "Quimper", "country": "FR"}
    add_client(book, "Ardoise", 90, street="12 rue Kéréon", phone="02 98 00 00 01", **quimper)
    add_client(book, "Brasserie", 90, street="2 rue Kéréon", **quimper)
    near = add_client(book, "Cidrerie", 1, street="5 rue Kéréon", **quimper)
    follow_ups.plan_follow_up(book, near, {"due_on": TODAY + timedelta(days=3), "kind": "visit"})
    add_client(book, "Domaine", 90)
    add_client(book, "Épicerie", 90, postcode="56000", city="Vannes", country="FR")
    page = open_page(book)
    page.show_item(ROUTE)
    settle(qtbot, page)
    return page


def children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """The stops of an area."""
    return [child for n in range(item.childCount()) if (child := item.child(n)) is not None]


def stops(page: FollowUpsPage) -> list[tuple[str, list[str]]]:
    """What the tree says: areas and those in them."""
    items = page.route._area_items()
    return [(item.text(0), [child.text(0) for child in children(item)]) for item in items]


def test_areas_with_their_stops_along_the_way(page: FollowUpsPage) -> None:
    assert stops(page) == [
        ("29 Finistère · 2 + 1 nearby", ["Brasserie", "Cidrerie", "Ardoise"]),
        ("56 Morbihan · 1", ["Épicerie"]),
        ("Place unknown · 1", ["Domaine"]),
    ]
    page.grab()


def test_copied_as_text(qtbot: QtBot, page: FollowUpsPage) -> None:
    with qtbot.waitSignal(page.open_requested):
        page.route.copy_button.click()
    text = QGuiApplication.clipboard().text()
    lines = text.splitlines()
    assert lines[0] == "29 Finistère · 2 + 1 nearby"
    assert lines[1].startswith("1. Brasserie · 2 rue Kéréon, 29000 Quimper")
    assert "(nearby, due Wed 25 Nov)" in lines[2]
    assert "02 98 00 00 01" in lines[3]
    assert lines[4] == ""


def test_by_keys(qtbot: QtBot, page: FollowUpsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.host())
        return True

    monkeypatch.setattr(client_links, "open_url", open_url)
    tree = page.route.tree
    ardoise = children(page.route._area_items()[0])[2]
    tree.setCurrentItem(ardoise)
    QTest.keyClick(tree, KEY.Key_M)
    assert opened == ["www.openstreetmap.org"]
    QTest.keyClick(tree, KEY.Key_N)
    assert QGuiApplication.clipboard().text() == "02 98 00 00 01"
    with qtbot.waitSignal(page.open_requested) as seen:
        QTest.keyClick(tree, KEY.Key_Return)
    assert seen.args[0] == "client"


def test_visits_only_and_nobody(qtbot: QtBot, page: FollowUpsPage) -> None:
    page.route.visits_only.setChecked(True)
    settle(qtbot, page)
    assert stops(page) == []
    assert page.route.text.text() == "No visit or meeting is planned for today."
    assert not page.route.copy_button.isEnabled()


def test_what_is_folded_stays_folded(qtbot: QtBot, page: FollowUpsPage) -> None:
    page.route._area_items()[0].setExpanded(False)
    page.refresh()
    settle(qtbot, page)
    assert [item.isExpanded() for item in page.route._area_items()] == [False, True, True]


def test_a_route_of_thousands_stays_light(page: FollowUpsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(route_panel, "MOST", 2)
    page.route._show(page.route.areas)
    assert [names for _, names in stops(page)] == [["Brasserie", "Cidrerie"], [], []]
    assert "The first 2 are shown" in page.route.text.text()


def test_those_an_area_has_no_room_for_are_counted(
    qtbot: QtBot, open_page: Open, make_book: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portfolio_app.services.route.AREA_STOPS", 2)
    book = make_book("many.portfolio")
    for name in ("Ardoise", "Brasserie", "Cidrerie"):
        add_client(book, name, 90)
    page = open_page(book)
    page.show_item(ROUTE)
    settle(qtbot, page)
    assert stops(page)[0][0] == "Place unknown · 3"
    assert page.route.text.text().startswith("3 client")
    assert page.route.text.text().endswith("The first 2 are shown.")
    assert page.route.open_button.isEnabled()  # the first one is chosen
