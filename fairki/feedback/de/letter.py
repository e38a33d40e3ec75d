"""German of letters."""

OURS = "Absage auf eine Bewerbung"
