"""The self-check of module 08: questions, options, and why each is right or not."""

from typing import Any

QUESTIONS: list[dict[str, Any]] = []
