"""All German of the workbench's logic, a file per subject."""
