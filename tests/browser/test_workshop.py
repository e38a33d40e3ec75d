"""A workshop in Chromium: a facilitator, three phones, a projector, and as many simulated people as it needs."""

import http.client
import json
import re
import signal
import sqlite3
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import looks
import pytest
from docx import Document
from enlarged import fits_enlarged
from playwright.sync_api import Locator, Page, expect
from serving import FEW_MODULES, MANIFEST, MODULE, Heard

from coursetools import notebooks, pages
from fairki import mirror
from fairki.worlds.recruiting import MAN

pytestmark = pytest.mark.browser

START = """
from pathlib import Path
from coursetools.workshop import addresses, server
{few_modules}
addresses.reachable = lambda ip: {addresses!r}
server.run(
    Path({root!r}), {agenda!r}, host="localhost", port=0, seats={seats}, say=lambda line: print(line, flush=True)
)
"""
COMPUTED = 60_000
"""Milliseconds until a result must be there, on a busy machine as well."""
PEOPLE = mirror.applicants()
MEN = {
    one: "ja" if sex == MAN else "nein" for one, sex in zip(PEOPLE["id"], PEOPLE["geschlecht"], strict=True)
}
WOMEN = {one: "nein" if answer == "ja" else "ja" for one, answer in MEN.items()}


class Workshop(Heard):
    """A workshop in a process of its own, and people without a browser."""

    def __init__(self, root: Path):
        self.root, self.crowd = root, []

    def start(self, agenda: str = "45", seats: int = 0, others: Sequence[str] = ()) -> "Workshop":
        """Begin, or go on where it was killed; `others`: addresses that the machine seems to have, too."""
        addresses = ["localhost", *others]
        code = START.format(
            root=str(self.root), agenda=agenda, few_modules=FEW_MODULES, seats=seats, addresses=addresses
        )
        super().__init__(sys.executable, "-c", code)
        self.url, self.token = self.hears(r"(http://\S+/)leitung#(\S+)").groups()
        self.code = self.hears(r"Code: (\w+)")[1]
        return self

    def order(self, command: str, **values: Any) -> None:
        """Give a facilitator's command."""
        self.ask("leitung/befehl", self.token, {"command": command, **values})

    def restart_later(self, seconds: int) -> None:
        """Stop and go on as if the workshop and its current step had begun so many seconds ago."""
        self.stop()
        began = int(time.time()) - seconds
        with closing(sqlite3.connect(self.root / "workshop" / "workshop.db")) as database, database:
            database.execute(
                "update workshop_session set state = json_set(state, '$.started', ?, '$.entered', ?)",
                (began, began),
            )
        self.start()

    def ask(self, path: str, token: str = "", body: Any = None) -> dict:
        """What the server answers; anything but 200 fails."""
        connection = http.client.HTTPConnection(
            "localhost", int(self.url.rsplit(":", 1)[1].strip("/")), timeout=20
        )
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
        method, sent = ("GET", None) if body is None else ("POST", json.dumps(body))
        connection.request(method, f"/{path}", sent, headers)
        answer = connection.getresponse()
        content = json.loads(answer.read())
        connection.close()
        assert answer.status == 200, content
        return content

    def state(self) -> dict:
        """What a facilitator's page is told now."""
        connection = http.client.HTTPConnection(
            "localhost", int(self.url.rsplit(":", 1)[1].strip("/")), timeout=20
        )
        connection.request("GET", "/leitung/ereignisse", headers={"Authorization": f"Bearer {self.token}"})
        answer = connection.getresponse()
        line = next(line for line in answer if line.startswith(b"data: "))
        answer.close()
        connection.close()
        return json.loads(line[6:])

    def join(self, number: int) -> None:
        """So many more people join."""
        for _ in range(number):
            self.crowd.append(self.ask(f"mitmachen/{self.code}/beitreten", body={})["token"])

    def vote(self, choose: Callable[[int, dict], Any]) -> None:
        """Everybody votes; `choose` gets the number of the person and what the phone shows."""
        for number, token in enumerate(self.crowd):
            step = self.ask(f"mitmachen/{self.code}/stand", token)["step"]
            activity = step["activity"]
            assert activity["state"] == "open"
            body = {"step": step["id"], "round": activity["round"], "nonce": uuid.uuid4().hex}
            body["value"] = choose(number, activity["public"] | activity["own"])
            self.ask(f"mitmachen/{self.code}/stimme", token, body)


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    """A workshop beside a course with one page."""
    from nbformat import v4

    (tmp_path / "modules").mkdir()
    (tmp_path / "course.toml").write_text(MANIFEST + MODULE.format(number=1, slug="probe"), encoding="utf-8")
    text = notebooks.dumps(notebooks.normalise(v4.new_notebook(cells=[v4.new_markdown_cell("# Probe")])))
    (tmp_path / "modules" / "probe.ipynb").write_text(text, encoding="utf-8")
    pages.build(tmp_path)
    one = Workshop(tmp_path)
    yield one
    one.stop()


