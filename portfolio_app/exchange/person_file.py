"""Everything about one person as files: JSON, whole, and PDF, to be read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from portfolio_app import files
from portfolio_app.exchange.pdf import PdfColumn, PdfDocument
from portfolio_app.exchange.privacy_words import Words

_UNSAFE = re.compile(r"[^\w \-'’]+")
_IDENTITY = (
    "reference", "full_name", "first_name", "last_name", "role", "kind", "status", "former_reason", "sector", "size",
    "siret", "vat", "email", "phone", "mobile", "website", "street", "postcode", "city", "region", "country",
    "source", "acquisition_cost", "tags", "client_since", "persona", "needs", "preferences", "strategic_role",
    "loyalty_tier", "price_sensitivity", "growth_potential", "gender", "birth_date", "income_band", "insolvency_on",
    "cadence_ideal_days", "cadence_max_days", "segment", "pinned_segment", "pinned_on", "abc", "verified_on",
    "visit_km", "replace_months",
    "created_at", "updated_at", "notes",
)  # fmt: skip
_CODED = frozenset(
    {
        "kind",
        "status",
        "former_reason",
        "segment",
        "source",
        "channel",
        "state",
        "direction",
        "outcome",
        "reason",
    }
)
_LISTS = {
    "strategic_role": "role_",
    "price_sensitivity": "level_",
    "growth_potential": "level_",
    "gender": "gender_",
    "deal_status": "deal_",
    "survey": "survey_",
    "key_date": "key_",
    "end_reason": "plan_",
    "due_reason": "due_",
    "opportunity": "opportunity_",
    "answer": "",
}
"""The fields whose codes mean something else elsewhere, and what their words begin with."""
_TOLD_AS = {
    ("deal", "status"): "deal_status",
    ("survey_answer", "kind"): "survey",
    ("key_date", "kind"): "key_date",
    ("follow_up", "reason"): "due_reason",
    ("opportunity_answer", "kind"): "opportunity",
}
_DAYS = frozenset(
    {
        "on", "due_on", "done_on", "resolved_on", "client_since", "date", "created_at", "updated_at", "at",
        "birth_date", "insolvency_on", "pinned_on", "verified_on", "payment_due", "paid_on", "opened_on", "closed_on",
        "expected_on", "next_step_on", "set_on", "repeat_until", "started_on", "ended_on",
    }
)  # fmt: skip


def free_paths(folder: Path, name: str, day: date) -> tuple[Path, Path]:
    """The names of the two files in `folder`, made of the person's name and the day; numbered when taken."""
    words = " ".join(_UNSAFE.sub(" ", name).split())[:60]
    # A disk counts bytes, and what begins with a dash is an option to many programs.
    bare = words.encode("utf-8", "ignore")[:180].decode("utf-8", "ignore").strip(" .-~") or "person"
    number = 1
    while True:
        stem = f"{bare} {day.isoformat()}" + (f" ({number})" if number > 1 else "")
        paths = folder / f"{stem}.json", folder / f"{stem}.pdf"
        if not any(path.exists() for path in paths):
            return paths
        number += 1


