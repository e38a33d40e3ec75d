"""Every German sentence of module 07, one file per unit."""
