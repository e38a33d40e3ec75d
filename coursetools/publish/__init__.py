"""The course as a folder of plain files: Python runs in the reader's browser, nothing in it needs a server of ours."""
