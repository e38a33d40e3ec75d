"""German of workshops, one file per subject."""
