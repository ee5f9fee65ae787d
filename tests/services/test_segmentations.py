"""Segmentations and groups: which is in force, changing their rules, trying changes, and everything that follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from portfolio_app.analysis.built_in_segments import BUILT_IN, SegmentationSpec, SegmentSpec
from portfolio_app.errors import InvalidValueError, NotFoundError, RuleError, SegmentationError
from portfolio_app.models.entities import CustomField, Segment, Setting
from portfolio_app.services import (
    agenda,
    clients,
    custom_fields,
    groups,
    interactions,
    news,
    portfolio,
    sales,
    segment_labels,
    segmentations,
    segments,
    today,
)
from portfolio_app.services.client_views import client_detail, client_ids, client_rows, segment_counts
from portfolio_app.storage.book import Book
from tests.conftest import TODAY


def add_client(book: Book, name: str, amount: int = 0, ago: int = 10, **values: Any) -> int:
    """A client that bought for `amount` so many days ago."""
    client_id = next(iter(clients.create_client(book, {"name": name, **values}).created["client"]))
    if amount:
        sales.add_sale(book, client_id, {"date": TODAY - timedelta(days=ago), "amount": amount})
    return client_id


def own(*rules: tuple[str, dict[str, Any] | None], code: str = "") -> SegmentationSpec:
    """A segmentation of the user's, of segments named and ruled so."""
    made = [
        SegmentSpec("", rule, place, place, "#0072b2", 20 * place, 30 * place, name)
        for place, (name, rule) in enumerate(rules, 1)
    ]
    return SegmentationSpec(code, "By <b>size</b>", False, tuple(made))


def above(amount: int) -> dict[str, Any]:
    return {"metric": "revenue_window", "op": ">=", "value": amount * 1_000_000}


def saved(book: Book, spec: SegmentationSpec) -> str:
    return segmentations.saved_code(book, segmentations.save(book, spec))


def info(book: Book, code: str) -> segmentations.SegmentationInfo:
    return next(each for each in segmentations.segmentations(book) if each.code == code)


def segment_names(book: Book) -> dict[str, str]:
    return {segment.code: segment.name for segment in portfolio.segments(book)}


