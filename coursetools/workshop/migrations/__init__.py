"""The history of the workshop's tables, for alembic."""