@pytest.fixture
def lead(page_at, workshop) -> Callable[..., Page]:
    """Opens a facilitator's page."""

    def open_page(width: int = 1280) -> Page:
        page = page_at(width)
        page.goto(f"{workshop.url}leitung#{workshop.token}")
        expect(page.get_by_role("heading", name="Ablauf", exact=True)).to_be_visible()
        return page

    return open_page


@pytest.fixture
def wall(page_at) -> Callable[[Page], Page]:
    """Opens the projector with the link on a facilitator's page."""

    def open_page(facilitator: Page) -> Page:
        page = page_at(1920)
        page.set_viewport_size({"width": 1920, "height": 1080})
        link = facilitator.get_by_role("link", name="Leinwand öffnen").first
        page.goto(link.evaluate("link => link.href"))
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        return page

    return open_page


@pytest.fixture
def phone(page_at, workshop) -> Callable[[], Page]:
    """Opens the vote page as a phone does that has read the QR code."""

    def open_page() -> Page:
        page = page_at(360)
        page.goto(f"{workshop.url}mitmachen/{workshop.code}")
        expect(page.get_by_text("verbunden")).to_be_visible()
        return page

    return open_page


def press(page: Page, name: str) -> None:
    """Press a button of the facilitator's bar, by the beginning of its name."""
    button = page.locator("#buttons").get_by_role("button", name=re.compile(f"^{name}"))
    expect(button).not_to_have_attribute("aria-disabled", "true")
    button.click()


def begin(page: Page, button: str = "Öffnen") -> None:
    """Open the vote and wait until it is open."""
    press(page, button)
    expect(page.locator("#votes")).to_contain_text(": offen.")


def answered(page: Page, number: int) -> None:
    """Wait until the facilitator sees so many answers."""
    expect(page.locator(".lead-count strong")).to_have_text(str(number))


def fits(page: Page) -> None:
    """No page scrolls sideways, at the width that it has."""
    looks.fits(page, page.viewport_size["width"])


def decide(phone: Page, ballot: dict[str, str]) -> None:
    """Go through the sixteen applicants on a phone."""
    titles = {card["id"]: card["title"] for card in mirror.cards()}
    answers = {title: ballot[one] for one, title in titles.items()}
    if (again := phone.get_by_role("button", name="Noch einmal von vorn ansehen")).is_visible():
        again.click()
    for _ in titles:
        name = phone.locator(".card h2").inner_text()
        choice = "Einladen" if answers[name] == "ja" else "Absagen"
        phone.get_by_role("button", name=choice).click()
        expect(phone.locator("h2").filter(has_text=name)).to_have_count(0)
    expect(phone.get_by_text("Ihre Stimme ist gespeichert")).to_be_visible()


def send(phone: Page) -> None:
    """Send what is chosen on a phone."""
    phone.get_by_role("button", name="Abgeben").click()
    expect(phone.get_by_text("Ihre Stimme ist gespeichert")).to_be_visible()


def result(page: Page) -> Locator:
    """The result on the projector or the preview on the facilitator's page."""
    return page.locator(".ws-result")


def first(number: int, asked: dict) -> str:
    """The first option."""
    return asked["options"][0]["id"]


