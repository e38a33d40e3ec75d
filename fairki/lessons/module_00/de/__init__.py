"""Every German sentence of module 00, one file per unit."""
