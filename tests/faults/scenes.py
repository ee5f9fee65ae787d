"""What the killed process was doing: each scene prepares a book, then does real work on it, step by step."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from portfolio_app.services import (
    backups,
    clients,
    follow_ups,
    history,
    interactions,
    passphrases,
    privacy,
    sales,
)  # fmt: skip
from portfolio_app.services.books import close_book, new_book
from portfolio_app.services.import_ import import_files, read_source
from portfolio_app.storage.book import Book
from tests.faults.workload import BOOK, Job
from tests.fixtures import books as frozen

ROWS, FEW_ROWS = 2_000, 300
"""Rows of the file that is imported, and of one that was imported before."""


FIRST, SECOND = "correct horse battery", "staple — été 2026"
"""Passphrases."""
ERASED = 3
"""The client whose contact is erased, and then the client itself."""


@dataclass(frozen=True)
class Scene:
    """`prepare` fills an empty folder, `run` works in it; `undoes_to_nothing` when every step can be taken back.

    `passphrase`: what opens the book before. `densest`: how many calls of a kind the long form kills at, at most,
    evenly spread; None for all of them.
    """

    name: str
    prepare: Callable[[Path], None]
    run: Callable[[Job], None]
    undoes_to_nothing: bool = True
    passphrase: str | None = None
    densest: int | None = None

    @property
    def is_slow(self) -> bool:
        """Whether keys are drawn from passphrases, which is slow on purpose."""
        return self.passphrase is not None or self.name.startswith("passphrase")


def warm_up() -> None:
    """Import and compile what the scenes need, in the process they are forked from."""
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for scene in (EDITS, IMPORT):
            inner = folder / scene.name
            inner.mkdir()
            scene.prepare(inner)
            scene.run(Job(inner))


def _small_book(folder: Path) -> None:
    """Eight clients with what belongs to them, each made by a step of its own."""
    job = Job(folder)
    book = new_book(job.path, clock=job.clock)
    _fill(book)
    book.close()


def _fill(book: Book) -> None:
    for n in range(1, 9):
        clients.create_client(
            book,
            {"name": f"Ateliers Kerisac {n}", "city": "Brest", "notes": f"Première visite, n° {n} — à revoir.",
             "kind": "person" if n == ERASED else "organisation"},
            {"first_name": "Anaïs", "last_name": f"Le Bihan {n}", "email": f"a{n}@example.org"},
        )  # fmt: skip
        sales.add_sale(book, n, {"date": "2026-10-03", "amount": f"{n}234.56"}, product="Étiquettes")
        interactions.log_touch(book, n, {"kind": "call", "body": "Rappeler après l’été"})
        follow_ups.plan_follow_up(book, n, {"due_on": "2026-12-01", "title": "Envoyer l’offre"})


def _edit(job: Job) -> None:
    book = job.open()
    job.tighten()
    due = {"due_on": "2026-12-24", "title": "Vœux"}
    for name, action in (
        ("log_touch", lambda: interactions.log_touch(book, 1, {"kind": "visit", "body": "é" * 3000}, next_due=due)),
        ("update_client", lambda: clients.update_client(book, 2, {"city": "Quimper", "notes": "Note. " * 2000})),
        ("create_client", lambda: clients.create_client(book, {"name": "Zoé"}, {"full_name": "Zoé Le Goff"})),
        ("delete_client", lambda: clients.delete_client(book, 3)),
        ("update_contact", lambda: clients.update_contact(book, 4, {"email": "new@example.org"})),
        ("add_sale", lambda: sales.add_sale(book, 5, {"amount": "-20"}, product="Colle")),
        ("snooze", lambda: follow_ups.update_follow_up(book, 6, {"due_on": "2027-01-15"})),
        ("delete_clients", lambda: clients.delete_clients(book, [6, 7])),
    ):  # fmt: skip
        job.step(book, name, action)
    book.close()
    job.say(done="close")


def _write_csv(folder: Path, rows: int) -> None:
    with (folder / "ventes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(
            ["Date", "N° facture", "Code client", "Raison sociale", "Ville", "Produit", "Montant HT"]
        )
        for n in range(rows):
            client = n % (rows // 4)
            writer.writerow(
                [f"{n % 28 + 1:02}/{n % 12 + 1:02}/2025", f"F{n // 2}", f"C{client:04}", f"Société Kérouan {client}",
                 "Brest", f"Produit {n % 40}", f"{n % 900},{n % 100:02}"]
            )  # fmt: skip


def _prepare_import(folder: Path) -> None:
    _small_book(folder)
    _write_csv(folder, ROWS)


def _import(job: Job) -> None:
    book = job.open()
    job.tighten()
    source = read_source(job.folder / "ventes.csv")
    job.step(book, "import", lambda: import_files(book, [source]))
    book.close()
    job.say(done="close")


def _prepare_undo(folder: Path) -> None:
    """An import, a deletion and a change to take back."""
    _small_book(folder)
    _write_csv(folder, FEW_ROWS)
    job = Job(folder)
    book = job.open()
    import_files(book, [read_source(folder / "ventes.csv")])
    clients.delete_client(book, 3)
    clients.update_client(book, 1, {"name": "Kerisac et filles"})
    book.close()


def _undo_and_redo(job: Job) -> None:
    book = job.open()
    job.tighten()
    for name in ("undo", "undo", "redo", "undo", "undo", "redo", "redo", "redo"):
        job.step(book, name, lambda: getattr(history, name)(book))  # noqa: B023 - called at once
    book.close()
    job.say(done="close")


def _prepare_migration(folder: Path) -> None:
    shutil.copy(Path(frozen.__file__).parent / "v1.portfolio", folder / BOOK)


def _migrate(job: Job) -> None:
    book = job.open()
    job.step(book, "migrate", lambda: None)
    job.step(book, "edit", lambda: clients.update_client(book, 1, {"city": "Lorient"}))
    book.close()
    job.say(done="close")


def _prepare_closed(folder: Path) -> None:
    """A book closed properly, thus backed up and sealed."""
    _small_book(folder)
    job = Job(folder)
    close_book(job.open())


def _work_and_close(job: Job) -> None:
    job.wait(hours=1)
    book = job.open()
    job.step(book, "edit", lambda: clients.update_client(book, 1, {"city": "Lorient"}))
    job.attempt("close", lambda: close_book(book))
    job.say(done="close")


def _back_up(job: Job) -> None:
    """By hand, by the clock, over days so that older ones are let go, and on closing."""
    book = job.open()
    for day in range(5):
        for hour in range(3):
            job.wait(hours=1)
            city = f"Brest {day} {hour}"
            job.step(book, "edit", lambda: clients.update_client(book, 1, {"city": city}))  # noqa: B023 - called at once
            job.step(book, "backup", lambda: backups.make_backup(book, "periodic"))
            job.say(backup=backups.list_backups(book)[0].name)
        job.wait(hours=21)
    job.attempt("close", lambda: close_book(book))
    job.say(done="close")


def _prepare_restore(folder: Path) -> None:
    """A book with two backups, rather different from what it holds now."""
    _small_book(folder)
    _write_csv(folder, FEW_ROWS)
    job = Job(folder)
    book = job.open()
    backups.make_backup(book, "manual")
    clients.delete_client(book, 2)
    clients.update_client(book, 1, {"notes": "Note. " * 1000})
    job.wait(hours=1)
    backups.make_backup(book, "manual")
    import_files(book, [read_source(folder / "ventes.csv")])
    job.wait(hours=1)
    close_book(book)


def _restore(job: Job) -> None:
    job.wait(days=1)
    book = job.open()
    oldest = backups.list_backups(book)[-1]
    job.step(book, "restore", lambda: backups.restore(book, oldest))
    job.step(book, "undo", lambda: history.undo(book))
    job.step(book, "redo", lambda: history.redo(book))
    job.attempt("close", lambda: close_book(book))
    job.say(done="close")


def _prepare_damaged(folder: Path) -> None:
    """A book that lost a page since it was closed."""
    _prepare_closed(folder)
    path = folder / BOOK
    content = bytearray(path.read_bytes())
    content[4096 : 2 * 4096] = bytes(4096)
    path.write_bytes(content)


def _restore_file(job: Job) -> None:
    job.wait(days=1)
    newest = backups.backups_for(job.path)[0]
    job.attempt("restore_file", lambda: backups.restore_file(job.path, newest))
    job.say(done="restore_file")
    book = job.open()
    job.step(book, "open", lambda: None)
    book.close()


def _prepare_protected(folder: Path) -> None:
    """A closed book under the first passphrase, with a backup."""
    job = Job(folder)
    book = new_book(job.path, clock=job.clock, passphrase=FIRST)
    _fill(book)
    close_book(book)


def _edit_protected(job: Job) -> None:
    book = job.open(passphrase=FIRST)
    for city in ("Lorient", "Vannes"):
        job.step(book, "edit", lambda: clients.update_client(book, 1, {"city": city}))  # noqa: B023 - called at once
    book.close()
    job.say(done="close")


def _change_passphrase(job: Job, now: str | None, following: str | None) -> None:
    job.wait(hours=1)
    book = job.open(passphrase=now)
    job.step(book, "passphrase", lambda: passphrases.set_passphrase(book, now, following))
    book.close()
    job.say(done="close")


def _prepare_erase(folder: Path) -> None:
    """The key that hashes are made with is drawn at the first one; it must be the same in every run."""
    _small_book(folder)
    book = Job(folder).open()
    privacy.suppress(book, "email", "stop@example.org")
    close_book(book)


def _erase(job: Job) -> None:
    job.wait(hours=1)
    book = job.open()
    for kind in ("contact", "client"):
        person = privacy.Person(kind, ERASED)
        job.step(book, "erase", lambda: privacy.erase_person(book, person))  # noqa: B023 - called at once
        job.say(erased=kind)
    job.attempt("close", lambda: close_book(book))
    job.say(done="close")


def _hold(job: Job) -> None:
    book = job.open()
    job.step(book, "edit", lambda: clients.update_client(book, 1, {"city": "Lorient"}))
    job.linger()
    book.close()


def _look(job: Job) -> None:
    book = job.open()
    job.step(book, "look", lambda: None)
    job.linger()
    book.close()


EDITS = Scene("edits", _small_book, _edit)
IMPORT = Scene("import", _prepare_import, _import)
UNDO = Scene("undo", _prepare_undo, _undo_and_redo, densest=400)
MIGRATION = Scene("migration", _prepare_migration, _migrate, undoes_to_nothing=False)
CLOSING = Scene("closing", _prepare_closed, _work_and_close)
BACKUP = Scene("backup", _prepare_closed, _back_up, densest=150)
RESTORE = Scene("restore", _prepare_restore, _restore, densest=150)
RESTORE_FILE = Scene("restore-file", _prepare_damaged, _restore_file)
PASSPHRASES = (
    Scene("passphrase-on", _prepare_closed, partial(_change_passphrase, now=None, following=FIRST), densest=60),
    Scene(
        "passphrase-changed", _prepare_protected, partial(_change_passphrase, now=FIRST, following=SECOND),
        passphrase=FIRST, densest=60,
    ),
    Scene(
        "passphrase-off", _prepare_protected, partial(_change_passphrase, now=FIRST, following=None),
        passphrase=FIRST, densest=60,
    ),
)  # fmt: skip
PROTECTED = Scene("protected", _prepare_protected, _edit_protected, passphrase=FIRST, densest=60)
ERASE = Scene("erase", _prepare_erase, _erase, undoes_to_nothing=False, densest=150)
HELD = Scene("held", _prepare_closed, _hold)
LOOK = Scene("look", _prepare_closed, _look)

CRASHED = (
    EDITS,
    IMPORT,
    UNDO,
    MIGRATION,
    CLOSING,
    BACKUP,
    RESTORE,
    RESTORE_FILE,
    PROTECTED,
    *PASSPHRASES,
    ERASE,
)
"""What is killed."""
SCENES = {scene.name: scene for scene in (*CRASHED, HELD, LOOK)}
