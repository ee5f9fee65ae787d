"""The first book format: records, change journal, search index.

Frozen: later formats are later files. Types are written out, so that a change of the models never changes
what this file makes.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_JOURNAL = (
    "CREATE TABLE journal_state(id INTEGER PRIMARY KEY CHECK (id = 1), open_step INTEGER)",
    "INSERT INTO journal_state(id, open_step) VALUES (1, NULL)",
    "CREATE TABLE journal_step(id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, label TEXT NOT NULL, "
    "params TEXT NOT NULL, author TEXT NOT NULL, kind TEXT NOT NULL, target INTEGER, state TEXT NOT NULL)",
    "CREATE INDEX ix_journal_step_state ON journal_step(state, kind)",
    "CREATE TABLE journal_change(seq INTEGER PRIMARY KEY AUTOINCREMENT, step_id INTEGER NOT NULL, "
    "entity TEXT NOT NULL, row_id INTEGER NOT NULL, op TEXT NOT NULL, data TEXT)",
    "CREATE INDEX ix_journal_change_step_id ON journal_change(step_id, entity)",
)

_SEARCH = (
    "CREATE TABLE search_name(id INTEGER PRIMARY KEY, client_id INTEGER NOT NULL, text TEXT NOT NULL)",
    "CREATE TABLE search_note(id INTEGER PRIMARY KEY, client_id INTEGER NOT NULL, text TEXT NOT NULL)",
    "CREATE VIRTUAL TABLE search_name_word USING fts5(text, content='search_name', content_rowid='id', "
    "tokenize='unicode61', prefix='1 2')",
    "CREATE VIRTUAL TABLE search_name_trigram USING fts5(text, content='search_name', content_rowid='id', "
    "tokenize='trigram')",
    "CREATE VIRTUAL TABLE search_note_word USING fts5(text, content='search_note', content_rowid='id', "
    "tokenize='unicode61')",
)


def upgrade() -> None:
    """Create everything."""
    _create_records()
    for statement in (*_JOURNAL, *_SEARCH):
        op.execute(statement)


def _create_records() -> None:
    op.create_table(
        "client",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("sort_name", sa.String(length=500), server_default="", nullable=False),
        sa.Column("reference", sa.String(length=200), server_default="", nullable=False),
        sa.Column("kind", sa.String(length=20), server_default="organisation", nullable=False),
        sa.Column("status", sa.String(length=20), server_default="prospect", nullable=False),
        sa.Column("former_reason", sa.String(length=20), server_default="", nullable=False),
        sa.Column("sector", sa.String(length=200), server_default="", nullable=False),
        sa.Column("size", sa.String(length=200), server_default="", nullable=False),
        sa.Column("siret", sa.String(length=200), server_default="", nullable=False),
        sa.Column("vat", sa.String(length=200), server_default="", nullable=False),
        sa.Column("email", sa.String(length=500), server_default="", nullable=False),
        sa.Column("phone", sa.String(length=200), server_default="", nullable=False),
        sa.Column("website", sa.String(length=500), server_default="", nullable=False),
        sa.Column("street", sa.String(length=500), server_default="", nullable=False),
        sa.Column("postcode", sa.String(length=200), server_default="", nullable=False),
        sa.Column("city", sa.String(length=200), server_default="", nullable=False),
        sa.Column("region", sa.String(length=200), server_default="", nullable=False),
        sa.Column("country", sa.String(length=200), server_default="", nullable=False),
        sa.Column("source", sa.String(length=200), server_default="", nullable=False),
        sa.Column("tags", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.Column("client_since", sa.Date(), nullable=True),
        sa.Column("created_at", sa.String(length=20), nullable=False),
        sa.Column("updated_at", sa.String(length=20), nullable=False),
        sa.CheckConstraint("kind IN ('organisation', 'person')", name=op.f("ck_client_kind")),
        sa.CheckConstraint("status IN ('prospect', 'active', 'former')", name=op.f("ck_client_status")),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_client_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_client_reference", "client", ["reference"], unique=False, sqlite_where=sa.text("reference <> ''")
    )
    op.create_index("ix_client_sort_name", "client", ["sort_name", "id"], unique=False)
    op.create_table(
        "product",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("reference", sa.String(length=200), server_default="", nullable=False),
        sa.Column("category", sa.String(length=200), server_default="", nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=True),
        sa.Column("cost", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_product_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_product_name", "product", ["name"], unique=False)
    op.create_table(
        "segment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("colour", sa.String(length=7), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("display_order", sa.Integer(), nullable=False),
        sa.Column("rule", sa.JSON(), nullable=True),
        sa.Column("ideal_days", sa.Integer(), nullable=False),
        sa.Column("max_days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segment")),
        sa.UniqueConstraint("code", name=op.f("uq_segment_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("key", name=op.f("uq_setting_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("full_name", sa.String(length=500), server_default="", nullable=False),
        sa.Column("first_name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("last_name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("role", sa.String(length=200), server_default="", nullable=False),
        sa.Column("email", sa.String(length=500), server_default="", nullable=False),
        sa.Column("phone", sa.String(length=200), server_default="", nullable=False),
        sa.Column("mobile", sa.String(length=200), server_default="", nullable=False),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_contact_client_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contact_client_id", "contact", ["client_id"], unique=False)
    op.create_table(
        "sale",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("order_reference", sa.String(length=200), server_default="", nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("quantity", sa.BigInteger(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_sale_client_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_sale_product_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sale")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_sale_client_id_date",
        "sale",
        ["client_id", "date", "order_reference", "amount", "cost"],
        unique=False,
    )
    op.create_index("ix_sale_date", "sale", ["date", "client_id", "amount"], unique=False)
    op.create_index(
        "ix_sale_product_id",
        "sale",
        ["product_id"],
        unique=False,
        sqlite_where=sa.text("product_id IS NOT NULL"),
    )
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_time", sa.String(length=5), server_default="", nullable=False),
        sa.Column("time_zone", sa.String(length=60), server_default="", nullable=False),
        sa.Column("kind", sa.String(length=20), server_default="call", nullable=False),
        sa.Column("title", sa.String(length=500), server_default="", nullable=False),
        sa.Column("reason", sa.String(length=20), server_default="reminder", nullable=False),
        sa.Column("status", sa.String(length=20), server_default="open", nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "status IN ('open', 'waiting', 'done', 'dropped')", name=op.f("ck_follow_up_status")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_follow_up_client_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_follow_up_contact_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_follow_up_client_id", "follow_up", ["client_id", "status", "due_on"], unique=False)
    op.create_index(
        "ix_follow_up_contact_id",
        "follow_up",
        ["contact_id"],
        unique=False,
        sqlite_where=sa.text("contact_id IS NOT NULL"),
    )
    op.create_index("ix_follow_up_due_on", "follow_up", ["status", "due_on"], unique=False)
    op.create_table(
        "interaction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("direction", sa.String(length=20), server_default="", nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(length=20), server_default="", nullable=False),
        sa.Column("subject", sa.String(length=500), server_default="", nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("resolved_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "kind IN ('call', 'email', 'meeting', 'visit', 'message', 'letter', 'complaint', 'feedback', 'service')",
            name=op.f("ck_interaction_kind"),
        ),
        sa.CheckConstraint(
            "minutes IS NULL OR minutes BETWEEN 0 AND 100000", name=op.f("ck_interaction_minutes")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_interaction_client_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_interaction_contact_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interaction")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_interaction_client_id_on",
        "interaction",
        ["client_id", "on", "kind", "minutes", "resolved_on"],
        unique=False,
    )
    op.create_index(
        "ix_interaction_contact_id",
        "interaction",
        ["contact_id"],
        unique=False,
        sqlite_where=sa.text("contact_id IS NOT NULL"),
    )
    op.create_index("ix_interaction_on", "interaction", ["on"], unique=False)
