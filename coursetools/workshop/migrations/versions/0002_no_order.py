"""Nothing on the disk says who came or answered first; figures that were shown are kept beside the votes.

People get random numbers, and the tables of people and votes are kept in the order of their keys alone: SQLite's hidden
row numbers would count them. `seen` says whether a vote is part of the figures that were shown last.
"""

import secrets

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "0002", "0001", None, None
PEOPLE, VOTES = "workshop_participant", "workshop_vote"


def upgrade() -> None:
    """Make the tables anew, with all that was in the old ones."""
    connection = op.get_bind()
    people = connection.execute(sa.text(f"SELECT id, hash FROM {PEOPLE}")).all()
    old_votes = sa.table(
        VOTES, *map(sa.column, ("step", "round", "participant", "nonce")), sa.column("value", sa.JSON)
    )
    votes = connection.execute(sa.select(old_votes)).all()
    op.drop_table(VOTES)
    op.drop_table(PEOPLE)
    new_people = op.create_table(
        PEOPLE,
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("id", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    new_votes = op.create_table(
        VOTES,
        sa.Column("step", sa.String(100), primary_key=True),
        sa.Column("round", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("participant", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("nonce", sa.String(64), nullable=False),
        sa.Column("value", sa.JSON, nullable=False),
        sa.Column("seen", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "workshop_shown",
        sa.Column("step", sa.String(100), primary_key=True),
        sa.Column("round", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("values", sa.JSON, nullable=False),
        sqlite_with_rowid=False,
    )
    numbers = {one.id: secrets.randbits(48) for one in people}
    if people:
        rows = [{"hash": one.hash, "id": numbers[one.id]} for one in people]
        op.bulk_insert(new_people, sorted(rows, key=lambda row: row["hash"]))
    if votes:
        rows = [{**one._mapping, "participant": numbers[one.participant], "seen": False} for one in votes]
        op.bulk_insert(
            new_votes, sorted(rows, key=lambda row: (row["step"], row["round"], row["participant"]))
        )


def downgrade() -> None:
    """There is no way back: the order is gone."""
    raise NotImplementedError
