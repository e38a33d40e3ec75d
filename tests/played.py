"""Runs a page's cells and gives answers, in whatever Python this is: here or in the browser edition's own."""

import json


def play(cells, answers):
    """JSON: all traits of all widgets after the cells and after the answers, and what went wrong."""
    from fairki.browser.bridge import Bridge, as_json

    wrong = []
    bridge = Bridge(lambda kind, content, parts: wrong.append(content) if kind == "error" else None)
    bridge.run(cells)
    from ipywidgets.widgets.widget import _instances

    def traits():
        return {
            name: {trait: value for trait, value in widget.get_state().items() if not trait.startswith("_")}
            for name, widget in _instances.items()
        }

    first = as_json(_without_bytes(traits()))
    for name, widget in list(_instances.items()):
        if (key := getattr(widget, "key", "")) in answers:
            bridge.handle(name, {"method": "update", "state": {"value": answers[key]}})
    then = as_json(_without_bytes(traits()))
    return json.dumps({"first": json.loads(first), "then": json.loads(then), "wrong": wrong})


def _without_bytes(value):
    """The same with the length of bytes in their place."""
    if isinstance(value, dict):
        return {key: _without_bytes(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_without_bytes(one) for one in value]
    return f"{len(value)} bytes" if isinstance(value, bytes | bytearray | memoryview) else value
