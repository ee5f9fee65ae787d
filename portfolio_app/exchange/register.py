"""The register of processing as a PDF, filled with who answers for the data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from portfolio_app.exchange import register_words as texts
from portfolio_app.exchange.pdf import PdfDocument


def write_register(
    path: Path,
    language: str,
    controller: Mapping[str, str],
    *,
    months: int,
    is_protected: bool,
    today: date,
    now: datetime,
) -> None:
    """Write it in French ("fr") or English; `months`: how long prospects are kept. Raises `OSError`."""
    place = 1 if language == "fr" else 0
    day = today.strftime("%d/%m/%Y") if place else today.isoformat()
    name = controller.get("name", "") or texts.TO_FILL[place]
    contact = " · ".join(value for key in ("email", "phone", "address") if (value := controller.get(key, "")))
    told = {
        "{months}": str(months),
        "{protection}": (texts.PROTECTED if is_protected else texts.UNPROTECTED)[place],
        "{contact}": contact.replace("\n", ", ") or texts.TO_FILL[place],
    }
    document = PdfDocument(
        texts.TITLE[place],
        language=language,
        footer=texts.FOOTER[place].replace("{name}", name),
        created=now,
    )
    document.paragraph(texts.INTRO[place].replace("{day}", day))
    document.heading(texts.CONTROLLER[place])
    document.facts(
        (label[place], controller.get(key, "") or ("" if key in texts.OPTIONAL else texts.TO_FILL[place]))
        for key, label in texts.CONTROLLER_LABELS.items()
    )
    for title, lines in texts.SECTIONS:
        document.heading(title[place])
        document.bullets(_filled(line[place], told) for line in lines)
    document.heading(texts.DATES[place])
    document.facts([(texts.DATE_LABELS[0][place], day), (texts.DATE_LABELS[1][place], texts.TO_FILL[place])])
    document.save(path)


def _filled(text: str, told: Mapping[str, str]) -> str:
    for mark, value in told.items():
        if mark in text:
            # One mark a text: what the user wrote is never looked through for more.
            return text.replace(mark, value)
    return text
