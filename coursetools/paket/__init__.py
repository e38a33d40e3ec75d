"""One archive of the whole course, for a machine without a network."""
