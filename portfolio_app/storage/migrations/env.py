"""Alembic's entry point: runs the migrations on the connection, and in the transaction, it is given."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=False,  # the caller's transaction is the only one
    render_as_batch=False,
)
context.run_migrations()
