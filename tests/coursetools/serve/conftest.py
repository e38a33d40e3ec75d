"""What the tests of the server share."""

from serving import serve_notebooks  # noqa: F401 (a fixture)
