"""The edition's notebooks: JupyterLite with the exercises, in the folder ``notebooks``."""

from coursetools.publish.lite.app import LIBRARIES
from coursetools.publish.lite.de import LABELS
from coursetools.publish.lite.folder import NAME, PAGE, POLICY, Notebooks, build, folder_of, settings

__all__ = ["LABELS", "LIBRARIES", "NAME", "PAGE", "POLICY", "Notebooks", "build", "folder_of", "settings"]
