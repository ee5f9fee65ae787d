"""Theme, icons, languages, and the words for codes."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app import errors
from portfolio_app.config import resources_dir
from portfolio_app.models import enums
from portfolio_app.ui import field_names, i18n, icons, messages, operations, skeleton, theme
from portfolio_app.ui.dialogs.box import Box
from portfolio_app.ui.main_window import MainWindow
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import chart_worker
from portfolio_app.ui.widgets.word_completer import WordCompleter


@pytest.mark.parametrize("role", ["text", "muted", "accent_text", "danger"])
@pytest.mark.parametrize("ground", ["background", "surface", "raised", "sunken", "hover"])
def test_text_is_readable_on_every_ground(tokens: theme.Tokens, role: str, ground: str) -> None:
    assert theme.contrast(getattr(tokens, role), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tone", ["neutral", "accent", "danger", "warn", "good"])
def test_badges_are_readable(tokens: theme.Tokens, tone: theme.Tone) -> None:
    assert theme.contrast(*tokens.tone(tone)) >= 4.5


def test_buttons_and_toasts_are_readable(tokens: theme.Tokens) -> None:
    assert theme.contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert theme.contrast(tokens.on_accent, tokens.accent_hover) >= 4.5
    assert theme.contrast(tokens.on_toast, tokens.toast) >= 4.5
    assert theme.contrast(tokens.toast_action, tokens.toast) >= 4.5
    assert theme.contrast(tokens.text, tokens.accent_soft) >= 4.5
    assert theme.contrast(tokens.muted, tokens.warn_soft) >= 4.5


def test_contrast_is_that_of_the_standard() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_segment_colours_show_on_dark(colour: str) -> None:
    assert theme.contrast(theme.DARK.segment(colour), theme.DARK.surface) >= 3


def test_segment_colours_are_left_alone_on_light_and_survive_nonsense() -> None:
    assert theme.LIGHT.segment("#0072B2") == "#0072B2"
    assert theme.DARK.segment("no colour").startswith("#")


def test_the_theme_switches_and_says_so(qapp: QApplication) -> None:
    window, other = QWidget(), QWidget()
    theme.dress(window)
    heard: list[str] = []
    theme.notifier().changed.connect(lambda tokens: heard.append(tokens.name))
    theme.apply_theme(qapp, "dark")
    assert theme.current() is theme.DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == theme.DARK.background
    assert theme.DARK.accent_soft in window.styleSheet()
    assert other.styleSheet() == qapp.styleSheet() == ""
    theme.apply_theme(qapp, "light")
    theme.apply_theme(qapp, "light")
    assert heard == ["dark", "light"]


def test_what_opens_by_itself_is_dressed_too(qtbot: QtBot, context: UiContext) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    for each in (window, WordCompleter(QLineEdit(window)).popup(), Box(window, "Ask", 300)):
        assert each is not None
        assert each.isWindow()
        text = QLabel("late", each)
        text.ensurePolished()
        theme.set_property(text, "role", "danger")
        assert text.palette().color(QPalette.ColorRole.WindowText).name() == theme.LIGHT.danger
        theme.set_property(text, "role", "muted")
        assert text.palette().color(QPalette.ColorRole.WindowText).name() == theme.LIGHT.muted


def test_the_skeleton_has_the_colours_of_the_theme(tokens: theme.Tokens) -> None:
    shown = skeleton.DARK if tokens.is_dark else skeleton.LIGHT
    assert shown == {name: getattr(tokens, name) for name in shown}


def test_the_style_sheet_has_no_hole(tokens: theme.Tokens) -> None:
    sheet = theme.style_sheet(tokens, 10)
    assert "$" not in sheet
    for name in re.findall(r'url\("([^"]+)"\)', sheet):
        assert (resources_dir() / "icons" / name.rsplit("/", 1)[1]).is_file()


def test_an_icon_follows_the_theme(qapp: QApplication) -> None:
    button = QPushButton()
    icons.set_icon(button, "call")
    light = button.icon().pixmap(16, 16).toImage()
    theme.apply_theme(qapp, "dark")
    assert button.icon().pixmap(16, 16).toImage() != light


@pytest.mark.parametrize(
    "path", sorted((resources_dir() / "icons").glob("*.svg")), ids=lambda path: path.stem
)
def test_every_icon_draws_something(qapp: QApplication, path: object) -> None:
    image = icons.pixmap(path.stem, "#ff0000", 20, 2.0).toImage()  # type: ignore[attr-defined]
    assert image.width() == 40
    assert any(image.pixelColor(x, y).alpha() for x in range(40) for y in range(40))


def test_charts_stand_on_the_card(tokens: theme.Tokens) -> None:
    assert chart_worker.palette_for(tokens).surface == tokens.surface


def _languages(qapp: QApplication, what: object) -> tuple[str, str]:
    call = what if callable(what) else (lambda: what)
    i18n.set_language(qapp, "fr")
    french = call()
    i18n.set_language(qapp, "en")
    return french, call()


def test_the_language_sets_the_locale(qapp: QApplication) -> None:
    assert i18n.set_language(qapp, "fr") == "fr"
    assert QLocale().language() == QLocale.Language.French
    assert i18n.set_language(qapp, "en") == "en"
    assert QLocale().language() == QLocale.Language.English
    assert i18n.set_language(qapp, "system") in ("fr", "en")


@pytest.mark.parametrize(
    ("units", "decimals", "french", "english"),
    [
        (92_400_000_000, 0, "92\u202f400\u00a0€", "€92,400"),
        (957_577_500, 2, "957,58\u00a0€", "€957.58"),
        (-38_000_000, 0, "−38\u00a0€", "−€38"),
        (12_000_000, None, "12\u00a0€", "€12"),
        (12_340_000, None, "12,34\u00a0€", "€12.34"),
        (-400_000, 0, "0\u00a0€", "€0"),
    ],
)
def test_money(qapp: QApplication, units: int, decimals: int | None, french: str, english: str) -> None:
    assert _languages(qapp, lambda: i18n.money(units, "EUR", decimals)) == (french, english)


@pytest.mark.parametrize(
    ("units", "french", "english"),
    [
        (92_400_000_000, "92\u00a0k€", "€92k"),
        (1_240_000_000_000, "1,2\u00a0M€", "€1.2M"),
        (999_600_000_000, "1\u00a0M€", "€1M"),
        (9_400_000_000, "9,4\u00a0k€", "€9.4k"),
        (850_000_000, "850\u00a0€", "€850"),
        (-38_000_000_000, "−38\u00a0k€", "−€38k"),
    ],
)
def test_short_money(qapp: QApplication, units: int, french: str, english: str) -> None:
    assert _languages(qapp, lambda: i18n.short_money(units, "EUR")) == (french, english)


@given(st.integers(-(10**15), 10**15), st.sampled_from([0, 2]))
def test_money_keeps_every_digit(units: int, decimals: int) -> None:
    step = 1_000_000 // 10**decimals
    shown = i18n.money(units, "EUR", decimals)
    digits = int("".join(letter for letter in shown if letter.isdigit()))
    assert digits == (abs(units) + step // 2) // step
    assert shown.startswith("−") == (units < 0 and digits > 0)


def test_other_currencies(qapp: QApplication) -> None:
    assert i18n.money(5_000_000, "CHF", 2) == "CHF\u00a05.00"
    assert i18n.money(5_000_000, "JPY", 2) == "¥5"
    assert i18n.money(5_000_000, "ABC", 0) == "ABC\u00a05"


def test_numbers_and_shares(qapp: QApplication) -> None:
    assert _languages(qapp, lambda: i18n.percent(0.27)) == ("27\u00a0%", "27%")
    assert i18n.percent(0.081, 1, signed=True) == "+8.1%"
    assert i18n.number(-1234.5, 1) == "−1,234.5"
    assert i18n.number(-0.0001, 0) == "0"
    assert i18n.minutes(18) == "18\u00a0min"
    assert i18n.minutes(70) == "1\u00a0h\u00a010"


def test_days(qapp: QApplication) -> None:
    day = date(2026, 11, 16)
    assert _languages(qapp, lambda: i18n.short_date(day)) == ("16/11/2026", "16/11/2026")
    assert _languages(qapp, lambda: i18n.day_month(day)) == ("16 nov.", "16 Nov")
    assert i18n.day_month(day, date(2027, 1, 1)) == i18n.day_month_year(day) == "16 Nov 2026"
    first = date(2026, 10, 1)
    assert _languages(qapp, lambda: i18n.day_month(first)) == ("1er oct.", "1 Oct")
    assert _languages(qapp, lambda: i18n.day_month_year(first)) == ("1er oct. 2026", "1 Oct 2026")
    assert _languages(qapp, lambda: i18n.long_date(first)) == (
        "jeudi 1er octobre 2026",
        "Thursday, 1 October 2026",
    )
    assert _languages(qapp, lambda: i18n.long_date(date(2026, 10, 11)))[0] == "dimanche 11 octobre 2026"
    assert _languages(qapp, lambda: i18n.month(day)) == ("novembre 2026", "November 2026")
    assert i18n.relative_days(None) == i18n.short_date(None) == "—"
    assert "6" in i18n.relative_days(6)
    assert i18n.due_text(date(2026, 11, 11), date(2026, 11, 22))[1] == "danger"
    assert i18n.due_text(date(2026, 11, 22), date(2026, 11, 22)) == ("today", "good")


def _error_codes() -> list[tuple[type[errors.PortfolioError], str]]:
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.PortfolioError)
    ]
    return [(kind, code) for kind in [*kinds, operations.UnexpectedError] for code in kind.sentences]


@pytest.mark.parametrize(
    ("kind", "code"), _error_codes(), ids=lambda value: getattr(value, "__name__", value)
)
def test_every_error_has_its_sentence(
    qapp: QApplication, kind: type[errors.PortfolioError], code: str
) -> None:
    names = set(re.findall(r"(?<!{){(\w+)}", kind.sentences[code]))
    error = kind() if kind is errors.OperationCancelled else kind(code, **dict.fromkeys(names, "<b>x</b>"))
    for language in ("en", "fr"):
        i18n.set_language(qapp, language)  # type: ignore[arg-type]
        text = messages.error_text(error)
        assert text
        assert not re.search(r"{\w+}", text)


def test_an_error_names_fields_and_records_in_words(qapp: QApplication) -> None:
    assert "e-mail" in messages.error_text(errors.InvalidValueError("required", field="email"))
    assert "client" in messages.error_text(errors.NotFoundError("not_found", kind="client", id=3))


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        (messages.interaction_kind, enums.InteractionKind),
        (messages.outcome, enums.Outcome),
        (messages.direction, enums.Direction),
        (messages.status, enums.ClientStatus),
        (messages.former_reason, enums.FormerReason),
        (messages.client_kind, enums.ClientKind),
        (messages.follow_up_status, enums.FollowUpStatus),
        (messages.follow_up_reason, enums.FollowUpReason),
    ],
)
def test_every_code_has_a_word(qapp: QApplication, word: object, codes: object) -> None:
    for code in codes:  # type: ignore[attr-defined]
        assert word(str(code)) not in ("", str(code))  # type: ignore[operator]


def test_unknown_codes_do_not_hurt(qapp: QApplication) -> None:
    assert messages.step_label("something_new") == "Change saved"
    assert messages.interaction_kind("fax") == "fax"
    assert messages.segment_name("custom_3", "Les fidèles") == "Les fidèles"
    assert field_names.field_label("client.postcode") == "Client › postcode"
    assert field_names.field_title("due_on") == "Due date"


def test_the_shell_module_loads_nothing_heavy() -> None:
    heavy = "{'pandas', 'numpy', 'matplotlib', 'sqlalchemy', 'portfolio_app.services', 'PySide6.QtSvg'}"
    code = f"import sys, portfolio_app.ui.main_window; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
