"""All German of the Kodex: its sentence patterns, what the checks say, and what stands around them."""
