"""The start page in a real browser."""

import json

import looks
import pytest
from learner import unfold
from playwright.sync_api import Page, expect
from serving import Server

from fairki import manifest

pytestmark = pytest.mark.browser

COURSE = manifest.read()

STATE = {
    "version": 1,
    "answers": {"01.notiz": "x"},
    "progress": {"01": {"1": True}},
    "last": {"module": "01", "unit": "2"},
}


def with_state(page: Page, **state) -> Page:
    """A page whose browser remembers an earlier visit."""
    page.add_init_script(f"localStorage.fairki ??= {json.dumps(json.dumps(STATE | state))}")
    return page


@pytest.mark.parametrize(("width", "scheme"), looks.LOOKS[:2])
def test_the_start_page_fits_and_is_accessible(served: Server, page_at, accessible, width, scheme):
    page = with_state(page_at(width, scheme))
    page.goto(served.url)
    expect(page).to_have_title("Fairer und kluger KI-Einsatz")
    unfold(page.locator("main"))
    expect(page.get_by_role("heading", name="Ihr Stand auf diesem Gerät")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "de"
    accessible(page)
    looks.fits(page, width)


def test_the_start_page_shows_the_people_and_a_picture_with_words(served: Server, page_at):
    page = page_at()
    page.goto(served.url)
    people = page.get_by_role("img", name="Gezeichnete Köpfe der Menschen aus dem Betrieb")
    expect(people.locator("img")).to_have_count(9)
    picture = page.get_by_role("img", name="Viele Zeichen und eine Linie")
    expect(picture).to_be_visible()
    images = page.locator("main img")
    assert images.evaluate_all("all => all.every((one) => one.complete && one.naturalWidth > 0)")
    assert images.evaluate_all("all => all.every((one) => one.src.startsWith(location.origin))")


def test_the_five_steps_are_named_and_only_existing_modules_are_linked(served: Server, page_at):
    page = page_at()
    page.goto(served.url)
    steps = page.locator(".page-path > li")
    expect(steps).to_have_count(5)
    names = [
        "Bewusstsein schaffen",
        "Werte definieren",
        "Prozesse prüfen",
        "Governance etablieren",
        "Feedback ermöglichen",
    ]
    for at, name in enumerate(names):
        expect(steps.nth(at).get_by_role("heading", level=3)).to_contain_text(name)
    addresses = page.locator("main a").evaluate_all("links => links.map(link => link.href)")
    assert all(page.request.get(address.partition("#")[0]).ok for address in addresses)
    without = steps.filter(has_not=page.locator("article"))
    expect(without.locator("a, button")).to_have_count(0)


def test_the_learner_goes_on_where_they_stopped(served: Server, page_at):
    page = with_state(page_at())
    page.goto(served.url)
    units = page.locator("[data-module='01'] [data-unit]")
    expect(units.nth(0).get_by_text("fertig")).to_be_visible()
    expect(units.nth(1)).not_to_contain_text("fertig")
    title = units.nth(1).get_by_role("link").inner_text()
    expect(page.locator("#weiter-ziel")).to_contain_text(title)
    page.get_by_role("link", name="Weiter, wo ich aufgehört habe").click()
    page.wait_for_selector("html[data-ready]")
    heading = page.get_by_role("heading", level=2).filter(has_text=title)
    expect(heading).to_be_in_viewport()


@pytest.mark.parametrize(
    ("done", "way", "aim"),
    [
        ({"01": ["1", "2"]}, {}, "01.3"),
        ({"01": ["2"], "08": ["4"]}, {}, "01.3"),
        ({"01": ["1", "2", "3", "4"]}, {"00.weg": "kurz"}, "short"),
    ],
)
def test_who_has_finished_a_unit_is_led_to_the_next_one_on_their_way(served: Server, page_at, done, way, aim):
    progress = {module: dict.fromkeys(units, True) for module, units in done.items()}
    page = with_state(page_at(), progress=progress, answers=STATE["answers"] | way)
    page.goto(served.url)
    after = COURSE.short_path[COURSE.short_path.index("01.1") + 1 :]
    place = next(one for one in after if not one.startswith("01")) if aim == "short" else aim
    module, unit = COURSE.unit(place)
    expect(page.locator("#weiter-ziel")).to_have_text(
        f"Modul {module.number}, Einheit {place[3:]}: {unit.title}"
    )
    page.get_by_role("link", name="Weiter mit der nächsten Einheit").click()
    page.wait_for_url(f"**/{module.slug}*#einheit-{place[3:]}")


def test_the_way_back_names_a_module_by_the_number_that_it_has_today(served: Server, page_at):
    page = with_state(page_at(), last={"module": "07", "unit": "2"})
    page.goto(served.url)
    module, unit = COURSE.unit("07.2")
    aim = f"Modul {module.number}, Einheit 2: {unit.title}"
    expect(page.locator("#weiter-ziel")).to_have_text(aim)
    expect(page.locator("[data-module='07']")).to_contain_text(f"Modul {module.number} ·")


def test_a_phone_shows_the_course_in_five_screens_and_opens_the_module_where_somebody_was(served, page_at):
    page = page_at(360)
    page.goto(served.url)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollHeight") <= 5 * 800
    assert page.locator(".page-card details[open]").count() == 0
    assert page.get_by_role("link", name="Kurs beginnen").bounding_box()["y"] < 800
    again = with_state(page_at(360))
    again.goto(served.url)
    expect(again.locator("[data-module='01'] details")).to_have_attribute("open", "")
    expect(again.locator("[data-module='01'] summary")).to_contain_text("1 von 4 fertig")
    expect(again.locator(".page-card details[open]")).to_have_count(1)


def test_somebody_with_little_time_finds_the_short_path(served: Server, page_at):
    page = page_at(360)
    page.goto(served.url)
    minutes = COURSE.short_minutes
    expect(
        page.get_by_role("heading", name=f"Wenig Zeit? Der kurze Weg: etwa {minutes} Minuten")
    ).to_be_visible()
    units = page.locator(".page-short li")
    for shown, place in zip(units.all(), COURSE.short_path, strict=True):
        module, unit = COURSE.unit(place)
        expect(shown.get_by_role("link")).to_have_text(unit.title)
        expect(shown).to_contain_text(f"Modul {module.number} · {unit.minutes} Minuten")
    units.filter(has_text="Wie sie schreibt").get_by_role("link").click()
    page.wait_for_selector("html[data-ready]")
    expect(page.get_by_role("heading", level=2, name="Wie sie schreibt")).to_be_in_viewport()


def test_who_chose_the_short_path_goes_on_with_its_next_unit_at_the_end_of_each(served: Server, page_at):
    done = {"00": {"2": True}, "01": {"2": True}}
    page = with_state(page_at(360), progress=done)
    page.goto(served.url)
    expect(page.locator(".page-short li.page-is-done")).to_have_count(2)
    page.get_by_role("link", name="Weiter auf dem kurzen Weg").click()
    expect(page.get_by_role("heading", level=2, name=COURSE.unit("01.1")[1].title)).to_be_visible()
    page.goto(f"{served.url}modul/01_bewusstsein?ansicht=alles")
    on = page.get_by_role("link", name=f"Weiter auf dem kurzen Weg: {COURSE.unit('08.1')[1].title}")
    on.click()  # at the end of 01.2; 01.1 is not done and offers its own next unit alone
    expect(page.get_by_role("heading", level=2, name=COURSE.unit("08.1")[1].title)).to_be_visible()
    assert json.loads(page.evaluate("localStorage.fairki"))["answers"]["00.weg"] == "kurz"


def test_a_page_that_mentions_another_module_leads_there(served: Server, page_at):
    page = page_at()
    page.goto(f"{served.url}modul/00_willkommen")
    writing = COURSE.module("08")
    page.get_by_role("link", name=f"Modul {writing.number}", include_hidden=True).first.evaluate(
        "link => link.click()"
    )
    expect(page.get_by_role("heading", level=1)).to_have_text(writing.title)


def test_a_first_visit_begins_with_the_first_module(served: Server, page_at):
    page = page_at(360)
    page.goto(served.url)
    page.get_by_role("link", name="Kurs beginnen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Willkommen")


def test_the_exercise_is_offered_as_a_form_and_as_a_notebook(served: Server, page_at):
    page = page_at()
    page.goto(served.url)
    unfold(page.locator("[data-module='01']"))
    exercise = page.locator(".page-exercise").filter(has_text="Was hat das Modell gelernt?")
    with page.expect_download() as download:
        exercise.get_by_role("link", name="Als Notebook laden").click()
    assert download.value.suggested_filename == "bewusstsein.ipynb"
    released = served.root / "exercises" / "bewusstsein" / "bewusstsein.ipynb"
    assert download.value.path().read_bytes() == released.read_bytes()
    exercise.get_by_role("link", name="Als Formular öffnen").click()
    expect(page).to_have_title("Übung: Was hat das Modell gelernt? – FairKI")


def test_the_own_state_can_be_deleted_here(served: Server, page_at):
    page = with_state(page_at())
    page.goto(served.url)
    page.get_by_text("Ihr Stand auf diesem Gerät: sichern, laden, löschen").click()
    page.get_by_role("button", name="Alles löschen").click()
    page.get_by_role("dialog").get_by_role("button", name="Alles löschen").click()
    expect(page.get_by_text("Alles ist gelöscht.")).to_be_visible()
    assert page.evaluate("localStorage.fairki") is None
    expect(page.locator("[data-unit='1']").filter(has_text="fertig")).to_have_count(0)


def test_without_javascript_the_start_page_still_leads_everywhere(served: Server, page_at):
    page = page_at(java_script_enabled=False)
    page.goto(served.url)
    page.get_by_role("link", name="Kurs beginnen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Willkommen")
    assert "Zum Mitmachen braucht diese Seite JavaScript." in page.locator("noscript").inner_text()
    expect(page.locator(".page-waiting:visible")).to_have_count(0)


def test_a_wrong_address_leads_back_to_the_start(served: Server, page_at, accessible):
    page = page_at(360)
    page.witness.forgive.append("404")
    page.goto(f"{served.url}modul/99_gibt_es_nicht")
    expect(page.get_by_role("heading", name="Diese Seite gibt es nicht")).to_be_visible()
    accessible(page)
    page.get_by_role("main").get_by_role("link", name="Zur Startseite").click()
    expect(page).to_have_title("Fairer und kluger KI-Einsatz")
