"""An agenda in the state may hold questions of kinds that earlier versions do not know.

The new number tells these versions that they cannot read this.
"""

revision, down_revision, branch_labels, depends_on = "0005", "0004", None, None


def upgrade() -> None:
    """The tables stay as they are."""


def downgrade() -> None:
    """Earlier versions could not read the state."""
    raise NotImplementedError
