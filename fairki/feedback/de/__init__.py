"""German of feedback, one file per subject."""
