"""Settings: how the program looks and speaks, the book, the contact rhythm, where things are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from portfolio_app import __version__
from portfolio_app.config import APP_NAME, backups_dir, data_dir, settings_path
from portfolio_app.errors import PortfolioError
from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.folders import open_folder
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.pages.import_words import records_text
from portfolio_app.ui.pages.queue_rhythm import RhythmPanel
from portfolio_app.ui.pages.settings_agenda import (
    AgendaSettings,
    DuesCard,
    WorkingDaysCard,
    load_agenda,
)
from portfolio_app.ui.pages.settings_analysis import AnalysisCard, load_analysis
from portfolio_app.ui.pages.settings_costs import CostsCard, load_costs
from portfolio_app.ui.pages.settings_fields import CustomFieldsCard, load_fields
from portfolio_app.ui.pages.settings_protection import ProtectionCard
from portfolio_app.ui.pages.settings_reminders import RemindersCard
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import (
    Card,
    ElidedLabel,
    add_field,
    button,
    form_layout,
    scrolling,
    text_label,
)
from portfolio_app.ui.widgets.fields import ChoiceBox

if TYPE_CHECKING:
    from portfolio_app.services.analysis_settings import AnalysisSettings
    from portfolio_app.services.books import BookInfo
    from portfolio_app.services.custom_fields import CustomFieldInfo
    from portfolio_app.services.portfolio import SegmentInfo
    from portfolio_app.services.settings import ContactCosts

TWO_COLUMNS = 800
"""A page less wide has its cards one below the other."""
CURRENCIES = "EUR CHF GBP USD CAD XOF XAF XPF MAD PLN SEK NOK DKK CZK".split()


@dataclass(frozen=True)
class BookSettings:
    """What the page shows of the book."""

    info: BookInfo
    segments: list[SegmentInfo]
    costs: ContactCosts
    fields: list[CustomFieldInfo]
    agenda: AgendaSettings
    analysis: AnalysisSettings


class SettingsPage(Page):
    """Settings. Language and theme are the application's, told by signals; the rest is the book's."""

    kinds = frozenset(
        {
            "setting",
            "segment",
            "segmentation",
            "client",
            "contact",
            "sale",
            "interaction",
            "follow_up",
            "product",
            "custom_field",
        }
    )

    language_chosen = Signal(str)
    """ "system", "fr" or "en"."""
    theme_chosen = Signal(str)
    """ "system", "light" or "dark"."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._currency_code = ""
        self.rhythm = RhythmPanel(self.ops, closable=False)
        self.protection = ProtectionCard(self.ops)
        self.costs = CostsCard(self.ops, context.today())
        self.analysis = AnalysisCard(self.ops)
        self.own_fields = CustomFieldsCard(context)
        self.reminders = RemindersCard(context)
        self.reminders.try_asked.connect(partial(self.open_requested.emit, "try_reminder", None))
        self.working_days = WorkingDaysCard(self.ops)
        self.dues = DuesCard(self.ops)
        content = QWidget()
        columns = self._columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, theme.XS, 0)
        columns.setSpacing(theme.L)
        for cards in (
            (
                self._look_card(),
                self._book_card(),
                self.reminders,
                self.working_days,
                self.costs,
                self.protection,
            ),
            (self.rhythm, self.dues, self.analysis, self.own_fields, self._places_card()),
        ):
            column = QVBoxLayout()
            column.setSpacing(theme.L)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._area = scrolling(content)
        self.body.addWidget(self._area)
        if not context.has_book():
            of_book = (self._this_book, self.protection, self.own_fields, self.rhythm, self.costs)
            for card in (*of_book, self.dues, self.analysis, self.working_days):
                card.hide()

    def load(self) -> None:
        """Ask for the book's label and its segments; without a book, the rest of the page works."""
        self.ops.query(
            self, _ask, self.context.today(), i18n.language(), on_result=self._show, latest="settings"
        )
        self.protection.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them."""
        ways = QBoxLayout.Direction
        self._columns.setDirection(
            ways.LeftToRight if event.size().width() >= TWO_COLUMNS else ways.TopToBottom
        )
        super().resizeEvent(event)

    def focus_first(self) -> None:
        """The language."""
        self.language.setFocus()

    def show_item(self, item: object) -> None:
        """ "custom_fields": the card of the book's own fields."""
        if item == "custom_fields":
            self._area.ensureWidgetVisible(self.own_fields)
            self.own_fields.edit_first()

    # Building

    def _look_card(self) -> Card:
        card = Card(self.tr("Language and look"))
        settings = self.context.settings()
        system = self.tr("Like the computer")
        self.language = _combo(((system, "system"), ("Français", "fr"), ("English", "en")), settings.language)
        self.theme = _combo(
            ((system, "system"), (self.tr("Light"), "light"), (self.tr("Dark"), "dark")), settings.theme
        )
        self.language.activated.connect(lambda _: self.language_chosen.emit(self.language.currentData()))
        self.theme.activated.connect(lambda _: self.theme_chosen.emit(self.theme.currentData()))
        form = form_layout()
        add_field(form, self.tr("&Language"), self.language)
        add_field(form, self.tr("&Theme"), self.theme)
        card.body.addLayout(form)
        return card

    def _book_card(self) -> Card:
        card = self._this_book = Card(self.tr("This book"))
        self._book_name = ElidedLabel("", "strong")
        self._book_folder = ElidedLabel("", "muted")
        card.body.addWidget(self._book_name)
        card.body.addWidget(self._book_folder)
        self._counts = text_label("", wrap=True)
        card.body.addWidget(self._counts)
        card.body.addSpacing(theme.XS)
        self.currency = ChoiceBox()
        self.currency.setEditable(True)
        self.currency.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for code in CURRENCIES:
            self.currency.addItem(_currency_text(code), code)
        self.currency.activated.connect(lambda _: self._set_currency())
        line = self.currency.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._set_currency)
        form = form_layout()
        add_field(form, self.tr("&Currency"), self.currency)
        card.body.addLayout(form)
        self.currency_problem = text_label("", "danger", wrap=True)
        self.currency_problem.hide()
        card.body.addWidget(self.currency_problem)
        card.body.addWidget(
            text_label(self.tr("Amounts keep their figures; only the sign changes."), "caption", wrap=True)
        )
        row = QHBoxLayout()
        row.addWidget(
            button(self.tr("Save a copy…"), partial(self.open_requested.emit, "save_copy", None), icon="save")
        )
        row.addWidget(button(self.tr("Open another…"), partial(self.open_requested.emit, "open_book", None)))
        row.addStretch()
        card.body.addSpacing(theme.XS)
        card.body.addLayout(row)
        return card

    def _places_card(self) -> Card:
        card = Card(self.tr("Where things are kept"))
        form = form_layout()
        for label, path in (
            (self.tr("Books"), data_dir()),
            (self.tr("Backups"), backups_dir()),
            (self.tr("Preferences"), settings_path().parent),
        ):
            _add_place(form, label, path, self.tr("Open the folder"))
        card.body.addLayout(form)
        card.body.addWidget(
            text_label(
                self.tr(
                    "Everything stays on this computer. A book is one file: copy it and everything is copied."
                ),
                "muted",
                wrap=True,
            )
        )
        card.body.addWidget(
            text_label(
                self.tr("{app}, version {version}").format(app=APP_NAME, version=__version__), "caption"
            )
        )
        return card

    # Showing

    def _show(self, found: BookSettings) -> None:
        info = found.info
        self._book_name.setText(info.path.name)
        self._book_folder.setText(str(info.path.parent))
        self._show_currency(info.currency)
        self._counts.setText(records_text(info.counts) or self.tr("Nothing in it yet."))
        self.rhythm.show_segments(found.segments)
        self.costs.show_costs(found.costs, info.currency)
        self.own_fields.show_fields(found.fields)
        self.working_days.show_agenda(found.agenda)
        self.dues.show_agenda(found.agenda)
        self.analysis.show_settings(found.analysis)

    def _show_currency(self, code: str) -> None:
        self.currency_problem.hide()
        if self.currency.findData(code) < 0:
            self.currency.addItem(_currency_text(code), code)
        self.currency.setCurrentIndex(self.currency.findData(code))
        self._currency_code = code

    def _set_currency(self) -> None:
        from portfolio_app.services import settings

        text = self.currency.currentText().strip()
        index = self.currency.findText(text)
        code = self.currency.itemData(index) if index >= 0 else text.upper()
        previous = self._currency_code
        if code != previous and previous:
            self._currency_code = code  # leaving the field tells the same choice again
            self.ops.run(self, settings.set_currency, code, on_error=partial(self._bad_currency, previous))

    def _bad_currency(self, previous: str, error: PortfolioError) -> None:
        self._show_currency(previous)
        self.currency_problem.setText(messages.error_text(error))
        self.currency_problem.show()


def _combo(choices: tuple[tuple[str, str], ...], current: str) -> QComboBox:
    result = ChoiceBox()
    for text, code in choices:
        result.addItem(text, code)
    result.setCurrentIndex(max(0, result.findData(current)))
    return result


def _currency_text(code: str) -> str:
    symbol = i18n.currency_symbol(code)
    return code if symbol == code else f"{code} ({symbol})"


def _add_place(form: QFormLayout, label: str, path: Path, tip: str) -> None:
    place = button(str(path), partial(open_folder, path), variant="link")
    place.setToolTip(plain_tooltip(tip))
    place.setAccessibleName(f"{label}: {path}")
    words: QLabel = text_label(label, "muted")
    words.setBuddy(place)
    row = QHBoxLayout()
    row.addWidget(place)
    row.addStretch()
    form.addRow(words, row)


def _ask(book: Any, today: date, language: str) -> BookSettings:
    from portfolio_app.services import books, portfolio

    return BookSettings(
        books.info(book),
        portfolio.segments(book),
        load_costs(book),
        load_fields(book),
        load_agenda(book, today, language),
        load_analysis(book),
    )
