"""Packages on a learning platform, in a real browser: what it learns, and what happens when it cannot be reached."""

import re
import threading
from pathlib import Path

import pytest
from learner import COMPUTED
from lms import ACTOR, REGISTRATION, built, lay_out, lms_of, short, supply  # noqa: F401 (fixtures)
from playwright.sync_api import FrameLocator, Page, expect

from coursetools.publish import command, runtime_files
from coursetools.publish.platforms import CMI5, SCORM_12, SCORM_2004

pytestmark = pytest.mark.browser

KINDS = {"1.2": SCORM_12, "2004": SCORM_2004}
DOCS = Path(__file__).parents[2] / "docs" / "lms.md"
TOLD = "Die Lernplattform weiß: {} von {} Einheiten sind fertig."
BLOCKED = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
}
"""


@pytest.fixture(scope="module")
def whole(built, supply, tmp_path_factory) -> dict[str, Path]:  # noqa: F811
    """Kind → a package with all its modules (two)."""
    return {
        kind: lay_out(short(platform=platform), tmp_path_factory.mktemp("paket"), built, supply)
        for kind, platform in (KINDS | {"cmi5": CMI5}).items()
    }


@pytest.fixture
def page(page_at) -> Page:
    page = page_at(1280, reduced_motion="reduce")
    page.witness.forgive += ["Python in the browser", "Failed to load", "404"]  # there is none
    return page


def show(page: Page, address: str) -> None:
    """The platform opens something in its frame."""
    page.evaluate("address => { frames[0].location.assign(address) }", address)


def opened(page: Page, lms, kind: str, query: str = "") -> FrameLocator:
    """The shell in the platform's frame."""
    page.goto(f"{lms.url}lms/seite-{kind}")
    show(page, f"{lms.url}paket/lms.html{query}")
    return page.frame_locator("iframe")


def course(shell) -> FrameLocator:
    return shell.frame_locator("#kurs")


def ready(shell) -> None:
    course(shell).locator("html[data-ready]:not([data-leaving])").wait_for(state="attached")


def finish(page: Page, shell, unit: int) -> None:
    """The learner says that a unit is done, as the button at its end does."""
    ready(shell)
    there = next(frame for frame in page.frames if "/modul/" in frame.url)
    module = there.evaluate("document.querySelector('.page-course').dataset.module")
    there.evaluate(
        """([module, unit]) => {
          const name = document.querySelector('meta[name="fairki-store"]').content;
          const kept = JSON.parse(localStorage.getItem(name) ?? '{"version":2,"answers":{},"progress":{},"last":null}');
          kept.progress[module] = { ...kept.progress[module], [unit]: true };
          kept.last = { module, unit };
          localStorage.setItem(name, JSON.stringify(kept));
          window.dispatchEvent(new CustomEvent("fairki-store", { detail: { key: null } }));
        }""",
        [module, str(unit)],
    )


def stands(shell, done: int, of: int = 7) -> None:
    expect(shell.locator("#stand")).to_have_text(TOLD.format(done, of))


def leave(page: Page) -> None:
    page.evaluate("document.querySelector('iframe').remove()")


def told(lms, kind: str) -> dict:
    """What the platform kept last: status, place, units."""
    cmi = lms.known
    if cmi is None:
        return {}
    if kind == "1.2":
        return {
            "status": cmi["core"]["lesson_status"],
            "place": cmi["core"]["lesson_location"],
            "units": cmi["suspend_data"],
        }
    return {"status": cmi["completion_status"], "place": cmi["location"], "units": cmi["suspend_data"]}


def documented(kind: str) -> set[str]:
    """What the list for the works council says that this kind of platform is told."""
    rows = [line.split("|") for line in DOCS.read_text(encoding="utf-8").splitlines() if "| `cmi." in line]
    column = {"1.2": 2, "2004": 3}[kind]
    return {name for row in rows for name in re.findall(r"`(cmi\..+?)`", row[column])}


