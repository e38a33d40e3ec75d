"""All German of the documents: one file per document."""