class TestChoosing:
    def test_a_new_book_has_the_built_in_ones_and_the_standard_one_in_force(self, book: Book) -> None:
        found = segmentations.segmentations(book)
        assert [each.code for each in found] == list(BUILT_IN)
        assert [each.code for each in found if each.in_force] == ["standard"]
        assert all(each.built_in and not each.changed and not each.problems for each in found)
        shown = [s.display_order for s in info(book, "rfm").segments]
        assert shown == sorted(shown)

    @pytest.mark.parametrize("code", ["loyalty", "size", "rfm"])
    def test_everything_works_by_whichever_is_in_force(self, sample_book: Book, code: str) -> None:
        segmentations.put_in_force(sample_book, code)
        codes = {segment.code for segment in portfolio.segments(sample_book)}
        table = portfolio.snapshot(sample_book, TODAY).metrics
        assert set(table["segment"]) <= codes
        assert sum(segment_counts(sample_book, TODAY).values()) == len(table)
        groups_due = agenda.queue_groups(sample_book, TODAY)
        assert {group.key for group in groups_due} <= codes
        counts = agenda.queue_counts(sample_book, TODAY)
        assert sum(group.total for group in groups_due) == counts["overdue"] + counts["today"]
        assert {move.after for move in news.news(sample_book, TODAY).moves} <= codes
        biggest = table["segment"].value_counts().index[0]
        listed = client_ids(sample_book, TODAY, sort="segment", segment=biggest)
        assert len(listed) == segment_counts(sample_book, TODAY)[biggest]
        assert {row.segment for row in client_rows(sample_book, listed[:5], TODAY)} == {biggest}

    def test_who_could_grow_does_not_depend_on_it(self, sample_book: Book) -> None:
        before = today.today_view(sample_book, TODAY).look_alikes
        assert before
        segmentations.put_in_force(sample_book, "pareto")
        assert today.today_view(sample_book, TODAY).look_alikes == before

    def test_an_unknown_one_is_refused_and_a_lost_one_gives_way_to_the_standard_one(self, book: Book) -> None:
        with pytest.raises(NotFoundError):
            segmentations.put_in_force(book, "nobody")
        with book.step("put_in_force") as step:
            step.session.add(Setting(key="segmentation", value="own-9"))
        assert info(book, "standard").in_force
        with book.step("put_in_force") as step:
            step.connection.exec_driver_sql("UPDATE setting SET value = '[1]' WHERE key = 'segmentation'")
        assert portfolio.segments(book)[0].code == "top"

    def test_the_cadence_of_a_built_in_segment_is_kept_without_changing_its_rule(self, book: Book) -> None:
        segmentations.put_in_force(book, "loyalty")
        segments.set_cadence(book, "loyalty.potential", 3, 4)
        add_client(book, "Nouveau", 10, ago=5)
        (group,) = agenda.queue_groups(book, TODAY)
        assert (group.key, group.ideal_days, group.max_days) == ("loyalty.potential", 3, 4)
        assert not info(book, "loyalty").changed
        assert segmentations.segmentation(book, "loyalty").segments[0] == BUILT_IN["loyalty"].segments[0]

    def test_sizes_follow_the_book_until_they_are_put_in_force(self, book: Book) -> None:
        for number in range(1, 11):
            add_client(book, f"C{number}", 1_000 * number)

        def limits() -> list[int]:
            rules = [s.rule for s in segmentations.segmentation(book, "size").segments[:2]]
            return [rule["value"] // 1_000_000 for rule in rules if rule]

        # The 80th and 40th percentiles of 1,000 to 10,000 are 8,200 and 4,600.
        assert limits() == [8_200, 4_600]
        add_client(book, "Géant", 100_000)
        assert limits() == [9_000, 5_000]
        segmentations.put_in_force(book, "size")
        add_client(book, "Autre", 100_000)
        assert limits() == [9_000, 5_000]
        assert segment_counts(book, TODAY) == {"size.large": 4, "size.medium": 4, "size.small": 4}
        segmentations.reset(book, "size")
        assert limits() == [9_800, 5_400]


class TestChanging:
    def test_a_new_one_gets_codes_of_its_own_and_can_be_put_in_force(self, book: Book) -> None:
        big, small = add_client(book, "Grand", 500), add_client(book, "Petit", 20)
        code = saved(book, own(("Gros", above(100)), ("Autres", None)))
        assert info(book, code).name == "By <b>size</b>"
        segmentations.put_in_force(book, code)
        assert list(segment_names(book).values()) == ["Gros", "Autres"]
        assert all(each.startswith(f"{code}.") for each in segment_names(book))
        found = {
            client: segment_names(book)[client_detail(book, client, TODAY).segment] for client in (big, small)
        }
        assert found == {big: "Gros", small: "Autres"}
        assert portfolio.segments(book)[0].colour == "#0072B2"
        assert [row.segment for row in agenda.queue_rows(book, [big], TODAY)] == [
            portfolio.segments(book)[0].code
        ]

    def test_changing_keeps_the_codes_of_what_stays(self, book: Book) -> None:
        code = saved(book, own(("Gros", above(100)), ("Autres", None)))
        spec = segmentations.segmentation(book, code)
        big, rest = spec.segments
        middle = replace(big, code="", name="Moyens", rule=above(50), position=2, display_order=2)
        rest = replace(rest, position=3, display_order=3)
        segmentations.save(book, replace(spec, segments=(big, middle, rest)))
        after = segmentations.segmentation(book, code).segments
        assert [segment.name for segment in after] == ["Gros", "Moyens", "Autres"]
        assert (after[0].code, after[2].code) == (big.code, rest.code)
        segmentations.save(book, replace(spec, segments=(after[2],)))
        assert [s.code for s in segmentations.segmentation(book, code).segments] == [rest.code]
        book.undo()
        assert segmentations.segmentation(book, code).segments == after

    def test_a_copy_of_another_one_never_takes_its_codes(self, book: Book) -> None:
        names = [replace(s, name=s.code) for s in BUILT_IN["standard"].segments]
        copy = saved(book, SegmentationSpec("", "Copie", True, tuple(names)))
        codes = [s.code for s in segmentations.segmentation(book, copy).segments]
        assert len(set(codes)) == 6
        assert not set(codes) & {s.code for s in BUILT_IN["standard"].segments}
        twice = segmentations.segmentation(book, copy)
        doubled = (twice.segments[0], *twice.segments)
        segmentations.save(book, replace(twice, segments=doubled))
        assert len({s.code for s in segmentations.segmentation(book, copy).segments}) == 7

    def test_a_built_in_one_is_changed_and_put_back(self, book: Book) -> None:
        spec = segmentations.segmentation(book, "standard")
        prospect = replace(spec.segments[0], rule=above(1), name="Clients", ideal_days=5, max_days=6)
        segmentations.save(book, replace(spec, steady=False, segments=(prospect, *spec.segments[3:])))
        changed = info(book, "standard")
        assert changed.changed
        assert not changed.steady
        assert [s.code for s in changed.segments] == ["top", "high_potential", "regular", "prospect"]
        assert segment_names(book)["prospect"] == "Clients"
        segmentations.reset(book, "standard")
        assert not info(book, "standard").changed
        assert segmentations.segmentation(book, "standard") == BUILT_IN["standard"]

    @pytest.mark.parametrize(
        "rules",
        [
            [("A", {"metric": "nobody", "op": "=", "value": 1}), ("B", None)],
            [("A", {"metric": "orders", "op": "like", "value": 1}), ("B", None)],
            [("A", above(1))],
            [("A", None), ("B", None)],
            [("A", {"all": []}), ("B", None)],
            [],
        ],
    )
    def test_bad_rules_are_refused_and_nothing_is_written(self, book: Book, rules: list[Any]) -> None:
        before = book.change_number()
        with pytest.raises(RuleError):
            segmentations.save(book, own(*rules))
        assert book.change_number() == before
        assert isinstance(segmentations.preview(book, TODAY, own(*rules)).error, RuleError)

    def test_bad_names_colours_and_rhythms_are_refused(self, book: Book) -> None:
        good = own(("A", above(1)), ("B", None))
        first, last = good.segments
        for bad in (
            replace(good, name="  "),
            replace(good, segments=(replace(first, name=""), last)),
            replace(good, segments=(replace(first, colour="red"), last)),
            replace(good, segments=(replace(first, ideal_days=9, max_days=8), last)),
        ):
            with pytest.raises(InvalidValueError):
                segmentations.save(book, bad)
        with pytest.raises(NotFoundError):
            segmentations.save(book, replace(good, code="own-77"))

    def test_only_an_own_one_not_in_force_can_be_deleted(self, book: Book) -> None:
        code = saved(book, own(("A", above(1)), ("B", None)))
        segmentations.put_in_force(book, code)
        for other in (code, "standard"):
            with pytest.raises(SegmentationError):
                segmentations.delete(book, other)
        with pytest.raises(SegmentationError):
            segmentations.reset(book, code)
        segmentations.put_in_force(book, "rfm")
        segmentations.delete(book, code)
        with pytest.raises(NotFoundError):
            segmentations.segmentation(book, code)
        again = saved(book, own(("A", above(1)), ("B", None)))
        assert again != code

    def test_a_rule_that_cannot_be_read_any_more_takes_nobody(self, book: Book) -> None:
        custom_fields.create_custom_field(book, "Zone", "text")
        rule = {"metric": "custom.zone", "op": "=", "value": "nord"}
        code = saved(book, own(("Nord", rule), ("Autres", None)))
        segmentations.put_in_force(book, code)
        groups.create_group(book, "Nord", rule)
        client = add_client(book, "Nordique", **{"custom.zone": "nord"})
        assert segment_names(book)[client_detail(book, client, TODAY).segment] == "Nord"
        assert groups.group_counts(book, TODAY) == {1: 1}
        with book.step("delete_custom_field") as step:
            step.session.delete(step.session.get_one(CustomField, 1))
        assert list(info(book, code).problems) == [portfolio.segments(book)[0].code]
        assert segment_names(book)[client_detail(book, client, TODAY).segment] == "Autres"
        assert groups.groups(book)[0].problem is not None
        assert groups.group_counts(book, TODAY) == {1: 0}

    def test_segments_that_old_steps_left_without_an_end_still_take_everyone(self, book: Book) -> None:
        client = add_client(book, "Seul")
        code = saved(book, own(("A", above(1)), ("B", None)))
        segmentations.put_in_force(book, code)
        with book.step("update_segmentation") as step:
            step.session.delete(step.session.get_one(Segment, 8))
        assert client_detail(book, client, TODAY).segment == f"{code}.rest"
        with book.step("update_segmentation") as step:
            step.session.delete(step.session.get_one(Segment, 7))
        monday = TODAY + timedelta(days=1)
        assert [group.key for group in agenda.queue_groups(book, monday)] == [f"{code}.rest"]


class TestTrying:
    def test_a_preview_says_who_would_move(self, book: Book) -> None:
        ids = [add_client(book, name, amount) for name, amount in (("A", 500), ("B", 200), ("C", 50))]
        code = saved(book, own(("Gros", above(300)), ("Autres", None)))
        spec = segmentations.segmentation(book, code)
        before = book.change_number()
        found = segmentations.preview(
            book,
            TODAY,
            replace(spec, segments=(replace(spec.segments[0], rule=above(100)), spec.segments[1])),
        )
        assert book.change_number() == before
        big, rest = found.segments
        assert (big.clients_before, big.clients_after, big.examples) == (1, 2, ((ids[0], "A"), (ids[1], "B")))
        assert (rest.revenue_before, rest.revenue_after) == (250_000_000, 50_000_000)
        (move,) = found.moves
        assert (move.before, move.after, move.clients, move.revenue) == (rest.code, 0, 1, 200_000_000)
        assert (found.moved_clients, found.moved_revenue, found.error) == (1, 200_000_000, None)

    def test_a_new_one_moves_nobody(self, sample_book: Book) -> None:
        found = segmentations.preview(sample_book, TODAY, own(("Gros", above(10_000)), ("Autres", None)))
        assert found.moved_clients == 0
        assert sum(segment.clients_after for segment in found.segments) == len(
            portfolio.snapshot(sample_book, TODAY).metrics
        )
        assert len(found.segments[1].examples) == 5

    def test_a_rule_by_itself(self, book: Book) -> None:
        first, second = add_client(book, "A", 100), add_client(book, "B", 300)
        found = segmentations.rule_preview(book, TODAY, above(50))
        assert (found.clients, found.revenue) == (2, 400_000_000)
        assert found.examples == ((second, "B"), (first, "A"))
        assert segmentations.rule_preview(book, TODAY, {"metric": "x"}).error is not None

    def test_values_come_the_most_used_first(self, book: Book) -> None:
        for name, city, tags in (("A", "Brest", ["bio", "été"]), ("B", "Brest", ["bio"]), ("C", "Auray", [])):
            add_client(book, name, city=city, tags=tags)
        assert segmentations.values_of(book, "city") == ["Brest", "Auray"]
        assert segmentations.values_of(book, "tags") == ["bio", "été"]


class TestSteadiness:
    def test_a_client_that_slips_is_pending_until_the_second_month_end(self, book: Book) -> None:
        segmentations.put_in_force(book, "abc_rank")
        spec = segmentations.segmentation(book, "abc_rank")
        one_apart = tuple(s for s in spec.segments if s.code != "abc_rank.b")
        segmentations.save(book, replace(spec, segments=one_apart, steady=True))
        old, new = add_client(book, "Ancien", 100, ago=300), add_client(book, "Récent")
        for number in range(3):
            add_client(book, f"Petit {number}", 1, ago=300)
        sales.add_sale(book, new, {"date": date(2026, 10, 10), "amount": 500})

        def found(day: date) -> tuple[str, str, str]:
            row = portfolio.snapshot(book, day).metrics.loc[old]
            pending = row["segment_pending"]
            return row["segment"], row["segment_rule"], "" if pending != pending else str(pending.date())

        assert found(date(2026, 10, 9)) == ("abc_rank.a", "abc_rank.a", "")
        assert found(date(2026, 10, 30)) == ("abc_rank.a", "abc_rank.c", "2026-10-30")
        assert found(TODAY) == ("abc_rank.a", "abc_rank.c", "2026-10-31")
        assert found(date(2026, 11, 30)) == ("abc_rank.c", "abc_rank.c", "")

    def test_only_what_a_change_reaches_back_to_is_asked_again(
        self, sample_book: Book, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[date] = []
        judge = segment_labels.raw

        def counted(book: Book, spec: Any, as_of: date, table: Any) -> Any:
            asked.append(as_of)
            return judge(book, spec, as_of, table)

        monkeypatch.setattr(segment_labels, "raw", counted)
        client = client_ids(sample_book, TODAY, sort="revenue")[0]
        assert len(asked) == 13
        old, older = TODAY - timedelta(days=100), TODAY - timedelta(days=1_000)
        for act, times in (
            (lambda: interactions.log_touch(sample_book, client, {"kind": "call", "on": older}), 1),
            (lambda: sales.add_sale(sample_book, client, {"amount": 5}), 1),
            (lambda: clients.update_client(sample_book, client, {"phone": "02 98 00 00 00"}), 1),
            (lambda: sales.add_sale(sample_book, client, {"amount": 5, "date": old}), 4),
            (lambda: clients.update_client(sample_book, client, {"client_since": older}), 13),
        ):
            asked.clear()
            act()
            portfolio.snapshot(sample_book, TODAY)
            assert len(asked) == times

    def test_a_back_dated_touch_gives_the_same_labels_as_a_book_opened_anew(self, book: Book) -> None:
        client = add_client(book, "Prospect")
        portfolio.snapshot(book, TODAY)
        interactions.log_touch(book, client, {"kind": "call", "on": TODAY - timedelta(days=200)})
        kept = portfolio.snapshot(book, TODAY).metrics
        book.cache.__init__()  # type: ignore[misc]
        anew = portfolio.snapshot(book, TODAY).metrics
        assert kept.equals(anew)

    def test_segments_are_judged_by_twelve_months_whatever_the_window(self, sample_book: Book) -> None:
        year = portfolio.snapshot(sample_book, TODAY).metrics["segment"]
        quarter = portfolio.snapshot(sample_book, TODAY, 90).metrics["segment"]
        assert year.equals(quarter)


class TestGroups:
    def test_groups_overlap_and_tell_who_is_in_them(self, book: Book) -> None:
        big = add_client(book, "Grand", 500, tags=["bio"])
        small = add_client(book, "Petit", 5, tags=["bio"])
        add_client(book, "Rien")
        bio = {"metric": "tags", "op": "has", "value": "bio"}
        first = next(iter(groups.create_group(book, "Bio <i>", bio).created["client_group"]))
        second = next(iter(groups.create_group(book, "Gros", above(100), "#d55e00").created["client_group"]))
        assert groups.members(book, first, TODAY) == [big, small]
        assert groups.group_counts(book, TODAY) == {first: 2, second: 1}
        assert [g.name for g in groups.groups_of(book, big, TODAY)] == ["Bio <i>", "Gros"]
        assert groups.groups_of(book, 999, TODAY) == []
        assert client_ids(book, TODAY, group=first, sort="revenue") == [small, big]
        assert client_ids(book, TODAY, group=first, tag="bio", query="petit") == [small]
        assert groups.groups(book)[1].colour == "#D55E00"

    def test_changing_moving_and_deleting(self, book: Book) -> None:
        ids = [
            next(iter(groups.create_group(book, name, above(1)).created["client_group"])) for name in "ABC"
        ]
        assert len({group.colour for group in groups.groups(book)}) == 3
        groups.update_group(book, ids[2], name="Z", position=0)
        assert [group.name for group in groups.groups(book)] == ["Z", "A", "B"]
        groups.update_group(book, ids[0], rule=above(2), colour="#000000")
        assert groups.groups(book)[1].rule == above(2)
        groups.delete_group(book, ids[1])
        assert [group.id for group in groups.groups(book)] == [ids[2], ids[0]]
        for bad, error in (("", InvalidValueError), ("x" * 201, InvalidValueError)):
            with pytest.raises(error):
                groups.update_group(book, ids[0], name=bad)
        with pytest.raises(RuleError):
            groups.create_group(book, "Mal", {"metric": "nobody"})
        for gone in (lambda: groups.members(book, 99, TODAY), lambda: groups.delete_group(book, 99)):
            with pytest.raises(NotFoundError):
                gone()


class TestTheList:
    def test_it_filters_by_another_segmentation_by_tag_and_by_ids(self, book: Book) -> None:
        big, small, nobody = (
            add_client(book, "A", 500),
            add_client(book, "B", 5),
            add_client(book, "C", tags=["x"]),
        )
        assert client_ids(book, TODAY, segment="pareto.vital", segmentation="pareto") == [big]
        assert segment_counts(book, TODAY, "abc_revenue") == {
            "abc_revenue.a": 1, "abc_revenue.c": 1, "abc_revenue.none": 1,
        }  # fmt: skip
        assert client_ids(book, TODAY, tag="x") == [nobody]
        assert client_ids(book, TODAY, ids=[small, 99]) == [small]
        assert client_ids(book, TODAY, segment="top", ids=[]) == []

    def test_it_sorts_by_any_column_and_shows_it(self, book: Book) -> None:
        custom_fields.create_custom_field(book, "Surface", "number")
        custom_fields.create_custom_field(book, "Ouvert", "yes_no")
        first = add_client(book, "A", 500, sector="étain", **{"custom.surface": 12.5, "custom.ouvert": True})
        second = add_client(book, "B", 50, ago=3, sector="Zinc", tags=["x", "y"])
        third = add_client(book, "C")
        for sort, descending, wanted in (
            ("sector", False, [first, second, third]),
            ("sector", True, [second, first, third]),
            ("last_sale", True, [second, first, third]),
            ("custom.surface", False, [first, second, third]),
            ("tags", False, [second, first, third]),
        ):
            assert client_ids(book, TODAY, sort=sort, descending=descending) == wanted
        columns = ("revenue", "last_sale", "sector", "tags", "custom.surface", "custom.ouvert", "nobody")
        one, two, three = client_rows(book, [first, second, third], TODAY, columns=columns)
        assert one.extra["custom.surface"] == 12.5
        assert one.extra["custom.ouvert"] is True
        assert two.extra == {
            "revenue": 50_000_000, "last_sale": TODAY - timedelta(days=3), "sector": "Zinc", "tags": ("x", "y"),
            "custom.surface": None, "custom.ouvert": None,
        }  # fmt: skip
        assert three.extra["last_sale"] is None

    def test_a_client_of_tomorrow_is_still_shown(self, book: Book) -> None:
        client = add_client(book, "Demain")
        earlier = TODAY - timedelta(days=1)
        assert client_detail(book, client, earlier).segment == "prospect"
        assert client_ids(book, earlier, sort="revenue") == [client]
        assert [row.name for row in client_rows(book, [client], earlier)] == ["Demain"]