def write_json(path: Path, content: Mapping[str, Any]) -> None:
    """The whole content, in UTF-8. Raises `OSError`."""
    text = json.dumps(content, ensure_ascii=False, indent=2)
    with files.whole(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
        stream.write(text + "\n")


def write_pdf(path: Path, content: Mapping[str, Any], language: str, now: datetime) -> None:
    """The content as a document to hand over, in French ("fr") or English. Raises `OSError`."""
    words = Words(language)
    name = content["name"]
    document = PdfDocument(
        words["file_title"].format(name=name), language=language, footer=words["footer"], created=now
    )
    document.paragraph(
        words["file_intro"].format(name=name, day=words.day(date.fromisoformat(content["written_on"])))
    )
    document.heading(words["identity"])
    for record in content["records"]:
        document.facts(_facts(record, words))
    _section(document, words, "consents", content["consents"], ("channel", "state", "on", "source", "proof"))
    _section(document, words, "suppressions", content["suppressions"], ("channel", "value", "reason", "on"))
    _interactions(document, words, content["interactions"])
    planned = [row | {"title": _lines(row["title"], row["notes"])} for row in content["follow_ups"]]
    _section(document, words, "follow_ups", planned, ("due_on", "kind", "title", "status", "done_on"))
    dates = [
        row | {"key_date": row["kind"], "yearly": words["yes" if row["yearly"] else "no"]}
        for row in content["key_dates"]
    ]
    _section(document, words, "key_dates", dates, ("on", "key_date", "label", "yearly", "notice_days"))
    answers = [row | {"survey": row["kind"]} for row in content["survey_answers"]]
    _section(document, words, "survey_answers", answers, ("on", "survey", "score", "comment"))
    if content["kind"] == "client":
        _dealings(document, words, content)
    if content["mentions"]:
        document.heading(words["mentions"])
        document.paragraph(words["mentions_note"], is_quiet=True)
        document.table(*_table(words, content["mentions"], ("on", "kind", "client", "text")))
    _section(
        document,
        words,
        "history",
        [_told(entry, words) for entry in content["history"]],
        ("at", "what", "text"),
    )
    if document.missing:
        codes = " ".join(f"U+{ord(char):04X}" for char in document.missing)
        document.heading(words["notes"], 2)
        document.paragraph(words["missing"].format(codes=codes), is_quiet=True)
    document.save(path)


def _dealings(document: PdfDocument, words: Words, content: Mapping[str, Any]) -> None:
    """What was offered to a client and what they bought."""
    offered = [
        row
        | {
            "deal": row["title"],
            "deal_status": row["status"],
            "comment": _lines(row["stage"], row["next_step"], row["lost_reason"], row["notes"]),
        }
        for row in content["deals"]
    ]
    _section(
        document,
        words,
        "deals",
        offered,
        ("opened_on", "deal", "deal_status", "amount", "closed_on", "comment"),
    )
    _section(
        document, words, "plans", content["plans"], ("plan", "step", "started_on", "ended_on", "end_reason")
    )
    seen = [row | {"opportunity": row["kind"]} for row in content["opportunities"]]
    _section(document, words, "opportunities", seen, ("on", "opportunity", "answer"))
    bought = [row | {"payment_due": row["due_on"]} for row in content["sales"]]
    _section(
        document,
        words,
        "sales",
        bought,
        ("date", "order_reference", "product", "quantity", "amount", "discount", "payment_due", "paid_on"),
    )


def _lines(*parts: str) -> str:
    """Those that hold something, one below the other."""
    return "\n".join(part for part in parts if part)


def _facts(record: Mapping[str, Any], words: Words) -> list[tuple[str, str]]:
    pairs = [(words["employer"], str(record["client"]))] if record.get("client") else []
    if record.get("name"):
        pairs.append(
            (words["full_name" if record.get("record") == "contact" else "client"], str(record["name"]))
        )
    own = record.get("custom") or {}
    return [
        *pairs,
        *((words[key], _cell(key, record.get(key), words)) for key in _IDENTITY),
        *((name, _own_value(value, words)) for name, value in own.items()),
    ]


def _own_value(value: Any, words: Words) -> str:
    """A value in one of the book's own fields, as people read it."""
    if isinstance(value, bool):
        return words["yes" if value else "no"]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    try:
        return words.day(date.fromisoformat(value))
    except (TypeError, ValueError):
        return str(value)


def _cell(key: str, value: Any, words: Words) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if key in _DAYS and isinstance(value, str):
        day = words.day(date.fromisoformat(value[:10]))
        return f"{day} {value[11:16]} UTC" if len(value) > 10 else day
    if key in _LISTS:
        return words.value(str(value), _LISTS[key])
    return words.value(str(value)) if key in _CODED else str(value)


_TITLES = {"on": "date", "at": "date", "deal_status": "status"}
_SHARES = {
    "proof": 3.0, "text": 4.0, "title": 3.0, "product": 3.0, "value": 2.0, "client": 1.5, "what": 1.5, "comment": 3.0,
    "deal": 2.0, "label": 3.0, "plan": 2.0, "step": 2.0,
}  # fmt: skip


def _section(
    document: PdfDocument, words: Words, key: str, rows: list[dict[str, Any]], columns: tuple[str, ...]
) -> None:
    document.heading(words[key])
    if not rows:
        document.paragraph(words["nothing"], is_quiet=True)
        return
    document.table(*_table(words, rows, columns))


def _table(
    words: Words, rows: Iterable[Mapping[str, Any]], columns: tuple[str, ...]
) -> tuple[list[PdfColumn], list[list[str]]]:
    heads = [
        PdfColumn(
            words[_TITLES.get(key, key)],
            _SHARES.get(key, 1.0),
            "right" if key in ("amount", "quantity", "discount") else "left",
        )
        for key in columns
    ]
    return heads, [[_cell(key, row.get(key), words) for key in columns] for row in rows]


def _interactions(document: PdfDocument, words: Words, rows: list[dict[str, Any]]) -> None:
    """One block each: notes are long, and a narrow column would be hard to read."""
    document.heading(words["interactions"])
    if not rows:
        document.paragraph(words["nothing"], is_quiet=True)
    for row in rows:
        head = [
            _cell("on", row["on"], words),
            *(_cell(key, row[key], words) for key in ("kind", "direction", "outcome")),
        ]
        if row["minutes"]:
            head.append(f"{row['minutes']} min")
        document.heading(" · ".join(part for part in (*head, row["subject"]) if part), 2)
        if row["body"]:
            document.paragraph(row["body"])


def _told(entry: Mapping[str, Any], words: Words) -> dict[str, Any]:
    kind = words.value(entry["record"])
    if entry["record"] == "consent":
        before, after = entry["fields"].get("state", (None, None))
        # One that went from one answer to the other is neither.
        state = after if before is None else before if after is None else "record"
        kind = words[f"consent_{state or 'record'}"]
    record = entry["record"]
    changes = "; ".join(
        f"{words.value(name)}: {_change(_TOLD_AS.get((record, name), name), before, after, entry['change'], words)}"
        for name, (before, after) in entry["fields"].items()
    )
    return {"at": entry["at"], "what": f"{kind}, {words[entry['change']]}", "text": changes}


def _change(name: str, before: Any, after: Any, change: str, words: Words) -> str:
    if change == "created":
        return _value(name, after, words)
    return f"{_value(name, before, words)} → {_value(name, after, words)}"


def _value(name: str, value: Any, words: Words) -> str:
    if value in (None, ""):
        return "–"
    if isinstance(value, bool):
        return words["yes" if value else "no"]
    if name in _LISTS:
        return words.value(str(value), _LISTS[name])
    return words.value(str(value)) if name in _CODED else str(value)
