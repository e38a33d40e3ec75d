"""Module 05, „Feedback ermöglichen: Der Einspruch“: what its notebook calls, in the order of the page."""

import datetime as dt
from functools import cached_property, partial

import pandas as pd
from IPython.display import display

from fairki import charts, german, ui
from fairki.documents import feedback_plan, kodex_history, layout
from fairki.feedback import complaints, plan, silence, survey
from fairki.kodex import Kodex, history
from fairki.lessons import bench
from fairki.lessons import module_05_texts as texts
from fairki.lessons import module_05_wording as wording
from fairki.lessons.bench import de as audit_wording
from fairki.lessons.lesson import Lesson, paragraphs

WAITING = audit_wording.WAITING
OTHER_OCCASION = "etwas anderes"


class Module05(Lesson):
    """The page of module 05. The Kodex comes from module 02 and is changed here."""

    def __init__(self):
        super().__init__("05")
        self.verdicts: list[ui.Guess] = []
        self.settled: list[ui.Block] = []

    # --- unit 1: four complaints -------------------------------------------------------------------

    @cached_property
    def cases(self) -> tuple[complaints.Complaint, ...]:
        """The four complaints, in the order of the page."""
        return complaints.four()

    def guess_founded(self) -> None:
        """Guess how many of the four complaints are founded; the answer comes when all are decided."""
        self.founded_guess = ui.Guess(
            self.key("berechtigt"),
            question="Was schätzen Sie: Wie viele der vier Einsprüche sind berechtigt?",
            unit="von 4",
            high=4,
            button="Schätzung festhalten",
        )
        self.founded_guess.observe(self._show_summary, "value")
        display(self.founded_guess)

    def complaint(self, number: int) -> None:
        """One complaint: the letter, questions to the system, the decision, and then the truth."""
        case = self.cases[number - 1]
        asked = ui.Choice(
            self.key(f"fragen.{number}"), "Was möchten Sie wissen?", texts.ASKED, kind="checkbox"
        )
        answers = ui.Text(wording.answers_html(case, []))
        options = [[verdict, *text.split(". ", 1)] for verdict, text in complaints.VERDICTS.items()]
        verdict = ui.Guess(
            self.key(f"entscheidung.{number}"),
            question=f"Wie entscheiden Sie über den Einspruch von {wording.name(case)}?",
            kind="choice",
            options=[[key, f"{first}.", second] for key, first, second in options],
            button="Entscheiden",
            decision=True,
        )
        asked.observe(
            lambda change: answers.set_trait("html", wording.answers_html(case, change.new or [])), "value"
        )
        verdict.observe(partial(self._show_verdict, case), "value")
        self.verdicts.append(verdict)
        display(ui.Text(wording.case_html(case), live=False), asked, answers, verdict)

    def _show_verdict(self, case: complaints.Complaint, change) -> None:
        if change.new is not None:
            change.owner.answer = wording.verdict_html(case, change.new)
        self._show_summary()

    def summary(self) -> None:
        """All four side by side, once they are decided."""
        self.summary_text = ui.Text(live=False)  # the decision that it follows is read out itself
        display(self.summary_text)
        self._show_summary()

    def _show_summary(self, _change=None) -> None:
        if not hasattr(self, "summary_text"):
            return
        given = [block.value for block in self.verdicts]
        missing = given.count(None)
        if missing:
            left = german.count_of(missing, "Einspruch", "Einsprüche")
            self.summary_text.html = paragraphs(
                f"Zu entscheiden: noch {left}. Danach steht hier der Vergleich."
            )
            self.founded_guess.answer = paragraphs("Gut. Entscheiden Sie jetzt über die vier Einsprüche.")
            return
        founded = sum(complaints.RIGHT_VERDICT[case.kind] != complaints.STANDS for case in self.cases)
        self.founded_guess.answer = paragraphs(
            f"Berechtigt sind <strong>{german.number(founded)} von {german.number(len(self.cases))}</strong>."
        )
        self.summary_text.html = wording.summary_html(self.cases, given)

    def transfer_answers(self) -> None:
        """Transfer of unit 1."""
        self.transfer("transfer.auskunft")

    # --- unit 2: who does not complain ---------------------------------------------------------------

    def guess_silence(self) -> None:
        """Guess how many of those who were harmed complain by letter, then see who does."""
        self.silence_guess = ui.Guess(
            self.key("melden"),
            question="Was schätzen Sie: Wie viele von 100 zu Unrecht Abgelehnten legen per Brief Einspruch ein?",
            unit="von 100",
        )
        self.silence_chart = ui.Chart(visible=False)
        self.silence_guess.observe(self._show_silence, "value")
        display(self.silence_guess, self.silence_chart)

    def _show_silence(self, _change=None) -> None:
        found = silence.expected([silence.LETTER])
        self.silence_guess.answer = wording.silence_html(found, silence.reached([silence.LETTER]))
        self.silence_chart.show(_heard(found, "Nur mit einem Brief bleiben die meisten still."))
        self.silence_chart.visible = True

    def channels(self) -> None:
        """Switch channels on; see whom they reach."""
        self.offered = ui.Choice(
            plan.CHANNELS_KEY,
            "Was bietet die Firma an?",
            [[key, measure.name, f"{measure.sentence}."] for key, measure in silence.MEASURES.items()],
            kind="checkbox",
        )
        self.channels_text = ui.Text()
        self.channels_chart = ui.Chart(visible=False)
        self.offered.observe(self._show_channels, "value")
        self.settled.append(self.offered)
        display(self.offered, self.channels_text, self.channels_chart)
        self._show_channels()

    def _show_channels(self, _change=None) -> None:
        offered = self.offered.value or []
        self.channels_text.html = wording.channels_html(offered)
        self.channels_chart.show(
            _heard(silence.expected(offered), "So viele zu Unrecht Abgelehnte melden sich auf diesen Wegen.")
        )
        self.channels_chart.visible = bool(offered)

    def settle(self, *names: str) -> None:
        """Questions of the feedback plan (``plan.DECISIONS``), by the last part of their keys."""
        for decision in plan.DECISIONS:
            if decision.key.rpartition(".")[2] in names:
                block = (
                    ui.Choice(decision.key, decision.question, list(decision.options.items()), kind="select")
                    if decision.options
                    else ui.Note(decision.key, decision.question, decision.hint, rows=1)
                )
                self.settled.append(block)
                display(block)

    def transfer_silence(self) -> None:
        """Transfer of unit 2."""
        self.transfer("transfer.stille")

    # --- unit 3: two hundred answers -----------------------------------------------------------------

    @cached_property
    def survey(self) -> pd.DataFrame:
        """Everybody who was asked, one row each (columns as in ``survey.generate``)."""
        return survey.generate()

    def guess_all(self) -> None:
        """Guess what all think of whom only a part answered, then see four ways to read it."""
        given = survey.naive(self.survey).value
        self.all_guess = ui.Guess(
            self.key("umfrage"),
            question=(
                f"Bei „{survey.QUESTIONS[survey.FAIR]}“ liegt das Mittel der Antworten bei {german.number(given, 1)}. "
                f"Was schätzen Sie: Wo liegt es bei allen {german.number(len(self.survey))} Befragten?"
            ),
            unit="",
            low=survey.LOWEST,
            high=survey.HIGHEST,
            step=0.1,
        )
        self.all_chart = ui.Chart(visible=False)
        self.all_guess.observe(self._show_all, "value")
        display(self.all_guess, self.all_chart)

    def _show_all(self, _change=None) -> None:
        groups = survey.by_group(self.survey)
        self.all_guess.answer = wording.survey_html(self.survey)
        self.all_chart.show(
            charts.bars(
                groups[["gruppe", "ruecklauf"]].set_axis(["Gruppe", "Rücklauf"], axis="columns"),
                title="Nicht alle Gruppen haben gleich oft geantwortet.",
                summary=wording.response_sentence(groups),
                axis_title="Anteil, der geantwortet hat",
            )
        )
        self.all_chart.visible = True

    def read_groups(self) -> None:
        """The mean of each group with its interval, for either question."""
        self.asked = ui.Choice(
            self.key("frage"), "Welche Aussage?", list(survey.QUESTIONS.items()), kind="radio"
        )
        self.groups_text = ui.Text()
        self.asked.observe(self._show_groups, "value")
        display(self.asked, self.groups_text)
        self._show_groups()

    def _show_groups(self, _change=None) -> None:
        if self.asked.value is None:
            self.groups_text.html = paragraphs(
                "Wählen Sie eine Aussage. Dann sehen Sie jede Gruppe für sich."
            )
            return
        self.groups_text.html = wording.groups_html(survey.by_group(self.survey, self.asked.value))

    def themes(self) -> None:
        """What people wrote in their own words."""
        display(ui.Text(wording.themes_html(survey.themes(self.survey)), live=False))

    @cached_property
    def declined(self) -> complaints.Complaint:
        """The complaint that was rightly declined: whoever wrote it deserves a good reply."""
        return next(case for case in self.cases if case.kind == complaints.UNFOUNDED)

    @cached_property
    def letter_parts(self) -> dict[str, tuple[str, list[list[str]]]]:
        """What the letter is put together from (``wording.letter_parts``)."""
        return wording.letter_parts(self.declined)

    def write_letter(self) -> None:
        """A reply to a rejected applicant: put together, written anew, looked at."""
        self.letter_blocks = {
            part: ui.Choice(self.key(f"brief.{part}"), question, options)
            for part, (question, options) in self.letter_parts.items()
        }
        self.salutation = ui.Note(
            self.key("brief.anrede"),
            "Wie reden Sie die Person an? (freiwillig)",
            f"Lassen Sie das Feld leer, dann steht da: „Guten Tag {wording.name(self.declined)}“. "
            "Das passt für alle. „Frau“ oder „Herr“ passt nur, wenn Sie wissen, dass die Person so angeredet "
            "werden möchte.",
            rows=1,
        )
        self.letter_text = ui.Text()
        self.own_letter = ui.Note(
            plan.REPLY_KEY,
            "Oder schreiben Sie selbst",
            "Was hier steht, geht vor. Es kommt als Vorlage in Ihren Feedback-Plan.",
            rows=8,
        )
        self.letter_look = ui.Text()
        self.settled.append(self.own_letter)
        for block in (self.salutation, *self.letter_blocks.values(), self.own_letter):
            block.observe(self._show_letter, "value")
        display(
            self.salutation, *self.letter_blocks.values(), self.letter_text, self.own_letter, self.letter_look
        )
        self._show_letter()

    def _show_letter(self, _change=None) -> None:
        chosen = {part: block.value for part, block in self.letter_blocks.items()}
        made = wording.letter(
            self.letter_parts, chosen, wording.name(self.declined), self.salutation.value or ""
        )
        self.letter_text.html = wording.made_html(made)
        self.letter_look.html = wording.letter_html(self.own_letter.value or made)

    def transfer_survey(self) -> None:
        """Transfer of unit 3."""
        self.transfer("transfer.umfrage")

    # --- unit 4: from the complaint to the rule -------------------------------------------------------

    def what_follows(self) -> None:
        """Which rules the four complaints ask for, and whether the Kodex has them."""
        self.follows_text = ui.Text(live=False)
        display(self.follows_text)

    def examine(self) -> None:
        """Keep the Kodex as it is today, and see what it finds."""
        self.first_run = ui.Run("1. Kodex von heute prüfen", WAITING, self._begin)
        display(self.first_run)

    @cached_property
    def builder(self) -> ui.RuleBuilder:
        """The Kodex-Baukasten."""
        return bench.builder()

    @property
    def kodex(self) -> Kodex:
        """The learner's Kodex, or the example as long as there is none."""
        return bench.kodex_of(self.builder.value)

    def change(self) -> None:
        """Change a rule, say why, guess the effect, and examine again."""
        people = [wording.name(case) for case in self.cases]
        self.occasion = ui.Choice(
            self.key("anlass"),
            "Was ist der Anlass für Ihre Änderung?",
            [[str(at), f"Einspruch von {name}"] for at, name in enumerate(people, 1)]
            + [["anderer", OTHER_OCCASION]],
            kind="select",
        )
        self.why = ui.Note(
            self.key("warum"),
            "Warum ändern Sie den Kodex?",
            "Ein Satz genügt. Er steht dann in der Geschichte des Kodex.",
            rows=2,
        )
        self.effect_guess = ui.Guess(
            self.key("wirkung"),
            question="Was glauben Sie: Was bringt die Änderung bei den Übungssystemen?",
            kind="choice",
            options=texts.EFFECTS,
            button="Schätzung festhalten",
        )
        self.second_run = ui.Run("2. Änderung festhalten und neu prüfen", WAITING, self._keep)
        self.effect_guess.observe(self._show_history, "value")
        self.builder.observe(self._show_follows, "value")
        display(self.builder, self.occasion, self.why, self.effect_guess, self.second_run)
        self._show_follows()

    def compare(self) -> None:
        """Before and after, and the history of the Kodex."""
        self.compare_text = ui.Text(live=False)
        self.matrix = ui.Matrix(label="Der Kodex prüft die Systeme")
        self.history = ui.KodexHistory(live=False)
        self.history.observe(self._show_history, "value")
        display(self.compare_text, self.matrix, self.history)
        self._show_history()

    @property
    def kept(self) -> history.History | None:
        """The history of the Kodex; None before the first examination."""
        return history.from_value(self.history.value) if self.history.value else None

    def _begin(self) -> str:
        if self.kept is None:
            begun = history.History(dt.date.today(), self.kodex)
            self.history.value = history.to_value(begun)
        return audit_wording.message(bench.audited(self.kept.latest).score)

    def _keep(self) -> str:
        kept, now = self.kept, self.kodex
        if kept is None:
            return "Prüfen Sie zuerst den Kodex von heute. Der Knopf dafür steht weiter oben."
        if not self.builder.kodex.rules:
            return "Laden Sie im Baukasten zuerst den Beispiel-Kodex, und ändern Sie eine Regel."
        if not history.difference(kept.latest, now):
            return "Im Kodex hat sich noch nichts geändert."
        made = history.Change(dt.date.today(), self._occasion(), (self.why.value or "").strip(), now)
        if len(kept.changes) >= history.MOST_CHANGES:
            return "Die Geschichte ist voll. Speichern Sie sie als Word-Datei."
        self.history.value = history.to_value(kept.then(made))
        return f"Festgehalten. {audit_wording.message(bench.audited(now).score)}"

    def _occasion(self) -> str:
        chosen = dict(map(tuple, self.occasion.options)).get(self.occasion.value, "")
        return "" if chosen == OTHER_OCCASION else chosen

    def _show_follows(self, _change=None) -> None:
        self.follows_text.html = wording.lessons_html(self.cases, self.kodex, bool(self.builder.kodex.rules))
        self.second_run.message = ""

    def _show_history(self, _change=None) -> None:
        if not hasattr(self, "history"):
            return
        kept = self.kept
        if self.effect_guess.value is not None:
            self.effect_guess.answer = paragraphs("Gut. Ändern Sie eine Regel, und prüfen Sie neu.")
        self.history.html = wording.history_html(kept) if kept else ""
        if kept is None or not kept.changes:
            self.compare_text.html = ""
            self.matrix.show([], [])
            return
        first, last = bench.audited(kept.start), bench.audited(kept.latest)
        self.compare_text.html = audit_wording.compared(first, last)
        self.matrix.show(*bench.matrix(last, first).values())
        if self.effect_guess.value is not None:
            self.effect_guess.answer = wording.effect_html(
                last.score.found - first.score.found,
                last.score.accused - first.score.accused,
                self.effect_guess.value,
            )

    def self_check(self) -> None:
        """Six questions on the whole module."""
        display(ui.Quiz(self.key("selbsttest"), questions=texts.SELF_CHECK))

    def transfer_rule(self) -> None:
        """Transfer of unit 4."""
        self.transfer("transfer.regel")

    def take_along(self) -> None:
        """The feedback plan, and the Kodex with its history, as Word and as plain text."""
        files = (
            ("Feedback-Plan", "feedback-plan", self._plan, (*self.settled, *self.notes)),
            ("Kodex mit Geschichte", "kodex-mit-geschichte", self._history, (self.history,)),
        )
        for title, name, make, sources in files:
            display(
                ui.Download(
                    f"{title} als Word-Datei speichern",
                    f"{name}.docx",
                    layout.WORD_TYPE,
                    lambda make=make: layout.word(make()),
                    sources,
                ),
                ui.Download(
                    f"{title} als einfachen Text speichern",
                    f"{name}.md",
                    layout.MARKDOWN_TYPE,
                    lambda make=make: layout.markdown(make()).encode(),
                    sources,
                ),
            )

    def _plan(self) -> layout.Paper:
        answers = {block.key: block.value for block in self.settled if block.value is not None}
        thoughts = [(note.label, note.value or "") for note in self.notes]
        return feedback_plan.paper(answers, dt.date.today(), thoughts)

    def _history(self) -> layout.Paper:
        return kodex_history.paper(self.kept, dt.date.today())

    # --- the end of the page ------------------------------------------------------------------------

    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "betroffene",
            "einspruch",
            "kodex",
            "meldeweg",
            "ruecklauf",
            "stellvertreter",
            "was_waere_wenn",
            "zufall",
        )

    def sources(self) -> None:
        """What the world outside knows about this."""
        self.sources_of(
            ["wachter"],
            [
                "auskunft",
                "auskunft_was_waere_wenn",
                "erklaerung",
                "anrede",
                "agg_entschaedigung",
                "agg_beweis",
            ],
        )


def _heard(found: pd.DataFrame, title: str) -> charts.Picture:
    """How likely the harmed people of each group complain (``found`` as from ``silence.expected``)."""
    return charts.bars(
        found[["gruppe", "chance"]].set_axis(["Gruppe", "Melden sich"], axis="columns"),
        title=title,
        summary="Von 100 zu Unrecht Abgelehnten melden sich: "
        + ", ".join(f"{row.gruppe} {german.number(100 * row.chance)}" for row in found.itertuples())
        + ".",
        axis_title="Anteil, der sich meldet",
    )
