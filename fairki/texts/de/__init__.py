"""German of the texts: words of the slots, templates, and names of systems and faults; a file per subject."""
