"""Whom the rows of an import are about: the rules, one row at a time, and those who look alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from portfolio_app.services import clients
from portfolio_app.services.import_match import KEYS, POLICIES
from portfolio_app.storage.book import Book
from portfolio_app.ui.pages import import_match
from portfolio_app.ui.pages.import_check import DOUBLES, MATCHES
from portfolio_app.ui.pages.import_page import CHECK, DONE, ImportPage
from tests.ui.import_desk import checked, counts, ops, page, real_book, sales_file, settle, wait_for

__all__ = ["ops", "page", "real_book", "sales_file"]

CLIENTS = """Nom;Ville;CP;Téléphone;Site web
Atelier Kermor;Brest;29200;02 98 44 10 20;kermor.example
Ets Le Goff;Quimper;29000;02 98 00 00 03;
Nouveau;Quimper;29000;;
"""


@pytest.fixture
def clients_file(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(CLIENTS, "utf-8")
    return path


@pytest.fixture
def two_known(real_book: Book) -> list[int]:
    """One that the file names alike, and one it names a little differently."""
    made: list[int] = []
    for values in (
        {"name": "Atelier Kermor", "city": "Brest", "postcode": "29200", "phone": "02 98 00 00 99"},
        {"name": "Établissements Le Goff", "city": "Quimper", "postcode": "29000"},
    ):
        made += clients.create_client(real_book, values).created["client"]
    return made


def choose(page: ImportPage, policy: str) -> None:
    bar = page.check.rules
    bar.policy.setCurrentIndex(bar.policy.findData(policy))
    bar.policy.activated.emit(bar.policy.currentIndex())


def cells(page: ImportPage) -> list[list[str]]:
    model = page.check.matches.model
    return [[model.index(row, place).data() for place in range(1, 7)] for row in range(model.rowCount())]


def phone_of(book: Book, client_id: int) -> str:
    with book.read() as connection:
        found = connection.exec_driver_sql("SELECT phone FROM client WHERE id = ?", (client_id,))
        return str(found.scalar_one())


def test_says_who_is_recognised_by_what_and_what_changes(
    qtbot: QtBot, page: ImportPage, two_known: list[int], clients_file: Path
) -> None:
    checked(qtbot, page, clients_file)
    settle(qtbot, page)
    assert page.check.tabs.currentIndex() == MATCHES
    assert cells(page) == [["2", "Atelier Kermor", "Atelier Kermor", "name and place", "2", "replace"]]
    shown = [label.text() for label in page.check.matches.findChildren(type(page.check.matches._who))]
    assert "02 98 00 00 99  →  02 98 44 10 20" in shown


@pytest.mark.parametrize(
    ("policy", "phone", "made"),
    [
        ("fill", "02 98 00 00 99", 4),
        ("skip", "02 98 00 00 99", 4),
        ("create", "02 98 00 00 99", 5),
    ],
)
def test_the_policy_is_checked_at_once_and_then_done(
    qtbot: QtBot,
    page: ImportPage,
    real_book: Book,
    two_known: list[int],
    clients_file: Path,
    policy: str,
    phone: str,
    made: int,
) -> None:
    checked(qtbot, page, clients_file)
    settle(qtbot, page)
    choose(page, policy)
    settle(qtbot, page)
    page.go_next()
    wait_for(qtbot, page, DONE)
    assert phone_of(real_book, two_known[0]) == phone
    assert counts(real_book)["client"] == made


def test_another_key_finds_another_client(
    qtbot: QtBot, page: ImportPage, real_book: Book, two_known: list[int], clients_file: Path
) -> None:
    checked(qtbot, page, clients_file)
    settle(qtbot, page)
    qtbot.mouseClick(page.check.rules.keys["fuzzy"], Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert [row[1:3] for row in cells(page)] == [
        ["Atelier Kermor", "Atelier Kermor"],
        ["Ets Le Goff", "Établissements Le Goff"],
    ]
    page.go_next()
    wait_for(qtbot, page, DONE)
    assert counts(real_book)["client"] == 3


def test_one_by_one_with_the_keyboard(
    qtbot: QtBot, page: ImportPage, real_book: Book, two_known: list[int], clients_file: Path
) -> None:
    checked(qtbot, page, clients_file)
    settle(qtbot, page)
    choose(page, "ask")
    settle(qtbot, page)
    assert cells(page)[0][-1] == "to decide"
    table = page.check.matches.table
    table.setFocus()
    table.select_id(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    popup = page.check.matches.action.view()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.checking.is_busy)
    settle(qtbot, page)
    assert cells(page)[0][-1] == "replace"
    page.go_next()
    wait_for(qtbot, page, DONE)
    assert phone_of(real_book, two_known[0]) == "02 98 44 10 20"


def test_look_alikes_are_pointed_out_and_can_be_the_same(
    qtbot: QtBot, page: ImportPage, real_book: Book, two_known: list[int], clients_file: Path
) -> None:
    checked(qtbot, page, clients_file)
    settle(qtbot, page)
    assert page.check.tabs.isTabVisible(DOUBLES)
    page.check.tabs.setCurrentIndex(DOUBLES)
    model = page.check.doubles.model
    assert [model.index(0, place).data() for place in range(1, 4)] == [
        "3",
        "Ets Le Goff",
        "Établissements Le Goff",
    ]
    page.check.doubles.table.select_id(0)
    qtbot.mouseClick(page.check.doubles.same_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.checking.is_busy)
    settle(qtbot, page)
    assert not page.check.tabs.isTabVisible(DOUBLES)
    page.go_next()
    wait_for(qtbot, page, DONE)
    assert counts(real_book)["client"] == 3
    assert phone_of(real_book, two_known[1]) == "02 98 00 00 03"


def test_looking_for_look_alikes_makes_way_for_other_pages_and_goes_on(
    qtbot: QtBot, page: ImportPage, two_known: list[int], clients_file: Path
) -> None:
    page.show_item([clients_file])
    qtbot.waitUntil(lambda: page.next_button.text().startswith("Check") and not page.ops.is_busy)
    page.go_next()
    qtbot.waitUntil(lambda: page.step == CHECK)
    page.deactivate()
    page.activate()
    settle(qtbot, page)
    assert page.check.tabs.isTabVisible(DOUBLES)


def test_every_key_and_policy_of_the_service_has_its_words(qapp: QApplication) -> None:
    assert tuple(import_match.KEYS) == KEYS
    assert tuple(import_match.POLICIES) == POLICIES
    assert set(import_match.ACTIONS) == set(POLICIES)
