"""What can be done with several clients at once, above the list as soon as more than one is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.dialogs.record_form import RecordForm
from portfolio_app.ui.field_names import field_title
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.client_list import segment_title
from portfolio_app.ui.pages.import_words import grouped
from portfolio_app.ui.widgets import button, clear_layout, text_label
from portfolio_app.ui.widgets.fields import NumberEdit

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.fields import FieldSpec
    from portfolio_app.services.portfolio import SegmentInfo

FIELD, ADD_TAGS, REMOVE_TAGS, SEGMENT, RHYTHM, NOTE, VERIFIED = (
    "field", "add_tags", "remove_tags", "segment", "rhythm", "note", "verified",
)  # fmt: skip
OF_SEGMENT, OWN, NEVER = "segment", "own", "never"
USUAL, MAX_DAYS = (30, 60), 3_650
_FORMS = {ADD_TAGS: "tags", REMOVE_TAGS: "tags", NOTE: "notes"}
_PROPOSED = {"source": "acquisition_source"}


@dataclass(frozen=True)
class Choices:
    """What there is to choose from: the fields that can be set, all fields of a record, and the segments."""

    fields: dict[str, FieldSpec]
    specs: dict[str, FieldSpec]
    segments: list[SegmentInfo]


def load_choices(book: Any) -> Choices:
    """What the book offers for changing many clients."""
    from portfolio_app.services import bulk, portfolio
    from portfolio_app.services.fields import CLIENT_FIELDS

    fields = bulk.bulk_specs(book)
    return Choices(fields, {**CLIENT_FIELDS, **fields}, portfolio.segments(book))


def load_words(book: Any, name: str) -> list[str]:
    """The words other clients have in a field; none where it holds no words."""
    from portfolio_app.services import segmentations

    try:
        return segmentations.values_of(book, _PROPOSED.get(name, name))
    except KeyError:
        return []


class BulkPanel(QFrame):
    """Tell it how many are selected with `show_count`; it asks `ids` for them when something is to be done."""

    delete_requested = Signal()
    merge_requested = Signal(object)
    """The ids of the two clients selected."""
    cleared = Signal()
    """Nobody is to be selected any more."""
    left = Signal()
    """What was begun is closed, and the focus, which was in it, belongs to the list again."""

    def __init__(
        self, context: UiContext, ids: Callable[[], Sequence[int]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._ids = context, ids
        self._count = 0
        self.doing = ""
        self._choices: Choices | None = None
        self.form: RecordForm | None = None
        self.choice: QComboBox | None = None
        self._days: tuple[NumberEdit, NumberEdit] | None = None
        self.apply_button: QPushButton | None = None
        self._cancel_button: QPushButton | None = None
        self.setObjectName("card")
        self.setProperty("tone", "accent")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.XS, theme.S, theme.XS)
        column.setSpacing(theme.XS)
        column.addLayout(self._head())
        self._body = QWidget()
        self._editor = QVBoxLayout(self._body)
        self._editor.setContentsMargins(0, 0, 0, theme.XS)
        self._editor.setSpacing(theme.XS)
        self._body.hide()
        column.addWidget(self._body)
        self.hide()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        self.title = text_label("", "strong")
        row.addWidget(self.title, 1)
        self.change_button = button(self.tr("Change"), icon="edit", small=True)
        self.change_button.setToolTip(self.tr("Change all selected clients at once (Ctrl+Shift+E)"))
        self.change_button.setProperty("hasMenu", "true")
        self.menu = QMenu(self.change_button)
        for what, words in self._acts():
            self.menu.addAction(words).triggered.connect(partial(self._begin, what))
        self.change_button.setMenu(self.menu)
        self.merge_button = button(self.tr("Merge…"), self._merge, small=True)
        self.merge_button.setToolTip(self.tr("Make one client of the two selected"))
        self.delete_button = button(self.tr("Delete"), self.delete_requested.emit, icon="trash", small=True)
        self.clear_button = button(self.tr("Clear"), self.cleared.emit, variant="ghost", small=True)
        for item in (self.change_button, self.merge_button, self.delete_button, self.clear_button):
            row.addWidget(item)
        return row

    def _acts(self) -> list[tuple[str, str]]:
        return [
            (FIELD, self.tr("Set a field…")),
            (ADD_TAGS, self.tr("Add tags…")),
            (REMOVE_TAGS, self.tr("Remove tags…")),
            (SEGMENT, self.tr("Put into a segment…")),
            (RHYTHM, self.tr("Contact rhythm…")),
            (NOTE, self.tr("Add a note…")),
            (VERIFIED, self.tr("Mark as verified today")),
        ]

    def show_count(self, count: int) -> None:
        """So many clients are selected; one alone is changed in its own record."""
        self._count = count
        if count < 2:
            self.close_editor()
        self.title.setText(grouped(self.tr("%n client(s) selected", "", count), count))
        if self.doing and self.apply_button is not None:
            self.apply_button.setText(self._apply_words())
        self.merge_button.setVisible(count == 2)
        self.setVisible(count > 1)

    def open_menu(self) -> None:
        """Show what can be changed, where several are selected."""
        if self.isVisible():
            self.change_button.showMenu()

    def close_editor(self) -> None:
        """Forget what was begun."""
        focused = self.window().focusWidget()
        had_focus = focused is not None and self._body.isAncestorOf(focused)
        self.doing, self.form, self.choice, self._days = "", None, None, None
        self.apply_button = self._cancel_button = None
        clear_layout(self._editor)
        self._body.hide()
        if had_focus:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what was begun, then gives up the selection."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.doing:
            self.close_editor()
        else:
            self.cleared.emit()

    def _merge(self) -> None:
        ids = tuple(self._ids())
        if len(ids) == 2:
            self.merge_requested.emit(ids)

    # What was begun

    def _begin(self, what: str) -> None:
        self.close_editor()
        if what == VERIFIED:
            from portfolio_app.services import bulk

            self._write(bulk.mark_verified, self._context.today())
            return
        self.doing = what
        self._context.operations.query(
            self, load_choices, on_result=partial(self._show_editor, what), latest="choices", urgent=True
        )

    def _show_editor(self, what: str, choices: Choices) -> None:
        if what != self.doing:
            return
        self._choices = choices
        if what == FIELD:
            self._add_choice(
                self.tr("Field"),
                [(field_title(n) if not s.label else s.label, n) for n, s in choices.fields.items()],
            ).activated.connect(self._choose_field)
            self._choose_field()
        elif what == SEGMENT:
            options = [(self.tr("As the rules say"), "")]
            options += [(segment_title(info.code, info), info.code) for info in choices.segments]
            self._add_choice(self.tr("Segment"), options)
            self._say(
                self.tr(
                    "They stay there from today on, whatever the rules say, until you choose “As the rules say”."
                )
            )
        elif what == RHYTHM:
            self._add_rhythm()
        else:
            self._add_form(_FORMS[what])
        self._add_buttons()
        self._body.show()
        first: QWidget | None = self.choice
        if self.form is not None and self.choice is None:
            first = next(iter(self.form.fields.values()))
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_choice(self, label: str, options: Sequence[tuple[str, str]]) -> QComboBox:
        self.choice = QComboBox()
        self.choice.setAccessibleName(label)
        for words, code in options:
            self.choice.addItem(words, code)
        self._editor.addWidget(self.choice)
        return self.choice

    def _add_form(self, name: str) -> None:
        assert self._choices is not None
        if self.form is not None:
            self._editor.removeWidget(self.form)
            self.form.deleteLater()
        spec = self._choices.specs[name]
        self.form = RecordForm({name: spec}, [name], self._context.today(), "client")
        self.form.returned.connect(self.apply)
        self._editor.insertWidget(1 if self.choice is not None else 0, self.form)
        if self.choice is not None and self._cancel_button is not None:
            # Made after the buttons, it stands before them all the same.
            QWidget.setTabOrder(self.choice, self.form.fields[name].editor)
            QWidget.setTabOrder(self.form.fields[name].editor, self._cancel_button)
        if spec.type in ("text", "tags"):
            field = self.form.fields[name]
            self._context.operations.query(
                self, load_words, name, on_result=field.suggest, latest="words", urgent=True
            )

    def _choose_field(self, _place: int = 0) -> None:
        if self.choice is not None:
            self._add_form(str(self.choice.currentData()))

    def _add_rhythm(self) -> None:
        choice = self._add_choice(
            self.tr("Contact rhythm"),
            [
                (self.tr("As their segment"), OF_SEGMENT),
                (self.tr("Their own"), OWN),
                (self.tr("Never by rhythm"), NEVER),
            ],
        )
        ideal, most = NumberEdit(1, MAX_DAYS, USUAL[0]), NumberEdit(1, MAX_DAYS, USUAL[1])
        self._days = ideal, most
        numbers = QWidget()
        row = QHBoxLayout(numbers)
        row.setContentsMargins(0, 0, 0, 0)
        for words, field in ((self.tr("Ideal days"), ideal), (self.tr("At most"), most)):
            label = text_label(words, "caption")
            label.setBuddy(field)
            field.setAccessibleName(words)
            row.addWidget(label)
            row.addWidget(field)
        row.addStretch()
        numbers.hide()
        choice.currentIndexChanged.connect(lambda _: numbers.setVisible(choice.currentData() == OWN))
        self._editor.addWidget(numbers)

    def _say(self, text: str) -> None:
        self._editor.addWidget(text_label(text, "muted", wrap=True))

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.addStretch()
        self._cancel_button = button(self.tr("Cancel"), self.close_editor, small=True)
        row.addWidget(self._cancel_button)
        self.apply_button = button(self._apply_words(), self.apply, variant="primary", small=True)
        row.addWidget(self.apply_button)
        self._editor.addLayout(row)

    def _apply_words(self) -> str:
        count = self._count
        return grouped(self.tr("Change %n client(s)", "", count), count)

    # Doing it

    def apply(self) -> None:
        """Do what was begun to all that are selected."""
        from portfolio_app.services import bulk

        chosen = str(self.choice.currentData()) if self.choice is not None else ""
        if self.doing == SEGMENT:
            self._write(bulk.pin_segment, chosen)
        elif self.doing == RHYTHM and self._days is not None:
            days = (self._days[0].value(), self._days[1].value())
            ideal, most = {OF_SEGMENT: (None, None), NEVER: (0, 0)}.get(chosen, days)
            self._write(bulk.set_cadence, ideal, most)
        elif self.form is not None:
            ((name, value),) = self.form.values().items()
            if self.doing == FIELD:
                self._write(bulk.set_field, name, value)
            else:
                services = {ADD_TAGS: bulk.add_tags, REMOVE_TAGS: bulk.remove_tags, NOTE: bulk.add_note}
                self._write(services[self.doing], value)

    def _write(self, service: Callable[..., Changes], *values: Any) -> None:
        ids = list(self._ids())
        if len(ids) > 1:
            self._context.operations.run(
                self, service, ids, *values, on_done=lambda _: self.close_editor(), on_error=self._failed
            )

    def _failed(self, error: PortfolioError) -> None:
        if self.form is None or not self.form.show_error(error):
            self._context.operations.failed.emit(error)
