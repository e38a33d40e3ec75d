"""The state names the last commands, so that one which comes again after a restart does not count twice.

What is there is read as it is. The new number tells earlier versions of the course that they cannot read this.
"""

revision, down_revision, branch_labels, depends_on = "0008", "0007", None, None


def upgrade() -> None:
    """The tables stay as they are."""


def downgrade() -> None:
    """Earlier versions could not read the state."""
    raise NotImplementedError
