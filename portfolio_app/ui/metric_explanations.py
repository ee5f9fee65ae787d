"""What each indicator means: English literals that lupdate finds, nothing else."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

EXPLANATIONS = {
    "client_reference": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Your own number for the client, as entered.",
    ),
    "client_name": QT_TRANSLATE_NOOP("MetricExplanations", "The client’s name, as entered."),
    "status": QT_TRANSLATE_NOOP("MetricExplanations", "Prospect, active or former, as you noted it."),
    "former_reason": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "For a former client: stopped buying, or closed down.",
    ),
    "kind": QT_TRANSLATE_NOOP("MetricExplanations", "An organisation or a person."),
    "sector": QT_TRANSLATE_NOOP("MetricExplanations", "The client’s line of business, as entered."),
    "size": QT_TRANSLATE_NOOP("MetricExplanations", "The company’s size, as you noted it."),
    "city": QT_TRANSLATE_NOOP("MetricExplanations", "The city of the client’s address."),
    "postcode": QT_TRANSLATE_NOOP("MetricExplanations", "The postcode of the client’s address."),
    "region": QT_TRANSLATE_NOOP("MetricExplanations", "The region of the client’s address."),
    "country": QT_TRANSLATE_NOOP("MetricExplanations", "The country of the client’s address."),
    "acquisition_source": QT_TRANSLATE_NOOP("MetricExplanations", "Where the client came from, as entered."),
    "acquisition_cost": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "What it cost you to win this client, as entered.",
    ),
    "client_since": QT_TRANSLATE_NOOP("MetricExplanations", "The day the relationship began, as entered."),
    "created_on": QT_TRANSLATE_NOOP("MetricExplanations", "The day the client was put into the book."),
    "tenure_days": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Days since the relationship began: the earlier of “client since” and the first order.",
    ),
    "tags": QT_TRANSLATE_NOOP("MetricExplanations", "The tags on the client."),
    "persona": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "The typical client this one resembles, as you noted it.",
    ),
    "needs": QT_TRANSLATE_NOOP("MetricExplanations", "What the client needs, in your words."),
    "preferences": QT_TRANSLATE_NOOP("MetricExplanations", "What the client prefers, in your words."),
    "strategic_role": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Why a client who earns little is kept all the same.",
    ),
    "loyalty_tier": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "The tier in your loyalty programme, as entered.",
    ),
    "price_sensitivity": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "How much the price counts for this client, in your judgement.",
    ),
    "growth_potential": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "How much more this client could buy, in your judgement.",
    ),
    "gender": QT_TRANSLATE_NOOP("MetricExplanations", "For a client who is a person, as entered."),
    "income_band": QT_TRANSLATE_NOOP("MetricExplanations", "The client’s income band, as entered."),
    "age_years": QT_TRANSLATE_NOOP("MetricExplanations", "Full years since the date of birth."),
    "first_sale": QT_TRANSLATE_NOOP("MetricExplanations", "The first day with a purchase."),
    "last_sale": QT_TRANSLATE_NOOP("MetricExplanations", "The latest day with a purchase."),
    "recency_days": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Days between the last order and the day you look at.",
    ),
    "order_days": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "On how many different days the client bought, ever.",
    ),
    "orders": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "All orders ever. Lines with one reference are one order; without a reference, one day is one order.",
    ),
    "orders_window": QT_TRANSLATE_NOOP("MetricExplanations", "Orders in the last 12 months."),
    "orders_previous": QT_TRANSLATE_NOOP("MetricExplanations", "Orders in the 12 months before the last 12."),
    "average_basket": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Revenue over 12 months divided by the orders of those months.",
    ),
    "products": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "How many different products the client ever bought.",
    ),
    "products_window": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "How many different products the client bought in the last 12 months.",
    ),
    "returns_rate": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Returns and credit notes of the last 12 months as a part of what was sold.",
    ),
    "revenue": QT_TRANSLATE_NOOP("MetricExplanations", "All sales ever, returns deducted."),
    "revenue_window": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Sales of the last 12 months, returns deducted.",
    ),
    "revenue_previous": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Sales of the 12 months before the last 12, returns deducted.",
    ),
    "growth": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Revenue over 12 months against the 12 months before. Not known when there was none before.",
    ),
    "trend": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "By how much revenue rises or falls from one month to the next, as a part of the average month.",
    ),
    "margin": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Revenue less cost, over all sales whose cost is known.",
    ),
    "margin_window": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Revenue less cost, over the sales of the last 12 months whose cost is known.",
    ),
    "margin_previous": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "As the margin over 12 months, for the 12 months before.",
    ),
    "margin_known_window": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "The part of the revenue over 12 months whose cost is known.",
    ),
    "margin_rate": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Margin over 12 months divided by the revenue it was made on.",
    ),
    "cost_to_serve_window": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Time, visits and deliveries of the last 12 months, at the costs in the settings. Not known until a "
        "cost is set.",
    ),
    "net_result_window": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Margin over 12 months less the cost to serve.",
    ),
    "share": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "The client’s part of the book’s revenue over 12 months.",
    ),
    "rank": QT_TRANSLATE_NOOP("MetricExplanations", "1 is the client with most revenue over 12 months."),
    "cumulative_share": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Part of the revenue made by this client and all larger ones.",
    ),
    "clients_before": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "How many of the buyers are larger, as a part of all buyers: 0 % is the largest. “Less than 20 %”"
        " is the first fifth.",
    ),
    "share_before": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Part of the revenue made by the larger clients together. “Less than 60 %” gives the clients that"
        " make the first 60 %.",
    ),
    "abc_rank": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "A: the first 20 % of the clients by revenue of 12 months, B: the next 20 %, C: the rest.",
    ),
    "abc_revenue": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "A: the clients that make the first 60 % of the revenue, B: the next 30 %, C: the last 10 %.",
    ),
    "pareto": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Vital few: the largest clients, who make 80 % of the revenue together; all other buyers are the "
        "useful many.",
    ),
    "recency_score": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "1 to 5 by how recently the client bought, against the other buyers; 5 is the most recent fifth.",
    ),
    "frequency_score": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "1 to 5 by how often the client bought, against the other buyers.",
    ),
    "monetary_score": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "1 to 5 by margin (by revenue where costs are not known), against the other buyers.",
    ),
    "typical_gap_days": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "The client’s own rhythm: the usual number of days between two purchases.",
    ),
    "gap_spread_days": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "How much the gaps between purchases vary, in days. Small means regular.",
    ),
    "lateness": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Time since the last order, in the client’s own usual gaps: 2 is twice the usual gap.",
    ),
    "p_active": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "How likely the client still buys from you, judged from how often it ordered and how long it has been "
        "silent, as your other clients behave. An estimate, never a certainty.",
    ),
    "p_overdue": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "How likely so long a silence is if the client is still buying as before. Below 10 % is late, "
        "below 2.5 % very late.",
    ),
    "expected_next": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "The day the next order is expected, from the client’s rhythm.",
    ),
    "unpaid": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "What was sold with a due date and is not paid yet, due or not.",
    ),
    "overdue_amount": QT_TRANSLATE_NOOP("MetricExplanations", "What is unpaid past its due date."),
    "overdue_days": QT_TRANSLATE_NOOP("MetricExplanations", "Days since the oldest unpaid due date."),
    "payment_delay_days": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "How many days after the due date the client pays, weighted by amount, over 12 months. Below zero"
        " is early.",
    ),
    "insolvency_on": QT_TRANSLATE_NOOP("MetricExplanations", "The day an insolvency was noted."),
    "touches": QT_TRANSLATE_NOOP("MetricExplanations", "All calls, visits, e-mails… ever noted."),
    "touches_window": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Calls, visits, e-mails… noted in the last 12 months.",
    ),
    "minutes": QT_TRANSLATE_NOOP("MetricExplanations", "All minutes ever noted on touches."),
    "minutes_window": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Minutes noted on the touches of the last 12 months.",
    ),
    "visits_window": QT_TRANSLATE_NOOP("MetricExplanations", "Visits noted in the last 12 months."),
    "last_touch": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "The day of the last touch or completed follow-up.",
    ),
    "days_since_touch": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "Days between the last touch and the day you look at.",
    ),
    "next_due": QT_TRANSLATE_NOOP("MetricExplanations", "The day of the earliest planned follow-up."),
    "complaints": QT_TRANSLATE_NOOP("MetricExplanations", "All complaints ever noted."),
    "complaints_open": QT_TRANSLATE_NOOP("MetricExplanations", "Complaints not resolved yet."),
    "oldest_open_complaint": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "The day of the oldest complaint not resolved yet.",
    ),
    "survey_answers": QT_TRANSLATE_NOOP("MetricExplanations", "How many survey answers were noted."),
    "nps_last": QT_TRANSLATE_NOOP(
        "MetricExplanations",
        "The latest answer, 0 to 10, to “Would you recommend us?”.",
    ),
    "nps_mean": QT_TRANSLATE_NOOP("MetricExplanations", "The average of all NPS answers, 0 to 10."),
    "csat_last": QT_TRANSLATE_NOOP("MetricExplanations", "The latest satisfaction answer, 1 to 5."),
    "csat_mean": QT_TRANSLATE_NOOP("MetricExplanations", "The average of all satisfaction answers, 1 to 5."),
    "deals_open": QT_TRANSLATE_NOOP("MetricExplanations", "Deals neither won nor lost yet."),
    "deals_open_amount": QT_TRANSLATE_NOOP("MetricExplanations", "What the open deals add up to."),
}
