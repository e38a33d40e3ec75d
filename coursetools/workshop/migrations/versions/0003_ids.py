"""Of an agenda the state keeps ids and minutes, no words (``coursetools.workshop.kept_agenda``).

What is there is read as it is and kept in the new form with the next command. The new number tells earlier versions of
the course that they cannot read this.
"""

revision, down_revision, branch_labels, depends_on = "0003", "0002", None, None


def upgrade() -> None:
    """The tables stay as they are."""


def downgrade() -> None:
    """Earlier versions could not read the state."""
    raise NotImplementedError
