"""The state may hold what an earlier room found (``coursetools.workshop.earlier``).

What is there is read as it is. The new number tells earlier versions of the course that they cannot read this.
"""

revision, down_revision, branch_labels, depends_on = "0007", "0006", None, None


def upgrade() -> None:
    """The tables stay as they are."""


def downgrade() -> None:
    """Earlier versions could not read the state."""
    raise NotImplementedError
