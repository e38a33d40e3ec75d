"""A JupyterHub for the course, on one Linux machine: `jupyterhub -f deploy/jupyterhub_config.py`, as root.

Learners sign in with their accounts and get the course as pages (one server for all) and as notebooks (JupyterLab of
their own). Trainers get the formgrader. docs/jupyterhub.md says in German how to set it up.

The pages are one service, not a server per person: a server at rest costs hundreds of megabytes, one more reader a few.
jupyter-server-proxy asks the hub who comes, the course itself knows nobody. Notebooks run code of the person who writes
it: each under the person's own account.
"""

import os
import shlex
import sys
from pathlib import Path

c = get_config()  # noqa: F821  (JupyterHub provides it)


def given(name: str, default: str) -> str:
    return os.environ.get(f"HUB_{name}", default)


HERE = Path(__file__).resolve().parent
ADDRESS = given("ADRESSE", "http://127.0.0.1:8000/").rstrip("/") + "/"  # what people type
LEARNERS = given("GRUPPE", "fairki")  # the Linux group whose members may sign in
TRAINERS = set(given("KURSLEITUNG", "").split())  # accounts that grade
GRADER = given("BEWERTUNG", "fairki-trainer")  # the account that trainers share for grading
GRADERS_COURSE = given("KURSORDNER", f"/home/{GRADER}/kurs")  # the course with solutions, hand-ins and grades
READER = given("SEITEN", "fairki-kurs")  # the account under which the pages run
READERS_COURSE = given("SEITENORDNER", f"/home/{READER}/kurs")
EXCHANGE = given("AUSTAUSCH", "/srv/nbgrader/exchange")
PAGES_PORT, GRADING_PORT = given("DIENSTE", "10101 10102").split()
COURSE_ID = "fairki"  # nbgrader finds the formgrader by this name

# ---- who may come in ----

c.JupyterHub.authenticator_class = "pam"
c.PAMAuthenticator.allowed_groups = {LEARNERS}
c.Authenticator.allowed_users = TRAINERS
c.Authenticator.blocked_users = {"root", GRADER, READER}
c.JupyterHub.load_groups = {f"formgrade-{COURSE_ID}": {"users": sorted(TRAINERS)}}
c.JupyterHub.load_roles = [
    {"name": "user", "scopes": ["self", "access:services!service=kurs"]},
    {
        "name": f"formgrade-{COURSE_ID}",
        "groups": [f"formgrade-{COURSE_ID}"],
        "scopes": [
            f"access:services!service={COURSE_ID}",
            "list:services",
            f"read:services!service={COURSE_ID}",
        ],
    },
]

# ---- where it listens ----

c.JupyterHub.bind_url = "http://127.0.0.1:8000/"  # a proxy with TLS stands in front
c.ConfigurableHTTPProxy.command = shlex.split(given("PROXY", "configurable-http-proxy"))
c.JupyterHub.default_url = "/services/kurs/"

# ---- notebooks: a JupyterLab for each account ----


def settings_in(*folders: str) -> str:
    return os.pathsep.join(str(HERE / "jupyter" / folder) for folder in folders)


SHARED = {"HUB_AUSTAUSCH": EXCHANGE, "OMP_NUM_THREADS": "1"}
c.Spawner.cmd = [sys.executable, "-m", "coursetools.hub", "notebooks"]
c.Spawner.notebook_dir = "~/fairki"
c.Spawner.default_url = "/lab"
c.Spawner.environment = {**SHARED, "JUPYTER_CONFIG_PATH": settings_in("lernende", "alle")}
c.Spawner.start_timeout = c.Spawner.http_timeout = 120

# ---- the pages, and the formgrader ----

SERVE = ["serve", "--host", "127.0.0.1", "--port", "{port}", "--no-browser", "--vertraut", "127.0.0.1"]
c.JupyterHub.services = [
    {
        "name": "kurs",
        "url": f"http://127.0.0.1:{PAGES_PORT}",
        "command": [
            sys.executable,
            *("-m", "coursetools.hub", "seiten", "--timeout=300", "--activity-interval=0", "--"),
            *(sys.executable, "-m", "coursetools", *SERVE, "--adresse", f"{ADDRESS}services/kurs/"),
        ],
        "user": READER,
        "cwd": READERS_COURSE,
        "environment": {**SHARED, "FAIRKI_ROOT": READERS_COURSE},
        "oauth_no_confirm": True,
    },
    {
        "name": COURSE_ID,
        "url": f"http://127.0.0.1:{GRADING_PORT}",
        "command": [sys.executable, "-m", "jupyterhub.singleuser"],
        "user": GRADER,
        "cwd": GRADERS_COURSE,
        "environment": {
            **SHARED,
            "FAIRKI_ROOT": GRADERS_COURSE,
            "JUPYTERHUB_ROOT_DIR": GRADERS_COURSE,
            "JUPYTERHUB_DEFAULT_URL": "/formgrader",
            "JUPYTER_CONFIG_PATH": settings_in("kursleitung", "alle"),
        },
        "oauth_no_confirm": True,
    },
]