@pytest.mark.parametrize("kind", KINDS)
def test_a_learner_completes_in_two_visits_and_nothing_but_that_is_told(page, whole, lms_of, kind):  # noqa: F811
    lms = lms_of(whole[kind])
    shell = opened(page, lms, kind)
    course(shell).locator("#weiter").click()
    for unit in (1, 2, 3):
        finish(page, shell, unit)
    stands(shell, 3)
    leave(page)
    lms.hears(lambda: told(lms, kind), {"status": "incomplete", "place": "00.3", "units": "00.1 00.2 00.3"})
    assert set(page.evaluate("[...names]")) == documented(kind)

    shell = opened(page, lms, kind)
    ready(shell)
    assert page.frames[-1].url.endswith("modul/00_willkommen.html#einheit-3")
    course(shell).locator(".page-home").click()
    course(shell).locator('.page-card[data-module="01"] h4 a').click()
    for unit in (1, 2, 3, 4):
        finish(page, shell, unit)
    stands(shell, 7)
    leave(page)
    lms.hears(lambda: told(lms, kind)["status"], "completed")
    cmi = lms.known
    score = cmi["core"]["score"] if kind == "1.2" else cmi["score"]
    assert not score.get("raw") and not score.get("scaled")
    assert not cmi.get("interactions", {}).get("childArray") and not cmi.get("objectives", {}).get(
        "childArray"
    )
    if kind == "2004":
        assert cmi["success_status"] == "unknown" and float(cmi["progress_measure"]) == 1

    shell = opened(page, lms, kind)  # a completed course stays so, on another computer as well
    page.context.clear_cookies()
    stands(shell, 7)
    leave(page)
    lms.hears(lambda: told(lms, kind)["status"], "completed")


def test_what_the_platform_knows_is_done_on_another_computer_too(page, whole, lms_of):  # noqa: F811
    lms = lms_of(whole["1.2"])
    lms.commits.append(
        {
            "cmi": {
                "core": {"lesson_status": "incomplete", "lesson_location": "00.2"},
                "suspend_data": "00.1 99.9",
            }
        }
    )
    shell = opened(page, lms, "1.2")
    ready(shell)
    stands(shell, 1)
    expect(course(shell).locator('.fk-step[href="#einheit-1"]')).to_have_attribute("data-state", "done")


def test_in_a_window_of_its_own_the_platform_is_found(page, whole, lms_of):  # noqa: F811
    lms = lms_of(whole["1.2"])
    page.goto(f"{lms.url}lms/seite-1.2")
    with page.expect_popup() as popup:
        page.evaluate("address => { open(address, 'kurs', 'popup') }", f"{lms.url}paket/lms.html")
    window = popup.value
    course(window).locator("#weiter").click()
    finish(window, window, 1)
    stands(window, 1)
    window.close(run_before_unload=False)
    page.wait_for_function("API.isTerminated()")
    lms.hears(lambda: told(lms, "1.2")["units"], "00.1")


def test_what_could_not_be_told_is_told_as_soon_as_that_is_possible(page, whole, lms_of):  # noqa: F811
    page.witness.forgive += ["NetworkError", "ERR_FAILED"]
    lms = lms_of(whole["1.2"])
    shell = opened(page, lms, "1.2")
    course(shell).locator("#weiter").click()
    ready(shell)
    page.route("**/lms/commit", lambda route: route.abort())
    finish(page, shell, 1)
    expect(shell.locator("#stand")).to_contain_text("gerade nicht zu erreichen")
    page.unroute("**/lms/commit")
    next(frame for frame in page.frames if "lms.html" in frame.url).evaluate(
        "dispatchEvent(new Event('online'))"
    )
    stands(shell, 1)
    lms.hears(lambda: told(lms, "1.2")["units"], "00.1")