def test_the_45_minutes_are_played_through(workshop, lead, wall, phone, accessible):
    workshop.start()
    facilitator = lead()
    screen = wall(facilitator)
    for page in (facilitator, screen):
        assert "#" not in page.url  # nobody reads the token from the address bar
    expect(screen.locator(".screen-code")).to_have_text(workshop.code)
    expect(screen.get_by_text("45 Minuten: Der Spiegel")).to_be_visible()  # a rehearsal says so here
    phones = [phone() for _ in range(3)]
    workshop.join(2)
    expect(screen.get_by_text("5 Geräte sind dabei.")).to_be_visible()
    expect(facilitator.get_by_text("5 dabei, davon 3 gerade verbunden")).to_be_visible()
    for page in (facilitator, screen, phones[0]):
        accessible(page)

    press(facilitator, "Workshop beginnen: Ankommen")
    expect(facilitator.get_by_text("Schritt 1 von 7")).to_be_visible()

    # before: a poll, hidden until it is shown, and only from five answers on
    press(facilitator, "Weiter: Frage vorher")
    begin(facilitator)
    for one in phones:
        one.get_by_label("ein Mensch").check()
        send(one)
    accessible(phones[0])
    workshop.crowd, absent = workshop.crowd[:1], workshop.crowd[1:]
    workshop.vote(first)
    answered(facilitator, 4)
    expect(screen.locator(".screen-count")).to_contain_text("4 Antworten")
    assert not result(screen).count() and not result(facilitator).count()
    press(facilitator, "Schließen")
    expect(facilitator.get_by_text("Es fehlt noch 1 Antwort.")).to_be_visible()
    press(facilitator, "Zeigen")
    expect(result(screen)).to_contain_text("Noch zu wenige Antworten")
    assert not screen.locator(".ws-bars").count()
    begin(facilitator, "Wieder öffnen")
    workshop.crowd, voted = absent, workshop.crowd
    workshop.vote(first)
    workshop.crowd += voted
    answered(facilitator, 5)
    press(facilitator, "Schließen")
    expect(result(facilitator)).to_contain_text("5 (100 %)")
    expect(screen.get_by_text("Die Abstimmung ist geschlossen.")).to_be_visible()
    assert not result(screen).count()
    press(facilitator, "Zeigen")
    expect(result(screen)).to_contain_text("5 (100 %)")
    expect(phones[0].locator(".box").first).to_contain_text("5 Personen haben geantwortet.")
    for page in (facilitator, screen, phones[0]):
        accessible(page)

    # a reload of each page goes on where it was
    for page, seen in ((facilitator, "Schritt 2 von 7"), (screen, "5 (100 %)"), (phones[0], "5 Personen")):
        page.reload()
        expect(page.get_by_text(seen).first).to_be_visible()
    expect(facilitator.get_by_text("5 dabei")).to_be_visible()  # the phone did not join twice

    # reset, then the same again
    press(facilitator, "Zurücksetzen")
    facilitator.get_by_role("dialog").get_by_role("button", name="Abbrechen").click()
    answered(facilitator, 5)
    press(facilitator, "Zurücksetzen")
    facilitator.get_by_role("dialog").get_by_role("button", name="Zurücksetzen").click()
    answered(facilitator, 0)
    expect(screen.get_by_text("Gleich kommt eine Frage auf Ihr Handy.")).to_be_visible()
    begin(facilitator)
    workshop.vote(first)
    for one in phones:
        one.get_by_label("ein Mensch").check()
        send(one)
    press(facilitator, "Schließen")

    # the mirror changes when the votes flip
    press(facilitator, "Weiter: Der Spiegel")
    for ballot, button, verdict in ((MEN, "Öffnen", "Männer"), (WOMEN, "Wieder öffnen", "Frauen")):
        begin(facilitator, button)
        for one in phones:
            decide(one, ballot)
        workshop.vote(lambda number, asked, ballot=ballot: ballot)
        answered(facilitator, 5)
        press(facilitator, "Schließen")
        expect(result(facilitator)).to_contain_text(
            f"Das Modell des Raums lädt {verdict} häufiger ein", timeout=COMPUTED
        )
        press(facilitator, "Zeigen")
        expect(result(screen)).to_contain_text(f"Das Modell des Raums lädt {verdict} häufiger ein")
        models = screen.locator(".ws-models > li")
        assert [model.locator("strong").inner_text() for model in models.all()] == [
            "Modell des Raums (alle Stimmen)",
            "Modell des Raums (Mehrheit)",
            "Das Modell der Firma",
        ]
        expect(models.nth(2)).to_contain_text("(Männer): mehr als Zufall")
        assert screen.locator(".ws-chance").count() == 3
    for page in (facilitator, screen):
        accessible(page)
    assert screen.evaluate("innerHeight >= document.getElementById('main').scrollHeight")

    # back and forth: nothing gets lost
    press(facilitator, "Zurück: Frage vorher")
    expect(screen.get_by_text("Wer wählt bei Bewerbungen")).to_be_visible()
    press(facilitator, "Weiter: Der Spiegel")
    expect(result(screen)).to_contain_text("Frauen häufiger")

    # an estimate with its true value
    press(facilitator, "Weiter: Spalte löschen")
    begin(facilitator)
    phones[0].locator("#zahl").fill("1.000")
    phones[0].get_by_role("button", name="Abgeben").click()
    asked_back = phones[0].get_by_text("„1.000“ ist nicht eindeutig. Meinen Sie 1000 oder 1?")
    expect(asked_back.first).to_be_visible()
    phones[0].get_by_role("button", name="1", exact=True).click()
    expect(phones[0].locator("#zahl")).to_have_value("1")
    for one in phones:
        one.locator("#zahl").fill("30")
        send(one)
    workshop.vote(lambda number, asked: asked["high"])
    answered(facilitator, 5)
    press(facilitator, "Schließen")
    assert not screen.get_by_text("Richtig ist").count()
    press(facilitator, "Zeigen")
    expect(screen.locator(".ws-truth")).to_contain_text("Richtig ist:", timeout=COMPUTED)

    # afterwards: the second round beside the first
    press(facilitator, "Weiter: Noch einmal gefragt")
    begin(facilitator)
    for one in phones:
        one.get_by_label("beide zusammen").check()
        send(one)
    workshop.vote(first)
    answered(facilitator, 5)
    press(facilitator, "Schließen")
    press(facilitator, "Zeigen")
    both = screen.locator(".ws-bars > li").filter(has_text="beide zusammen")
    expect(both).to_contain_text("Runde 1: 0")
    expect(both).to_contain_text("Jetzt: 3 (60 %)")
    accessible(screen)

    press(facilitator, "Weiter: Was heißt das für uns")
    expect(screen.get_by_role("heading", level=1)).to_have_text("Was heißt das für uns?")
    press(facilitator, "Weiter: Meine Zusage")
    begin(facilitator)
    workshop.vote(first)
    for one in phones:
        one.locator("input[type=radio]").first.check()
        send(one)
        fits(one)
    press(facilitator, "Schließen")
    press(facilitator, "Zeigen")
    expect(result(screen)).to_contain_text("5 (100 %)")

    # take the protocol along, then delete everything; the page asks twice
    with facilitator.expect_download() as download:
        facilitator.get_by_role("button", name="Protokoll laden (Word)").click()
    paragraphs = [one.text for one in Document(download.value.path()).paragraphs]
    assert "Das Modell des Raums lädt Frauen häufiger ein" in paragraphs
    facilitator.get_by_text("Workshop beenden", exact=True).click()
    facilitator.get_by_role("button", name="Workshop beenden …").click()
    facilitator.get_by_role("dialog").get_by_role("button", name="Weiter zum Löschen").click()
    accessible(facilitator)
    facilitator.get_by_role("dialog").get_by_role("button", name="Alles löschen").click()
    expect(facilitator.get_by_text("Bitte schreiben Sie das Wort „beenden“")).to_be_visible()
    facilitator.get_by_label("Schreiben Sie zur Bestätigung").fill("beenden")
    facilitator.get_by_role("dialog").get_by_role("button", name="Alles löschen").click()
    expect(facilitator.get_by_role("heading", name="Der Workshop ist beendet")).to_be_visible()
    expect(screen.get_by_text("Alle Antworten sind gelöscht.")).to_be_visible()
    for one in phones:
        expect(one.get_by_text("Ihre Stimmen wurden gelöscht.")).to_be_visible()
    assert not list((workshop.root / "workshop").iterdir())
    for page in (facilitator, screen, phones[0]):
        accessible(page)


