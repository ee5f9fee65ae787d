"""The door of the window: a user's text is text there, in every label, tip, menu, table, title and chart."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import shiboken6
from matplotlib.text import Text
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGroupBox,
    QLabel,
    QMainWindow,
    QMenu,
    QPushButton,
    QTabBar,
    QTabWidget,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlalchemy import text

import portfolio_app.ui
from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.lorenz import draw_lorenz
from portfolio_app.charts.monthly_revenue import draw_monthly_revenue
from portfolio_app.charts.palette import LIGHT
from portfolio_app.charts.pareto import draw_pareto
from portfolio_app.charts.styling import new_figure
from portfolio_app.config import Settings
from portfolio_app.errors import InvalidValueError, SourceError
from portfolio_app.services import clients, deals, fields, follow_ups, interactions, key_dates, plans, sales
from portfolio_app.storage.opening import open_book
from portfolio_app.ui.desktop import Desktop
from portfolio_app.ui.pages.import_page import CHECK, DONE
from portfolio_app.ui.pages.registry import page_specs
from portfolio_app.ui.widgets import plain_tooltip
from portfolio_app.ui.widgets.chart_view import ChartView
from tests.conftest import TODAY, fixed_clock
from tests.doors.inspector import INTACT, MARK, findings, marked

FILE_NAME = "Q7{0}%n<b>x<img src=a>&amp; R&D[*]\t$x$.portfolio"
CLIENTS = 16


@pytest.fixture(scope="module")
def hostile_file(empty_book_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book in which everything a user can name is hostile."""
    path = tmp_path_factory.mktemp("hostile") / FILE_NAME
    shutil.copy(empty_book_file, path)
    book = open_book(path, fixed_clock)
    for number in range(CLIENTS):
        _fill_client(book, number)
    with book.step("update_segment") as step:
        step.connection.execute(text("UPDATE segment SET name = :name || code"), {"name": MARK})
    book.close()
    return path


