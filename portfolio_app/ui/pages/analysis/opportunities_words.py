"""The sentences of the tab of opportunities: what is proposed, why, what it would bring, and what is not known."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.ui import i18n
from portfolio_app.ui.chance_words import chance as chance_words
from portfolio_app.ui.pages.analysis.opportunities_data import Answer, Row

_CONTEXT = "Opportunities"
_NAMES = {
    "": QT_TRANSLATE_NOOP("Opportunities", "All opportunities"),
    "cross_sell": QT_TRANSLATE_NOOP("Opportunities", "Cross-sell"),
    "upsell": QT_TRANSLATE_NOOP("Opportunities", "Larger orders"),
    "frequency": QT_TRANSLATE_NOOP("Opportunities", "More frequent orders"),
    "win_back": QT_TRANSLATE_NOOP("Opportunities", "Win back"),
    "look_alike": QT_TRANSLATE_NOOP("Opportunities", "Promising prospects"),
}
_BASES = {
    "segment_size": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Comparable: the clients of the same segment and the same size class (A, B or C by revenue).",
    ),
    "segment": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Comparable: the clients of the same segment; too few of them are of the same size class.",
    ),
    "size": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Comparable: the clients of the same size class (A, B or C by revenue); too few are in the "
        "same segment.",
    ),
    "book": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Compared with all your clients who take the same: too few are of the same segment or size.",
    ),
    "segment_size_items": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Comparable: the clients of the same segment and size class who mainly buy the same and about "
        "as many products.",
    ),
    "size_items": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Comparable: the clients of the same size class who mainly buy the same and about as many "
        "products; too few are in the same segment.",
    ),
    "size_main": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Comparable: the clients of the same size class who mainly buy the same; too few take about as many "
        "products.",
    ),
    "silences": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Compared with the clients who, a year ago, had been silent about as long by their own rhythm.",
    ),
    "long": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Compared with all clients who, a year ago, had been silent for six months or more: too few had been silent "
        "about as long.",
    ),
    "active": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Too few clients were silent that long a year ago: the chance is the one that this client still is one.",
    ),
}
_SUMS = {
    "cross_sell": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Expected = chance × the median that the comparable clients who take it spend on it in 12 "
        "months, at most their third quartile.",
    ),
    "upsell": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Expected = chance × (their median order − the client’s average order) × the client’s orders "
        "of 12 months. The chance is the part of them that reaches the median.",
    ),
    "frequency": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Expected = chance × the orders more that their median rhythm would make in a year × the "
        "client’s average order. The chance is the part of them that order at least that often.",
    ),
    "win_back": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Expected = chance × what the client brought in the last 12 months of buying × the part of it "
        "that clients who came back brought again.",
    ),
    "look_alike": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Expected = how many prospects become clients × the median that the clients alike bring in 12 "
        "months.",
    ),
}
_TRAITS = {
    "sector": QT_TRANSLATE_NOOP("Opportunities", "sector"),
    "size": QT_TRANSLATE_NOOP("Opportunities", "size"),
    "region": QT_TRANSLATE_NOOP("Opportunities", "region"),
    "city": QT_TRANSLATE_NOOP("Opportunities", "city"),
    "country": QT_TRANSLATE_NOOP("Opportunities", "country"),
    "acquisition_source": QT_TRANSLATE_NOOP("Opportunities", "source"),
}


def _tr(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))


def kind_name(kind: str) -> str:
    """ "Cross-sell"; "" for all of them."""
    return _tr(_NAMES[kind])


def tile_name(kind: str) -> str:
    """The same for a tile, which has less room."""
    return kind_name(kind) if kind else QCoreApplication.translate("Opportunities", "All together")


def what(row: Row) -> str:
    """What to propose, in a few words: "Offer Cider"."""
    translate = QCoreApplication.translate
    if row.kind == "cross_sell":
        if row.own is not None:
            return translate("Opportunities", "Offer {item} again").format(item=row.item)
        return translate("Opportunities", "Offer {item}").format(item=row.item)
    return {
        "upsell": translate("Opportunities", "Larger orders"),
        "frequency": translate("Opportunities", "Order more often"),
        "win_back": translate("Opportunities", "Win back"),
        "look_alike": translate("Opportunities", "Win as a client"),
    }[row.kind]


def reason(row: Row, currency: str) -> str:
    """Why, with its evidence: "18 of 24 comparable clients buy it"."""
    translate = QCoreApplication.translate
    numbers = {"found": i18n.number(row.found), "of": i18n.number(row.of)}
    if row.kind == "cross_sell":
        if row.given and row.basis == "book":
            text = translate("Opportunities", "{found} of {of} other clients who buy {given} buy it")
        elif row.given:
            text = translate("Opportunities", "{found} of {of} comparable clients who buy {given} buy it")
        else:
            text = translate("Opportunities", "{found} of {of} comparable clients buy it")
        return text.format(given=row.given, **numbers)
    if row.kind == "upsell":
        text = translate(
            "Opportunities",
            "Orders of {own} on average; {found} of {of} comparable clients order {typical} or more",
        )
        own = i18n.short_money(round(row.own or 0), currency)
        return text.format(own=own, typical=i18n.short_money(round(row.typical), currency), **numbers)
    days = i18n.number(round(row.own or 0))
    if row.kind == "frequency":
        text = translate(
            "Opportunities",
            "Orders every {own} days; {found} of {of} comparable clients every {typical} days or sooner",
        )
        return text.format(own=days, typical=i18n.number(round(row.typical)), **numbers)
    if row.kind == "win_back":
        if row.basis == "long":
            text = translate(
                "Opportunities",
                "Silent for {own} days; {found} of {of} clients silent for six months ordered again within a year",
            )
            return text.format(own=days, **numbers)
        if row.basis == "silences":
            text = translate(
                "Opportunities",
                "Silent for {own} days; {found} of {of} clients silent as long ordered again within a year",
            )
            return text.format(own=days, **numbers)
        silent = translate("Opportunities", "Silent for {own} days").format(own=days)
        if row.chance is None:
            return silent
        return (
            silent
            + "; "
            + translate("Opportunities", "{chance} to be still a client").format(
                chance=chance_words(row.chance)
            )
        )
    alike = ", ".join(value for _, value in row.traits)
    text = translate(
        "Opportunities", "Like {of} of your clients ({traits}); {found} of them are among your best"
    )
    return text.format(traits=alike, **numbers)


def title(row: Row, currency: str) -> str:
    """What a follow-up made of it is called: the proposal and its reason."""
    return f"{what(row)}: {reason(row, currency)}"[:500]


def last_bought(row: Row) -> str:
    """When the client bought that item for the last time, before these 12 months; "" for never."""
    if row.kind != "cross_sell" or row.own is None:
        return ""
    months = max(12, round(row.own / 30.4))
    return QCoreApplication.translate(
        "Opportunities", "Bought it before, the last time %n month(s) ago.", None, months
    )


def traits(row: Row) -> str:
    """ "sector Hotels, region Finistère"."""
    return ", ".join(f"{_tr(_TRAITS[name])} {value}" for name, value in row.traits)


def basis(row: Row) -> str:
    """With whom the client is compared."""
    if row.kind == "look_alike":
        text = QCoreApplication.translate("Opportunities", "Alike by {traits}. Best: class A by revenue.")
        return text.format(traits=traits(row))
    return _tr(_BASES[row.basis]) if row.basis in _BASES else ""


def sum_of(row: Row, answer: Answer) -> str:
    """How the expected amount is worked out; of a prospect, from which experience."""
    text = _tr(_SUMS[row.kind])
    if row.kind != "look_alike":
        return text
    found, of, source = answer.conversion
    translate = QCoreApplication.translate
    if source == "prospects":
        more = translate("Opportunities", "{found} of {of} prospects became clients within a year.")
    elif source == "deals":
        more = translate("Opportunities", "Taken from your deals: {found} of {of} were won.")
    else:
        return translate(
            "Opportunities",
            "No amount is expected: too few prospects were followed for a year, and too few deals "
            "closed, to know how many become clients.",
        )
    return text + " " + more.format(found=i18n.number(found), of=i18n.number(of))


def worth(row: Row, currency: str) -> str:
    """ "≈ 1,200 € a year, of which 400 € margin"."""
    translate = QCoreApplication.translate
    if row.amount is None:
        if row.kind in ("win_back", "look_alike"):
            text = translate("Opportunities", "Amount not known; {typical} a year if it succeeds")
            return text.format(typical=i18n.short_money(round(row.typical), currency))
        return translate("Opportunities", "Amount not known")
    amount = i18n.short_money(row.amount, currency)
    if row.margin is None:
        return translate("Opportunities", "{amount} a year").format(amount=amount)
    text = translate("Opportunities", "{amount} a year, {margin} of it margin")
    return text.format(amount=amount, margin=i18n.short_money(row.margin, currency))


def chance_of(row: Row) -> str:
    """ "about 6 chances in 10", or a dash."""
    return i18n.NO_VALUE if row.chance is None else chance_words(row.chance)


def tile_explanation(kind: str, answer: Answer) -> str:
    """What a tile's figure is, over which period, by which formula."""
    translate = QCoreApplication.translate
    day = i18n.short_date(answer.question.today)
    meaning = translate(
        "Opportunities",
        "Revenue expected in a year from these opportunities, found on {day} in 12 months of sales. "
        "One client may have several: the sum is what could be tried, not a forecast.",
    ).format(day=day)
    if not kind:
        return meaning
    return meaning + "\n" + _tr(_SUMS[kind])


