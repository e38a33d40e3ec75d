"""Every German sentence of module 01, one file per unit."""