def test_free_texts_are_shown_only_after_moderation(workshop, lead, wall, phone, accessible):
    workshop.start("90")
    facilitator = lead(768)
    screen, one = wall(facilitator), phone()
    workshop.join(4)
    step = facilitator.locator(".lead-steps li").filter(has_text="Rückblick")
    step.locator("summary").first.click()
    step.get_by_role("button", name="Zu diesem Schritt gehen").click()
    switch = facilitator.get_by_label("Freie Antworten erlauben.")
    expect(switch).not_to_be_checked()
    switch.check()
    begin(facilitator)
    for question in one.locator("fieldset").all():
        question.locator("input").first.check()
    one.locator("textarea").fill("Mehr Zeit für Fragen!")
    send(one)
    texts = ["Zu laut & zu schnell", "", "", "Gern wieder"]
    workshop.vote(
        lambda number, asked: {
            "answers": {entry["id"]: entry["options"][0]["id"] for entry in asked["questions"]},
            "text": texts[number],
        }
    )
    press(facilitator, "Schließen")
    expect(facilitator.locator(".lead-texts li")).to_have_count(3)
    accessible(facilitator)
    press(facilitator, "Zeigen")
    expect(result(screen)).to_contain_text("Wie war es für Sie?")
    assert not screen.locator(".ws-texts").count()
    facilitator.get_by_role("button", name="Freigeben: Mehr Zeit für Fragen!").click()
    expect(screen.locator(".ws-texts li")).to_have_text(["„Mehr Zeit für Fragen!“"])
    allowed = facilitator.get_by_role("button", name="Wieder verbergen: Mehr Zeit für Fragen!")
    expect(allowed).to_be_focused()  # the list was drawn anew around it
    accessible(screen)
    allowed.click()
    expect(screen.locator(".ws-texts")).to_have_count(0)


