"""Runs a page's cells and gives answers, in whatever Python this is: here or in the browser edition's own."""

import json


def play(pages, answers, as_kernel=False):
    """JSON: all traits of all widgets after the answers, what the page was told of them, and what went wrong.

    ``pages`` are the cells of pages, one after the other; what is told is of the last one.
    As a worker's Python it joins pages that are drawn; ``as_kernel``: as one that draws the page.
    """
    from fairki.browser.bridge import Bridge, as_json

    told, wrong = {}, []

    def heard(kind, content, parts):
        content = json.loads(content)
        if kind == "error":
            wrong.append(content)
        elif kind == "comm_msg" and content["data"].get("method") == "update":
            told.setdefault(content["comm_id"], {}).update(content["data"]["state"])
        elif kind != "comm_msg":
            wrong.append([kind, content])  # no block is made while a page is open: it would bring no script

    bridge = Bridge(heard)
    for cells in pages:
        if as_kernel:
            space = {"__name__": "__main__"}
            for source in cells:
                exec(source, space)
            bridge.silent = False
        else:
            bridge.run(cells)
        from ipywidgets.widgets.widget import _instances

        told.clear()
        for name, widget in list(_instances.items()):
            if (key := getattr(widget, "key", "")) in answers:
                bridge.handle(name, {"method": "update", "state": {"value": answers[key]}})
    traits = {
        name: {
            trait: value
            for trait, value in widget.get_state().items()
            if not trait.startswith("_") and not isinstance(value, bytes | bytearray | memoryview)
        }
        for name, widget in _instances.items()
    }
    return json.dumps(
        {"traits": json.loads(as_json(traits)), "told": told, "wrong": wrong}, ensure_ascii=False
    )
