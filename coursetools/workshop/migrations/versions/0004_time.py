"""The state may hold the time that a room was given, and whether the rules of play are shown.

What is there is read as it is. The new number tells earlier versions of the course that they cannot read this.
"""

revision, down_revision, branch_labels, depends_on = "0004", "0003", None, None


def upgrade() -> None:
    """The tables stay as they are."""


def downgrade() -> None:
    """Earlier versions could not read the state."""
    raise NotImplementedError
