"""Every German sentence of module 03, one file per unit."""
