"""German of the page on which a company's folder is edited, one file per subject."""
