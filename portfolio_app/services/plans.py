"""Plans: scripted steps for clients, and who is in them, at which step.

The step a client stands at is an open follow-up of reason "plan_step" about "enrolment:<id>". Done, it brings the
next one; `follow_ups.settle` sees to that through `step_done`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Client, Enrolment, FollowUp, Plan, PlanStep
from portfolio_app.models.enums import EnrolmentEnd, FollowUpReason
from portfolio_app.services.agenda_settings import agenda_in
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import PLAN_FIELDS, PLAN_STEP_FIELDS, clean
from portfolio_app.services.records import assign, drop_answers, get
from portfolio_app.services.subjects import record_id
from portfolio_app.storage.book import Book

MAX_STEPS = 50
_ABOUT = "enrolment:"


@dataclass(frozen=True)
class StepView:
    """One step of a plan: `kind` of touch and `title`, `after_days` after the one before was done."""

    id: int
    after_days: int
    kind: str
    title: str


@dataclass(frozen=True)
class PlanView:
    """A plan with its steps in order; how many clients are in it now, and went through it to the end."""

    id: int
    name: str
    steps: tuple[StepView, ...]
    enrolled: int
    finished: int


@dataclass(frozen=True)
class EnrolmentView:
    """A client in a plan. `step` of `steps` (from 1; 0: before the first) is due on `due_on`, None once ended.

    `end_reason`: "finished", "stopped", or empty while it runs.
    """

    id: int
    plan_id: int
    plan: str
    client_id: int
    client: str
    step: int
    steps: int
    title: str
    kind: str
    due_on: date | None
    started_on: date
    ended_on: date | None
    end_reason: str


def plans(book: Book) -> list[PlanView]:
    """The plans, by name."""
    with book.read_session() as session:
        counts: dict[tuple[int, str], int] = {
            (plan_id, reason): count
            for plan_id, reason, count in session.execute(
                select(Enrolment.plan_id, Enrolment.end_reason, func.count()).group_by(
                    Enrolment.plan_id, Enrolment.end_reason
                )
            )
        }
        steps = _steps_by_plan(session)
        return [
            PlanView(
                plan.id,
                plan.name,
                tuple(StepView(s.id, s.after_days, s.kind, s.title) for s in steps.get(plan.id, ())),
                counts.get((plan.id, ""), 0),
                counts.get((plan.id, EnrolmentEnd.FINISHED.value), 0),
            )
            for plan in session.scalars(select(Plan).order_by(func.lower(Plan.name), Plan.id))
        ]


def create_plan(book: Book, name: str, steps: Sequence[Mapping[str, Any]]) -> Changes:
    """Make a plan of these steps (fields "after_days", "kind", "title"). `changes.created["plan"]` holds its id.

    Raises `InvalidValueError`.
    """
    kept = clean({"name": name}, PLAN_FIELDS, whole=True)["name"]
    cleaned = _cleaned(steps)
    with book.step("create_plan", name=kept) as step:
        plan = Plan(name=kept, created_at=step.now)
        step.session.add(plan)
        step.session.flush()
        for position, values in enumerate(cleaned, start=1):
            step.session.add(PlanStep(plan_id=plan.id, position=position, **values))
    return step.changes


def update_plan(
    book: Book, plan_id: int, *, name: str | None = None, steps: Sequence[Mapping[str, Any]] | None = None
) -> Changes:
    """Rename a plan, or give it other steps: those with the "id" of one of its steps change that one.

    Clients in the plan go on: what they are asked to do now follows a step's new words, and where their step is
    taken out, the step after it comes next. Raises `InvalidValueError`, `NotFoundError`.
    """
    kept = None if name is None else clean({"name": name}, PLAN_FIELDS, whole=True)["name"]
    cleaned = None if steps is None else _cleaned(steps)
    ids = [each.get("id") for each in steps or ()]
    with book.step("update_plan") as step:
        plan = get(step.session, Plan, plan_id)
        if kept is not None:
            plan.name = kept
        if cleaned is not None:
            _replace_steps(step.session, plan_id, list(zip(ids, cleaned, strict=True)))
    return step.changes


def delete_plan(book: Book, plan_id: int) -> Changes:
    """Remove a plan; what it still asks of its clients is given up. Raises `NotFoundError`."""
    with book.step("delete_plan") as step:
        plan = get(step.session, Plan, plan_id)
        for follow_up in _to_do(step.session, _running(step.session, plan_id)):
            follow_up.status, follow_up.done_on = "dropped", book.today()
        step.session.flush()
        step.session.delete(plan)
    return step.changes


def enrol(book: Book, plan_id: int, client_ids: Sequence[int]) -> Changes:
    """Put clients into a plan: its first step becomes a follow-up of theirs.

    Those already in it, and those gone meanwhile, are passed over. Raises `NotFoundError`.
    """
    with book.step("enrol", count=len(client_ids)) as step:
        begin(step.session, plan_id, client_ids, book.today(), step.now)
    return step.changes


def begin(session: Session, plan_id: int, client_ids: Sequence[int], today: date, now: datetime) -> None:
    """What `enrol` does, inside a step. Raises `NotFoundError`."""
    get(session, Plan, plan_id)
    first = _next_step(session, plan_id, None)
    inside = {enrolment.client_id for enrolment in _running(session, plan_id)}
    present = set(session.scalars(select(Client.id)))
    wanted = [each for each in dict.fromkeys(client_ids) if each in present and each not in inside]
    if first is not None and wanted:
        due_on = _working_day(session, today + timedelta(days=first.after_days))
        begun = [
            Enrolment(plan_id=plan_id, client_id=each, step_id=first.id, started_on=today, created_at=now)
            for each in wanted
        ]
        session.add_all(begun)
        session.flush()
        session.add_all(_follow_up(enrolment, first, due_on, now) for enrolment in begun)


def stop(book: Book, enrolment_id: int) -> Changes:
    """Take a client out of a plan; what the plan still asks is given up. Raises `NotFoundError`."""
    today = book.today()
    with book.step("stop_plan") as step:
        enrolment = get(step.session, Enrolment, enrolment_id)
        if enrolment.ended_on is None:
            drop_answers(step.session, enrolment.client_id, about(enrolment_id), today)
            enrolment.ended_on, enrolment.end_reason = today, EnrolmentEnd.STOPPED.value
    return step.changes


def enrolments(book: Book, client_id: int | None = None, plan_id: int | None = None) -> list[EnrolmentView]:
    """Who is or was in which plan, of one client or one plan if given: those running first, the latest first."""
    statement = (
        select(Enrolment, Plan.name, Client.name)
        .join(Plan, Plan.id == Enrolment.plan_id)
        .join(Client, Client.id == Enrolment.client_id)
        .order_by(Enrolment.ended_on.is_not(None), Enrolment.started_on.desc(), Enrolment.id.desc())
    )
    if client_id is not None:
        statement = statement.where(Enrolment.client_id == client_id)
    if plan_id is not None:
        statement = statement.where(Enrolment.plan_id == plan_id)
    with book.read_session() as session:
        rows = session.execute(statement).all()
        steps = _steps_by_plan(session)
        asked = _asked(session, client_id)
        return [_view(enrolment, plan, client, steps, asked) for enrolment, plan, client in rows]


def step_done(session: Session, follow_up: FollowUp, on: date, now: datetime) -> None:
    """A plan's follow-up was done (or passed over) on that day: ask for the next step, or end the enrolment.

    Nothing comes while the plan asks for something else still: a step done long ago that was taken back.
    """
    enrolment = session.get(Enrolment, enrolment_id(follow_up.about))
    if enrolment is None or enrolment.ended_on is not None or _asks_more(session, follow_up):
        return
    following = _next_step(session, enrolment.plan_id, enrolment.step_id)
    if following is None:
        enrolment.ended_on, enrolment.end_reason = on, EnrolmentEnd.FINISHED.value
        return
    enrolment.step_id = following.id
    due_on = _working_day(session, on + timedelta(days=following.after_days))
    session.add(_follow_up(enrolment, following, due_on, now))


def _asks_more(session: Session, follow_up: FollowUp) -> bool:
    is_another = (FollowUp.about == follow_up.about, FollowUp.id != follow_up.id)
    is_open = FollowUp.status.in_(("open", "waiting"))
    of_client = FollowUp.client_id == follow_up.client_id
    return session.scalar(select(FollowUp.id).where(of_client, is_open, *is_another).limit(1)) is not None


def about(enrolment: int) -> str:
    """What follow-ups of that enrolment are about."""
    return f"{_ABOUT}{enrolment}"


def enrolment_id(subject: str) -> int:
    """The enrolment that a follow-up is `about`; 0 for anything else."""
    return record_id(subject) if subject.startswith(_ABOUT) else 0


def _view(
    enrolment: Enrolment,
    plan: str,
    client: str,
    steps: Mapping[int, Sequence[PlanStep]],
    asked: Mapping[str, tuple[date, str, str]],
) -> EnrolmentView:
    listed = steps.get(enrolment.plan_id, ())
    place = next((n for n, step in enumerate(listed, start=1) if step.id == enrolment.step_id), 0)
    due_on, kind, title = asked.get(about(enrolment.id), (None, "", ""))
    return EnrolmentView(
        enrolment.id,
        enrolment.plan_id,
        plan,
        enrolment.client_id,
        client,
        place,
        len(listed),
        title,
        kind,
        due_on,
        enrolment.started_on,
        enrolment.ended_on,
        enrolment.end_reason,
    )


def _asked(session: Session, client_id: int | None) -> dict[str, tuple[date, str, str]]:
    """What enrolments ask for now (day, kind, title), by what the follow-up is about."""
    statement = select(FollowUp.about, FollowUp.due_on, FollowUp.kind, FollowUp.title).where(
        FollowUp.reason == FollowUpReason.PLAN_STEP.value, FollowUp.status.in_(("open", "waiting"))
    )
    if client_id is not None:
        statement = statement.where(FollowUp.client_id == client_id)
    return {subject: (due_on, kind, title) for subject, due_on, kind, title in session.execute(statement)}


def _follow_up(enrolment: Enrolment, step: PlanStep, due_on: date, now: datetime) -> FollowUp:
    return FollowUp(
        client_id=enrolment.client_id,
        due_on=due_on,
        kind=step.kind,
        title=step.title,
        reason=FollowUpReason.PLAN_STEP.value,
        about=about(enrolment.id),
        created_at=now,
    )


def _cleaned(steps: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The steps' values as records hold them. Raises `InvalidValueError`."""
    if not steps:
        raise InvalidValueError("required", field="steps")
    if len(steps) > MAX_STEPS:
        raise InvalidValueError("out_of_range", field="steps", value=len(steps), allowed=f"1–{MAX_STEPS}")
    found = []
    for given in steps:
        values = {name: value for name, value in given.items() if name != "id"}
        cleaned = clean({"kind": "call", **values}, PLAN_STEP_FIELDS, whole=True)
        found.append(cleaned | {"after_days": cleaned.get("after_days") or 0})
    return found


