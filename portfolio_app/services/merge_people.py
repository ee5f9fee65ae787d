"""Whose contacts are the same person when two clients become one, and what they said about being reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from portfolio_app.models.entities import (
    Client,
    Consent,
    Contact,
    FollowUp,
    Interaction,
    KeyDate,
    SurveyAnswer,
)
from portfolio_app.models.enums import ConsentSource, ConsentState
from portfolio_app.services.privacy_people import addresses
from portfolio_app.storage.suppression import SuppressionList, normal
from portfolio_app.storage.text import fold

WITH_CONTACT = (Interaction, FollowUp, SurveyAnswer, KeyDate)
"""Records that may be of one contact in particular."""
_FILLED = ("full_name", "first_name", "last_name", "role", "email", "phone", "mobile")
_ADDRESSES = (("email", "email"), ("phone", "phone"), ("mobile", "phone"))


def fold_contacts(
    session: Session, known: SuppressionList, keep: Client, other: Client, now: datetime
) -> None:
    """Move the contacts of `other` to `keep`; those who are there already become one.

    `known`: who must not be reached, which nobody gets around by being merged.
    """
    mine, theirs = _contacts(session, keep.id), _contacts(session, other.id)
    are_persons = keep.kind == other.kind == "person" and len(mine) == len(theirs) == 1
    for contact in theirs:
        twin = next((each for each in mine if are_persons or _is_same(each, contact)), None)
        if twin is None:
            contact.client_id = keep.id
            session.execute(update(Consent).where(Consent.contact_id == contact.id).values(client_id=keep.id))
            mine.append(contact)
            continue
        objected = _objected(known, (contact, twin))
        _carry(session, twin, contact)
        _refuse(session, objected - _objected(known, (twin,)), twin.client_id, twin.id, now)
    session.flush()


def keep_objections(
    session: Session,
    known: SuppressionList,
    keep: Client,
    other: Client,
    chosen: Mapping[str, Any],
    now: datetime,
) -> None:
    """An address of either client that is objected to, and will not be theirs any more, leaves a refusal behind."""
    stays = {
        name: chosen[name] if name in chosen else getattr(keep, name) or getattr(other, name)
        for name in ("email", "phone")
    }
    lost = _objected(known, (keep, other)) - _objected(known, (stays,))
    _refuse(session, lost, keep.id, None, now)


def join_consents(session: Session, keep: Client, other: Client) -> None:
    """What the clients themselves said, by channel; a refusal of either stays."""
    _join(
        session,
        _consents(session, Consent.client_id == keep.id, Consent.contact_id.is_(None)),
        _consents(session, Consent.client_id == other.id, Consent.contact_id.is_(None)),
        keep.id,
        None,
    )


def count_same(session: Session, first: int, second: int) -> int:
    """How many contacts of one client are at the other, too."""
    mine = _contacts(session, first)
    return sum(any(_is_same(each, contact) for each in mine) for contact in _contacts(session, second))


def _objected(known: SuppressionList, records: Iterable[Any]) -> set[str]:
    """The channels that the list of those who must not be reached closes for these records' addresses."""
    return {kind for record in records for kind, value in addresses(record) if known.reason(kind, value)}


def _refuse(
    session: Session, channels: Iterable[str], client_id: int, contact_id: int | None, now: datetime
) -> None:
    of = Consent.client_id == client_id, Consent.contact_id == contact_id
    said = {each.channel: each for each in _consents(session, *of)}
    for channel in sorted(channels):
        answer = said.get(channel)
        if answer is None:
            answer = Consent(
                client_id=client_id, contact_id=contact_id, channel=channel, created_at=now, proof=""
            )
            session.add(answer)
        elif answer.state == ConsentState.REFUSED.value:
            continue
        answer.state, answer.source = ConsentState.REFUSED.value, ConsentSource.SUPPRESSION.value
        answer.on = now.astimezone().date()
    session.flush()


def _contacts(session: Session, client_id: int) -> list[Contact]:
    return list(session.scalars(select(Contact).where(Contact.client_id == client_id).order_by(Contact.id)))


def _is_same(one: Contact, other: Contact) -> bool:
    """One person: the same name, or an address in common where one of them has no name."""
    names = fold(one.full_name), fold(other.full_name)
    shared = {kind for _, kind in _ADDRESSES if not _known(one, kind).isdisjoint(_known(other, kind))}
    if all(names):
        return sorted(names[0].split()) == sorted(names[1].split())
    return bool(shared)


def _known(contact: Contact, kind: str) -> set[str]:
    """The addresses of a contact of that kind, normalised."""
    return {one for field, own in _ADDRESSES if own == kind for one in normal(kind, getattr(contact, field))}


def _carry(session: Session, twin: Contact, contact: Contact) -> None:
    """All that is of `contact` becomes `twin`'s; what finds no place in its fields goes into its notes."""
    more = []
    for field in _FILLED:
        value = getattr(contact, field)
        if not value:
            continue
        if not getattr(twin, field):
            setattr(twin, field, value)
        elif field not in ("full_name", "first_name", "last_name") and not _holds(twin, field, value):
            more.append(value)
    twin.notes = joined(twin.notes, "\n".join(more), contact.notes)
    for entity in WITH_CONTACT:
        session.execute(update(entity).where(entity.contact_id == contact.id).values(contact_id=twin.id))
    _join(
        session,
        _consents(session, Consent.contact_id == twin.id),
        _consents(session, Consent.contact_id == contact.id),
        twin.client_id,
        twin.id,
    )
    session.flush()
    session.delete(contact)


def _holds(contact: Contact, field: str, value: str) -> bool:
    """Whether a contact has that value, written as it may be."""
    kind = dict(_ADDRESSES).get(field)
    if kind is None:
        return fold(value) == fold(getattr(contact, field))
    return set(normal(kind, value) or [value]) <= (_known(contact, kind) | {getattr(contact, field)})


def joined(*texts: str) -> str:
    """Notes one under the other; what another one of them holds already is not said twice."""
    kept: list[str] = []
    for text in texts:
        if text.strip() and not any(text.strip() in each for each in kept):
            kept = [each for each in kept if each.strip() not in text]
            kept.append(text)
    return "\n\n".join(kept)


def _consents(session: Session, *of: object) -> list[Consent]:
    return list(session.scalars(select(Consent).where(*of).order_by(Consent.id)))  # type: ignore[arg-type]


def _join(
    session: Session,
    mine: Sequence[Consent],
    theirs: Sequence[Consent],
    client_id: int,
    contact_id: int | None,
) -> None:
    """One answer per channel: a refusal before a consent, the later before the earlier; the proofs of both stay."""
    said = {each.channel: each for each in mine}
    for answer in theirs:
        own = said.get(answer.channel)
        if own is None:
            answer.client_id, answer.contact_id = client_id, contact_id
            continue
        refused = ConsentState.REFUSED.value
        stands, goes = own, answer
        if (answer.state == refused, answer.on) > (own.state == refused, own.on):
            stands, goes = answer, own
        state, on, source = stands.state, stands.on, stands.source
        proof = joined(stands.proof, goes.proof) if stands.state == goes.state else stands.proof
        own.state, own.on, own.source, own.proof = state, on, source, proof
        session.delete(answer)
    session.flush()
