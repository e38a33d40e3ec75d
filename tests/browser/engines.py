"""Firefox and WebKit as one thin visitor: what both drivers can do, so that one walk serves both.

Firefox ESR is led by Playwright, WebKitGTK (Debian's MiniBrowser, the engine of Safari) by Selenium in a screen
of its own. Parts of a page are found by JavaScript; clicks and keys are the driver's, as a person's would be.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from playwright.sync_api import sync_playwright
from selenium.webdriver import ActionChains, WebKitGTK
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from coursetools import machine

SIZE = (1280, 900)
PATIENCE = 60
"""Seconds until something must have happened, on a busy machine as well."""
FIND = """(selector, text) => [...document.querySelectorAll(selector)].find(
  (one) => one.checkVisibility({visibilityProperty: true}) && (!text || one.innerText.trim().startsWith(text)))"""
"""The first part of a page that can be seen and whose text begins so."""
PLACE = """(one) => {
  one.scrollIntoView({block: "center", behavior: "instant"});
  return JSON.stringify(one.getBoundingClientRect());
}"""
WITNESS = """(() => {
  if (window.problems) return;
  window.problems = [];
  const note = (kind, what) => window.problems.push(`${kind}: ${what}`);
  for (const kind of ["error", "warn"]) {
    const say = console[kind];
    console[kind] = (...all) => { note(kind, all.join(" ")); say.apply(console, all); };
  }
  addEventListener("error", (event) => note("error", event.message));
  addEventListener("unhandledrejection", (event) => note("rejection", event.reason));
  addEventListener("securitypolicyviolation", (event) => note("csp", event.blockedURI));
})()"""
LATER = "ResizeObserver loop completed"
"""No fault: a picture took another height, and who watches that is told a frame later."""
FOREIGN = """performance.getEntriesByType("resource").map((one) => one.name)
  .filter((name) => !name.startsWith(location.origin) && !/^(blob|data):/.test(name))"""


class Driver(Protocol):
    """What an engine's own driver does."""

    def goto(self, address: str) -> None: ...
    def reload(self) -> None: ...
    def run(self, code: str) -> Any: ...
    def click(self, code: str) -> None: ...
    def press(self, key: str) -> None: ...
    def print(self) -> None: ...


class Visitor:
    """Somebody at one of these browsers; ``check`` at the end says what the pages must not have done."""

    def __init__(self, driver: Driver):
        self.driver, self.run = driver, driver.run
        self.press, self.print = driver.press, driver.print

    def open(self, address: str) -> None:
        """Open a page and wait until its blocks can be used."""
        self.driver.goto("about:blank")  # another part of the same page is a visit of its own
        self.driver.goto(address)
        self._arrive()

    def follow(self, link: str, there: str) -> None:
        """Click on a link, and wait until such a part says that the page it leads to is there."""
        self.click(link)
        self._find(there)

    def back(self, there: str) -> None:
        """To the page before, which has such a part."""
        self.run("history.back()")
        self._find(there)

    def _find(self, there: str) -> None:
        self.until(f"document.readyState === 'complete' && document.querySelector({there!r}) !== null")
        self.run(WITNESS)

    def reload(self) -> None:
        """The same page once more."""
        self.check()
        self.driver.reload()
        self._arrive()

    def _arrive(self) -> None:
        self.run(WITNESS)
        self.until("document.documentElement.dataset.ready !== undefined")

    def until(self, code: str) -> Any:
        """The first true value of an expression."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if value := self.run(code):
                return value
            time.sleep(0.05)
        raise AssertionError(f"waited in vain: {code}")

    def click(self, selector: str, text: str = "") -> None:
        """Click on the first part that can be seen and whose text begins so, once it is there."""
        found = f"({FIND})({selector!r}, {text!r})"
        self.until(f"Boolean({found})")
        place = None
        while (
            now := self.run(f"({PLACE})({found})")
        ) != place:  # a page that has just been opened still moves
            place = now
            time.sleep(0.2)
        self.driver.click(found)

    def tab_to(self, selector: str) -> None:
        """Press Tab until such a part has the focus."""
        for _ in range(60):
            self.press("Tab")
            if self.run(f"document.activeElement.matches({selector!r})"):
                return
        raise AssertionError(f"the keyboard never reached {selector}")

    def check(self) -> None:
        """Fail if a page had a fault or asked another host."""
        problems = [one for one in self.run("window.problems") if LATER not in one]
        assert problems == [], problems
        assert self.run(FOREIGN) == []


class _Firefox:
    def __init__(self, page):
        self.page = page
        self.goto, self.run, self.press = page.goto, page.evaluate, page.keyboard.press
        self.print = page.pdf

    def reload(self) -> None:
        self.page.reload()

    def click(self, code: str) -> None:
        self.page.evaluate_handle(code).as_element().click()


class _WebKit:
    def __init__(self, driver: WebKitGTK):
        self.driver, self.goto, self.reload = driver, driver.get, driver.refresh

    def run(self, code: str) -> Any:
        return self.driver.execute_script(f"return ({code})")

    def click(self, code: str) -> None:
        self.run(code).click()

    def print(self) -> None:
        """Its driver has no such command ("unknown command"): the page hears what it would hear."""
        for event in ("beforeprint", "afterprint"):
            self.run(f"dispatchEvent(new Event('{event}'))")

    def press(self, key: str) -> None:
        ActionChains(self.driver).send_keys(getattr(Keys, key.upper(), key)).perform()


@contextmanager
def firefox() -> Iterator[Visitor]:
    """Firefox ESR without windows."""
    with sync_playwright() as playwright:
        browser = playwright.firefox.launch(
            channel="moz-firefox", executable_path=machine.find_firefox(), headless=True
        )
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, locale="de-DE")
        yield Visitor(_Firefox(page))
        browser.close()


@contextmanager
def webkit() -> Iterator[Visitor]:
    """WebKitGTK in a screen that nobody sees."""
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        number = screen.stdout.readline().strip()
        options = Options()
        options.binary_location = str(machine.find_minibrowser())
        options.add_argument("--automation")
        options.set_capability("browserName", "MiniBrowser")
        drawn_by_hand = {"WEBKIT_DISABLE_COMPOSITING_MODE": "1", "LIBGL_ALWAYS_SOFTWARE": "1"}
        service = Service(
            shutil.which("WebKitWebDriver"), env={**os.environ, "DISPLAY": f":{number}", **drawn_by_hand}
        )
        driver = WebKitGTK(options=options, service=service)
        driver.set_window_size(*SIZE)
        yield Visitor(_WebKit(driver))
        driver.quit()
    finally:
        screen.terminate()
        screen.wait(10)
