"""Whether there is a screen to open a browser on."""

import os
import sys


def has_screen() -> bool:
    """False where ``webbrowser`` would start a text browser in this console, or nothing at all."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