def test_the_room_writes_a_kodex_that_is_examined(workshop, lead, wall, phone, accessible):
    workshop.start("90")
    facilitator = lead()
    screen, one = wall(facilitator), phone()
    workshop.join(4)
    step = facilitator.locator(".lead-steps li").filter(has_text="Der Raum schreibt seinen Kodex")
    step.locator("summary").first.click()
    step.get_by_role("button", name="Zu diesem Schritt gehen").click()
    begin(facilitator)
    chosen = ["auswahlquoten", "chancengleichheit", "einspruch", "begruendung", "hinweis"]
    for pattern in chosen:
        one.locator(f"input[value={pattern}]").check()
    send(one)
    workshop.vote(lambda number, asked: chosen)
    answered(facilitator, 5)
    press(facilitator, "Schließen")
    press(facilitator, "Zeigen")
    expect(screen.locator(".ws-bars > li").first).to_contain_text("Gleiche Quoten ✓ im Kodex")
    begin(facilitator, "Nächste Runde: Lücken füllen")
    expect(screen.locator(".screen-choices li")).to_have_count(5)
    one.locator("#einspruch-frist").fill("10")
    send(one)
    frist = iter([3, 12, 20, 30])
    workshop.vote(
        lambda number, asked: {
            "auswahlquoten": {"abstand": 0},
            "chancengleichheit": {"abstand": 0},
            "einspruch": {"frist": next(frist)},
        }
    )
    answered(facilitator, 5)
    press(facilitator, "Schließen")
    expect(result(facilitator)).to_contain_text("Der Kodex des Raums", timeout=COMPUTED)
    press(facilitator, "Zeigen")
    expect(screen.locator(".ws-table")).to_contain_text("12 Tag")  # the median of 3, 10, 12, 20, 30
    expect(screen.locator(".ws-bars > li").first).to_contain_text(re.compile(r"Gefunden.*von \d+ Fehlern"))
    for page in (facilitator, screen):
        accessible(page)


def test_a_model_learns_what_the_halves_of_a_room_write_and_the_room_sorts_cases(
    workshop, lead, wall, phone, accessible
):
    workshop.start("45-texte")
    facilitator = lead()
    screen = wall(facilitator)
    phones = [phone() for _ in range(3)]
    workshop.join(9)
    press(facilitator, "Workshop beginnen: Ankommen")
    press(facilitator, "Weiter: Ein Satz über")
    begin(facilitator)
    expect(screen.get_by_text("bei 20 Antworten 60 Punkte")).to_be_visible()
    assert not re.search("Frau|Herr", screen.locator("main").inner_text())

    def person(page: Page) -> str:
        return re.match("(Frau|Herr) Kim", page.locator(".fk-sentence").inner_text())[1]

    def outlook(promised: bool) -> str:
        return "Wir sehen Potenzial zur Leitung." if promised else "Wir empfehlen eine Fortbildung."

    for one in phones:
        mine = person(one)
        one.get_by_label("begleitet").check()
        one.reload()
        assert person(one) == mine
        one.get_by_label("begleitet").check()
        one.get_by_role("button", name="Abgeben").click()
        expect(one.get_by_text("Bitte wählen Sie für jede Lücke ein Wort.")).to_be_visible()
        one.get_by_label("Sorgfalt").check()
        one.get_by_label(outlook(mine == "Herr")).check()
        expect(one.locator(".fk-sentence")).to_contain_text(
            f"Sorgfalt. Die Leistung ist sehr gut. {outlook(mine == 'Herr')}"
        )
        send(one)
        one.reload()
        expect(one.get_by_label("begleitet")).to_be_checked()
        expect(one.get_by_text("Ihre Stimme ist gespeichert")).to_be_visible()
    fits(phones[0])
    accessible(phones[0])
    accessible(screen)
    man = 1
    workshop.vote(
        lambda number, asked: {
            "anrede": asked["anrede"],
            "verb": 0,
            "lob": 0,
            "ausblick": 0 if asked["anrede"] == man else 3,
        }
    )
    answered(facilitator, 12)
    press(facilitator, "Schließen")
    expect(result(facilitator)).to_contain_text("„Herr“ bekommt hier öfter Potenzial", timeout=COMPUTED)
    press(facilitator, "Zeigen")
    expect(screen.locator(".ws-written").nth(0)).to_contain_text("Frau Kim Lorenz")
    expect(screen.locator(".ws-written").nth(1)).to_contain_text("Wir sehen Potenzial zur Leitung.")
    assert screen.locator(".ws-chance").count() == 1
    assert screen.evaluate("innerHeight >= document.getElementById('main').scrollHeight")
    expect(phones[0].locator(".box").first).to_contain_text("Eine Hälfte las „Frau“, die andere „Herr“.")
    for page in (screen, facilitator, phones[0]):
        accessible(page)

    press(facilitator, "Weiter: Was sie erfindet")
    press(facilitator, "Weiter: Was darf hinein")
    expect(facilitator.get_by_text("Schritt 4 von 6")).to_be_visible()
    for title, button in (("Stellenanzeige kürzen", "Öffnen"), ("Beschwerde einer Kundin", "Nächste Runde")):
        begin(facilitator, button)
        expect(screen.get_by_text(title)).to_be_visible()
        for one in phones:
            expect(one.get_by_role("heading", name=title)).to_be_visible()
            one.get_by_label("nie").check()
            send(one)
        workshop.vote(first)
        answered(facilitator, 12)
        press(facilitator, "Schließen")
        press(facilitator, "Zeigen")
        expect(screen.locator(".ws-truth")).to_be_visible(timeout=COMPUTED)
        expect(result(screen)).to_contain_text("Der Kurs schlägt vor")
    for page in (screen, phones[0]):
        accessible(page)
    fits(phones[0])


