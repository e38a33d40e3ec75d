"""Documents that learners take along: one content, once as Word and once as Markdown."""

from fairki.documents.layout import Heading, Items, Paper, Prose, Table, markdown
from fairki.documents.word_file import word

__all__ = ["Heading", "Items", "Paper", "Prose", "Table", "markdown", "word"]
