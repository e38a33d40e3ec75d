"""Backups: rooms, grades and the company's folder in one file, and the way back.

``archive`` is the file, ``kept`` knows what a course keeps and where, ``databases`` copies what lies in databases.
``make`` puts a backup together, ``restore`` brings one back, ``unfinished`` is the note of one that was interrupted.
"""

from fairki.errors import BadFileError


class NothingThereError(BadFileError):
    """There is nothing to back up; for a service that does so every day, no failure."""
