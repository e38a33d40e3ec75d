"""How alembic reaches the database: over the connection that the store hands it."""

from alembic import context

connection = context.config.attributes["connection"]
# In one transaction also on SQLite: a start that is killed leaves no half table.
context.configure(connection=connection, transactional_ddl=True, version_table="workshop_version")
with context.begin_transaction():
    context.run_migrations()
