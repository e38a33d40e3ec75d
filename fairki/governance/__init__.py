"""Who carries what: roles, the life cycle of a system, its operation over the months, the log of decisions."""
