"""The document builder: plain text, wrapped, over many pages; nothing lost silently."""

from __future__ import annotations

import logging
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from portfolio_app.exchange.pdf import INSET, PdfColumn, PdfDocument, insets
from tests.exchange.pdf_text import pdf_text

WHEN = datetime(2026, 11, 22, 10, tzinfo=UTC)


def document() -> PdfDocument:
    return PdfDocument("Fiche", language="fr", footer="Pied", created=WHEN)


def test_text_is_plain_text(tmp_path: Path) -> None:
    pdf = document()
    nasty = "**gras** __x__ <b>y</b> &amp; {nb} [lien](http://x) \\n (a) \\"
    pdf.paragraph(nasty)
    pdf.heading(nasty, 2)
    pdf.facts([(nasty[:10], nasty), ("vide", "  ")])
    pdf.table([PdfColumn("A", 2), PdfColumn("B", 1, "right")], [[nasty, "1"]])
    pdf.bullets([nasty])
    pdf.save(tmp_path / "a.pdf")
    text = pdf_text(tmp_path / "a.pdf")
    assert text.count("**gras** __x__ <b>y</b> &amp; {nb}") == 5
    assert "vide" not in text
    assert "1 / 1" in text
    content = (tmp_path / "a.pdf").read_bytes()
    assert b"/URI" not in content
    assert b"/JavaScript" not in content
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o600


def test_what_the_font_lacks_is_shown_and_noted(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    pdf = document()
    with caplog.at_level(logging.WARNING):
        pdf.paragraph("Éric Łukasz Ωμέγα Привет 日本 🦄 e\u0301 a\u202eb\x00c\ud800")
        pdf.save(tmp_path / "a.pdf")
    assert list(pdf.missing) == ["日", "本", "🦄", "\ud800"]
    assert "Éric Łukasz Ωμέγα Привет \ufffd\ufffd \ufffd é abc\ufffd" in pdf_text(tmp_path / "a.pdf")
    assert caplog.records == []


def test_a_text_keeps_its_distance_from_the_figures_before_it() -> None:
    figures, text, more = PdfColumn("Montant", 1, "right"), PdfColumn("Quand"), PdfColumn("Quoi")
    assert insets([figures, text, more, figures]) == [0, INSET, 0, 0]


def test_short_values_share_a_line_and_long_ones_have_their_own(tmp_path: Path) -> None:
    pdf, alone = document(), document()
    facts = [
        ("Ville", "Brest"),
        ("Pays", "France"),
        ("E-mail", "m" * 60),
        ("Taille", "1–2"),
        ("Note", "w" * 9_000),
    ]
    for each, in_pairs in ((pdf, True), (alone, False)):
        each.facts(facts[:4], in_pairs=in_pairs)
    assert pdf._y < alone._y
    alone.save(tmp_path / "b.pdf")
    pdf.facts(facts, in_pairs=True)
    pdf.save(tmp_path / "a.pdf")
    text = pdf_text(tmp_path / "a.pdf")
    assert all(label in text for label, _ in facts)
    assert text.count("w") == 9_000


def test_long_texts_wrap_and_go_on(tmp_path: Path) -> None:
    pdf = document()
    pdf.paragraph(" ".join(f"mot{n}" for n in range(5_000)))
    pdf.paragraph("w" * 2_000)
    pdf.facts([("note", "y" * 9_000)])
    pdf.table([PdfColumn("Numéro"), PdfColumn("Texte", 3)], [[str(n), "z" * 400] for n in range(60)])
    pdf.save(tmp_path / "a.pdf")
    text = pdf_text(tmp_path / "a.pdf")
    pieces = "".join(text.split("\n"))
    assert all(f"mot{n}" in pieces for n in range(0, 5_000, 97))
    assert (pieces.count("w"), pieces.count("y"), pieces.count("z")) == (2_000, 9_000, 24_000)
    assert text.count("Numéro") > 1
    assert max(len(line) for line in text.split("\n")) < 200


def test_a_row_longer_than_a_page_goes_on(tmp_path: Path) -> None:
    pdf = document()
    pdf.table([PdfColumn("A"), PdfColumn("B")], [["q" * 20_000, "fin"]])
    pdf.save(tmp_path / "a.pdf")
    assert pdf_text(tmp_path / "a.pdf").count("q") == 20_000


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        pdf = document()
        pdf.paragraph("Bonjour")
        pdf.save(tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    pdf = document()
    with pytest.raises(OSError, match="No such file"):
        pdf.save(tmp_path / "nowhere" / "a.pdf")
    assert list(tmp_path.iterdir()) == [] or [path.name for path in tmp_path.iterdir()] == ["home"]


def test_matplotlib_is_not_loaded() -> None:
    program = (
        "import sys; from portfolio_app.exchange.pdf import PdfDocument; PdfDocument('x'); "
        "print('matplotlib' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
