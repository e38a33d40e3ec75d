"""Unit 1: a story, then three questions; opinions are kept until module 07 asks again, after each two voices."""

from fairki import company, ui
from fairki.company import cast
from fairki.lessons.module_00.de import unit_1 as de
from fairki.lessons.scene import Answers, Scene, Shown

OPINIONS = {f"00.meinung.{asked['id']}": asked for asked in de.OPENING}


PROVIDER = "turban"
"""Nobody of the firm, so without a name: who sold the program."""


def opener() -> Scene:
    """A story in six pictures, to be played or skipped: an application is refused, and nobody can say why."""
    people = company.current().people
    asked = [
        {
            "name": de.in_picture(one),
            "initials": one.initials,
            "face": one.drawing and cast.address(one.drawing),
        }
        for one in (people.hr, people.it, people.leader)
    ]
    asked.insert(2, {"name": de.PROVIDER, "initials": de.PROVIDER_INITIAL, "face": cast.address(PROVIDER)})
    return Scene(ui.Opener(de.CAPTIONS, asked, label=de.STORY))


def opinions() -> list[Scene]:
    """The three opening questions on a scale; after each answer two voices from the firm."""
    asked = [
        Scene(
            ui.Choice(key, question["question"], options=question["scale"], kind="scale"),
            ui.Text(),
            reveal=what_others_say,
        )
        for key, question in OPINIONS.items()
    ]
    return [*asked, Scene(ui.Text(), needs=OPINIONS, reveal=what_is_kept)]


def what_others_say(answers: Answers) -> Shown:
    """Two voices from the firm on the one question that is asked, once it is answered."""
    ((key, answer),) = answers.items()
    return Shown() if answer is None else Shown(de.voices(OPINIONS[key]["voices"]))


def what_is_kept(answers: Answers) -> Shown:
    """How many questions are open."""
    left = list(answers.values()).count(None)
    return Shown(de.open_questions(left) if left else de.ALL_GIVEN)
