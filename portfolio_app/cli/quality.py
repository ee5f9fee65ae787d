"""How clean a book is, for scripts."""

from __future__ import annotations

import argparse

from portfolio_app.cli.common import DONE, opened, print_json
from portfolio_app.services import quality as checking


def quality(arguments: argparse.Namespace) -> int:
    """The score of the data and what each check finds; today's score is noted in the book."""
    with opened(arguments.book) as book:
        as_of = arguments.as_of or book.today()
        found = checking.report(book, as_of)
        checking.note_score(book, found)
        points = checking.scores(book)
        with book.read() as connection:
            rows = connection.exec_driver_sql("SELECT id, reference, name FROM client").all()
    named = {row[0]: {"client_reference": row[1], "client_name": row[2]} for row in rows}
    if not arguments.json:
        print(f"{found.clients} clients, score {'-' if found.score is None else found.score} of 100")
        for check in sorted(found.checks, key=lambda each: -each.weight * each.count):
            if check.count:
                print(f"{check.code:<22}{check.count:>8} of {check.of}")
        return DONE
    print_json(
        {
            "as_of": as_of.isoformat(),
            "score": found.score,
            "clients": found.clients,
            "months": found.months,
            "off": sorted(found.off),
            "checks": [
                {
                    "code": check.code,
                    "group": check.group,
                    "weight": check.weight,
                    "count": check.count,
                    "of": check.of,
                    "clients": [named[each] for each in check.client_ids],
                }
                for check in found.checks
            ],
            "scores": [{"on": point.on.isoformat(), "score": point.score} for point in points],
        }
    )
    return DONE