def test_a_platform_that_fails_in_the_middle_of_a_call_stops_nobody(page, whole, lms_of):  # noqa: F811
    lms = lms_of(whole["1.2"])
    breaks = "call => { API[call] = () => { throw new TypeError('no'); } }"
    page.goto(f"{lms.url}lms/seite-1.2")
    page.evaluate(breaks, "LMSGetValue")
    show(page, f"{lms.url}paket/lms.html")
    shell = page.frame_locator("iframe")
    course(shell).locator("#weiter").click()
    expect(shell.locator("#stand")).to_contain_text("Keine Verbindung")

    shell = opened(page, lms, "1.2")
    course(shell).locator("#weiter").click()
    ready(shell)
    page.evaluate(breaks, "LMSSetValue")
    finish(page, shell, 1)
    expect(shell.locator("#stand")).to_contain_text("gerade nicht zu erreichen")


def test_in_two_windows_each_tells_what_is_done_in_both(page, whole, lms_of):  # noqa: F811
    lms = lms_of(whole["1.2"])
    other = page.context.new_page()
    shells = [opened(one, lms, "1.2") for one in (page, other)]
    for unit, (one, shell) in enumerate(zip((page, other), shells, strict=True), 1):
        course(shell).locator("#weiter").click()
        finish(one, shell, unit)
    for shell in shells:
        stands(shell, 2)
    assert [commit["cmi"]["suspend_data"] for commit in lms.commits[-2:]] == ["00.1 00.2"] * 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_shell_that_is_loaded_anew_says_that_the_visit_is_over(page, whole, lms_of, kind):  # noqa: F811
    lms = lms_of(whole[kind])
    shell = opened(page, lms, kind)
    course(shell).locator("#weiter").click()
    finish(page, shell, 1)
    stands(shell, 1)
    next(frame for frame in page.frames if "lms.html" in frame.url).evaluate("location.reload()")
    expect(shell.locator("#stand")).to_contain_text("Diese Seite wurde neu geladen.")
    expect(course(shell).locator("#weiter")).to_be_visible()


def test_with_storage_blocked_answers_last_from_page_to_page(page, whole, lms_of):  # noqa: F811
    page.context.add_init_script(BLOCKED)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    lms = lms_of(whole["1.2"])
    shell = opened(page, lms, "1.2")
    course(shell).locator("#weiter").click()
    ready(shell)
    expect(course(shell).get_by_text("bewahrt nichts auf").first).to_be_attached()
    course(shell).locator(".page-view-all").click()
    course(shell).locator("html[data-ready] [data-view=alles]").wait_for()
    course(shell).get_by_role("radio").first.check(force=True)
    course(shell).locator(".page-home").click()
    course(shell).locator("#weiter").click()
    ready(shell)
    expect(course(shell).locator("input[type=radio]").first).to_be_checked()
    assert asked == []
    page.goto(f"{lms.url}lms/zurueck")  # only this loses them
    assert asked == ["beforeunload"]


def test_without_a_platform_the_course_runs_and_says_so(page, whole, lms_of):  # noqa: F811
    one, other = lms_of(whole["1.2"]), lms_of(whole["1.2"])
    page.goto(f"{one.url}lms/seite-1.2")
    show(page, f"{other.url}paket/lms.html")
    shell = page.frame_locator("iframe")  # the platform is another site: its API is out of reach
    expect(shell.locator("#stand")).to_contain_text("Keine Verbindung zur Lernplattform")
    course(shell).locator("#weiter").click()
    ready(shell)
    assert one.commits == other.commits == []


def test_cmi5_initializes_completes_once_and_terminates(page, whole, lms_of):  # noqa: F811
    lms, host = lms_of(whole["cmi5"]), lms_of(whole["cmi5"])
    page.goto(lms.launch(f"{host.url}paket/lms.html"))  # the course lies on a server of its own
    course(page).locator("#weiter").click()
    for unit in (1, 2, 3):
        finish(page, page, unit)
    stands(page, 3)
    page.get_by_role("button", name="Beenden und zurück zur Lernplattform").click()
    expect(page.get_by_text("Willkommen zurück")).to_be_visible()
    lms.hears(lms.verbs, ["initialized", "terminated"])
    assert lms.states["fairki"] == {"place": "00.3", "done": ["00.1", "00.2", "00.3"], "completed": False}

    page.goto(lms.launch(f"{host.url}paket/lms.html"))
    ready(page)
    assert page.frames[-1].url.endswith("modul/00_willkommen.html#einheit-3")
    course(page).locator(".page-home").click()
    course(page).locator('.page-card[data-module="01"] h4 a').click()
    for unit in (1, 2, 3, 4):
        finish(page, page, unit)
    stands(page, 7)
    page.goto("about:blank")  # left without a word
    verbs = ["initialized", "terminated", "initialized", "completed", "terminated"]
    lms.hears(lms.verbs, verbs)
    page.goto(lms.launch(f"{host.url}paket/lms.html"))
    stands(page, 7)
    page.goto("about:blank")
    lms.hears(lms.verbs, [*verbs, "initialized", "terminated"])
    for statement in lms.statements:
        assert statement["actor"] == ACTOR and statement["context"]["registration"] == REGISTRATION
        assert set(statement.get("result", {})) <= {"completion", "duration"}


