"""The fields of clients that the user adds: a card of the settings. Nothing asks twice, everything can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.models.enums import CustomFieldType
from portfolio_app.services.fields import MAX_NOTE, FieldSpec
from portfolio_app.ui import messages, theme
from portfolio_app.ui.dialogs.record_form import RecordForm
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, ElidedLabel, button, clear_layout, text_label

if TYPE_CHECKING:
    from portfolio_app.services.custom_fields import CustomFieldInfo

SPECS = {
    "name": FieldSpec("name", required=True),
    "type": FieldSpec("type", "choice", required=True, choices=tuple(kind.value for kind in CustomFieldType)),
    "choices": FieldSpec("choices", "note", limit=MAX_NOTE),
}


def load_fields(book: Any) -> list[CustomFieldInfo]:
    """The fields, and how many clients have a value in each."""
    from portfolio_app.services import custom_fields

    return custom_fields.custom_fields(book)


def lines_of(text: str) -> list[str]:
    """The choices as typed, one a line."""
    return [line for part in text.splitlines() if (line := " ".join(part.split()))]


def renamed(before: Sequence[str], after: Sequence[str]) -> dict[str, str]:
    """Which choices were given another name: those rewritten in their place, while none came or went."""
    if len(before) != len(after):
        return {}
    pairs = zip(before, after, strict=True)
    return {old: new for old, new in pairs if old != new and old not in after and new not in before}


class FieldRow(QFrame):
    """One field: what it is called, what it holds, its place; the pencil opens its name and choices."""

    moved = Signal(int)
    """One place up (−1) or down (+1)."""
    deleted = Signal()
    changed = Signal(object)
    """What to change: the arguments of the service by name."""

    def __init__(self, context: UiContext, info: CustomFieldInfo) -> None:
        super().__init__()
        self.info = info
        self._context = context
        self.form: RecordForm | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, theme.XS)
        self._layout.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._name = ElidedLabel("", "strong")
        row.addWidget(self._name, 1)
        self.up_button = IconButton("chevron-up", self.tr("Move up"))
        self.down_button = IconButton("chevron-down", self.tr("Move down"))
        self.edit_button = IconButton("edit", self.tr("Change this field"))
        self.delete_button = IconButton("trash", self.tr("Delete this field and what stands in it"))
        self.up_button.clicked.connect(partial(self.moved.emit, -1))
        self.down_button.clicked.connect(partial(self.moved.emit, 1))
        self.edit_button.clicked.connect(self.toggle_form)
        self.delete_button.clicked.connect(self.deleted)
        for widget in (self.up_button, self.down_button, self.edit_button, self.delete_button):
            row.addWidget(widget)
        self._layout.addLayout(row)
        self._facts = text_label("", "caption", wrap=True)
        self._layout.addWidget(self._facts)
        self._error = text_label("", "danger", wrap=True)
        self._error.hide()
        self._layout.addWidget(self._error)

    def show_info(self, info: CustomFieldInfo, place: int, count: int) -> None:
        """Show the field as the book knows it now; what is being typed stays."""
        self.info = info
        self._name.setText(info.name)
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(place < count - 1)
        parts = [messages.custom_type(info.type), ", ".join(info.choices)]
        parts.append(self.tr("filled in for %n client(s)", "", info.used))
        self._facts.setText(" · ".join(part for part in parts if part))
        self._error.hide()
        if self.form is not None:
            self.form.set_values(self._values(), keep_typed=True)

    @property
    def problem(self) -> str:
        """Why the last change could not be made, "" when all is well."""
        return self._error.text() if not self._error.isHidden() else ""

    def _values(self) -> dict[str, str]:
        return {"name": self.info.name, "choices": "\n".join(self.info.choices)}

    def toggle_form(self) -> None:
        """Open the name and the choices, or close them again."""
        if self.form is not None:
            self.form.flush()
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            return
        rows = ("name", "choices") if self.info.type == CustomFieldType.CHOICE else ("name",)
        labels = {"choices": self.tr("Choices, one a line")}
        self.form = RecordForm(SPECS, rows, self._context.today(), "custom_field", labels=labels)
        self.form.set_values(self._values())
        self.form.left_with.connect(self._left)
        self._layout.addWidget(self.form)
        self.form.fields["name"].setFocus()

    def show_error(self, error: PortfolioError) -> None:
        """Say why it cannot be so, under the field it is about where that is open."""
        if self.form is None or not self.form.show_error(error):
            self._error.setText(messages.error_text(error))
            self._error.show()

    def mark_saved(self, texts: Mapping[str, str]) -> None:
        """What was typed is in the book now."""
        self._error.hide()
        for name, text in texts.items():
            if self.form is not None and name in self.form.fields:
                self.form.fields[name].mark_saved(text)

    def _left(self, name: str, value: object, _: str) -> None:
        if name == "choices":
            choices = lines_of(str(value))
            self.changed.emit({"choices": choices, "renamed": renamed(self.info.choices, choices)})
        else:
            self.changed.emit({"name": value})


class NewField(QFrame):
    """Name, type and choices of a field to add."""

    wanted = Signal(str, str, list)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        labels = {"choices": self.tr("Choices, one a line")}
        rows = (("name", "type"), "choices")
        self.form = RecordForm(SPECS, rows, context.today(), "custom_field", labels=labels)
        self.form.fields["type"].edited.connect(self._type_chosen)
        layout.addWidget(self.form)
        self._error = text_label("", "danger", wrap=True)
        self._error.hide()
        layout.addWidget(self._error)
        row = QHBoxLayout()
        self.add_button = button(self.tr("Add the field"), self._submit, variant="primary", small=True)
        self.cancel_button = button(self.tr("Cancel"), self.hide, small=True)
        row.addWidget(self.add_button)
        row.addWidget(self.cancel_button)
        row.addStretch()
        layout.addLayout(row)
        self._type_chosen()

    def begin(self) -> None:
        """Show it empty, ready for typing."""
        self.form.set_values({"name": "", "type": "text", "choices": ""})
        self._error.hide()
        self._type_chosen()
        self.show()
        self.form.fields["name"].setFocus()

    def show_error(self, error: PortfolioError) -> None:
        """Say why it was not added; what was typed stays."""
        if not self.form.show_error(error):
            self._error.setText(messages.error_text(error))
            self._error.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _type_chosen(self) -> None:
        self.form.show_field("choices", self.form.fields["type"].text() == CustomFieldType.CHOICE)

    def _submit(self) -> None:
        self.form.clear_errors()
        self._error.hide()
        values = self.form.values()
        self.wanted.emit(values["name"], values["type"], lines_of(values["choices"]))


class CustomFieldsCard(Card):
    """The fields in their order, and a way to add one."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Your own fields"))
        self._context = context
        self._shown: list[CustomFieldInfo] | None = None
        self.rows: list[FieldRow] = []
        words = self.tr(
            "What you want to know of every client and the record does not ask. They stand on the client's record, "
            "in the list, in rules, in imports and exports."
        )
        self.body.addWidget(text_label(words, "muted", wrap=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.XS)
        self.body.addLayout(self._list)
        self.new = NewField(context)
        self.new.wanted.connect(self._create)
        self.new.hide()
        self.body.addWidget(self.new)
        self.add_button = button(self.tr("Field"), self.new.begin, icon="plus")
        self.add_button.setAccessibleName(self.tr("New field"))
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_fields(self, fields: Sequence[CustomFieldInfo]) -> None:
        """Show the fields of the book."""
        if self._shown == list(fields):
            return
        self._shown = list(fields)
        if [row.info.id for row in self.rows] != [info.id for info in fields]:
            clear_layout(self._list)
            self.rows = [FieldRow(self._context, info) for info in fields]
            for place, row in enumerate(self.rows):
                row.moved.connect(partial(self._move, row, place))
                row.deleted.connect(partial(self._delete, row))
                row.changed.connect(partial(self._change, row))
                self._list.addWidget(row)
        for place, (row, info) in enumerate(zip(self.rows, fields, strict=True)):
            row.show_info(info, place, len(fields))

    def edit_first(self) -> None:
        """Put the keyboard where a field is added."""
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _create(self, name: str, kind: str, choices: list[str]) -> None:
        from portfolio_app.services import custom_fields

        self._context.operations.run(
            self,
            custom_fields.create_custom_field,
            name,
            kind,
            choices,
            on_done=lambda _: self.new.hide(),
            on_error=self.new.show_error,
        )

    def _change(self, row: FieldRow, wanted: dict[str, Any]) -> None:
        from portfolio_app.services import custom_fields

        texts = (
            {name: field.text() for name, field in row.form.fields.items()} if row.form is not None else {}
        )
        self._context.operations.run(
            self,
            custom_fields.update_custom_field,
            row.info.id,
            on_done=lambda _: row.mark_saved(texts),
            on_error=row.show_error,
            **wanted,
        )

    def _move(self, row: FieldRow, place: int, by: int) -> None:
        self._change(row, {"position": place + by})

    def _delete(self, row: FieldRow) -> None:
        from portfolio_app.services import custom_fields

        self._context.operations.run(
            self, custom_fields.delete_custom_field, row.info.id, on_error=row.show_error
        )
