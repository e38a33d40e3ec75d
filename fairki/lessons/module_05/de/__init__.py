"""Every German sentence of module 05, one file per unit."""
