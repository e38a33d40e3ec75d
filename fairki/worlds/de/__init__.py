"""German of the worlds: titles, columns and the prose of the datasheets; one file per world."""
