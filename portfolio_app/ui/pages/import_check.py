"""Step 3 of the import: what would happen, what stays out, and whom the rows are about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QTabBar, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import import_words as words
from portfolio_app.ui.pages.import_doubles import DoublesPanel
from portfolio_app.ui.pages.import_draft import Totals, totals
from portfolio_app.ui.pages.import_fix import TroublesPanel, troubles_of
from portfolio_app.ui.pages.import_match import MatchesPanel, RulesBar
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import Badge, Card, FlowLayout, clear_layout, text_label

if TYPE_CHECKING:
    from portfolio_app.services.import_ import ImportReport, MatchRules
    from portfolio_app.services.incoming import Double

TROUBLES, MATCHES, DOUBLES = range(3)


class CheckStep(QWidget):
    """What the import would do: counts, what is created, what stays out, who is recognised, who looks alike."""

    rules_chosen = Signal(object)
    """Known clients shall be recognised by these `MatchRules`."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card(self.tr("What the import will do"))
        body = self._card.body
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(120)
        self._busy.setAccessibleName(self.tr("Checking again…"))
        self._card.header.addWidget(self._busy)
        self._busy.hide()
        chips = QWidget()
        self._chips = FlowLayout(chips, theme.S)
        body.addWidget(chips)
        self._creates = text_label("", wrap=True)
        body.addWidget(self._creates)
        self._notes = text_label("", "muted", wrap=True)
        body.addWidget(self._notes)
        self.rules = RulesBar()
        self.rules.chosen.connect(self.rules_chosen)
        body.addWidget(self.rules)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("What to look at"))
        self.troubles = TroublesPanel(operations)
        self.matches = MatchesPanel(operations)
        self.doubles = DoublesPanel(operations)
        self._panels = QStackedWidget()
        for panel in (self.troubles, self.matches, self.doubles):
            self.tabs.addTab("")
            self._panels.addWidget(panel)
        self.tabs.currentChanged.connect(self._panels.setCurrentIndex)
        body.addWidget(self.tabs)
        body.addWidget(self._panels, 1)
        promise = self.tr(
            "Nothing is written yet. The next step writes everything at once; Ctrl+Z takes it all back."
        )
        body.addWidget(text_label(promise, "muted", wrap=True))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)

    def show_report(self, report: ImportReport, rules: MatchRules, *, is_again: bool = False) -> None:
        """Show what a preview found; `is_again`: after a correction or a decision, where the user stays."""
        found = totals(report)
        clear_layout(self._chips)
        for text, tone in chips(found):
            self._chips.addWidget(Badge(text, tone))
        self._creates.setText(self._sentence(found))
        notes = [words.warning_text(code, count) for code, count in _merged(found.warnings).items()]
        self._notes.setText(" · ".join(notes))
        self._notes.setVisible(bool(notes))
        self.rules.show_rules(rules)
        self.troubles.show_report(report)
        self.matches.show_report(report)
        troubles, known = len(troubles_of(report)), sum(len(file.matches) for file in report.files)
        self._name(TROUBLES, self.tr("Stays out"), troubles)
        self._name(MATCHES, self.tr("Already in the book"), known)
        if not is_again:
            self.show_doubles([], report)
            waits = found.undecided or (not troubles and known)
            self.tabs.setCurrentIndex(MATCHES if waits else TROUBLES)

    def show_doubles(self, doubles: Sequence[Double], report: ImportReport) -> None:
        """Show which new clients look like others."""
        self.doubles.show_doubles(doubles, report)
        self._name(DOUBLES, self.tr("Look alike"), len(doubles))
        self.tabs.setTabVisible(DOUBLES, bool(doubles))

    def set_busy(self, busy: bool) -> None:
        """Whether it is being checked again."""
        self._busy.setVisible(busy)

    def _name(self, tab: int, title: str, count: int) -> None:
        self.tabs.setTabText(tab, f"{title} ({i18n.number(count)})")

    def _sentence(self, found: Totals) -> str:
        created = words.records_text(found.records)
        if created:
            return self.tr("New in the book: {records}.").format(records=created)
        if found.updated:
            return self.tr("Nothing new; clients already in the book are completed.")
        return self.tr("Nothing to import: everything readable in these files is already in the book.")


def chips(found: Totals) -> list[tuple[str, Tone]]:
    """The counts of a report as badges: every row is in exactly one of them."""
    translate = QCoreApplication.translate

    def count_text(kind: str, count: int) -> str:
        texts = {
            "created": translate("ImportWords", "%n new", None, count),
            "updated": translate("ImportWords", "%n updated", None, count),
            "unchanged": translate("ImportWords", "%n already in the book", None, count),
            "refused": translate("ImportWords", "%n refused", None, count),
        }
        return words.grouped(texts[kind], count)

    tones: dict[str, Tone] = {
        "created": "good",
        "updated": "warn",
        "unchanged": "neutral",
        "refused": "danger",
    }
    counts = ((kind, int(getattr(found, kind)), tone) for kind, tone in tones.items())
    result = [(count_text(kind, count), tone) for kind, count, tone in counts if count]
    result += [
        (words.skipped_text(code, count), "danger" if code == "undecided" else "neutral")
        for code, count in found.skipped.items()
    ]
    return result


def _merged(warnings: dict[str, int]) -> dict[str, int]:
    """Cells that stay empty counted together, whatever the reason."""
    result: dict[str, int] = {}
    for code, count in warnings.items():
        key = code if code in ("odd_email", "odd_phone", "objected") else "left_empty"
        result[key] = result.get(key, 0) + count
    return result
