"""Questions of the import's columns: which period a column of amounts is about, and values for every row."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.dialogs.box import Box
from portfolio_app.ui.field_names import field_label
from portfolio_app.ui.pages.import_draft import Draft
from portfolio_app.ui.widgets import add_field, button, form_layout, text_label

WIDTH = 420
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-/. ](0?[1-9]|1[0-2])(?!\d))?")


class PeriodBox(Box):
    """The year, and perhaps the month, that all amounts of a column are about."""

    chosen = Signal(str)
    """ "2024" or "2024-05"."""

    def __init__(self, column: str, today: date, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Amounts of which period?"), WIDTH)
        told = self.tr(
            "Every amount of “{column}” becomes a sale on the last day of the period. "
            "Imported again with another amount, it is updated."
        )
        self.body.addWidget(text_label(told.format(column=column), "muted", wrap=True))
        form = form_layout()
        self.year = QSpinBox()
        self.year.setRange(1900, today.year)
        self.month = QComboBox()
        self.month.addItem(self.tr("the whole year"), 0)
        for number in range(1, 13):
            self.month.addItem(i18n.locale().standaloneMonthName(number), number)
        found = _YEAR.search(column)
        self.year.setValue(int(found[1]) if found else today.year)
        if found and found[2]:
            self.month.setCurrentIndex(int(found[2]))
        add_field(form, self.tr("&Year"), self.year)
        add_field(form, self.tr("&Month"), self.month)
        self.body.addLayout(form)
        self.footer.addStretch()
        self.footer.addWidget(button(self.tr("Cancel"), self.withdraw))
        done = button(self.tr("Import as sales"), self._submit, variant="primary")
        done.setDefault(True)
        self.footer.addWidget(done)
        self.fit()
        self.year.setFocus()
        self.year.selectAll()

    def _submit(self) -> None:
        month = self.month.currentData()
        year = f"{self.year.value():04d}"
        self.withdraw()
        self.chosen.emit(f"{year}-{month:02d}" if month else year)


class ConstantBox(Box):
    """A value that every row gets that has none in that field."""

    chosen = Signal(str, str)
    """(field, value)"""

    def __init__(self, draft: Draft, parent: QWidget) -> None:
        from portfolio_app.services.import_ import FIELDS

        super().__init__(parent, self.tr("The same for every row"), WIDTH)
        told = self.tr("Rows that have no value in this field get this one: a country, a source, a tag.")
        self.body.addWidget(text_label(told, "muted", wrap=True))
        form = form_layout()
        form.setVerticalSpacing(theme.S)
        self.field = QComboBox()
        self.field.setMaxVisibleItems(16)
        own = {field.name: f"{field_label('client')} › {field.title}" for field in draft.own}
        labels = {name: field_label(name) for name in FIELDS} | own
        for name, label in labels.items():
            self.field.addItem(label, name)
        self.field.setCurrentIndex(max(0, self.field.findData("client.country")))
        self.value = QLineEdit()
        add_field(form, self.tr("&Field"), self.field)
        add_field(form, self.tr("&Value"), self.value)
        self.body.addLayout(form)
        self.footer.addStretch()
        self.footer.addWidget(button(self.tr("Cancel"), self.withdraw))
        done = button(self.tr("Give to every row"), self._submit, variant="primary")
        done.setDefault(True)
        self.footer.addWidget(done)
        self.fit()
        self.value.setFocus()

    def _submit(self) -> None:
        text = self.value.text().strip()
        if not text:
            self.say(self.tr("Type the value, or cancel."))
            return
        name = str(self.field.currentData())
        self.withdraw()
        self.chosen.emit(name, text)
