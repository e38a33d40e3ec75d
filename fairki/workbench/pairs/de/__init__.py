"""All German of the name-swap test."""
