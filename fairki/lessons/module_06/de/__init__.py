"""Every German sentence of module 06, one file per unit; the search of unit 2 has its own."""
