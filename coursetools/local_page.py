"""A page for one person at this very machine: who may ask for it."""

from tornado.httputil import HTTPServerRequest

HOST = "127.0.0.1"
"""Where such a page listens."""
NAMES = HOST, "localhost"


def asked_here(request: HTTPServerRequest, port: int) -> bool:
    """Whether somebody asks for the page at this port, and no page of another site.

    A page of another site can point a name of its own at this machine (DNS rebinding), or send a request here.
    """
    hosts = {f"{name}:{port}" for name in NAMES}
    origin = request.headers.get("Origin")
    return request.host in hosts and (origin is None or origin in {f"http://{one}" for one in hosts})
