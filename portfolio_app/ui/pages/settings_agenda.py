"""What the book's queue is worked out by: working days, holidays, capacity, and what makes a client due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.country_names import named_countries
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.widgets import Card, FlowLayout, add_field, form_layout, text_label
from portfolio_app.ui.widgets.fields import ChoiceBox, NumberEdit

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.agenda_settings import Agenda

WAIT_MS = 700
"""A number is kept when its field is left, or after this pause."""
USUAL = {"capacity": 12, "survey_days": 180}
"""What is proposed where there was no number."""
NEXT = 3
"""So many holidays to come are named."""
COLUMN = 96


@dataclass(frozen=True)
class AgendaSettings:
    """What the cards show of the book: its choices, the countries (codes), the regions and holidays of its own."""

    agenda: Agenda
    limits: Mapping[str, tuple[int, int]]
    countries: tuple[str, ...]
    regions: tuple[tuple[str, str], ...]
    holidays: tuple[tuple[date, str], ...]


class AgendaCard(Card):
    """A card of choices of the book, each kept by itself."""

    def __init__(self, operations: Operations, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._ops = operations
        self.checks: dict[str, QCheckBox] = {}
        self.numbers: dict[str, NumberEdit] = {}
        self._timers: dict[str, QTimer] = {}
        self._saved: dict[str, Any] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.S)
        self._grid.setVerticalSpacing(theme.S)
        self._grid.setColumnStretch(0, 1)

    def _add_check(self, name: str, words: str, tip: str = "") -> None:
        """A choice of yes or no."""
        check = self.checks[name] = QCheckBox(words)
        check.toggled.connect(partial(self._checked, name))
        self._grid.addWidget(check, self._grid.rowCount(), 0, 1, 2)

    def _add_number(self, name: str, words: str, suffix: str, *, optional: bool = False) -> None:
        """A number; with `optional` a tick says whether there is one."""
        row = self._grid.rowCount()
        label: QWidget
        if optional:
            label = self.checks[name] = QCheckBox(words)
            self.checks[name].toggled.connect(partial(self._checked, name))
        else:
            label = text_label(words, wrap=True)
        number = self.numbers[name] = NumberEdit(0, 1, 0, suffix)
        number.setAccessibleName(words)
        number.setMinimumWidth(COLUMN)
        timer = self._timers[name] = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(WAIT_MS)
        timer.timeout.connect(partial(self._number_left, name))
        number.valueChanged.connect(lambda _: timer.start())
        number.editingFinished.connect(partial(self._number_left, name))
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(number, row, 1)

    def show_agenda(self, found: AgendaSettings) -> None:
        """Show what the book says; what is being typed stays."""
        for name in {*self.checks, *self.numbers}:
            value = getattr(found.agenda, name)
            self._saved[name] = value
            if name in self.numbers and not self._timers[name].isActive():
                self._show_number(name, value, found.limits[name])
            if name in self.checks:
                is_on = value is not None if name in self.numbers else bool(value)
                _quietly(self.checks[name], partial(self.checks[name].setChecked, is_on))

    def _show_number(self, name: str, value: int | None, limits: tuple[int, int]) -> None:
        field = self.numbers[name]
        shown = value if value is not None else USUAL.get(name, limits[0])
        was_blocked = field.blockSignals(True)
        field.setRange(*limits)
        field.setValue(shown)
        field.blockSignals(was_blocked)
        field.setEnabled(value is not None)

    def _checked(self, name: str, is_on: bool) -> None:
        if name in self.numbers:
            self.numbers[name].setEnabled(is_on)
            self._save(name, self.numbers[name].value() if is_on else None)
        else:
            self._save(name, is_on)

    def _number_left(self, name: str) -> None:
        self._timers[name].stop()
        if self.numbers[name].isEnabled():
            self._save(name, self.numbers[name].value())

    def _save(self, name: str, value: Any) -> None:
        if self._saved.get(name) == value:
            return
        before = self._saved.get(name)
        self._saved[name] = value
        self._ops.run(self, _set, name, value, on_error=partial(self._refused, name, before))

    def _refused(self, name: str, before: Any, error: PortfolioError) -> None:
        self._saved[name] = before
        self._ops.failed.emit(error)


class WorkingDaysCard(AgendaCard):
    """The week, the public holidays, and how many clients a day."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, QCoreApplication.translate("WorkingDaysCard", "Working days"), parent)
        days = FlowLayout()
        self.days: list[QCheckBox] = []
        for number in range(7):
            locale = i18n.locale()
            day = QCheckBox(locale.dayName(number + 1, QLocale.FormatType.ShortFormat).rstrip("."))
            day.setAccessibleName(locale.dayName(number + 1))
            day.clicked.connect(self._week_changed)
            self.days.append(day)
            days.addWidget(day)
        self.body.addLayout(days)
        form = form_layout()
        self.country, self.region = ChoiceBox(), ChoiceBox()
        add_field(form, self.tr("Public &holidays of"), self.country)
        self._region_label: QLabel = add_field(form, self.tr("&Region"), self.region)
        self.country.activated.connect(lambda _: self._save("country", self.country.currentData()))
        self.region.activated.connect(lambda _: self._save("region", self.region.currentData()))
        self.body.addLayout(form)
        self._next = text_label("", "caption", wrap=True)
        self.body.addWidget(self._next)
        self._add_number("capacity", self.tr("No more clients a day than"), "", optional=True)
        self.body.addLayout(self._grid)
        explained = self.tr(
            "A contact that falls on another day moves to the next working day, and what a day has no room for "
            "to the days after. What you planned stays on its day."
        )
        self.body.addWidget(text_label(explained, "muted", wrap=True))

    @property
    def coming(self) -> str:
        """The holidays to come, as shown."""
        return self._next.text()

    def show_agenda(self, found: AgendaSettings) -> None:
        """Show what the book says."""
        super().show_agenda(found)
        agenda = found.agenda
        self._saved |= {
            "working_days": agenda.working_days,
            "country": agenda.country,
            "region": agenda.region,
        }
        for number, day in enumerate(self.days):
            day.setChecked(number in agenda.working_days)
        countries = named_countries(found.countries)
        _fill(self.country, [(self.tr("No country"), ""), *countries], agenda.country)
        regions = [(name, code) for code, name in found.regions]
        _fill(self.region, [(self.tr("Those of the whole country"), ""), *regions], agenda.region)
        for widget in (self.region, self._region_label):
            widget.setVisible(bool(regions))
        listed = " · ".join(f"{i18n.day_month(day)} {name}" for day, name in found.holidays)
        self._next.setText(self.tr("Next: {holidays}").format(holidays=listed))
        self._next.setVisible(bool(listed))

    def _week_changed(self) -> None:
        chosen = tuple(number for number, day in enumerate(self.days) if day.isChecked())
        if chosen:
            self._save("working_days", chosen)
        else:  # a week without a day to work on would put everything off for ever
            for number, day in enumerate(self.days):
                day.setChecked(number in self._saved["working_days"])


