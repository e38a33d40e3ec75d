"""Every German sentence of module 08, one file per unit."""
