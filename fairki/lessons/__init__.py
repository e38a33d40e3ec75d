"""One file per module: each composes blocks, pictures and domain parts into the one-line calls of its notebook."""
