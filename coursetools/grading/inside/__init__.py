"""What runs inside the sandbox. Nothing in here knows a path, a gradebook or a person.

One process (``zygote``) loads the libraries once and forks a *stage* for each exercise and side. The side ``student``
knows the released notebook only; the side ``judge`` also knows the hidden tests. Each hand-in gets one child of
either stage: the one runs what strangers wrote (``student``), the other judges the data that comes out (``judge``).
"""

WORK = "/arbeit"
"""The private folder of a hand-in; not ``/tmp``, because the course itself may lie below that."""
OWN_CLASS = "Klasse "
"""Before the name of a class that was handed in, where an object of it is no answer."""

MODULES = (
    "IPython.core.interactiveshell",
    "numpy",
    "pandas",
    "sklearn.compose",
    "sklearn.linear_model",
    "sklearn.pipeline",
    "fairki.checks",
)
"""What every exercise needs; it is loaded once, before any."""
