"""A learner who comes back: the browser keeps an answer to everything that a module asks."""

import json

from answers import FULL, KODEX
from playwright.sync_api import Page

from fairki import manifest
from fairki.kodex import stored

SLOW = 60_000
"""Milliseconds in which a page must be at rest, on a busy machine as well."""


def come_back(page: Page, module: manifest.Module) -> None:
    """Leave an answer to everything that the open page of a module asks, and to what others ask, in the store."""
    widgets = json.loads(page.locator("#fairki-widgets").text_content())
    answers = FULL | answers_to(widgets[name].get("state", {}) for name in widgets)
    progress = {module.id: {unit.id: True for unit in module.units}}
    state = {"version": 1, "answers": answers, "progress": progress, "last": None}
    page.evaluate("(text) => localStorage.setItem('fairki', text)", json.dumps(state))


def answers_to(states) -> dict:
    """Name → answer for blocks given by their traits; what only ``FULL`` knows is left to it."""
    given = {state["key"]: answer_to(state) for state in states if state.get("key")}
    return {key: answer for key, answer in given.items() if answer is not None and key not in FULL}


def answer_to(state: dict):
    """An answer to one block, the first or the middle one that it knows; None if it asks for something else."""
    match state:
        case {"cards": cards, "choices": choices}:
            return {card["id"]: choices[at % 2][0] for at, card in enumerate(cards)}
        case {"question": _, "kind": "number", "low": low, "high": high, "step": step}:
            return low + (high - low) / step // 2 * step
        case {"question": _, "options": [[value, *_], *_]}:
            return value
        case {"questions": [{"options": [{"right": _}, *_]}, *_] as questions}:
            return {question["id"]: 0 for question in questions}
        case {"options": [[value, *_], *_], "kind": "checkbox"}:
            return [value]
        case {"options": [[value, *_], *_]}:
            return value
        case {"low": low, "high": high, "step": step, "start": _}:
            return low + (high - low) / step // 2 * step
        case {"thresholds": thresholds, "groups": groups}:
            return [thresholds[len(thresholds) // 2]] * len(groups)
        case {"rows": _, "longest": longest}:
            return "Ein eigener Gedanke, etwas länger als eine Zeile auf dem Telefon."[:longest]
        case {"parts": _, "longest": _}:
            return "Muster GmbH"
        case {"key": "03.pruefung"}:
            return {"erste": stored.to_value(KODEX), "letzte": stored.to_value(KODEX)}
    return None


def at_rest(page: Page) -> None:
    """Wait until all blocks are drawn, the kernel has answered everything, and the page has stopped to grow."""
    page.wait_for_selector("html[data-ready]", timeout=SLOW)
    page.evaluate(
        """async () => {
          const height = () => document.querySelector('main').offsetHeight;
          const busy = () => document.querySelector('.page-activity').textContent;
          const pause = () => new Promise((done) => setTimeout(done, 150));
          for (let before = -1, calm = 0; calm < 3; before = height()) {
            await pause();
            calm = before === height() && !busy() ? calm + 1 : 0;
          }
        }"""
    )