def _fill_client(book: object, number: int) -> None:
    name = f"{MARK} {number}"
    values = {n: MARK for n, spec in fields.CLIENT_FIELDS.items() if spec.type in ("text", "note")}
    contact = {n: MARK for n, spec in fields.CONTACT_FIELDS.items() if spec.type in ("text", "note")}
    values |= {"name": name, "reference": f"{MARK}{number}", "tags": [MARK, f"{MARK}b"]}
    (client_id,) = clients.create_client(book, values, contact).created["client"]  # type: ignore[arg-type]
    for days in (5, 200, 400):
        day = TODAY - timedelta(days=days + 7 * number)
        amount = Decimal(100 * (CLIENTS - number)) if (number + days) % 3 else Decimal(7000)
        line = {"date": day, "amount": amount, "order_reference": MARK}
        sales.add_sale(book, client_id, line, product=MARK)  # type: ignore[arg-type]
    kind = "complaint" if number % 5 == 0 else "call"
    touch = {"kind": kind, "on": TODAY - timedelta(days=20 * number + 3), "subject": MARK, "body": MARK}
    interactions.log_touch(book, client_id, touch)  # type: ignore[arg-type]
    if number % 2:
        due = {"due_on": TODAY - timedelta(days=number - 6), "kind": "call", "title": MARK, "notes": MARK}
        follow_ups.plan_follow_up(book, client_id, due)  # type: ignore[arg-type]
    else:
        key_dates.create_key_date(book, client_id, {"on": TODAY, "label": MARK})  # type: ignore[arg-type]
        step = {"title": MARK, "next_step": MARK, "next_step_on": TODAY}
        deals.create_deal(book, client_id, step)  # type: ignore[arg-type]
    if number % 4 < 2:
        plans.create_plan(book, f"{MARK} {number}", [{"title": MARK}] * 2)  # type: ignore[arg-type]
        plans.enrol(book, number // 4 * 2 + number % 4 + 1, [client_id])  # type: ignore[arg-type]


@pytest.fixture
def desktop(qtbot: QtBot, qapp: QApplication, hostile_file: Path, tmp_path: Path) -> Iterator[Desktop]:
    """The window on that book, in English."""
    path = tmp_path / FILE_NAME
    shutil.copy(hostile_file, path)
    settings = Settings(
        language="en", theme="light", recent=[str(path), str(tmp_path / f"Q7{FILE_NAME[2:]}")]
    )
    made = Desktop(qapp, settings, lambda: TODAY, fixed_clock)
    made.window.resize(1280, 720)
    made.start(path)
    qtbot.waitUntil(lambda: made.window.current_key == "today", timeout=30_000)
    settle(qtbot, made)
    yield made
    made.window.close()
    made.window.deleteLater()


def settle(qtbot: QtBot, desktop: Desktop) -> None:
    """Wait until all that was asked for is on screen."""

    def quiet() -> bool:
        charts = desktop.window.findChildren(ChartView)
        return not desktop.operations.is_busy and not any(c.isVisible() and c.is_waiting for c in charts)

    qtbot.waitUntil(quiet, timeout=30_000)
    qtbot.wait(10)
    qtbot.waitUntil(quiet, timeout=30_000)


def look(qtbot: QtBot, desktop: Desktop, wrong: dict[str, list[str]], where: str) -> None:
    """Note what is wrong now."""
    settle(qtbot, desktop)
    for finding in findings():
        wrong.setdefault(finding, []).append(where)


def close_popups() -> None:
    """Put away what lies over the window."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


class TestTheInspector:
    """It must see what it looks for."""

    @pytest.mark.parametrize(
        "make",
        [
            lambda: QLabel(MARK),
            lambda: QPushButton(MARK),
            lambda: QCheckBox(MARK),
            lambda: QGroupBox(MARK),
            lambda: _with(QWidget(), lambda w: w.setToolTip(MARK)),
            lambda: _with(QWidget(), lambda w: w.setToolTip(f"<p>{MARK}</p>")),
            lambda: _with(QWidget(), lambda w: w.setAccessibleName(MARK.replace("{0}", "0"))),
            lambda: _with(QLabel(), lambda w: w.setTextFormat(Qt.TextFormat.RichText) or w.setText(MARK)),
            lambda: _with(QTabBar(), lambda w: w.addTab(MARK)),
            lambda: _with(QMenu(), lambda w: w.addAction(MARK)),
            lambda: _with(QMainWindow(), lambda w: w.setWindowTitle("Q7{0}%n<b>[*]")),
        ],
    )
    def test_it_sees_an_open_door(self, qtbot: QtBot, make: Callable[[], QWidget]) -> None:
        before = set(findings())
        widget = make()
        assert set(findings()) - before
        shiboken6.delete(widget)

    def test_it_passes_a_closed_one(self, qtbot: QtBot) -> None:
        before = set(findings())
        button = QPushButton(MARK.replace("&", "&&"))
        button.setToolTip(plain_tooltip(MARK))
        button.setAccessibleName(MARK)
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(MARK)
        assert set(findings()) - before == set()
        shiboken6.delete(button)
        shiboken6.delete(label)


def _with(widget: QWidget, change: Callable[..., object]) -> QWidget:
    change(widget)
    return widget


def test_every_page(qtbot: QtBot, desktop: Desktop) -> None:
    wrong: dict[str, list[str]] = {}
    for spec in page_specs():
        desktop.window.show_page(spec.key)
        look(qtbot, desktop, wrong, spec.key)
        page = desktop.current_page()
        assert page is not None
        for bar in page.findChildren(QTabBar):
            for place in range(bar.count()):
                bar.setCurrentIndex(place)
                look(qtbot, desktop, wrong, f"{spec.key}, tab {place}")
        assert desktop.window.banner.isHidden(), desktop.window.banner.text
    assert marked() > 100
    assert wrong == {}


def test_a_client_and_what_opens_from_it(qtbot: QtBot, desktop: Desktop) -> None:
    window, wrong = desktop.window, dict[str, list[str]]()
    for client_id in (2,):
        window.open("client", client_id)
        settle(qtbot, desktop)
        page = window.page("clients")
        assert page is not None
        for tabs in page.findChildren(QTabWidget):
            for place in range(tabs.count()):
                tabs.setCurrentIndex(place)
                look(qtbot, desktop, wrong, f"client {client_id}, tab {place}")
                for button in tabs.widget(place).findChildren(QPushButton):
                    if button.isVisible() and button.menu() is not None:
                        button.menu().popup(QPoint(0, 0))
                        look(qtbot, desktop, wrong, f"menu of {button.text()}")
                        close_popups()
    for opener in (
        lambda: window.log_touch_requested.emit(1),
        window.new_client_requested.emit,
        window.open_palette,
        window.toggle_shortcuts,
    ):
        opener()
        look(qtbot, desktop, wrong, "panel")
        QTest.keyClick(window, Qt.Key.Key_Escape)
        close_popups()
    assert wrong == {}


def test_menus_toasts_banners_and_the_palette(qtbot: QtBot, desktop: Desktop) -> None:
    window, wrong = desktop.window, dict[str, list[str]]()
    window.show_file_menu()
    look(qtbot, desktop, wrong, "File menu")
    recent = [action.text() for menu in window.findChildren(QMenu) for action in menu.actions()]
    assert any(INTACT in name for name in recent)
    close_popups()
    window.show_toast(MARK, MARK.replace("&", "&&"))
    assert window.toast.text == MARK
    window.show_error(SourceError("missing", path=MARK))
    assert MARK in window.banner.text
    window.show_error(InvalidValueError("not_a_choice", field=MARK, value=MARK, allowed=MARK))
    assert window.banner.text.count(MARK) == 3
    look(qtbot, desktop, wrong, "notices")
    window.open_palette()
    palette = window._palette
    assert palette is not None
    for query in ("Q7", "etc", MARK):
        palette.field.setText(query)
        palette.field.textEdited.emit(query)
        qtbot.wait(30)
        look(qtbot, desktop, wrong, "palette")
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert wrong == {}


def test_a_file_whose_every_word_is_hostile(qtbot: QtBot, desktop: Desktop, tmp_path: Path) -> None:
    window, wrong = desktop.window, dict[str, list[str]]()
    cell = MARK.replace('"', '""')
    path = tmp_path / FILE_NAME.replace(".portfolio", ".csv")
    days = enumerate(("2026-01-01", "x") * 9)
    rows = "".join(f'"{cell} {n}","{cell}",{day},"{n}{cell if n % 3 else ""}"\n' for n, day in days)
    path.write_text(f'Client,"{cell}",Date,Montant\n{rows}', encoding="utf-8")
    broken = tmp_path / f"broken {path.name}"
    broken.write_bytes(b"a\x00b")
    window.show_page("import", [path])
    look(qtbot, desktop, wrong, "columns")
    page: Any = window.page("import")
    steps = []
    for _ in range(2):
        page.next_button.click()
        look(qtbot, desktop, wrong, "import, next")
        steps.append(page.step)
    assert steps == [CHECK, DONE]
    window.show_page("import", [broken])
    look(qtbot, desktop, wrong, "a file that cannot be read")
    assert wrong == {}


def test_what_is_pointed_at_in_a_chart(qtbot: QtBot, desktop: Desktop) -> None:
    window, wrong = desktop.window, dict[str, list[str]]()
    seen = 0
    for key in ("analysis",):
        window.show_page(key)
        settle(qtbot, desktop)
        for chart in window.findChildren(ChartView):
            if chart.isVisible():
                chart.setFocus()
                QTest.keyClick(chart, Qt.Key.Key_Right)
                look(qtbot, desktop, wrong, key)
                assert not QToolTip.text() or QToolTip.text().startswith("<p")
                seen += INTACT in chart.accessibleDescription()
    assert seen
    assert wrong == {}


class TestCharts:
    """Dollar signs and backslashes in a chart are drawn as they are."""

    HOSTILE = "$\\frac{1}{2}$ $x_{y}^$ \\bad{ <b>{0} %n"

    def words(self) -> ChartText:
        """Words all of which matplotlib would take for a formula, and fail on."""
        return ChartText(
            x_label=self.HOSTILE,
            y_label=self.HOSTILE,
            guide=self.HOSTILE,
            note=self.HOSTILE,
            empty=self.HOSTILE,
            money=lambda units: f"{self.HOSTILE}{units}",
            percent=lambda share: f"{self.HOSTILE}{share}",
            count=lambda number: f"{self.HOSTILE}{number}",
            month=lambda month: f"{self.HOSTILE}{month}",
        )

    @pytest.mark.parametrize("amounts", [[], [5.0, 3.0, 1.0], [7.0] * 40])
    @pytest.mark.parametrize("name", ["pareto", "lorenz", "months"])
    def test_they_draw_it(self, name: str, amounts: list[float]) -> None:
        figure, axes = new_figure(LIGHT)
        total = sum(amounts) or 1.0
        running, share = 0.0, []
        for amount in amounts:
            running += amount
            share.append(running / total)
        table = pd.DataFrame(
            {
                "client_id": range(len(amounts)),
                "amount": [round(a * 1e6) for a in amounts],
                "cumulative_share": share,
            }
        ).astype({"client_id": "int64", "amount": "int64"})
        table["abc_rank"] = self.HOSTILE
        if name == "months":
            months = pd.date_range("2025-01-01", periods=len(amounts), freq="MS")
            draw_monthly_revenue(
                axes, pd.DataFrame({"month": months, "amount": table["amount"]}), LIGHT, self.words()
            )
        else:
            (draw_pareto if name == "pareto" else draw_lorenz)(axes, table, LIGHT, self.words())
        figure.canvas.draw()
        drawn = [each for each in figure.findobj(Text) if "$" in each.get_text()]
        assert drawn
        assert all(each.get_parse_math() is False and not each.get_usetex() for each in drawn)


READS_HTML = re.compile(
    r"\b(QTextBrowser|QTextEdit|QTextDocument|QStaticText|QWebEngine\w*|setHtml|RichText|MarkdownText)\b"
)


def test_nothing_in_the_window_is_made_of_html() -> None:
    """No widget that reads HTML, and no tip but through the one door that makes a text safe."""
    found = []
    for path in sorted(Path(portfolio_app.ui.__file__).parent.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        found += [f"{path.name}: {hit}" for hit in READS_HTML.findall(source)]
        for node in ast.walk(ast.parse(source)) if "ToolTip" in source or "showText" in source else ():
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            place = {"setToolTip": 0, "showText": 1, "setTabToolTip": 1, "setWhatsThis": 0}.get(
                node.func.attr
            )
            if place is not None and len(node.args) > place and not _is_safe(node.args[place]):
                found.append(f"{path.name}:{node.lineno}: {ast.unparse(node)}")
    assert found == []


def _is_safe(value: ast.expr) -> bool:
    """A literal or constant, a translated literal, what the safe door made, or a tip that is there already."""
    if isinstance(value, ast.Constant) or (isinstance(value, ast.Name) and value.id.isupper()):
        return True
    if isinstance(value, ast.IfExp):
        return _is_safe(value.body) and _is_safe(value.orelse)
    if isinstance(value, ast.BinOp):
        return _is_safe(value.left) and _is_safe(value.right)
    if isinstance(value, ast.Call):
        name = ast.unparse(value.func)
        if name.endswith((".tr", "translate")):
            return all(isinstance(arg, ast.Constant) for arg in value.args if not isinstance(arg, ast.Name))
        return name.endswith(("plain_tooltip", ".toolTip"))
    return False
