"""Every German sentence of module 04, one file per unit."""