def test_cmi5_tells_nothing_where_somebody_only_looks(page, whole, lms_of):  # noqa: F811
    lms = lms_of(whole["cmi5"])
    page.goto(lms.launch(f"{lms.url}paket/lms.html", mode="Review"))
    course(page).locator("#weiter").click()
    finish(page, page, 1)
    expect(page.locator("#stand")).to_contain_text("nur zum Ansehen")
    page.get_by_role("button", name="Beenden").click()
    expect(page.get_by_text("Willkommen zurück")).to_be_visible()
    lms.hears(lms.verbs, ["initialized", "terminated"])
    assert "fairki" not in lms.states


@pytest.mark.parametrize("status", [401, 500])
def test_what_an_lrs_refuses_it_is_told_again(page, whole, lms_of, status):  # noqa: F811
    lms = lms_of(whole["cmi5"])
    page.goto(lms.launch(f"{lms.url}paket/lms.html"))
    course(page).locator("#weiter").click()
    ready(page)
    lms.refuses = {"GET": status, "PUT": status}
    finish(page, page, 1)
    expect(page.locator("#stand")).to_contain_text("gerade nicht zu erreichen")
    lms.refuses = {}
    page.evaluate("dispatchEvent(new Event('online'))")
    stands(page, 1)
    lms.hears(lambda: lms.states["fairki"]["done"], ["00.1"])


def test_what_an_lrs_could_not_say_at_first_is_not_lost(page, whole, lms_of):  # noqa: F811
    lms = lms_of(whole["cmi5"])
    lms.states["fairki"] = {"place": "01.1", "done": ["01.1"], "completed": False}
    lms.refuses, lms.answers = {"GET": 500}, threading.Event()
    page.goto(lms.launch(f"{lms.url}paket/lms.html"))
    expect(page.locator("#stand")).to_contain_text("hat noch nicht geantwortet", timeout=20_000)
    course(page).locator("#weiter").click()
    finish(page, page, 1)
    lms.answers.set()
    expect(page.locator("#stand")).to_contain_text("gerade nicht zu erreichen")
    lms.refuses = {}
    page.evaluate("dispatchEvent(new Event('online'))")
    lms.hears(lambda: lms.states["fairki"], {"place": "00.1", "done": ["01.1", "00.1"], "completed": False})
    page.get_by_role("button", name="Beenden und zurück zur Lernplattform").click()
    expect(page.get_by_text("Willkommen zurück")).to_be_visible()
    lms.hears(lms.verbs, ["initialized", "terminated"])


def test_a_package_of_one_module_leads_nowhere_else(page, built, supply, lms_of, tmp_path):  # noqa: F811
    lms = lms_of(lay_out(short("01"), tmp_path, built, supply))
    shell = opened(page, lms, "1.2")
    ready(shell)
    assert page.frames[-1].url.endswith("modul/01_bewusstsein.html")
    expect(course(shell).locator(".page-home")).to_be_visible()
    there = course(shell).locator("a[href*='.html']")
    paths = there.evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    assert paths
    assert [path for path in paths if not (tmp_path / path.removeprefix("/paket/")).is_file()] == []
    assert not (tmp_path / "index.html").exists() and not list(tmp_path.rglob("00_*"))
    course(shell).get_by_text("Übung: Was hat das Modell gelernt?").click()
    course(shell).get_by_role("link", name="Als Formular öffnen").click()
    expect(course(shell).get_by_role("button", name="Alles prüfen")).to_be_visible()
    course(shell).get_by_role("link", name="FairKI: zum Modul").click()
    for unit in (1, 2, 3, 4):
        finish(page, shell, unit)
    stands(shell, 4, 4)
    leave(page)
    lms.hears(lambda: told(lms, "1.2")["status"], "completed")