class DuesCard(AgendaCard):
    """What brings a client into the queue besides its contact rhythm and your reminders."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(
            operations, QCoreApplication.translate("DuesCard", "What makes a client due"), parent
        )
        explained = self.tr(
            "Besides the contact rhythms, your reminders, plans, key dates and the steps of deals."
        )
        self.body.addWidget(text_label(explained, "muted", wrap=True))
        days = self.tr(" days")
        self._add_number("complaint_days", self.tr("A complaint is to be resolved within"), days)
        self._add_number("deal_days", self.tr("A deal comes up before its expected close, by"), days)
        self._add_number("survey_days", self.tr("A satisfaction survey after"), days, optional=True)
        self._add_check("rhythm", self.tr("A client orders later than is usual for it"))
        self._add_check("complete_data", self.tr("A buyer has neither telephone nor e-mail"))
        self._add_check("birthdays", self.tr("The birthday of a client who is a person"))
        self._add_check("anniversaries", self.tr("The anniversary of the first day as a client"))
        self.body.addLayout(self._grid)


def _fill(box: ChoiceBox, choices: list[tuple[str, str]], chosen: str) -> None:
    """Offer these (words, code); one that is chosen and not among them stays, by its code."""
    if chosen not in (code for _, code in choices):
        choices = [*choices, (chosen, chosen)]
    if [(box.itemText(n), box.itemData(n)) for n in range(box.count())] != choices:
        box.clear()
        for words, code in choices:
            box.addItem(words, code)
    box.setCurrentIndex(box.findData(chosen))


def _quietly(widget: QWidget, change: Any) -> None:
    was_blocked = widget.blockSignals(True)
    change()
    widget.blockSignals(was_blocked)


def load_agenda(book: Any, today: date, language: str) -> AgendaSettings:
    """What the cards show; holidays are named in `language` where they can be."""
    from portfolio_app.services import agenda_settings, working_days

    agenda = agenda_settings.book_agenda(book)
    holidays = working_days.holidays_of(agenda.country, agenda.region, (today.year, today.year + 1), language)
    coming = sorted((day, name) for day, name in holidays.items() if day >= today)
    return AgendaSettings(
        agenda,
        agenda_settings.LIMITS,
        tuple(code for code, _ in working_days.countries()),
        tuple(working_days.regions(agenda.country, today.year)),
        tuple(coming[:NEXT]),
    )


def _set(book: Any, name: str, value: Any) -> Any:
    from portfolio_app.services import agenda_settings

    return agenda_settings.set_agenda(book, **{name: value})