def left_out(answer: Answer) -> str:
    """What is not listed, and why; "" when everything is."""
    translate = QCoreApplication.translate
    texts = {
        "refused": translate("Opportunities", "{count} set aside"),
        "taken": translate("Opportunities", "{count} taken up"),
        "offered": translate("Opportunities", "{count} already in an open or lost deal"),
        "unpaid": translate("Opportunities", "{count} with clients who do not pay"),
    }
    parts = [texts[name].format(count=i18n.number(count)) for name, count in answer.dropped.items() if count]
    if not parts:
        return ""
    return translate("Opportunities", "Not listed, for six months: {parts}.").format(parts=", ".join(parts))


def no_cross_sell(answer: Answer) -> str:
    """Why nothing is proposed that clients do not take yet."""
    translate = QCoreApplication.translate
    if not answer.buyers:
        return translate(
            "Opportunities", "Nothing was sold in the last 12 months: there is nothing to compare clients by."
        )
    if answer.why == "no_products":
        return translate(
            "Opportunities",
            "The sales of the last 12 months name no product, or only one: nothing can be said of "
            "what else a client might take. Import your sales with their products.",
        )
    if answer.why == "few_clients":
        return translate(
            "Opportunities", "Fewer than 10 clients bought in the last 12 months: too few to compare."
        )
    return translate(
        "Opportunities",
        "No product is missing anywhere that enough comparable clients take: what they take, the "
        "others take too.",
    )