def _replace_steps(session: Session, plan_id: int, wanted: list[tuple[Any, dict[str, Any]]]) -> None:
    present = {step.id: step for step in _steps_by_plan(session, plan_id).get(plan_id, ())}
    kept = {step_id for step_id, _ in wanted if step_id in present}
    before: int | None = None
    for step_id, gone in list(present.items()):
        if step_id in kept:
            before = step_id
            continue
        # Whoever stands at a step taken out has done those before it: what comes next comes after these.
        for enrolment in _running(session, plan_id):
            if enrolment.step_id == step_id:
                enrolment.step_id = before
        session.flush()
        session.delete(gone)
    for position, (step_id, values) in enumerate(wanted, start=1):
        step = present.get(step_id)
        if step is None or step_id not in kept:
            session.add(PlanStep(plan_id=plan_id, position=position, **values))
            continue
        kept.discard(step_id)
        _reword(session, step, values)
        assign(step, {"position": position, **values})


def _reword(session: Session, step: PlanStep, values: Mapping[str, Any]) -> None:
    """Clients who stand at a step are asked what it asks now, unless they were given words of their own."""
    before, after = (step.kind, step.title), (values["kind"], values.get("title", ""))
    if before == after:
        return
    standing = [each for each in _running(session, step.plan_id) if each.step_id == step.id]
    for follow_up in _to_do(session, standing):
        if (follow_up.kind, follow_up.title) == before:
            follow_up.kind, follow_up.title = after


