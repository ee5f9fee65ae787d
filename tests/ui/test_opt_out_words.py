"""What is said about somebody who does not want to be called or written to."""

from __future__ import annotations

import pytest

from portfolio_app.services.opt_outs import OptOut
from portfolio_app.ui import opt_out_words


@pytest.mark.parametrize(
    ("refused", "instead", "said"),
    [
        (["phone"], [("email", "")], "Ana does not want calls. Possible instead: write an e-mail."),
        (["email"], [], "Ana does not want e-mails."),
        (
            ["phone", "email"],
            [],
            "Ana wants neither calls nor e-mails. Possible instead: a letter, a visit.",
        ),
        (["phone", "email", "post"], [], "Ana wants neither calls nor e-mails. Possible instead: a visit."),
        (
            ["phone", "email"],
            [("phone", "Bo")],
            "Ana wants neither calls nor e-mails. Possible instead: call Bo.",
        ),
        (["post"], [], ""),
    ],
)
def test_the_story_is_one_sentence_and_what_is_left(
    refused: list[str], instead: list[tuple[str, str]], said: str
) -> None:
    assert opt_out_words.story(OptOut("Ana", frozenset(refused), tuple(instead))) == said
