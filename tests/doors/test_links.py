"""The door of links: an address from a record opens a letter to that address, and nothing more."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl, QUrlQuery

from portfolio_app.ui.pages.client_links import mail_url, open_url, phone_url, web_url
from tests.doors import hostile

ADDRESSES = (
    "a@b.fr?bcc=victim@x.fr",
    "a@b.fr&cc=victim@x.fr",
    "a@b.fr%0ABcc:victim@x.fr",
    "a@b.fr\r\nBcc: victim@x.fr",
    "a@b.fr,victim@x.fr",
    "a@b.fr;victim@x.fr",
    "a@b.fr#x",
    "?to=victim@x.fr",
    "//host/path",
    "javascript:alert(1)",
    "%3Fbcc=victim@x.fr",
    "a@b.fr?attach=/etc/passwd",
    "a b@c.fr",
    "",
)


@hostile.each("address", [*ADDRESSES, *hostile.EVERYTHING])
def test_a_letter_goes_to_the_address_and_carries_nothing(address: str) -> None:
    url = mail_url(address)
    encoded = bytes(url.toEncoded().data()).decode("ascii")
    assert encoded.startswith("mailto:")
    assert not url.hasQuery()
    assert not url.hasFragment()
    assert url.host() == ""
    assert set(encoded[len("mailto:") :]) <= set(string.ascii_letters + string.digits + "-._~%@")
    assert not any(mark in encoded.lower() for mark in ("%0a", "%0d", "%00", "%20"))


@hostile.QUICK
@given(st.text())
def test_no_text_adds_to_a_letter(address: str) -> None:
    encoded = bytes(mail_url(address).toEncoded().data()).decode("ascii")
    assert set(encoded[len("mailto:") :]) <= set(string.ascii_letters + string.digits + "-._~%@")
    assert QUrlQuery(mail_url(address)).isEmpty()


@hostile.each(
    "number",
    [
        "+33 (0)2 98;ext=1",
        "02 98\r\n44",
        "*#06#",
        "tel:+33",
        "+33?x=1",
        "javascript:1",
        "١٢٣",
        "",
        *hostile.EVERYTHING,
    ],
)
def test_a_call_is_digits(number: str) -> None:
    encoded = bytes(phone_url(number).toEncoded().data()).decode("ascii")
    assert encoded.startswith("tel:") or encoded == ""
    assert set(encoded[len("tel:") :]) <= set(string.digits + "+")


@hostile.QUICK
@given(st.text(alphabet=st.characters(categories=["N", "P", "Z", "C"])))
def test_no_text_is_dialled_but_its_digits(number: str) -> None:
    encoded = bytes(phone_url(number).toEncoded().data()).decode("ascii")
    assert set(encoded[len("tel:") :]) <= set(string.digits + "+")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "file:///etc/passwd",
        "file:c:/windows",
        "FILE://host/share",
        "data:text/html,x",
        "smb://host/share",
        "ms-word:ofe|u|http://x",
        "vbscript:x",
        "http:",
        "mailto:a@b.fr",
        "\\\\host\\share",
        "//host/share",
        "",
        " ",
    ],
)
def test_only_the_web_is_opened(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr("portfolio_app.ui.pages.client_links.QDesktopServices.openUrl", opened.append)
    url = web_url(address)
    assert not url.isValid() or (url.scheme() in ("http", "https") and "script" not in url.host())
    open_url(url)
    assert all(each.scheme() in ("http", "https") and each.host() for each in opened)


@pytest.mark.parametrize(
    "address", ["example.com", "https://example.com/a?b=c", "www.exemple.fr", "localhost:8080"]
)
def test_a_site_as_people_write_it_is_opened(address: str) -> None:
    assert web_url(address).isValid()


@hostile.QUICK
@given(st.text())
def test_no_text_leads_elsewhere_than_to_the_web(address: str) -> None:
    url = web_url(address)
    assert not url.isValid() or url.scheme() in ("http", "https")