def _to_do(session: Session, running: Sequence[Enrolment]) -> list[FollowUp]:
    """What these enrolments ask now."""
    subjects = {about(enrolment.id) for enrolment in running}
    is_step = FollowUp.reason == FollowUpReason.PLAN_STEP.value
    found = session.scalars(select(FollowUp).where(is_step, FollowUp.status.in_(("open", "waiting"))))
    return [follow_up for follow_up in found if follow_up.about in subjects]


def _running(session: Session, plan_id: int) -> list[Enrolment]:
    is_of_it = (Enrolment.plan_id == plan_id, Enrolment.ended_on.is_(None))
    return list(session.scalars(select(Enrolment).where(*is_of_it).order_by(Enrolment.id)))


def _steps_by_plan(session: Session, plan_id: int | None = None) -> dict[int, list[PlanStep]]:
    statement = select(PlanStep).order_by(PlanStep.plan_id, PlanStep.position, PlanStep.id)
    if plan_id is not None:
        statement = statement.where(PlanStep.plan_id == plan_id)
    found: dict[int, list[PlanStep]] = {}
    for step in session.scalars(statement):
        found.setdefault(step.plan_id, []).append(step)
    return found


def _next_step(session: Session, plan_id: int, step_id: int | None) -> PlanStep | None:
    """The step after that one; the first for None."""
    steps = _steps_by_plan(session, plan_id).get(plan_id, [])
    place = next((n for n, step in enumerate(steps, start=1) if step.id == step_id), 0)
    return steps[place] if place < len(steps) else None


def _working_day(session: Session, day: date) -> date:
    """That day, or the first day after it on which people work."""
    from portfolio_app.analysis.working_days import WorkingDays
    from portfolio_app.services.working_days import holidays_of

    agenda = agenda_in(session)
    holidays = holidays_of(agenda.country, agenda.region, (day.year, day.year + 1))
    return WorkingDays(agenda.working_days, holidays).on_or_after(day)
