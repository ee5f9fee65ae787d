"""A client's own data on its page: the record's groups and own fields, deals, survey answers, payments, the role."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from portfolio_app.services import client_views, clients, custom_fields, deals, sales, surveys
from portfolio_app.services.books import Book
from portfolio_app.services.fields import FieldSpec
from portfolio_app.ui.dialogs.answer_sheet import AnswerSheet
from portfolio_app.ui.dialogs.deal_sheet import DealSheet
from portfolio_app.ui.dialogs.log_touch import LogTouchPanel
from portfolio_app.ui.dialogs.record_form import FieldEditor
from tests.conftest import TODAY
from tests.ui.test_clients_page import Stage

Key = Qt.Key
FIRM, PERSON = 1, 2


@pytest.fixture
def stage(qtbot: QtBot, make_book: Callable[..., Book]) -> Iterator[Stage]:
    """The page on a firm and a person, in a book with three fields of its own."""
    book = make_book("fields.portfolio")
    clients.create_client(book, {"name": "Atelier", "tags": ["bio", "fidèle"]})
    clients.create_client(book, {"name": "Anne", "kind": "person"})
    custom_fields.create_custom_field(book, "Machine & co", "choice", ["Offset", "Rotative"])
    custom_fields.create_custom_field(book, "Effectif", "number")
    custom_fields.create_custom_field(book, "Contrat", "yes_no")
    made = Stage(qtbot, book)
    yield made
    made.window.close()
    made.ops.shutdown()


def open_tab(stage: Stage, client_id: int, name: str) -> Any:
    stage.open(client_id)
    tab = getattr(stage.page.detail, name)
    stage.page.detail.tabs.setCurrentWidget(tab)
    stage.settle()
    return tab


def typed(stage: Stage, field: FieldEditor, text: str) -> None:
    """Type over what stands in a field, and leave it."""
    field.editor.setFocus()
    stage.settle()
    assert field.editor.hasFocus()
    field.editor.selectAll()  # type: ignore[union-attr]
    stage.type(text)
    stage.key(Key.Key_Tab)


class TestRecord:
    def test_new_fields_are_saved_as_one_goes(self, stage: Stage) -> None:
        record = open_tab(stage, FIRM, "record")
        typed(stage, record.form.fields["persona"], "Acheteur difficile")
        typed(stage, record.form.fields["acquisition_cost"], "120.50")
        values = stage.values(FIRM)
        assert (values["persona"], values["acquisition_cost"]) == ("Acheteur difficile", Decimal("120.5"))
        stage.ops.undo()
        stage.settle()
        assert stage.values(FIRM)["acquisition_cost"] is None
        assert record.form.fields["acquisition_cost"].text() == ""

    def test_what_only_a_person_has_is_asked_of_persons_only(self, stage: Stage) -> None:
        record = open_tab(stage, FIRM, "record")
        assert record.form.fields["birth_date"].isHidden()
        record = open_tab(stage, PERSON, "record")
        assert not record.form.fields["birth_date"].isHidden()
        typed(stage, record.form.fields["birth_date"], "31/3/1980")
        assert str(stage.values(PERSON)["birth_date"]) == "1980-03-31"

    def test_own_fields_are_typed_checked_and_undone(self, stage: Stage) -> None:
        own = open_tab(stage, FIRM, "record").own_form
        assert list(own.fields) == ["custom.machine_co", "custom.effectif", "custom.contrat"]
        typed(stage, own.fields["custom.effectif"], "many")
        assert "“Effectif”" in own.fields["custom.effectif"].error
        typed(stage, own.fields["custom.effectif"], "42,5")
        assert own.fields["custom.effectif"].error == ""
        for name, key in (("custom.contrat", Key.Key_Y), ("custom.machine_co", Key.Key_R)):
            own.fields[name].editor.setFocus()
            stage.key(key)
            own.fields[name].left.emit(name)
            stage.settle()
        values = stage.values(FIRM)
        assert values["custom.effectif"] == 42.5
        assert values["custom.contrat"] is True
        assert values["custom.machine_co"] == "Rotative"

    def test_a_field_added_elsewhere_appears_and_what_is_typed_stays(self, stage: Stage) -> None:
        record = open_tab(stage, FIRM, "record")
        stage.do(custom_fields.create_custom_field, "Quai", "text")
        assert "custom.quai" in record.own_form.fields
        stage.do(custom_fields.delete_custom_field, 1)
        assert "custom.machine_co" not in record.own_form.fields

    def test_tags_are_completed_word_by_word(self, stage: Stage) -> None:
        field = open_tab(stage, PERSON, "record").form.fields["tags"]
        field.editor.setFocus()
        stage.settle()
        stage.type("vip, fid")
        completer = field.editor.completer()
        assert completer.completionCount() == 1
        completer.setCurrentRow(0)
        assert completer.currentCompletion() == "vip, fidèle"

    def test_the_strategic_role_is_a_badge(self, stage: Stage) -> None:
        stage.open(FIRM)
        assert stage.page.detail.role.isHidden()
        stage.do(clients.update_client, FIRM, {"strategic_role": "reference"})
        assert stage.page.detail.role.isVisible()
        assert stage.page.detail.role.text == "Reference"


def test_a_label_with_an_ampersand_is_shown_with_it(stage: Stage) -> None:
    own = open_tab(stage, FIRM, "record").own_form
    label = own._labels["custom.machine_co"]
    assert label.text() == "Machine && co"
    assert own.fields["custom.machine_co"].editor.accessibleName() == "Machine & co"


def test_yes_and_no_and_not_known(qtbot: QtBot) -> None:
    field = FieldEditor(FieldSpec("custom.x", "yes_no"), TODAY)
    qtbot.addWidget(field)
    for value in (True, False, None):
        field.set_value(value)
        assert field.value() is value


class TestDeals:
    def test_a_deal_is_noted_lost_with_its_reason_reopened_and_deleted(self, stage: Stage) -> None:
        tab = open_tab(stage, FIRM, "deals")
        stage.click(tab.add_button)
        sheet = stage.window.findChild(DealSheet)
        stage.type("Etiquettes")
        sheet.form.fields["amount"].editor.setText("1800")
        sheet.form.fields["probability"].editor.setText("250")
        stage.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert sheet.form.fields["probability"].error  # stays open, says what is wrong
        sheet.form.fields["probability"].editor.setText("50")
        stage.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert not sheet.isVisible()
        assert [deal.title for deal in stage.ask(deals.deals, FIRM)] == ["Etiquettes"]
        (card,) = tab.cards
        stage.click(card.lost_button)
        stage.type("Trop cher")
        stage.key(Key.Key_Return)
        (deal,) = stage.ask(deals.deals, FIRM)
        assert (deal.status, deal.lost_reason) == ("lost", "Trop cher")
        assert [i.type for i in stage.ask(client_views.timeline, FIRM)] == ["deal"]
        stage.click(tab.cards[0].reopen_button)
        assert stage.ask(deals.deals, FIRM)[0].status == "open"
        stage.click(tab.cards[0].delete_button)
        assert tab.cards == []
        stage.ops.undo()
        stage.settle()
        assert len(tab.cards) == 1


class TestSurveys:
    def test_an_answer_is_noted_shown_corrected_and_deleted(self, stage: Stage) -> None:
        stage.open(FIRM)
        detail = stage.page.detail
        detail.more_menu().actions()[0].trigger()
        stage.settle()
        sheet = stage.window.findChild(AnswerSheet)
        sheet.submit()
        assert sheet.error_line.text()
        stage.click(sheet.scores.buttons[9])
        sheet.comment.setPlainText("Réactif")
        stage.click(sheet.submit_button)
        (answer,) = stage.ask(surveys.answers, FIRM)
        assert (answer.kind, answer.score, answer.comment) == ("nps", 9, "Réactif")
        (item,) = detail.history.model.items
        assert "NPS 9 of 10" in detail.history.model.headline(item)
        detail.history.answer_requested.emit(item)
        stage.settle()
        sheet.scores.kinds.setCurrentIndex(sheet.scores.kinds.findData("csat"))
        assert sheet.scores.score is None  # 9 is no score of that survey
        stage.click(sheet.scores.buttons[4])
        stage.click(sheet.submit_button)
        assert stage.ask(surveys.answers, FIRM)[0].score == 4
        detail.history.view.setCurrentIndex(detail.history.model.index(0))
        detail.history.view.setFocus()
        stage.key(Key.Key_Delete)
        assert stage.ask(surveys.answers, FIRM) == []

    def test_feedback_is_logged_with_its_score_in_one_step(self, stage: Stage) -> None:
        stage.open(FIRM)
        stage.page.detail.log("feedback")
        stage.settle()
        panel = stage.window.findChild(LogTouchPanel)
        assert panel.answer.isVisible()
        panel.answer.set_answer("csat", 5)
        stage.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        types = [item.type for item in stage.ask(client_views.timeline, FIRM)]
        assert sorted(types) == ["interaction", "survey"]
        stage.ops.undo()
        stage.settle()
        assert stage.ask(client_views.timeline, FIRM) == []
        panel.open_for(FIRM, "call")
        assert panel.answer.isHidden()


class TestPayments:
    def test_what_is_due_late_and_paid_is_shown_and_marked(self, stage: Stage) -> None:
        late, due = TODAY - timedelta(days=12), TODAY + timedelta(days=20)
        for amount, day in (("10", late), ("20", due), ("30", None)):
            stage.do(sales.add_sale, FIRM, {"amount": amount, "date": TODAY, "due_on": day})
        tab = open_tab(stage, FIRM, "sales")
        column = [c.key for c in tab.model.columns].index("payment")
        shown = {tab.model.row_data(row).amount: str(tab.model.index(row, column).data()) for row in range(3)}
        assert shown[Decimal(10)] == "12 d late"
        assert shown[Decimal(20)] == "12 Dec"
        assert shown[Decimal(30)] == ""
        tab.table.selectAll()
        stage.click(tab.paid_button)
        lines = stage.ask(sales.sale_lines, stage.ask(sales.sale_ids, FIRM))
        paid = {line.amount: line.paid_on for line in lines.values()}
        assert paid == {Decimal(10): TODAY, Decimal(20): TODAY, Decimal(30): None}

    def test_an_order_is_paid_as_a_whole_and_in_one_step(self, stage: Stage) -> None:
        due = {"date": TODAY, "due_on": TODAY - timedelta(days=12)}
        for order, amount in (("A1", "10"), ("A1", "20"), ("A2", "30")):
            stage.do(sales.add_sale, FIRM, {"amount": amount, "order_reference": order, **due})
        stage.do(sales.add_sale, FIRM, {"amount": "40", "order_reference": "A1", "date": TODAY})
        stage.do(sales.add_sale, PERSON, {"amount": "50", "order_reference": "A1", **due})
        tab = open_tab(stage, FIRM, "sales")
        tab.table.select_id(1)
        stage.click(tab.paid_button)
        assert stage.window.toast.text.startswith("Order A1 marked as paid (2 line")
        assert self.paid(stage) == {10, 20}
        stage.ops.undo()
        stage.settle()
        assert self.paid(stage) == set()

    def paid(self, stage: Stage) -> set[int]:
        lines = stage.ask(sales.sale_lines, [1, 2, 3, 4, 5])
        return {int(line.amount) for line in lines.values() if line.paid_on is not None}

    def test_the_product_has_room_and_the_order_is_named(self, stage: Stage) -> None:
        late = TODAY - timedelta(days=12)
        order = {"amount": "1234.56", "date": TODAY, "due_on": late, "order_reference": "CMD-06012"}
        stage.do(sales.add_sale, FIRM, order, "Étiquettes adhésives papier couché")
        tab = open_tab(stage, FIRM, "sales")
        keys = [c.key for c in tab.model.columns]
        product = tab.model.index(0, keys.index("product"))
        assert product.data() == "Étiquettes adhésives papier couché · 22/11/2026 · CMD-06012"
        words = tab.table.fontMetrics().horizontalAdvance("Étiquettes adhésives papier")
        assert tab.table.columnWidth(keys.index("product")) > words
        assert "12 d late" in tab.model.index(0, keys.index("amount")).data()
        assert not tab.table.grab().isNull()
        stage.page.splitter.setSizes([310, 800])
        stage.settle()
        assert not tab.table.isColumnHidden(keys.index("payment"))
        assert "late" not in tab.model.index(0, keys.index("amount")).data()

    def test_without_a_due_date_nothing_is_said_of_payments(self, stage: Stage) -> None:
        stage.do(sales.add_sale, FIRM, {"amount": "10"})
        tab = open_tab(stage, FIRM, "sales")
        assert tab.table.isColumnHidden([c.key for c in tab.model.columns].index("payment"))
        assert tab.paid_button.isHidden()
