"""Course pages in a real browser: they work, they weigh little, they leave nothing behind."""

import json
import re
from collections.abc import Iterator

import looks
import pytest
from learner import WHOLE
from playwright.sync_api import Page, expect
from serving import FEW_MODULES, NOT_AHEAD, Server, notebook_server, wait_for
from visiting import Visitor

from fairki import manifest

pytestmark = pytest.mark.browser

COURSE = manifest.read()
PAGES = [f"modul/{m.slug}" for m in COURSE.modules] + [f"uebung/{e.slug}" for e in COURSE.exercises]
READY = "html[data-ready]"

ANSWERING = """
from fairki import ui
regler = ui.Slider("p.regler", "Anteil", 0, 10, 1, "", 2)
regler
"""
ANSWER = """
text = ui.Text("Noch nichts.")
regler.observe(lambda change: setattr(text, "html", f"Gewählt: {change.new}"), "value")
text
"""
CHART = """
import json
from plotly import graph_objects as go
ui.Chart(json.loads(go.Figure(go.Bar(x=["a", "b"], y=[1, 2])).to_json()), "Ein Satz.", "Noch einer.",
         {"columns": ["x", "y"], "rows": [["a", "1"], ["b", "2"]]})
"""

OLDER = """
import time

def take_back(change):
    if change.new == 3:
        time.sleep(1.5)
        regler.value = 9
regler.observe(take_back, "value")
"""
WIDGET = """
import anywidget, traitlets

class Probe(anywidget.AnyWidget):
    _esm = '''
    function initialize({ model }) { globalThis.started = (globalThis.started ?? 0) + 1; }
    function render({ model, el }) {
      const out = document.createElement("output");
      const show = () => (out.textContent = `${model.get("count")} ${new TextDecoder().decode(model.get("data"))}`);
      model.on("change:count change:data", show);
      model.on("msg:custom", (content, buffers) => {
        out.textContent = `${content.say} ${new TextDecoder().decode(buffers[0])}`;
      });
      const set = document.createElement("button");
      set.textContent = "Setzen";
      set.onclick = () => { model.set({ count: 5, data: new TextEncoder().encode("hin") }); model.save_changes(); };
      const ask = document.createElement("button");
      ask.textContent = "Fragen";
      ask.onclick = () => model.send({ ask: 1 }, undefined, [new TextEncoder().encode("frage").buffer]);
      el.append(out, set, ask);
      show();
    }
    export default { initialize, render };
    '''
    count = traitlets.Int(1).tag(sync=True)
    data = traitlets.Any(b"her").tag(sync=True)

    def __init__(self):
        super().__init__()
        self.on_msg(lambda _, content, buffers: self.send({"say": content["ask"] + 1}, [bytes(buffers[0])[::-1]]))

def answer(change):
    if probe.count == 5:
        probe.count, probe.data = 6, bytes(probe.data) + b"!"

probe = Probe()
probe.observe(answer, ["count", "data"])
probe
"""
OUTPUTS = [
    "# Probe",
    "from IPython.display import HTML, Markdown, SVG\nHTML('<p>Aus <b>HTML</b></p>')",
    "Markdown('Aus *Markdown*')",
    'SVG(\'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>Bild</title></svg>\')',
    "'Aus Text'",
    "print('Ausgabe')\nimport sys; print('Warnung', file=sys.stderr)",
]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for the tests that do it no harm and do not count its kernels: a page for each question."""
    server = notebook_server(
        tmp_path_factory.mktemp("kurs"),
        antwort=[ANSWERING, ANSWER],
        spaeter=[ANSWERING, OLDER, ANSWER],
        fehler=[ANSWERING, "regler.observe(lambda change: 1 / 0, 'value')", ANSWER],
        bilder=["# Text\n\n" + "Absatz.\n\n" * 60, ANSWERING, CHART, CHART],
        sprache=[WIDGET, "probe"],
        fremd=[ANSWERING, "import ipywidgets\nipywidgets.IntSlider()"],
        ausgaben=OUTPUTS,
    )
    yield server
    server.stop()


class Traffic:
    """What a page transfers, in bytes, by address."""

    def __init__(self, page: Page):
        self.bytes: dict[str, int] = {}
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        self._address: dict[str, str] = {}
        session.on("Network.responseReceived", self._received)
        session.on("Network.loadingFinished", self._finished)

    def _received(self, event) -> None:
        cached = event["response"].get("fromDiskCache") or event.get("type") == "Preflight"
        if not cached:
            self._address[event["requestId"]] = event["response"]["url"]

    def _finished(self, event) -> None:
        if address := self._address.get(event["requestId"]):
            self.bytes[address] = self.bytes.get(address, 0) + int(event["encodedDataLength"])

    @property
    def total(self) -> int:
        """Bytes transferred so far."""
        return sum(self.bytes.values())


def scroll_through(page: Page) -> None:
    """Bring every part of a page into view, as a reader does."""
    for _ in range(200):
        page.mouse.wheel(0, 800)
        page.wait_for_timeout(20)
        if page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 2"):
            return


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_is_german_and_accessible_and_all_of_it_can_be_shown(
    served: Server, page_at, accessible, path
):
    page = page_at(*looks.unfilled(PAGES.index(path)))
    page.goto(served.url + path + WHOLE)
    page.wait_for_selector(READY)
    assert page.title().endswith(" – FairKI")
    assert page.evaluate("document.documentElement.lang") == "de"
    expect(page.locator(".page-waiting")).to_have_count(0)
    accessible(page)
    looks.fits(page)
    widgets = json.loads(page.locator("#fairki-widgets").inner_text())
    assert widgets and not [w for w in widgets.values() if "unsupported" in w]


def test_the_first_visit_stays_far_below_the_budget_and_the_second_costs_next_to_nothing(
    served: Server, page_at
):
    page = page_at()
    first = Traffic(page)
    page.goto(f"{served.url}modul/01_bewusstsein")
    page.wait_for_selector(READY)
    before_scrolling = first.total
    assert before_scrolling < 300_000
    scroll_through(page)
    page.wait_for_load_state("networkidle")
    assert first.total < 5_000_000
    page.goto("about:blank")
    second = Traffic(page)
    page.goto(f"{served.url}modul/01_bewusstsein")
    page.wait_for_selector(READY)
    assert 0 < second.total < 40_000
    assert all("/static/" not in address for address in second.bytes)


def test_there_is_one_copy_of_plotly_and_it_comes_after_the_first_control(shared, page_at):
    page = page_at()
    traffic = Traffic(page)
    page.goto(f"{shared.url}modul/bilder")
    page.wait_for_selector(READY)
    assert not [address for address in traffic.bytes if "plotly" in address]
    scroll_through(page)
    expect(page.locator(".js-plotly-plot")).to_have_count(2)
    copies = [address for address in traffic.bytes if "plotly" in address]
    assert len(copies) == 1 and "/static/" in copies[0]
    assert traffic.total < 2_500_000


def test_a_change_reaches_the_kernel_and_its_answer_the_page(shared, page_at):
    page = page_at()
    page.goto(f"{shared.url}modul/antwort")
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_text("Gewählt: 3")).to_be_visible()
    for _ in range(5):
        page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_text("Gewählt: 8")).to_be_visible()


def test_what_was_entered_before_is_known_to_the_kernel_after_a_reload(shared, page_at):
    page = page_at()
    page.goto(f"{shared.url}modul/antwort")
    page.get_by_role("slider").press("End")
    expect(page.get_by_text("Gewählt: 10")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Gewählt: 10")).to_be_visible()


def test_the_runtime_speaks_all_of_the_widgets_language(shared, page_at):
    page = page_at()
    page.goto(f"{shared.url}modul/sprache")
    views = page.locator("output")
    expect(views).to_have_count(2)
    expect(views.first).to_have_text("1 her")  # binary state from the page
    assert page.evaluate("started") == 1  # once per model, however often it is shown
    page.get_by_role("button", name="Setzen").first.click()
    for at in range(2):
        expect(views.nth(at)).to_have_text("6 hin!")  # binary state there and back, in both views
    page.get_by_role("button", name="Fragen").first.click()
    expect(views.first).to_have_text("2 egarf")  # custom messages with binary parts there and back


def test_a_part_that_cannot_be_shown_says_so_and_spares_the_rest(shared, page_at):
    page = page_at()
    page.witness.forgive.append("IntSliderModel")
    page.goto(f"{shared.url}modul/fremd")
    page.wait_for_selector(READY)
    expect(page.get_by_text("Dieser Teil lässt sich hier nicht anzeigen.")).to_be_visible()
    expect(page.get_by_role("slider", name="Anteil")).to_be_visible()
    assert any("IntSliderModel" in error for error in page.witness.errors)


def test_other_outputs_are_part_of_the_page(shared, page_at):
    page = page_at()
    page.goto(f"{shared.url}modul/ausgaben")
    expect(page.locator(".page-output b")).to_have_text("HTML")
    expect(page.locator(".page-output em")).to_have_text("Markdown")
    expect(page.locator(".page-output svg")).to_have_count(1)
    expect(page.get_by_text("Aus Text")).to_be_visible()
    expect(page.get_by_text("Ausgabe")).to_be_visible()
    expect(page.get_by_text("Warnung")).to_have_count(0)


def test_paper_gets_the_text_and_no_buttons(served: Server, page_at):
    page = page_at()
    page.goto(f"{served.url}modul/01_bewusstsein")
    page.wait_for_selector(READY)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for unwanted in (".page-header", ".page-footer", ".page-notice", ".fk-button"):
        expect(page.locator(f"{unwanted}:visible")).to_have_count(0)


# ---- when something goes wrong


def test_closing_the_tab_ends_its_kernel(serve_notebooks, page_at):
    server = serve_notebooks(probe=[ANSWERING, ANSWER])
    page = page_at()
    page.goto(f"{server.url}modul/probe")
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_text("Gewählt: 3")).to_be_visible()
    assert len(server.kernels()) == 1
    page.close()
    wait_for(lambda: not server.kernels(), 5, "its kernel ends")


def test_leaving_for_another_page_ends_the_kernel_and_coming_back_brings_a_new_one(serve_notebooks, page_at):
    server = serve_notebooks(probe=[ANSWERING, ANSWER])
    page = page_at()
    page.goto(f"{server.url}modul/probe")
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_text("Gewählt: 3")).to_be_visible()
    page.get_by_role("link", name="FairKI").click()
    expect(page.get_by_role("heading", name="Ihr Weg")).to_be_visible()
    wait_for(lambda: not server.kernels(), 5, "its kernel ends")
    page.go_back()
    page.get_by_role("slider").press("End")
    expect(page.get_by_text("Gewählt: 10")).to_be_visible()


def test_a_failing_page_is_friendly_and_can_be_loaded_again(serve_notebooks, page_at, accessible, tmp_path):
    cause = tmp_path / "ursache"
    cause.touch()
    server = serve_notebooks(
        probe=[
            "# Da bin ich",
            f"from pathlib import Path\nassert not Path({str(cause)!r}).exists(), 'GEHEIM'",
        ]
    )
    page = page_at(360)
    page.witness.forgive.append("500")
    answer = page.goto(f"{server.url}modul/probe")
    assert answer.status == 500
    expect(page.get_by_role("heading", name="lässt sich gerade nicht öffnen")).to_be_visible()
    assert not re.search("Traceback|Error|GEHEIM", page.content())
    accessible(page)
    cause.unlink()
    page.get_by_role("link", name="Seite neu laden").click()
    expect(page.get_by_role("heading", name="Da bin ich")).to_be_visible()


def test_an_error_while_working_is_said_in_german_without_a_traceback(shared, page_at, accessible):
    page = page_at(360)
    page.goto(f"{shared.url}modul/fehler")
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_role("alert")).to_contain_text("Da ist etwas schiefgegangen.")
    assert "ZeroDivisionError" not in page.content()
    accessible(page)
    page.get_by_role("button", name="Schließen").click()
    expect(page.get_by_role("alert")).to_be_hidden()
    page.get_by_role("slider").press("ArrowRight")
    page.get_by_role("button", name="Seite neu laden").click()
    page.wait_for_selector(READY)
    expect(page.get_by_role("slider")).to_have_value("4")  # the answer is still there


def test_while_the_server_restarts_the_page_says_so_and_goes_on_with_the_same_answers(
    serve_notebooks, page_at
):
    server = serve_notebooks(probe=[ANSWERING, ANSWER])
    page = page_at(360)
    page.witness.forgive.append("WebSocket")
    page.goto(f"{server.url}modul/probe")
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_text("Gewählt: 3")).to_be_visible()
    server.stop()
    expect(page.get_by_role("alert")).to_contain_text("macht gerade eine Pause")
    again = Server(server.root, port=server.port, preamble=FEW_MODULES)
    try:
        expect(page.get_by_role("alert")).to_have_count(0, timeout=40_000)
        expect(page.get_by_text("Gewählt: 3")).to_be_visible()
        page.get_by_role("slider").press("ArrowRight")
        expect(page.get_by_text("Gewählt: 4")).to_be_visible(timeout=40_000)
        page.close()
    finally:
        again.stop()


def test_a_page_left_alone_gives_its_kernel_back_and_another_one_knows_what_this_one_knew(
    serve_notebooks, page_at
):
    """The sum of two answers of different blocks is told by a kernel that heard only the second from the learner."""
    both = (
        "from fairki import ui\na = ui.Slider('p.a', 'Erster', 0, 10, 1, '', 2)\n"
        "b = ui.Slider('p.b', 'Zweiter', 0, 10, 1, '', 2)\nt = ui.Text('')\n"
        "tell = lambda change: t.tell(html=f'<p>Zusammen: {a.value + b.value}</p>') if a.value and b.value else None\n"
        "a.observe(tell, 'value')\nb.observe(tell, 'value')"
    )
    server = serve_notebooks("visits.UNTOUCHED = visits.SWEEP = 1", probe=[both, "a", "b", "t"])
    page = page_at()
    page.goto(f"{server.url}modul/probe")
    page.wait_for_selector(READY)
    first, second = page.get_by_role("slider").all()
    first.press("ArrowRight")
    wait_for(server.kernels, 30, "a kernel answers")
    wait_for(lambda: not server.kernels(), 60, "it is given back")
    expect(page.get_by_role("alert")).to_be_hidden()
    second.press("End")
    expect(page.get_by_text("Zusammen: 13")).to_be_visible(timeout=40_000)
    expect(first).to_have_value("3")


def test_reading_a_page_connects_to_nothing(shared, page_at):
    page, lines = page_at(), []
    page.on("websocket", lambda line: lines.append(line))
    page.goto(f"{shared.url}modul/antwort")
    page.wait_for_selector(READY)
    scroll_through(page)
    assert not lines
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_text("Gewählt: 3")).to_be_visible()
    assert len(lines) == 1


def test_when_its_kernel_dies_over_the_same_answer_again_the_page_says_what_to_do(serve_notebooks, page_at):
    fatal = ANSWER.replace("setattr", "__import__('os')._exit(1) if change.new == 4 else setattr")
    server = serve_notebooks(probe=[ANSWERING, fatal])
    page = page_at()
    page.goto(f"{server.url}modul/probe")
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_text("Gewählt: 3")).to_be_visible()
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_role("alert")).to_contain_text("länger nicht verbunden", timeout=40_000)
    assert page.get_by_role("button", name="Seite neu laden").is_visible()


def test_when_its_kernel_dies_another_one_takes_over(serve_notebooks, page_at):
    server = serve_notebooks(probe=[ANSWERING, ANSWER])
    page = page_at()
    page.goto(f"{server.url}modul/probe")
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_text("Gewählt: 3")).to_be_visible()
    for kernel in server.kernels():
        kernel.kill()
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_text("Gewählt: 4")).to_be_visible(timeout=40_000)


def test_a_broken_line_mends_itself_and_nothing_is_lost(shared, page_at):
    page = page_at()
    lines = []

    def connect(line):
        lines.append(line)
        line.connect_to_server()

    page.route_web_socket(re.compile("/besuch/"), connect)
    page.goto(f"{shared.url}modul/antwort")
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_text("Gewählt: 3")).to_be_visible()
    lines[-1].close(code=4000)
    page.get_by_role("slider").press("ArrowRight")
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_text("Gewählt: 5")).to_be_visible(timeout=15_000)
    assert len(lines) > 1
    expect(page.get_by_role("alert")).to_be_hidden()


def test_what_is_entered_while_the_kernel_works_is_newer_than_what_it_says(shared, page_at):
    page = page_at()
    page.goto(f"{shared.url}modul/spaeter")
    slider = page.get_by_role("slider")
    slider.press("ArrowRight")
    page.wait_for_timeout(300)
    slider.press("ArrowRight")  # the kernel still works on the 3, and will say 9
    slider.press("ArrowRight")
    expect(page.get_by_text("Gewählt: 5")).to_be_visible()
    expect(slider).to_have_value("5")
    assert json.loads(page.evaluate("localStorage.fairki"))["answers"] == {"p.regler": 5}


def test_many_visitors_at_once_all_get_a_working_page(serve_notebooks, page_at):
    server = serve_notebooks(probe=["import time\ntime.sleep(1)", ANSWERING, ANSWER])
    pages = [page_at() for _ in range(5)]
    for page in pages:
        page.goto(f"{server.url}modul/probe", wait_until="commit")
    for at, page in enumerate(pages):
        for _ in range(at + 1):
            page.get_by_role("slider").press("ArrowRight")
    for at, page in enumerate(pages):
        expect(page.get_by_text(f"Gewählt: {at + 3}")).to_be_visible(timeout=30_000)


def test_who_finds_no_place_waits_and_comes_in_by_itself(serve_notebooks, page_at, accessible):
    few = f"app.FairkiVoila.pages_at_once = 1; {NOT_AHEAD}"
    server = serve_notebooks(few, probe=[ANSWERING, ANSWER], anders=[ANSWERING])
    first = Visitor(server, "modul/anders").connect()
    assert first.welcome()
    page = page_at(360)
    page.witness.forgive.append("503")
    assert page.goto(f"{server.url}modul/probe").status == 503
    expect(page.get_by_role("status")).to_contain_text("wartet auf einen freien Platz")
    accessible(page)
    looks.fits(page)
    first.leave()
    expect(page.get_by_role("slider")).to_be_visible(timeout=40_000)


def test_a_page_whose_place_was_taken_can_be_read_and_goes_on_later(serve_notebooks, page_at, accessible):
    server = serve_notebooks("app.FairkiVoila.pages_at_once = 1", probe=[ANSWERING, ANSWER])
    other, page = Visitor(server), page_at(360)

    def overtaken(line):
        if other.socket is None:
            assert other.connect().welcome()
        line.connect_to_server()

    page.route_web_socket(re.compile("/besuch/"), overtaken)
    page.goto(f"{server.url}modul/probe")
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_role("alert")).to_contain_text("Sobald ein Platz frei ist")
    accessible(page)
    looks.fits(page)
    other.leave()
    expect(page.get_by_text("Gewählt: 3")).to_be_visible(timeout=40_000)
    expect(page.get_by_role("alert")).to_be_hidden()


def test_visitors_of_a_lesson_that_is_never_the_same_get_what_their_kernel_knows(serve_notebooks, page_at):
    chance = "import random\nfrom fairki import ui\nzahl = str(random.random())\nui.Text(f'<i>{zahl}</i>')"
    server = serve_notebooks(
        probe=[chance, ANSWERING, ANSWER.replace("Gewählt: {change.new}", "Kern: {zahl}")]
    )
    pages = [page_at() for _ in range(3)]
    for page in pages:
        page.goto(f"{server.url}modul/probe", wait_until="commit")
    for page in pages:
        page.wait_for_timeout(500)
        page.get_by_role("slider").press("ArrowRight")
        expect(page.get_by_text("Kern: ")).to_be_visible(timeout=20_000)
        assert page.locator("i").inner_text() in page.get_by_text("Kern: ").inner_text()
