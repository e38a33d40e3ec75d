"""The learner's own data: look after it, take it along, delete it."""

from fairki.ui.base import Block, script


class Store(Block):
    """Panel "Ihr Stand auf diesem Gerät": save as a file, read a file, delete everything.

    All of it happens in the browser; the kernel learns nothing but the values of the blocks on this page.
    """

    _esm = script("store_panel")
