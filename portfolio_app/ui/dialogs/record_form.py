"""Forms built from the fields the services declare: one editor per field, the fault said under it.

A form either keeps its values until somebody asks for them (`values()`), or, connected to `left_with`, is
saved as the user goes from field to field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from portfolio_app.errors import InvalidValueError, PortfolioError
from portfolio_app.services.fields import FieldSpec
from portfolio_app.ui import messages, theme
from portfolio_app.ui.dialogs import typed
from portfolio_app.ui.field_names import field_title
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.plain import plain_caption
from portfolio_app.ui.widgets import text_label
from portfolio_app.ui.widgets.word_completer import WordCompleter

NOTE_LINES = 4

_WORDS: dict[str, Callable[[str], str]] = {
    "kind": messages.interaction_kind,
    "client.kind": messages.client_kind,
    "status": messages.status,
    "former_reason": messages.former_reason,
    "outcome": messages.outcome,
    "direction": messages.direction,
    "strategic_role": messages.strategic_role,
    "price_sensitivity": messages.level,
    "growth_potential": messages.level,
    "gender": messages.gender,
    "survey_answer.kind": messages.survey_kind,
    "custom_field.type": messages.custom_type,
    "repeat_unit": messages.repeat_unit,
    "key_date.kind": messages.key_date_kind,
}


@dataclass(frozen=True)
class Heading:
    """A row of a form that names the group of fields below it; `key` is what to hide it by."""

    key: str
    text: str


Row = str | tuple[str, ...] | Heading


class FieldEditor(QWidget):
    """One field: its editor and, below it, what is wrong with what was typed."""

    edited = Signal()
    """Something was typed or chosen."""
    left = Signal(str)
    """The user left the field (or chose from its list); carries the field's name."""
    returned = Signal()
    """Enter was pressed in a line."""
    entered = Signal(str)
    """The user came to the field, where a line is typed."""

    def __init__(self, spec: FieldSpec, today: date, record: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._today = today
        self._shown = ""
        self._completer: WordCompleter | None = None
        self._unit: QLabel | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.XS)
        layout.addLayout(self._row)
        self.editor: QLineEdit | QPlainTextEdit | QComboBox = self._make_editor(record)
        self._row.addWidget(self.editor, 1)
        self._error = text_label("", "danger", wrap=True)
        self._error.hide()
        layout.addWidget(self._error)
        self.setFocusProxy(self.editor)
        if spec.type == "date":
            self._add_calendar()

    @property
    def error(self) -> str:
        """The sentence shown under the field, "" when all is well."""
        return self._error.text() if not self._error.isHidden() else ""

    @property
    def is_dirty(self) -> bool:
        """Whether what stands there differs from what was put there."""
        return self.text() != self._shown

    def text(self) -> str:
        """What stands in the field; the code of a choice."""
        if isinstance(self.editor, QComboBox):
            return str(self.editor.currentData())
        if isinstance(self.editor, QPlainTextEdit):
            return self.editor.toPlainText()
        return self.editor.text()

    def value(self) -> Any:
        """What that means; text that cannot be read stays text, and the service will refuse it."""
        return typed.read_value(self.text(), self.spec.type, self._today)

    def set_value(self, value: Any) -> None:
        """Show a value of the record; what was typed and not saved is replaced."""
        text = typed.write_value(value, self.spec.type)
        self.editor.blockSignals(True)
        if isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(max(0, self.editor.findData(text)))
            text = self.text()
        elif isinstance(self.editor, QPlainTextEdit):
            self.editor.setPlainText(text)
        else:
            self.editor.setText(text)
            self.editor.setCursorPosition(0)
        self.editor.blockSignals(False)
        self._shown = self.text()
        self.show_error("")

    def mark_saved(self, text: str) -> None:
        """What was read from the field, `text`, is in the book now."""
        self._shown = text
        self.show_error("")

    def show_unit(self, unit: str) -> None:
        """Say after the field what its number counts."""
        if self._unit is None:
            self._unit = text_label("", "muted")
            self._row.addWidget(self._unit)
        self._unit.setText(unit)

    def show_error(self, sentence: str) -> None:
        """Say under the field what is wrong, "" for nothing."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        theme.set_property(self.editor, "invalid", "true" if sentence else "false")
        self.editor.setAccessibleDescription(sentence)

    def suggest(self, words: Sequence[str]) -> None:
        """Propose these while typing; for tags, to each word of the list."""
        if isinstance(self.editor, QLineEdit):
            if self._completer is None:
                self._completer = WordCompleter(self.editor, ",;" if self.spec.type == "tags" else "")
            self._completer.offer(words)

    def _make_editor(self, record: str) -> QLineEdit | QPlainTextEdit | QComboBox:
        if self.spec.type in ("choice", "yes_no"):
            return self._make_choice(record)
        if self.spec.type == "note":
            note = QPlainTextEdit()
            note.setTabChangesFocus(True)
            note.setFixedHeight(note.fontMetrics().lineSpacing() * NOTE_LINES + 18)
            note.textChanged.connect(self.edited)
            note.installEventFilter(self)
            return note
        editor = QLineEdit()
        editor.setMaxLength(32_767)
        editor.textEdited.connect(lambda _: self.edited.emit())
        editor.editingFinished.connect(lambda: self.left.emit(self.spec.name))
        editor.returnPressed.connect(self.returned)
        editor.installEventFilter(self)
        return editor

    def _make_choice(self, record: str) -> QComboBox:
        combo = QComboBox()
        words = _WORDS.get(f"{record}.{self.spec.name}") or _WORDS.get(self.spec.name) or str
        if not self.spec.required:
            combo.addItem("—", "")
        for code in self.spec.choices:
            combo.addItem(words(code), code)
        if self.spec.type == "yes_no":
            combo.addItem(self.tr("Yes"), typed.YES)
            combo.addItem(self.tr("No"), typed.NO)
        combo.currentIndexChanged.connect(lambda _: self.edited.emit())
        combo.activated.connect(lambda _: self.left.emit(self.spec.name))
        # The wheel scrolls the form; it must not change a record on the way.
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.installEventFilter(self)
        return combo

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A note is left when it loses the focus; a list does not follow the wheel."""
        if event.type() == QEvent.Type.FocusOut and isinstance(watched, QPlainTextEdit):
            self.left.emit(self.spec.name)
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QLineEdit):
            self.entered.emit(self.spec.name)
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox):
            event.ignore()
            return True
        return False

    def _add_calendar(self) -> None:
        open_calendar = IconButton("calendar", self.tr("Choose a day"))
        open_calendar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        open_calendar.clicked.connect(self._show_calendar)
        self._row.addWidget(open_calendar)

    def _show_calendar(self) -> None:
        day = self.value()
        pick_day(self, day if isinstance(day, date) else self._today, self._choose_day)

    def _choose_day(self, day: date) -> None:
        if isinstance(self.editor, QLineEdit):
            self.editor.setText(typed.write_day(day))
            self.edited.emit()
            self.left.emit(self.spec.name)


