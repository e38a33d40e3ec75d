"""Phones and the pages of facilitator and projector in a network that answers itself, loses, cuts, doubles and delays.

No vote is shown as saved that is not, none is lost, none counts twice, and no page believes what does not come from the
workshop.
"""

from collections.abc import Callable, Iterator

import pytest
from lying_network import (
    COPIED_LATE,
    CUT,
    FORBIDDEN,
    GONE,
    LOGIN,
    LOST,
    NEEDS_LOGIN,
    OTHER_JSON,
    PROXY_LOGIN,
    REDIRECT,
    SLOW,
    TWICE,
    UNAUTHORISED,
    LyingNetwork,
)
from playwright.sync_api import Page, expect
from test_workshop import MEN, Workshop, begin, decide, press, workshop  # noqa: F401 (a fixture)

pytestmark = pytest.mark.browser

VOTE, JOIN, EVENTS = "/stimme$", "/beitreten$", "/ereignisse$"
NOT_OURS = "Das Netz antwortet anstelle des Workshops."
PROVOKED = ("Failed to load resource", "ERR_", "net::")


@pytest.fixture
def network(workshop: Workshop) -> Iterator[LyingNetwork]:  # noqa: F811
    """The network between the workshop, which has begun, and everybody with a browser."""
    workshop.start()
    one = LyingNetwork(int(workshop.url.rsplit(":", 1)[1].strip("/")))
    yield one
    one.close()


@pytest.fixture
def visit(page_at, network) -> Callable[..., Page]:
    """Opens a page through the network."""

    def open_page(path: str, width: int = 360) -> Page:
        page = page_at(width)
        page.witness.forgive.extend(PROVOKED)
        page.goto(f"http://localhost:{network.port}/{path}")
        return page

    return open_page


def ask(workshop: Workshop, step: str = "vorher", round_: int = 1) -> None:  # noqa: F811
    """Open a question."""
    workshop.order("go", step=step)
    workshop.order("open", step=step, round=round_)


def honest_again(network: LyingNetwork, page: Page, woken: bool = True) -> None:
    """The network tells the truth; a device that notices it (``woken``) does not wait for its next try."""
    network.be_honest()
    if woken:
        page.evaluate("window.dispatchEvent(new Event('online'))")


def counted(workshop: Workshop, step: str = "vorher") -> int:  # noqa: F811
    """How many answers the server has in the current round."""
    return workshop.state()["phases"][step]["answers"]


def test_case_74_captive_portal_answers_the_vote(workshop, network, visit, accessible):  # noqa: F811
    one = visit(f"mitmachen/{workshop.code}")
    expect(one.get_by_text("Willkommen, Sie sind dabei!")).to_be_visible()
    lies = (LOGIN, FORBIDDEN, PROXY_LOGIN, REDIRECT, NEEDS_LOGIN, UNAUTHORISED, GONE, OTHER_JSON, CUT, LOST)
    for round_, lie in enumerate(lies, 1):
        ask(workshop, round_=round_)
        network.lie(VOTE, lie)
        expect(one.get_by_label("ein Mensch")).not_to_be_checked(timeout=20_000)  # the new round is there
        one.get_by_label("ein Mensch").check()
        one.get_by_role("button", name="Abgeben").click()
        said = one.locator("#said")
        expect(said).to_contain_text("icht gespeichert", timeout=20_000)
        if lie not in (CUT, LOST):
            assert counted(workshop) == 0
            if lie != PROXY_LOGIN:  # Chromium takes that for no answer at all
                expect(said).to_contain_text(NOT_OURS)
        assert "✓" not in said.inner_text()
        if lie == LOGIN:
            accessible(one)
            one.reload()
            expect(one.get_by_label("ein Mensch")).to_be_checked()
            expect(said).to_contain_text("nicht gespeichert")
        honest_again(network, one, woken=lie not in (LOGIN, LOST))
        expect(said).to_contain_text("✓ Ihre Stimme ist gespeichert.")
        assert counted(workshop) == 1, lie
        assert workshop.state()["people"] == 1


def test_case_77_captive_portal_on_joining_and_listening(workshop, network, visit, accessible):  # noqa: F811
    for lie in (LOGIN, FORBIDDEN, REDIRECT, UNAUTHORISED, OTHER_JSON):
        network.lie(JOIN, lie)
        network.lie(EVENTS, lie)
        one = visit(f"mitmachen/{workshop.code}")
        expect(one.locator("#said")).to_contain_text(NOT_OURS)
        expect(one.get_by_text("verbunden", exact=True)).to_have_count(0)
        if lie == LOGIN:
            accessible(one)
        network.be_honest()
        network.lie(EVENTS, lie)
        expect(one.locator("#line")).to_contain_text(NOT_OURS)
        honest_again(network, one, woken=lie != LOGIN)
        expect(one.get_by_text("Willkommen, Sie sind dabei!")).to_be_visible()
        expect(one.locator("#line")).to_have_text("verbunden")
        one.context.close()


