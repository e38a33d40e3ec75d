"""A name-swap test of an assistant: pairs of prompts that differ in the name alone, and what its answers show."""
