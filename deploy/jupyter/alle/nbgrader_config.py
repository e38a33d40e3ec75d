"""nbgrader's settings for every account of the hub; deploy/jupyterhub_config.py names this folder to Jupyter."""

import os

c = get_config()  # noqa: F821  (nbgrader provides it)

c.CourseDirectory.course_id = "fairki"
c.Exchange.root = os.environ.get("HUB_AUSTAUSCH", "/srv/nbgrader/exchange")