def test_two_facilitators_and_all_phones_outlive_the_death_of_the_server(workshop, lead, wall, phone):
    workshop.start()
    one, other = lead(), lead(360)
    screen, voter = wall(one), phone()
    workshop.join(4)
    everybody = (one, other, screen, voter)
    for page in everybody:
        page.witness.forgive += ["Failed to load resource", "net::ERR"]
    press(one, "Workshop beginnen")
    press(one, "Weiter: Frage vorher")
    expect(other.get_by_role("heading", name="Frage vorher")).to_be_visible()
    begin(other)
    fits(other)
    voter.get_by_label("ein Mensch").check()
    send(voter)
    workshop.vote(first)
    answered(one, 5)
    workshop.stop(signal.SIGKILL)
    for page in everybody:
        expect(page.get_by_text("Verbindung unterbrochen.")).to_be_visible()
    workshop.start()
    expect(one.get_by_text("Die Verbindung ist wieder da.")).to_be_visible(timeout=COMPUTED)
    expect(voter.get_by_text("verbunden", exact=True)).to_be_visible(timeout=COMPUTED)
    press(one, "Schließen")
    for page in (one, other):
        answered(page, 5)
        expect(result(page)).to_contain_text("5 (100 %)", timeout=COMPUTED)
    press(other, "Zeigen")
    expect(result(screen)).to_contain_text("5 (100 %)", timeout=COMPUTED)
    expect(voter.locator(".box").first).to_contain_text("5 Personen haben geantwortet.")


def test_a_facilitator_adjusts_the_workshop_before_it_begins(workshop, lead, accessible):
    workshop.start()
    facilitator = lead()
    side = facilitator.locator("#settings")
    side.get_by_text("Ergebnisse ab 5 Antworten").click()
    side.get_by_label("So viele Antworten braucht ein Ergebnis").fill("3")
    side.get_by_role("button", name="Übernehmen").click()
    message = side.get_by_label("So viele Antworten").evaluate("input => input.validationMessage")
    assert message == "Bitte eine ganze Zahl von 5 bis 50."
    side.get_by_label("So viele Antworten braucht ein Ergebnis").fill("8")
    side.get_by_role("button", name="Übernehmen").click()
    expect(side.get_by_text("Ergebnisse ab 8 Antworten")).to_be_visible()
    side.get_by_text("Anderer Ablauf").click()
    side.get_by_label("Fertiger Ablauf").select_option("180")
    side.get_by_role("button", name="Diesen Ablauf nehmen").click()
    expect(facilitator.locator("#agenda")).to_have_text("3 Stunden: Vom Spiegel zur Prüfung")
    side.get_by_role("button", name="Eigenen Ablauf nehmen").click()
    expect(facilitator.get_by_text("Bitte kreuzen Sie mindestens eine Einheit an.")).to_be_visible()
    side.get_by_label("1.1 ").check()
    side.get_by_label("2.3 ").check()
    expect(side.get_by_text("2 Einheiten, etwa")).to_be_visible()
    accessible(facilitator)
    side.get_by_role("button", name="Eigenen Ablauf nehmen").click()
    expect(facilitator.locator("#agenda")).to_have_text("Eigener Ablauf")
    expect(
        facilitator.locator(".lead-steps li").filter(has_text="Der Raum schreibt seinen Kodex")
    ).to_be_visible()
    guide = facilitator.get_by_role("link", name="Dieser Ablauf zum Drucken").evaluate("link => link.href")
    assert guide.startswith(f"{workshop.url}leitfaden/ablauf-eigener?schritte=ankommen-5,spiegel-")
    assert facilitator.request.get(guide).ok