def grid_sentence(answer: Answer) -> str:
    """What the grid shows."""
    count = len(answer.grid.clients)
    if not answer.grid.gaps:
        return no_cross_sell(answer)
    best = max(answer.grid.gaps.values(), key=lambda row: row.margin or row.amount or 0)
    text = QCoreApplication.translate(
        "Opportunities",
        "Dot: bought in the last 12 months. Ring: not bought, though comparable clients do; the "
        "larger, the more it would bring. Best: {item} for {client}.",
    )
    listed = QCoreApplication.translate("Opportunities", "The %n client(s) with most to gain.", None, count)
    return f"{listed} {text.format(item=best.item, client=best.client)}"


def chance_short(row: Row) -> str:
    """ "6 / 10"."""
    if row.chance is None:
        return i18n.NO_VALUE
    tenths = round(10 * row.chance)
    if tenths < 1:
        return "< 1 / 10"
    return "> 9 / 10" if tenths > 9 else f"{i18n.number(tenths)} / 10"


def list_note(answer: Answer, kind: str) -> str:
    """What is to be known of the list: what it cannot say, and what is not in it."""
    notes = []
    if kind == "cross_sell" and not answer.places["cross_sell"]:
        notes.append(no_cross_sell(answer))
    elif not (answer.places[kind] if kind else answer.all_places):
        notes.append(QCoreApplication.translate("Opportunities", "Nothing of that kind now."))
    if left := left_out(answer):
        notes.append(left)
    return " ".join(notes)
