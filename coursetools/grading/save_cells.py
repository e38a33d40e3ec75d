"""nbgrader's ``SaveCells``, which ends a transaction for each cell of an exercise, with one for all of them."""

from nbformat import NotebookNode
from nbgrader.preprocessors import SaveCells


class SaveCellsAtOnce(SaveCells):  # type: ignore[misc]  # nbgrader has no types
    """Either all cells of an exercise are in the gradebook or none; and it takes a fraction of the time."""

    def _create_notebook(self, nb: NotebookNode) -> None:
        session = self.gradebook.db
        commit, session.commit = session.commit, session.flush
        try:
            super()._create_notebook(nb)
        finally:
            session.commit = commit
        session.commit()