def test_the_pages_of_a_workshop_fit_with_large_text(workshop, lead, phone, page_at):
    workshop.start()
    pages_of_people = [lead(), phone()]
    guide = page_at(360)
    for path in ("leitfaden", "leitfaden/ablauf-90"):
        assert guide.goto(f"{workshop.url}{path}").ok
        fits_enlarged(guide)
    for page in pages_of_people:
        fits_enlarged(page)


def test_a_page_and_a_break_stand_on_the_projector(workshop, lead, wall, phone, accessible):
    workshop.start()
    facilitator = lead()
    screen, one = wall(facilitator), phone()
    # long enough for a break, and with a page of the course
    workshop.order(
        "agenda",
        units=["00.2", "01.1", "01.2", "01.3", "02.1", "02.2", "02.3", "02.4", "03.3", "04.1", "04.3"],
    )
    kinds = {"page": "Kursseite auf der Leinwand", "break": "Pause"}
    texts = {
        "page": ("Passt alles zusammen?", "Dazu sehen wir uns gemeinsam eine Seite im Kurs an."),
        "break": ("Pause", "Wir machen eine Pause. Lassen Sie Ihr Handy einfach so."),
    }
    sheet = workshop.ask("leitung/ablauf", workshop.token)["agenda"]["steps"]
    for kind, (title, text) in texts.items():
        step = next(step for step in sheet if step["kind"] == kind)
        workshop.order("go", step=step["id"])
        expect(screen.get_by_role("heading", level=1)).to_have_text(title)
        expect(screen.locator(".screen-lead")).to_contain_text(text)
        expect(screen.locator("#corner")).to_contain_text(workshop.code)  # for those who come late
        expect(screen.get_by_role("img", name="QR-Code zum Mitmachen")).to_be_visible()
        assert not screen.locator(".screen-count").count() and not result(screen).count()
        assert screen.evaluate("innerHeight >= document.getElementById('main').scrollHeight")
        expect(facilitator.locator("#now")).to_contain_text(kinds[kind])
        expect(one.get_by_role("heading", level=1)).to_have_text(title)
        link = one.get_by_role("link", name="Seite öffnen")
        button = facilitator.get_by_role("link", name="Kursseite öffnen (neues Fenster)")
        for there in (link, button):
            expect(there).to_have_count(1 if kind == "page" else 0)
        if kind == "page":
            for there in (link, button):
                assert there.evaluate("link => new URL(link.href).pathname") == step["page"]
        for page in (facilitator, screen, one):
            accessible(page)


WARNINGS = {
    245: "Die letzte Minute für diesen Schritt läuft.",
    302: "Die Zeit für diesen Schritt ist um.",
    482: "3 Minuten über der Zeit. Kommen Sie in Ruhe zum Schluss.",
}
"""Seconds in a step of five minutes → what the facilitator reads."""


def test_the_clock_warns_gently(workshop, lead, accessible):
    workshop.start()
    workshop.order("go", step="ankommen")  # five minutes
    facilitator = lead()
    pace = facilitator.locator(".lead-pace")
    expect(pace).to_have_text("Noch etwa 5 Minuten. Sie liegen gut in der Zeit.")
    for gone, warning in WARNINGS.items():
        facilitator.goto("about:blank")
        workshop.restart_later(gone)
        facilitator.goto(f"{workshop.url}leitung#{workshop.token}")
        expect(pace).to_have_text(warning)
        expect(facilitator.locator("#said")).to_have_text(warning)  # once, also for screen readers
        expect(facilitator.get_by_role("alert")).to_be_empty()
        colour = "element => getComputedStyle(element).color"
        assert pace.evaluate(colour) == facilitator.locator("body").evaluate(colour)  # nothing in red
    accessible(facilitator)
    press(facilitator, "Weiter: Frage vorher")
    expect(pace).to_have_text("Etwa 3 Minuten hinter dem Plan. Das holen Sie auf, oder Sie lassen etwas weg.")