def test_where_each_module_is_listed_each_is_completed_for_itself(page, whole, lms_of):  # noqa: F811
    lms = lms_of(whole["1.2"])
    shell = opened(page, lms, "1.2", "?modul=01")
    ready(shell)
    assert page.frames[-1].url.endswith("modul/01_bewusstsein.html")
    for unit in (1, 2, 3, 4):
        finish(page, shell, unit)
    stands(shell, 4, 4)
    leave(page)
    lms.hears(
        lambda: told(lms, "1.2"), {"status": "completed", "place": "01.4", "units": "01.1 01.2 01.3 01.4"}
    )


def test_opened_as_a_file_the_shell_says_where_a_package_belongs(page, whole):
    page.witness.forgive += ["file:", "net::ERR_FAILED"]
    page.goto((whole["1.2"] / "lms.html").as_uri())
    expect(page.get_by_role("alert").filter(has_text="Es gehört in ein LMS")).to_be_visible()


def test_inside_the_frame_answers_are_calculated(page, built, supply, lms_of, root, tmp_path):  # noqa: F811
    runtime = runtime_files.build(root / command.CACHE, source=None, say=print)
    lms = lms_of(lay_out(short("00"), tmp_path, built, supply, runtime))
    shell = opened(page, lms, "1.2")
    ready(shell)
    course(shell).locator(".page-view-all").click()
    ready(shell)
    course(shell).get_by_role("slider").last.press("ArrowRight")
    course(shell).get_by_role("button", name="Auflösen").click()
    expect(course(shell).locator(".fk-answer:visible").first).to_contain_text(
        re.compile(r"\d"), timeout=COMPUTED
    )
    expect(course(shell).locator(".page-activity")).to_have_text("", timeout=COMPUTED)
    expect(course(shell).locator(".page-notice")).to_be_hidden()


def test_only_a_named_platform_shows_the_served_course(page, serve_notebooks, lms_of, tmp_path):  # noqa: F811
    named, other = lms_of(tmp_path), lms_of(tmp_path)
    around = f"from functools import partial; app.run = partial(app.run, framed_by=[{named.url!r}])"
    slider = "from fairki import ui\ns = ui.Slider('p.s', 'Anteil', 0, 10, 1, '', 2)\ns"
    server = serve_notebooks(preamble=around, probe=[slider])
    page.witness.forgive += ["frame-ancestors", "Framing", "ERR_BLOCKED"]
    for lms in (named, other):
        page.goto(f"{lms.url}lms/seite-1.2")
        if lms is other:
            with page.expect_event("requestfailed") as refused:
                show(page, f"{server.url}modul/probe")
            assert "BLOCKED" in refused.value.failure
        else:
            show(page, f"{server.url}modul/probe")
            frame = page.frame_locator("iframe")
            frame.get_by_role("slider").press("ArrowRight")
            expect(frame.locator("html[data-kernel], html[data-ready]").first).to_be_attached()


def test_the_shell_can_be_read_by_everybody_and_fits_a_phone(page_at, whole, lms_of, accessible):  # noqa: F811
    lms = lms_of(whole["1.2"])
    page = page_at(360)
    page.witness.forgive += ["Python in the browser", "Failed to load", "404"]
    page.goto(f"{lms.url}paket/lms.html")
    page.get_by_text("Was erfährt die Lernplattform?").click()
    expect(page.get_by_text("Ihre Antworten, Notizen und Versuche erfährt sie nicht.")).to_be_visible()
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
