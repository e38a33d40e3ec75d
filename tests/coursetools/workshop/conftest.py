"""What the tests of the workshop share."""

from served import served, url  # noqa: F401 (fixtures)
