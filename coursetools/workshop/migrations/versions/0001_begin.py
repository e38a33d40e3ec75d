"""The session, its keys, who takes part, and their votes. No name, no address, no time of a person's doings."""

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "0001", None, None, None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "workshop_session",
        sa.Column("code", sa.String(12), primary_key=True),
        sa.Column("name", sa.String(12), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("port", sa.Integer, nullable=False),
        sa.Column("state", sa.JSON, nullable=False),
    )
    op.create_table(
        "workshop_key",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("role", sa.String(12), nullable=False),
    )
    op.create_table(
        "workshop_participant",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
    )
    op.create_table(
        "workshop_vote",
        sa.Column("step", sa.String(100), primary_key=True),
        sa.Column("round", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("participant", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("nonce", sa.String(64), nullable=False),
        sa.Column("value", sa.JSON, nullable=False),
    )


def downgrade() -> None:
    """Remove them."""
    for name in ("workshop_vote", "workshop_participant", "workshop_key", "workshop_session"):
        op.drop_table(name)
