"""A facilitator's own questions in Chromium: written in a form, answered on three phones, shown on the wall."""

import re

import asked
from playwright.sync_api import Page, expect
from test_workshop import (  # noqa: F401 (fixtures)
    answered,
    fits,
    lead,
    phone,
    press,
    pytestmark,
    result,
    send,
    wall,
    workshop,
)

KIND, QUESTION = "Art der Frage", "Ihre Frage"


def write(facilitator: Page, kind: str, question: str, **fields: str) -> None:
    """Fill in the form, by the ids of its fields."""
    form = facilitator.locator("#ask")
    if not form.get_by_label(KIND).is_visible():
        form.get_by_text("Neue Frage schreiben").press("Enter")
    form.get_by_label(KIND).select_option(kind)
    form.get_by_label(QUESTION).fill(question)
    for name, value in fields.items():
        field = form.locator(f"#ask-{name}")
        field.select_option(value) if field.evaluate("one => one.tagName") == "SELECT" else field.fill(value)


def ask(facilitator: Page) -> None:
    """Ask what stands in the form, now."""
    facilitator.locator("#ask").get_by_role("button", name="Jetzt stellen", exact=True).first.click()
    expect(facilitator.locator("#votes")).to_contain_text(": offen.")


def show(facilitator: Page, answers: int = 5) -> None:
    """Close the vote and show the result."""
    answered(facilitator, answers)
    press(facilitator, "Schließen")
    expect(result(facilitator)).to_be_visible()
    press(facilitator, "Zeigen")


BEGINS = """main => {
  main.style.flex = "none";
  main.style.height = "6rem";
  const long = main.scrollHeight > main.clientHeight;
  const begins = main.firstElementChild.getBoundingClientRect().top >= main.getBoundingClientRect().top;
  main.style.flex = main.style.height = "";
  return long && begins;
}"""
"""Whether what does not fit on the wall can be read from its beginning."""