def test_what_is_doubled_or_slow_counts_once(workshop, network, visit):  # noqa: F811
    network.lie(f"{JOIN}|{VOTE}", TWICE)
    one = visit(f"mitmachen/{workshop.code}")
    expect(one.get_by_text("Willkommen, Sie sind dabei!")).to_be_visible()
    ask(workshop)
    one.get_by_label("ein Mensch").check()
    one.get_by_role("button", name="Abgeben").click()
    expect(one.locator("#said")).to_contain_text("✓ Ihre Stimme ist gespeichert.")
    assert (counted(workshop), workshop.state()["people"]) == (1, 1)
    # A copy of a vote comes after the one that has replaced it.
    network.lie(VOTE, COPIED_LATE)
    one.get_by_label("ein Programm").check()
    one.get_by_role("button", name="Antwort ändern").click()
    expect(one.locator("#said")).to_contain_text("✓ Ihre Stimme ist gespeichert.")
    network.lie(VOTE, SLOW)
    one.get_by_label("beide zusammen").check()
    one.get_by_role("button", name="Antwort ändern").click()
    expect(one.locator("#said")).to_contain_text("unterwegs")
    expect(one.locator("#said")).to_contain_text("✓ Ihre Stimme ist gespeichert.")
    assert network.deliver() == [409]
    one.reload()
    expect(one.get_by_label("beide zusammen")).to_be_checked()
    assert counted(workshop) == 1


def test_cards_given_in_a_lying_network_all_arrive(workshop, network, visit, page_at):  # noqa: F811
    one = visit(f"mitmachen/{workshop.code}")
    expect(one.get_by_text("Willkommen, Sie sind dabei!")).to_be_visible()
    ask(workshop, "spiegel")
    for number, lie in enumerate((LOGIN, LOST, FORBIDDEN), 1):
        network.lie(VOTE, lie)
        one.get_by_role("button", name="Einladen").click()
        expect(one.get_by_text(f"Bewerbung\u00a0{number + 1}\u00a0von")).to_be_visible()
        expect(one.locator("#said")).to_contain_text("icht gespeichert")
    assert workshop.state()["phases"]["spiegel"]["finished"] == 0
    network.be_honest()
    expect(one.locator("#said")).to_contain_text("✓ 3 von 16 gespeichert.")
    state = workshop.state()["phases"]["spiegel"]
    assert (state["answers"], state["finished"]) == (1, 0)  # begun, not finished
    for _ in range(3):
        one.get_by_role("button", name="Zurück").click()
    decide(one, MEN)
    state = workshop.state()["phases"]["spiegel"]
    assert (state["answers"], state["finished"]) == (1, 1)


def test_the_facilitator_is_told_nothing_that_the_workshop_did_not_say(workshop, network, visit, accessible):  # noqa: F811
    page = visit(f"leitung#{workshop.token}", 1280)
    expect(page.get_by_role("heading", name="Ablauf", exact=True)).to_be_visible()
    workshop.order("go", step="vorher")
    expect(page.locator("#votes")).to_contain_text("noch nicht geöffnet")
    begin(page)
    for lie in (LOGIN, FORBIDDEN, REDIRECT, UNAUTHORISED, GONE, OTHER_JSON):
        network.lie("/befehl$", lie)
        press(page, "Schließen")
        expect(page.locator("#said")).to_contain_text(NOT_OURS)
        expect(page.locator("#said")).not_to_contain_text("geschlossen")
        assert workshop.state()["phases"]["vorher"]["state"] == "open"
        network.lie("/protokoll", lie)
        page.get_by_role("button", name="Protokoll laden (Word)").first.click()
        expect(page.locator("#said")).to_contain_text("ließ sich nicht laden. " + NOT_OURS)
    network.be_honest()
    for lie in (LOGIN, UNAUTHORISED, GONE, OTHER_JSON):
        network.lie(EVENTS, lie)
        network.lie("/ablauf$", lie)
        page.reload()
        expect(page.locator("#line")).to_contain_text(NOT_OURS)
        honest_again(network, page, woken=lie != LOGIN)
        expect(page.locator("#line")).to_have_text("verbunden")
        expect(page.get_by_role("heading", name="Ablauf", exact=True)).to_be_visible()
    accessible(page)
    network.lie("/befehl$", TWICE)
    press(page, "Schließen")
    expect(page.locator("#said")).to_contain_text("Die Abstimmung ist geschlossen.")
    assert workshop.state()["phases"]["vorher"]["state"] == "closed"


def test_the_projector_waits_behind_a_login_page(workshop, network, visit):  # noqa: F811
    screen = workshop.state()["projector"].lstrip("/")
    for lie in (LOGIN, UNAUTHORISED, GONE):
        network.lie(EVENTS, lie)
        page = visit(screen, 1280)
        expect(page.locator("#line")).to_contain_text(NOT_OURS)
        honest_again(network, page, woken=lie != LOGIN)
        expect(page.get_by_text("Willkommen! Machen Sie mit.")).to_be_visible()
        expect(page.locator("#line")).to_have_text("")
        page.context.close()
