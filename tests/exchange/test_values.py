"""Reading one cell: dates, amounts, percentages, words, text."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_app.exchange.cells import CellError, cell_text, clean_notes, clean_text, escape_formula
from portfolio_app.exchange.dates import DateOrder, infer_date_order, is_zero_date, parse_date
from portfolio_app.exchange.numbers import (
    infer_decimal,
    multiple_of,
    parse_amount,
    parse_int,
    parse_percent,
    parse_quantity,
)
from portfolio_app.exchange.values import (
    looks_like_email,
    looks_like_phone,
    parse_choice,
    parse_minutes,
    parse_tags,
)
from portfolio_app.exchange.words import fold_header, is_won


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("2021-01-01 00:00:00", "DMY", date(2021, 1, 1)),
        ("2010-10-14T12:00:00.000Z", "MDY", date(2010, 10, 14)),
        ("31/03/2026", "DMY", date(2026, 3, 31)),
        ("31-03-26", "DMY", date(2026, 3, 31)),
        ("31.03.2026", "DMY", date(2026, 3, 31)),
        ("03/04/2026", "DMY", date(2026, 4, 3)),
        ("03/04/2026", "MDY", date(2026, 3, 4)),
        ("3/31/2026 2:30 PM", "MDY", date(2026, 3, 31)),
        ("12/1/2010 8:26", "MDY", date(2010, 12, 1)),
        ("26-03-31", "YMD", date(2026, 3, 31)),
        ("20260331", "DMY", date(2026, 3, 31)),
        ("31032026", "DMY", date(2026, 3, 31)),
        ("12 mars 2024", "DMY", date(2024, 3, 12)),
        ("3 janv. 2024", "DMY", date(2024, 1, 3)),
        ("1er août 2024", "DMY", date(2024, 8, 1)),
        ("mardi 12 mars 2024", "DMY", date(2024, 3, 12)),
        ("12 March 2024", "DMY", date(2024, 3, 12)),
        ("Mar 12, 2024", "DMY", date(2024, 3, 12)),
        ("12-Dec-69", "DMY", date(2069, 12, 12)),
        ("12-Dec-70", "DMY", date(1970, 12, 12)),
        ("5\u00a0juin\u00a02024", "DMY", date(2024, 6, 5)),
        ("3 enero 2024", "DMY", date(2024, 1, 3)),
        ("3. Oktober 2024", "DMY", date(2024, 10, 3)),
        ("45363", "DMY", date(2024, 3, 12)),
        ("45363.75", "MDY", date(2024, 3, 12)),
        ("45363,5", "DMY", date(2024, 3, 12)),
    ],
)
def test_dates_as_files_write_them(text: str, order: DateOrder, expected: date) -> None:
    assert parse_date(text, order) == expected


def test_dates_of_a_sheet() -> None:
    assert parse_date(datetime(2024, 5, 6, 14, 30)) == date(2024, 5, 6)
    assert parse_date(date(2024, 5, 6)) == date(2024, 5, 6)
    assert parse_date(45292.0) == date(2024, 1, 1)
    assert parse_date(20240101) == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31/02/2025", "no_such_date"),
        ("2025-13-01", "no_such_date"),
        ("31/12/1850", "date_out_of_range"),
        ("bientôt", "bad_date"),
        ("", "bad_date"),
        ("12 brumaire 2024", "bad_date"),
        ("1234", "bad_date"),
    ],
)
def test_what_is_no_date_says_why(text: str, code: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_date(text)
    assert caught.value.code == code


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_day_reads_back_in_every_spelling(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(day.strftime("%d/%m/%Y"), "DMY") == day
    assert parse_date(day.strftime("%m/%d/%y"), "MDY") == day
    assert parse_date(day.strftime("%Y%m%d"), "DMY") == day


@given(st.text(max_size=40))
def test_no_text_breaks_the_readers(text: str) -> None:
    for read in (parse_date, parse_amount, parse_quantity, parse_percent, parse_int, parse_minutes):
        try:
            read(text)
        except CellError:
            continue


def test_zero_dates_mean_no_date() -> None:
    assert is_zero_date("0000-00-00")
    assert is_zero_date("00/00/0000 00:00:00")
    assert not is_zero_date("01/01/2000")


def test_date_order_comes_from_evidence() -> None:
    assert infer_date_order(["03/04/2026", "13/04/2026"]).order == "DMY"
    assert infer_date_order(["03/04/2026", "04/13/2026"]).order == "MDY"
    undecided = infer_date_order(["03/04/2026", "05/06/2026"])
    assert (undecided.order, undecided.ambiguous) == ("DMY", True)
    assert infer_date_order(["03/04/2026", "05/06/2026"], english=True).order == "MDY"
    assert infer_date_order(["03.04.2026"], english=True).order == "DMY"
    assert infer_date_order(["3/4/2026 2:30 PM"]).order == "MDY"
    assert infer_date_order(["2026-04-03"]) == infer_date_order([date(2026, 4, 3)])


@pytest.mark.parametrize(
    ("text", "decimal", "expected"),
    [
        ("1 234,56 €", ",", "1234.56"),
        ("1\u202f234,56", ",", "1234.56"),
        ("1\u00a0234,56\u00a0€", None, "1234.56"),
        ("$1,234.56", ".", "1234.56"),
        ("(45.00)", ".", "-45.00"),
        ("-12,5", ",", "-12.5"),
        ("\u221212,5", ",", "-12.5"),
        ("12,50-", ",", "-12.50"),
        ("EUR 12.00", ".", "12.00"),
        ("12,00 € HT", ",", "12.00"),
        ("1'234.50", ".", "1234.50"),
        ("1.234,56", ",", "1234.56"),
        ("1,234,567", None, "1234567"),
        ("1,234", ".", "1234"),
        ("1,234", ",", "1.234"),
        ("1.234", ",", "1234"),
        ("1.234", ".", "1.234"),
        ("0.125", ",", "0.125"),
        ("957.5775", ".", "957.5775"),
        ("12,5", ".", "12.5"),
        ("(1 234)", ",", "-1234"),
        ("12 k€", ",", "12000"),
        ("-1,2 M€", ",", "-1200000"),
        ("(3 K EUR)", ",", "-3000"),
    ],
)
def test_amounts_as_files_write_them(text: str, decimal: str | None, expected: str) -> None:
    assert parse_amount(text, decimal) == Decimal(expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["4 5OO,00", "NaN", "inf", "1e99", "1 2 3", "12,34,5", "", "-", "douze", "1.2.3,4"]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(CellError):
        parse_amount(text, ",")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12 pcs", "12"), ("2,5 kg", "2.5"), ("1 234 unités", "1234"), ("-2 boîtes.", "-2"), ("3", "3")],
)
def test_units_are_left_aside_in_quantities(text: str, expected: str) -> None:
    assert parse_quantity(text, ",") == Decimal(expected)


@pytest.mark.parametrize("text", ["12k", "3M", "x12", "pcs", "12 pcs 3"])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(CellError):
        parse_quantity(text, ",")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("CA (k€)", 1_000),
        ("CA 2023 K€", 1_000),
        ("kEUR", 1_000),
        ("Montant (en milliers d'euros)", 1_000),
        ("Revenue in thousands", 1_000),
        ("Montant M€", 1_000_000),
        ("CA HT €", 1),
        ("Markt", 1),
        ("Mme €", 1),
    ],
)
def test_what_the_figures_of_a_column_stand_for(title: str, expected: int) -> None:
    assert multiple_of(title) == expected


def test_amounts_of_a_sheet_lose_their_binary_noise() -> None:
    assert parse_amount(0.1 + 0.2) == Decimal("0.3")
    assert parse_amount(12) == Decimal(12)
    for odd in (True, float("nan"), float("inf"), date(2024, 1, 1), None):
        with pytest.raises(CellError):
            parse_amount(odd)


def test_absurd_amounts_are_refused() -> None:
    with pytest.raises(CellError) as caught:
        parse_amount("9000000001")
    assert caught.value.code == "amount_out_of_range"


@given(st.decimals(-1_000_000_000, 1_000_000_000, places=4, allow_nan=False))
def test_amounts_read_back(amount: Decimal) -> None:
    french = f"{amount:,.4f}".replace(",", "\u202f").replace(".", ",")
    assert parse_amount(french, ",") == amount
    assert parse_amount(f"{amount:,.4f}", ".") == amount
    assert parse_amount(str(amount), ".") == amount


def test_percentages_are_fractions() -> None:
    assert parse_percent("20 %") == Decimal("0.2")
    assert parse_percent("0.2") == Decimal("0.2")
    assert parse_percent("20") == Decimal("0.2")
    assert parse_percent("1", points=True) == Decimal("0.01")
    with pytest.raises(CellError):
        parse_percent("120 %")


def test_decimal_mark_comes_from_certain_cells() -> None:
    assert infer_decimal(["1,234", "12,50"]) == ","
    assert infer_decimal(["1,234", "12.50"]) == "."
    assert infer_decimal(["1.234,5"]) == ","
    assert infer_decimal(["1,234"], default=",") == ","


def test_text_is_cleaned_and_protected() -> None:
    assert clean_text("  Cafe\u0301\x00  Noir\u200b ") == "Café Noir"
    assert clean_text("'=1+1") == "=1+1"
    assert clean_text("'tis") == "'tis"
    assert clean_notes(" a\r\nb\x07 ") == "a\nb"
    assert escape_formula("=1+1") == "'=1+1"
    assert escape_formula("-12,5") == "-12,5"
    assert escape_formula("+33 6 12 34 56 78") == "+33 6 12 34 56 78"
    assert escape_formula("-cmd|' /C calc'!A0").startswith("'-")
    assert cell_text(17850.0) == "17850"
    assert cell_text(None) == ""


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp", "Zs", "Cs"]), max_size=30
    )
)
def test_escaping_is_undone_by_cleaning(text: str) -> None:
    assert clean_text(escape_formula(clean_text(text))) == clean_text(clean_text(text))


def test_words_of_closed_lists() -> None:
    assert parse_choice("client.status", "Ancien client") == "former"
    assert parse_choice("client.kind", "Particulier") == "person"
    assert parse_choice("interaction.kind", "Appel sortant") == "call"
    assert parse_choice("interaction.kind", "RDV") == "meeting"
    assert parse_choice("client.status", "pourpre") is None
    assert is_won("Closed Won")
    assert is_won("Gagnée")
    assert not is_won("Non gagné")
    assert parse_tags("VIP; salon 2024 ::: * myContacts | VIP") == ["VIP", "salon 2024"]
    assert [parse_minutes(text) for text in ("45", "45 min", "1h30", "01:30")] == [45, 45, 90, 90]


def test_header_folding() -> None:
    assert fold_header("N° de Client") == "no de client"
    assert fold_header("CustomerId") == "customer id"
    assert fold_header("Remise %") == "remise pct"


def test_shapes_of_addresses() -> None:
    assert looks_like_email("jean.dupont@exemple.fr")
    assert not looks_like_email("jean.dupont@exemple")
    assert looks_like_phone("06 12 34 56 78")
    assert looks_like_phone("+33 (0)6.12.34.56.78")
    assert not looks_like_phone("le soir")