def pick_day(anchor: QWidget, day: date, on_pick: Any, *, earliest: date | None = None) -> QMenu:
    """Pop up a calendar below `anchor`; `on_pick(date)` hears of the day clicked or entered."""
    menu = QMenu(anchor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    calendar = QCalendarWidget(menu)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setSelectedDate(_qdate(day))
    if earliest is not None:
        calendar.setMinimumDate(_qdate(earliest))

    def picked(chosen: Any) -> None:
        menu.close()
        on_pick(date(chosen.year(), chosen.month(), chosen.day()))

    calendar.clicked.connect(picked)
    calendar.activated.connect(picked)
    action = QWidgetAction(menu)
    action.setDefaultWidget(calendar)
    menu.addAction(action)
    menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))
    calendar.setFocus()
    return menu


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


class RecordForm(QWidget):
    """Labels and editors for some fields of a record, stacked; short ones may stand two to a line."""

    edited = Signal()
    left_with = Signal(str, object, str)
    """(field, value, text typed): the user left a field with something new in it."""
    returned = Signal()
    """Enter was pressed in a line."""

    def __init__(
        self,
        specs: Mapping[str, FieldSpec],
        rows: Iterable[Row],
        today: date,
        record: str = "",
        parent: QWidget | None = None,
        labels: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.fields: dict[str, FieldEditor] = {}
        self._labels: dict[str, QWidget] = {}
        self._own_titles: dict[str, str] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.M)
        grid.setVerticalSpacing(2)
        for row, names in enumerate(rows):
            if isinstance(names, Heading):
                self._add_heading(grid, row, names)
                continue
            together = (names,) if isinstance(names, str) else names
            span = 2 // len(together)
            for column, name in enumerate(together):
                own = (labels or {}).get(name) or specs[name].label
                if own:
                    self._own_titles[name] = own
                title = own or field_title(name)
                self._add(grid, row, column * span, span, specs[name], today, record, title)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def values(self) -> dict[str, Any]:
        """What all the fields mean; empty ones included."""
        return {name: field.value() for name, field in self.fields.items()}

    def set_values(self, values: Mapping[str, Any], *, keep_typed: bool = False) -> None:
        """Show a record. `keep_typed` leaves alone the fields in which something unsaved stands."""
        for name, field in self.fields.items():
            busy = field.is_dirty or field.error
            if name in values and not (keep_typed and busy):
                field.set_value(values[name])

    @property
    def is_dirty(self) -> bool:
        """Whether anything typed is not saved."""
        return any(field.is_dirty for field in self.fields.values())

    def show_error(self, error: PortfolioError) -> bool:
        """Say it under its field and go there; False when it is about none of these fields."""
        field = self.fields.get(str(error.params.get("field", "")))
        if not isinstance(error, InvalidValueError) or field is None:
            return False
        field.show_error(messages.error_text(error, field=self._own_titles.get(field.spec.name, "")))
        return True

    def clear_errors(self) -> None:
        """All is well."""
        for field in self.fields.values():
            field.show_error("")

    def show_field(self, name: str, visible: bool) -> None:
        """Show or hide a field with its label, or a heading by its key."""
        if name in self.fields:
            self.fields[name].setVisible(visible)
        self._labels[name].setVisible(visible)

    def flush(self) -> None:
        """Treat the field the user is in as left (the record is about to be replaced)."""
        focused = QApplication.focusWidget()
        for name, field in self.fields.items():
            if focused is field.editor:
                self._left(name)

    def _add(
        self,
        grid: QGridLayout,
        row: int,
        column: int,
        span: int,
        spec: FieldSpec,
        today: date,
        record: str,
        title: str,
    ) -> None:
        field = FieldEditor(spec, today, record)
        # A label with a buddy takes an ampersand for the mark of a key.
        label = text_label(plain_caption(title), "caption", wrap=bool(spec.label))
        label.setContentsMargins(0, theme.XS, 0, 0)
        label.setBuddy(field.editor)
        field.editor.setAccessibleName(title)
        field.edited.connect(self.edited)
        field.left.connect(self._left)
        field.returned.connect(self.returned)
        grid.addWidget(label, row * 2, column, 1, span)
        grid.addWidget(field, row * 2 + 1, column, 1, span, Qt.AlignmentFlag.AlignTop)
        self.fields[spec.name] = field
        self._labels[spec.name] = label

    def _add_heading(self, grid: QGridLayout, row: int, heading: Heading) -> None:
        label = text_label(heading.text, "strong", wrap=True)
        label.setContentsMargins(0, theme.M if row else 0, 0, 0)
        grid.addWidget(label, row * 2, 0, 1, 2)
        self._labels[heading.key] = label

    def _left(self, name: str) -> None:
        field = self.fields[name]
        if field.is_dirty:
            self.left_with.emit(name, field.value(), field.text())