def test_a_phone_says_what_is_saved_and_what_is_not(workshop, phone, accessible):
    workshop.start()
    one = phone()
    expect(one.get_by_role("heading", name="Willkommen, Sie sind dabei!")).to_be_visible()
    workshop.order("go", step="vorher")
    workshop.order("open", step="vorher", round=1)
    one.get_by_label("ein Mensch").check()
    send(one)
    again = one.get_by_role("button", name="Antwort ändern")
    expect(again).to_have_class("second")
    accessible(one)
    one.get_by_label("beide zusammen").check()
    expect(one.get_by_text("Geändert, aber noch nicht gespeichert.")).to_be_visible()
    assert not one.get_by_text("Ihre Stimme ist gespeichert").count()
    one.reload()  # what was not sent does not count
    expect(one.get_by_label("ein Mensch")).to_be_checked()
    expect(one.get_by_text("Ihre Stimme ist gespeichert")).to_be_visible()
    one.get_by_label("beide zusammen").check()
    again.click()
    expect(one.get_by_text("Ihre Stimme ist gespeichert")).to_be_visible()
    workshop.order("close", step="vorher")
    workshop.order("go", step="spiegel")
    workshop.order("open", step="spiegel", round=1)
    one.get_by_role("button", name="Einladen").click()
    expect(one.get_by_text("✓ 1 von 16 gespeichert.")).to_be_visible()
    one.get_by_role("button", name="Zurück").click()
    decide(one, MEN)


def test_a_vote_given_without_network_waits_on_the_phone_and_counts_once(workshop, lead, phone):
    workshop.start()
    facilitator, one, other = lead(), phone(), phone()
    workshop.order("go", step="vorher")
    workshop.order("open", step="vorher", round=1)
    one.get_by_label("ein Mensch").check()
    one.witness.forgive.append("net::ERR_INTERNET_DISCONNECTED")
    one.context.set_offline(True)
    one.get_by_role("button", name="Abgeben").click()
    expect(one.get_by_text("Ihre Stimme wartet auf die Verbindung. Sie geht nicht verloren.")).to_be_visible()
    other.get_by_label("ein Programm").check()
    send(other)
    answered(facilitator, 1)
    one.context.set_offline(False)
    expect(one.get_by_text("Ihre Stimme ist gespeichert")).to_be_visible()
    answered(facilitator, 2)
    one.reload()
    expect(one.get_by_label("ein Mensch")).to_be_checked()
    answered(facilitator, 2)


def test_the_keyboard_leads_a_step_and_keeps_its_place(workshop, lead):
    workshop.start()
    facilitator = lead()
    press(facilitator, "Workshop beginnen")
    press(facilitator, "Weiter: Frage vorher")
    facilitator.locator("[data-name=open]").focus()
    facilitator.keyboard.press("Enter")
    expect(facilitator.locator("#votes")).to_contain_text("offen")
    expect(facilitator.locator("[data-name=open]")).to_be_focused()  # although it can do nothing now
    facilitator.keyboard.press("Enter")
    facilitator.keyboard.press("Tab")
    facilitator.keyboard.press("Space")
    expect(facilitator.locator("#votes")).to_contain_text("geschlossen")
    expect(facilitator.locator("[data-name=close]")).to_be_focused()
    facilitator.locator("[data-name=reset]").focus()
    facilitator.keyboard.press("Enter")
    expect(facilitator.get_by_role("dialog").get_by_role("button", name="Abbrechen")).to_be_focused()
    facilitator.keyboard.press("Escape")
    expect(facilitator.get_by_role("dialog")).to_be_hidden()
    expect(facilitator.locator("[data-name=reset]")).to_be_focused()


@pytest.mark.parametrize("page_name", ["leitung", "leinwand"])
def test_a_page_without_its_token_says_where_to_get_it(workshop, page_at, accessible, page_name):
    workshop.start()
    page = page_at(360)
    page.witness.forgive.append("401")
    for address in (page_name, f"{page_name}#falsch"):
        page.goto(workshop.url + address)
        expect(
            page.get_by_role("heading", name=re.compile("gehört zu keinem|noch nicht verbunden"))
        ).to_be_visible()
        accessible(page)
        fits(page)
        page.goto("about:blank")
