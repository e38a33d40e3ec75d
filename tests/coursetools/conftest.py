"""What the tests of the course tools share."""

from postgres import database_url, postgres_url  # noqa: F401 (fixtures)
