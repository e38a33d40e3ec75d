"""``betrieb bearbeiten``: forms for the files of a company's folder, on a page of this machine alone."""
