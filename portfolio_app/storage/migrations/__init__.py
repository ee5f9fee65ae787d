"""Bringing a book to today's format: Alembic's migrations, one file per version in `versions/`.

Alembic takes half a second to import, so it is only imported when a book is new or old. Version N is
revision "000N"; the number also stands in SQLite's `user_version`, which is what opening checks.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from portfolio_app import __version__
from portfolio_app.storage.journal import bump_change_number, install_triggers


def upgrade(
    connection: Connection,
    version: int,
    application_id: int,
    seed: Callable[[Connection], None] | None = None,
) -> None:
    """Migrate inside the caller's transaction, renew the journal triggers, and check what came out.

    `seed` fills a new book before the journal watches it. Foreign keys must be off.
    Raises `RuntimeError` when rows would be left without their parent.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    _drop_triggers(connection)
    command.upgrade(config, f"{version:04d}")
    if seed is not None:
        seed(connection)
    _note_program(connection)
    install_triggers(connection)
    bump_change_number(connection)
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if orphans:
        raise RuntimeError(f"{len(orphans)} rows lost their parent")
    connection.exec_driver_sql(f"PRAGMA application_id = {application_id}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def _note_program(connection: Connection) -> None:
    """Write which program this format needs, for an older one to name when it refuses the book."""
    connection.exec_driver_sql(
        "INSERT INTO setting(key, value) VALUES ('needs_program', json_quote(?)) "
        "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (__version__,),
    )


def _drop_triggers(connection: Connection) -> None:
    """What a migration moves is no step: the journal looks away until the triggers are installed anew."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal\\_%' ESCAPE '\\'"
    ).all()
    for (name,) in names:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
