"""What the tests of the course tools share."""

from postgres import postgres_url  # noqa: F401 (a fixture)
