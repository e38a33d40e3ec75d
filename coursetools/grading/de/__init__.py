"""German of grading, one file per subject."""