def test_own_questions_are_written_answered_and_shown(workshop, lead, wall, phone, accessible):  # noqa: F811
    workshop.start()
    facilitator = lead()
    screen, phones = wall(facilitator), [phone() for _ in range(3)]
    workshop.join(2)
    press(facilitator, "Workshop beginnen: Ankommen")

    # a poll: seen beforehand, still there after a reload and after the server was killed
    write(facilitator, "poll", "Was ist uns <b>wichtig</b>?", options="Sicherheit\nTempo\nKosten", most="2")
    preview = facilitator.get_by_role("region", name="So steht es auf der Leinwand")
    expect(preview.get_by_role("listitem")).to_have_text(["Sicherheit", "Tempo", "Kosten"])
    accessible(facilitator)
    for page in (facilitator, screen, *phones):
        page.witness.forgive += ["ERR_", "Failed to load resource"]  # nobody answers for a moment
    workshop.stop(9)
    workshop.start()
    facilitator.reload()
    expect(facilitator.locator("#ask").get_by_label(QUESTION)).to_have_value("Was ist uns <b>wichtig</b>?")
    expect(preview.get_by_role("listitem")).to_have_count(3)
    for page in phones:
        page.goto(f"{workshop.url}mitmachen/{workshop.code}")
        expect(page.get_by_text("verbunden")).to_be_visible()
    facilitator.goto(f"{workshop.url}leitung#{workshop.token}")
    screen = wall(facilitator)
    ask(facilitator)
    expect(screen.get_by_role("heading", level=1)).to_have_text("Was ist uns <b>wichtig</b>?")
    for one in phones:
        one.get_by_label("Tempo").check()
        send(one)
    workshop.vote(lambda number, public: asked.answer(public, number))
    assert not phones[0].locator(".mine").count()
    show(facilitator)
    expect(result(screen)).to_contain_text("Am häufigsten: „Tempo“ mit 4 (80 %).")
    assert screen.locator("#main").evaluate(BEGINS)
    expect(phones[0].locator(".mine")).to_contain_text("Tempo")
    for page in (facilitator, screen, phones[0]):
        accessible(page)

    # a scale, written in the form with one thing missing
    write(facilitator, "scale", "", low="gar nicht")
    facilitator.locator("#ask").get_by_role("button", name="Jetzt stellen", exact=True).first.click()
    expect(facilitator.locator("#ask-problem")).to_have_text("Bitte schreiben Sie eine Frage.")
    expect(facilitator.locator("#ask").get_by_label(QUESTION)).to_be_focused()
    write(facilitator, "scale", "Wie fair ist unser Verfahren?", low="gar nicht", high="sehr")
    ask(facilitator)
    for one, step in zip(phones, "455", strict=True):
        one.get_by_label(step, exact=True).check()
        send(one)
    workshop.vote(lambda number, public: asked.answer(public, number))
    for page in (screen, phones[0]):
        accessible(page)
    fits(phones[0])
    show(facilitator)
    expect(result(screen)).to_contain_text("Die Mitte des Raums liegt bei 4 von 5.")
    expect(phones[0].locator(".mine")).to_contain_text("4 von 5")
    accessible(screen)

    # an estimate that waits first, and is changed before it is asked
    write(facilitator, "estimate", "Wie viele Anfragen?", least="0", greatest="50", unit="Anfragen")
    facilitator.get_by_role("button", name="Für später merken").click()
    facilitator.get_by_role("button", name="Ändern: Wie viele Anfragen?").click()
    facilitator.locator("#ask-greatest").fill("500")
    facilitator.locator("#ask").get_by_role("button", name="Änderung speichern").click()
    expect(facilitator.locator("#said")).to_have_text("Die Frage ist geändert.")
    facilitator.get_by_role("button", name="Jetzt stellen: Wie viele Anfragen?").click()
    for one, number in zip(phones, ("120", "1.000", "80"), strict=True):
        one.locator("#zahl").fill(number)
        if number == "1.000":  # asked back, and too much
            one.locator("#zahl").fill("200")
        send(one)
    workshop.vote(lambda number, public: 100 + number)
    show(facilitator)
    expect(result(screen)).to_contain_text("Die Mitte des Raums liegt bei 101 Anfragen.")
    expect(phones[2].locator(".mine")).to_contain_text("80 Anfragen")
    accessible(screen)

    # a ranking: by keyboard on one phone, by dragging on another
    write(facilitator, "ranking", "Was gehen wir zuerst an?", options="Kita\nWohngeld\nTermine")
    ask(facilitator)
    for one in phones[:2]:
        row = one.locator(".ranking li").filter(has_text="Termine")
        if one is phones[0]:
            for _ in range(2):
                row.get_by_role("button", name=re.compile("nach oben")).press("Enter")
        else:
            first = one.locator(".ranking li").first.bounding_box()
            box = row.locator("span").bounding_box()
            one.mouse.move(box["x"] + 20, box["y"] + 20)
            one.mouse.down()
            one.mouse.move(first["x"] + 60, first["y"] + 2, steps=6)
            one.mouse.up()
        expect(one.locator(".ranking li").first).to_contain_text("Termine")
        accessible(one)
    for one in phones:
        send(one)
    fits(phones[0])
    workshop.vote(lambda number, public: asked.answer(public, number))
    show(facilitator)
    expect(result(screen)).to_contain_text("im Mittel auf Platz")
    expect(phones[0].locator(".mine li").first).to_have_text("Termine")
    for page in (screen, phones[0]):
        accessible(page)

    # texts: nothing is seen before it was read, and it can be hidden again
    write(facilitator, "text", "Was fehlt uns?")
    ask(facilitator)
    for number, one in enumerate(phones):
        one.get_by_label("Was fehlt uns?").fill(f"<i>Zeit</i> {number}")
        send(one)
    accessible(phones[0])
    workshop.vote(lambda number, public: asked.answer(public, number))
    show(facilitator)
    expect(result(screen)).to_contain_text("Noch ist keine Antwort freigegeben.")
    facilitator.get_by_role("button", name="Freigeben: <i>Zeit</i> 1").click()
    expect(result(screen).locator("li")).to_have_text(["„<i>Zeit</i> 1“"])
    accessible(facilitator)
    accessible(screen)
    facilitator.get_by_role("button", name="Wieder verbergen: <i>Zeit</i> 1").click()
    expect(result(screen).locator("li")).to_have_count(0)

    # a cloud of words that were read, by their stem
    write(facilitator, "cloud", "Woran denken Sie bei KI?", words="2")
    ask(facilitator)
    for one in phones:
        one.get_by_label("Wort 1").fill("fair")
        send(one)
    accessible(phones[0])
    workshop.vote(lambda number, public: asked.answer(public, number))
    show(facilitator)
    for word in ("fair", "Faire"):
        facilitator.get_by_role("button", name=f"Freigeben: {word}", exact=True).click()
    expect(result(screen).locator(".ws-cloud li")).to_have_text(["fair 5 (100\xa0%)"])
    result(screen).get_by_text("Tabelle", exact=True).click()
    expect(result(screen).locator("td").last).to_have_text("fair, Faire")
    accessible(screen)
    accessible(phones[0])
    for page in (facilitator, screen):
        fits(page)

    # questions of the room: what is released arrives while somebody else is typing
    write(facilitator, "qa", "Was möchten Sie wissen?")
    ask(facilitator)
    phones[0].get_by_label("Ihre eigene Frage").fill("Wer haftet, wenn es schiefgeht?")
    phones[0].get_by_role("button", name="Frage abschicken").click()
    phones[1].get_by_label("Ihre eigene Frage").fill("Und was ist mit")
    facilitator.get_by_role("button", name="Freigeben: Wer haftet, wenn es schiefgeht?").click()
    expect(screen.get_by_role("listitem")).to_have_text(["Wer haftet, wenn es schiefgeht?"])
    phones[2].get_by_label("Wer haftet, wenn es schiefgeht?").check()
    expect(phones[2].get_by_text("Ihre Stimme ist gespeichert")).to_be_visible()
    phones[1].get_by_label("Wer haftet, wenn es schiefgeht?").check()
    expect(phones[1].get_by_label("Ihre eigene Frage")).to_have_value("Und was ist mit")
    for page in (facilitator, screen, *phones[:2]):
        accessible(page)
    workshop.vote(lambda number, public: {"asked": [], "up": [public["released"][0]["id"]]})
    facilitator.get_by_role("button", name="Beantwortet: Wer haftet, wenn es schiefgeht?").click()
    show(facilitator)
    expect(result(screen)).to_contain_text("Wer haftet, wenn es schiefgeht? (✓\xa0beantwortet)")
    expect(result(screen)).to_contain_text("5 (100\xa0%)")
    expect(phones[0].locator(".mine")).to_contain_text("Wer haftet, wenn es schiefgeht?")
    accessible(screen)
    fits(phones[0])

    # small groups: each phone is told its own, and one of a group answers for all
    write(facilitator, "groups", "Was raten Sie uns?", groups="2", by="random")
    ask(facilitator)
    expect(screen.get_by_role("listitem")).to_have_text(["Gruppe Blau", "Gruppe Orange"])
    told = [one.locator(".group").inner_text() for one in phones]
    assert set(told) <= {"Sie sind in Gruppe Blau", "Sie sind in Gruppe Orange"}
    twice = [one for one, text in zip(phones, told, strict=True) if told.count(text) >= 2]
    twice[0].get_by_label("Was raten Sie uns?").fill("Fangen Sie klein an.")
    for one in (twice[0], *(one for one in phones if one is not twice[0])):
        send(one)
    twice[1].get_by_label("Was raten Sie uns?").fill("Gar nicht anfangen.")
    twice[1].get_by_role("button", name="Antwort ändern").click()
    twice[1].witness.forgive.append("409")
    expect(
        twice[1].get_by_text("Ein anderes Gerät Ihrer Gruppe hat die Antwort schon geschickt.")
    ).to_be_visible()
    for page in (facilitator, screen, *twice):
        accessible(page)
    workshop.vote(lambda number, public: asked.answer(public, number))
    facilitator.get_by_role("button", name="Freigeben: Fangen Sie klein an.").click()
    show(facilitator)
    expect(result(screen).get_by_role("row").filter(has_text="Fangen Sie klein an.")).to_be_visible()
    expect(twice[0].locator(".mine li")).to_contain_text(["Gruppe", "Fangen Sie klein an."])
    accessible(screen)
    fits(twice[0])
