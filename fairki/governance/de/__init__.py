"""German of governance, one file per subject."""
