"""Every German sentence of module 02, one file per unit."""
