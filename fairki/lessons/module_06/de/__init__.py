"""Every German sentence of module 06, one file per unit."""
