"""Module 06, „Mensch und Maschine“: what its notebook calls, in the order of the page."""

from dataclasses import replace
from html import escape

import pandas as pd
from IPython.display import HTML, display

from fairki import charts, german, people, reference, ui
from fairki.documents import review_setup as paper
from fairki.lessons import module_06_texts as texts
from fairki.lessons.lesson import Lesson, paragraphs
from fairki.lessons.module_06_wording import (
    ALONE,
    EXAMPLE,
    MACHINE,
    SETUPS,
    YEARS,
    case_html,
    comparison,
    grouped,
    mean,
    mean_gain,
    outcomes,
    reliable,
    share_of_women,
    short,
    verdict,
    winners,
)
from fairki.people import COMBINED, HUMAN, Setup
from fairki.worlds import recruiting

MOST_WRONG = 350
"""Most wrong decisions that a goal can allow."""
CASE = 1088
"""Number of the application that unit 4 is about, in the year with the seed ``CASE_YEAR``."""
CASE_YEAR = 2026


class Module06(Lesson):
    """The page of module 06. Every number comes from twenty simulated years."""

    def __init__(self):
        super().__init__("06")

    # --- unit 1: three ways ------------------------------------------------------------------------

    def three_ways(self) -> None:
        """Guess which way makes the fewest wrong decisions, then see all three."""
        self.way_guess = ui.Guess(
            self.key("weg"),
            question="Was glauben Sie: Welcher Weg macht die wenigsten Fehlentscheidungen?",
            kind="choice",
            options=texts.WAYS,
        )
        self.way_chart = ui.Chart(visible=False)
        self.way_guess.observe(self._show_ways, "value")
        display(self.way_guess, self.way_chart)

    def _show_ways(self, _change=None) -> None:
        ways = {name: SETUPS[id] for id, name, _ in texts.WAYS}
        wrong = {name: mean(setup, "wrong") for name, setup in ways.items()}
        best = min(wrong, key=wrong.get)
        chosen = paper.WAYS[self.way_guess.value]
        first = "Ja" if chosen == best else "Hier nicht"
        self.way_guess.answer = (
            paragraphs(
                f"{first}: Am wenigsten Fehlentscheidungen macht der Weg <strong>„{best}“</strong>, im Mittel "
                f"{german.number(wrong[best])} im Jahr.",
            )
            + comparison("Drei Wege in 20 Jahren", ways)
            + paragraphs(
                "Das Versprechen hält hier also: mehr Vielfalt, bessere Passung, weniger Fehlentscheidungen. "
                "Das gilt für ein Team, das fair urteilt und genug Zeit hat. Das Programm allein kostet keine Stunde. "
                f"Der Mensch allein braucht {german.number(mean(ALONE, 'hours'))} Stunden und wird dabei müde.",
            )
        )
        self.way_chart.show(share_of_women("Ohne Team lädt das Programm zu wenige Frauen ein.", ways))
        self.way_chart.visible = True

    def assumptions(self) -> None:
        """What the experiment assumes about people at work."""
        display(
            HTML(
                '<details class="fairki"><summary>Was wir über Menschen bei der Arbeit annehmen</summary><ul>'
                f"<li>Wer sorgfältig liest, braucht {paper.minutes(people.CAREFUL_MINUTES)} für einen Fall. "
                "Mit halb so viel Zeit wird das Urteil doppelt so ungenau.</li>"
                f"<li>Das Team hat {german.number(people.FRESH_HOURS)} Stunden volle Aufmerksamkeit. "
                f"Danach ist es müde. Sein Urteil wird {german.number(people.TIRED)}-mal so ungenau.</li>"
                f"<li>Durchwinken dauert {paper.minutes(people.GLANCE_MINUTES)}.</li>"
                "<li>Das Programm hat aus alten Einladungen der Firma gelernt, ohne die Spalte Geschlecht.</li></ul>"
                "<p>Diese Zahlen haben wir gewählt, nicht gemessen. In Ihrer Firma können sie anders sein.</p>"
                "</details>"
            )
        )

    def more_cases(self) -> None:
        """Guess what it brings to review everything, then see."""
        self.more_guess = ui.Guess(
            self.key("alle"),
            question="Was glauben Sie: Was wird aus den Fehlentscheidungen, wenn das Team alle Vorschläge prüft?",
            kind="choice",
            options=[
                ["weniger", "Es werden noch weniger."],
                ["gleich", "Es bleiben etwa gleich viele."],
                ["mehr", "Es werden wieder mehr."],
            ],
        )
        self.more_guess.observe(self._show_more, "value")
        display(self.more_guess)

    def _show_more(self, _change=None) -> None:
        everything, by_lot = Setup(cases=people.APPLICATIONS), replace(EXAMPLE, which=people.RANDOM)
        self.more_guess.answer = paragraphs(
            f"{'Richtig' if self.more_guess.value == 'mehr' else 'Es kommt anders'}: Es werden "
            "<strong>wieder mehr</strong>.",
            f"Mit {german.number(EXAMPLE.cases)} geprüften Fällen sind es im Mittel "
            f"{german.number(mean(EXAMPLE, 'wrong'))} Fehlentscheidungen, mit allen Fällen "
            f"{german.number(mean(everything, 'wrong'))}. Dabei arbeitet das Team "
            f"{german.number(mean(everything, 'hours'))} statt {german.number(mean(EXAMPLE, 'hours'))} Stunden. "
            "In der zweiten Hälfte ist es müde.",
            "Weniger Fälle, aber gut geprüft, sind hier also besser. Und es kommt darauf an, welche: Hätte das Team "
            f"{german.number(EXAMPLE.cases)} Fälle nach dem Los geprüft statt die nahe an der Grenze, wären es "
            f"{german.number(mean(by_lot, 'wrong'))}.",
        )

    def capacity(self) -> None:
        """How many cases a fair team reviews, and what that brings."""
        self.cases = ui.Slider(
            self.key("faelle"),
            "So viele Vorschläge nahe an der Grenze prüft das Team",
            low=0,
            high=people.APPLICATIONS,
            step=100,
            value=EXAMPLE.cases,
        )
        self.cases_text = ui.Text()
        self.cases.observe(self._show_capacity, "value")
        display(self.cases, self.cases_text)
        # the years are computed at the first answer, so that the page is there at once
        self.cases_text.html = paragraphs("Bewegen Sie den Regler. Dann rechnen wir.")

    def _show_capacity(self, _change=None) -> None:
        setup = Setup(cases=round(self.cases.value))
        shown = {"Programm allein": MACHINE, "Ihr Regler": setup}
        tired = mean(setup, "hours") > people.FRESH_HOURS
        self.cases_text.html = comparison("Ein faires Team mit 6 Minuten je Fall", shown) + paragraphs(
            "Ein Teil der Fälle wird jetzt müde gelesen."
            if tired
            else "Das Team bleibt noch aufmerksam bis zum Schluss."
        )

    def transfer_proposals(self) -> None:
        """Transfer of unit 1."""
        self.transfer("transfer.vorschlaege")

    # --- unit 2: who reviews ----------------------------------------------------------------------

    def three_teams(self) -> None:
        """Guess what a biased team does to the share of women, then see three teams."""
        self.team_guess = ui.Guess(
            self.key("einseitig"),
            question=(
                "Was schätzen Sie: Wie viele von 100 Eingeladenen sind Frauen, "
                "nachdem das einseitige Team geprüft hat?"
            ),
            unit="von 100",
            high=60,
        )
        self.team_chart = ui.Chart(visible=False)
        self.team_text = ui.Text()
        self.team_guess.observe(self._show_teams, "value")
        display(self.team_guess, self.team_chart, self.team_text)

    def _show_teams(self, _change=None) -> None:
        teams = {reviewer.name: Setup(reviewer=reviewer) for reviewer in people.REVIEWERS.values()}
        start, biased = mean(MACHINE, "women"), mean(Setup(reviewer=people.BIASED), "women")
        self.team_guess.answer = paragraphs(
            f"Es sind <strong>{german.number(100 * biased)} von 100</strong>. Das Programm allein kommt auf "
            f"{german.number(100 * start)} von 100.",
            "Ein Mensch am Ende macht es hier also <strong>schlechter</strong>. Das Team zieht noch einmal "
            "Punkte ab, die schon das Programm abgezogen hat.",
        )
        shown = {"Programm allein": MACHINE} | teams
        self.team_chart.show(share_of_women("Wer prüft, entscheidet, ob es besser wird.", shown))
        self.team_chart.visible = True
        promises = {
            "women": "mehr Vielfalt",
            "fit": "Passung mindestens so gut",
            "wrong": "weniger Fehlentscheidungen",
        }
        kept = {
            f"Das Team {name}": [
                (promise, f"{years[measure]} von {YEARS} Jahren") for measure, promise in promises.items()
            ]
            for name, years in ((name, people.years_better(setup)) for name, setup in teams.items())
        }
        stays = mean_gain(Setup(reviewer=people.RUBBER_STAMPING)) / mean_gain(EXAMPLE)
        self.team_text.html = grouped(
            "Hält das Versprechen? Verglichen mit dem Programm allein", ("Versprechen", "Gehalten in"), kept
        ) + paragraphs(
            "Die Tabelle zeigt, wie oft auch ein Team besser ist, das durchwinkt. Aber der Gewinn ist kleiner: "
            f"Vom Zuwachs an Vielfalt bleiben nur {german.percent(stays)} übrig. "
            "Auf dem Papier sieht es trotzdem nach Prüfung aus.",
        )

    def waving(self) -> None:
        """How much of the gain stays when a share of the proposals is waved through."""
        self.waved = ui.Slider(
            self.key("durchwinken"),
            "So viele von 100 Vorschlägen bestätigt das Team ungelesen",
            low=0,
            high=100,
            step=5,
            unit="von 100",
            value=80,
        )
        self.waved_text = ui.Text(paragraphs("Bewegen Sie den Regler. Dann rechnen wir."))
        self.waved.observe(self._show_waving, "value")
        display(self.waved, self.waved_text)

    def _show_waving(self, _change=None) -> None:
        share = self.waved.value / 100
        setup = Setup(reviewer=people.Reviewer("winkt durch", people.FAIR.penalties, rubber_stamps=share))
        gain, full = mean_gain(setup), mean_gain(EXAMPLE)
        self.waved_text.html = paragraphs(
            f"Zuwachs an Vielfalt: <strong>{german.points(gain)}</strong> "
            f"von {german.number(100 * full, 1)} möglichen.",
            f"Arbeitszeit: {german.number(mean(setup, 'hours'))} von {german.number(mean(EXAMPLE, 'hours'))} Stunden.",
            "Durchwinken spart Stunden. Aber es spart genau die Stunden, die etwas bringen."
            if share >= 0.5
            else "Je mehr das Team wirklich liest, desto mehr bleibt vom Gewinn.",
        )

    def studies(self) -> None:
        """What studies found about people who get advice from a program."""
        items = "".join(
            f"<li>{escape(found.text)} <cite>({escape(found.source)})</cite></li>"
            for found in (reference.finding("goddard"), reference.finding("green_chen"))
        )
        display(HTML(f'<ul class="fairki">{items}</ul>'))

    def transfer_review(self) -> None:
        """Transfer of unit 2."""
        self.transfer("transfer.pruefen")

    # --- unit 3: the search -----------------------------------------------------------------------

    def goal(self) -> None:
        """Three wishes for a set-up."""
        keys, start = paper.GOAL_KEYS, paper.START
        self.wishes = {
            "frauen": ui.Slider(
                keys["frauen"],
                "Frauen unter den Eingeladenen: mindestens",
                low=30,
                high=48,
                unit="%",
                value=start["frauen"],
            ),
            "fehler": ui.Slider(
                keys["fehler"],
                "Fehlentscheidungen im Jahr: höchstens",
                low=200,
                high=MOST_WRONG,
                step=5,
                value=start["fehler"],
            ),
            "stunden": ui.Slider(
                keys["stunden"],
                "Arbeitsstunden im Jahr: höchstens",
                low=0,
                high=200,
                step=5,
                unit="Stunden",
                value=start["stunden"],
            ),
        }
        display(*self.wishes.values())

    def search(self) -> None:
        """The set-up to adjust, and whether it reaches the goal."""
        keys, start = paper.SETUP_KEYS, paper.START
        self.controls = {
            "weg": ui.Choice(keys["weg"], label="Wer entscheidet?", options=texts.WAYS),
            "team": ui.Choice(keys["team"], label="Mit welchem Team rechnen Sie?", options=texts.TEAMS),
            "auswahl": ui.Choice(keys["auswahl"], label="Was prüft das Team?", options=texts.WHICH),
            "faelle": ui.Slider(
                keys["faelle"],
                "Wie viele Fälle sieht das Team?",
                low=0,
                high=people.APPLICATIONS,
                step=50,
                value=start["faelle"],
            ),
            "minuten": ui.Slider(
                keys["minuten"],
                "Wie viel Zeit ist für jeden Fall geplant?",
                low=2,
                high=people.LONGEST_MINUTES,
                unit="Minuten",
                value=start["minuten"],
            ),
        }
        self.search_text = ui.Text()
        for block in (*self.controls.values(), *self.wishes.values()):
            block.observe(self._show_search, "value")
        display(*self.controls.values(), self.search_text)
        self._show_search()

    @property
    def answers(self) -> dict:
        """What the blocks of the search say, as in the browser store."""
        blocks = (*self.controls.values(), *self.wishes.values())
        return {block.key: block.value for block in blocks if block.value is not None}

    def _show_search(self, _change=None) -> None:
        way = self.controls["weg"].value
        for name in ("team", "faelle", "minuten"):
            self.controls[name].visible = way in (HUMAN, COMBINED)
        self.controls["auswahl"].visible = way == COMBINED
        setup, goal = paper.setup_of(self.answers), paper.goal_of(self.answers)
        if setup is None:
            asked = [block.label for block in self.controls.values() if block.visible and block.value is None]
            self.search_text.html = paragraphs(f"Wählen Sie noch: {' '.join(map(escape, asked))}")
        else:
            self.search_text.html = verdict(setup, goal)
        if hasattr(self, "best_guess"):
            self._show_best()

    def is_there_a_best(self) -> None:
        """Guess whether one set-up is best in everything, then see what each costs and brings."""
        self.best_guess = ui.Guess(
            self.key("bester"),
            question=(
                "Was glauben Sie: Gibt es einen Aufbau mit den meisten Frauen, den wenigsten Fehlentscheidungen "
                "und den wenigsten Stunden zugleich?"
            ),
            kind="choice",
            options=[["ja", "Ja, den muss man nur finden."], ["nein", "Nein, irgendwo zahlt man immer."]],
        )
        self.best_chart = ui.Chart(visible=False)
        self.best_guess.observe(self._show_best, "value")
        display(self.best_guess, self.best_chart)

    def _show_best(self, _change=None) -> None:
        if self.best_guess.value is None:
            return
        known, goal = outcomes("fair"), paper.goal_of(self.answers)
        average = {
            setup: {name: people.band(of, name).mean for name in ("women", "wrong", "hours")}
            for setup, of in known.items()
        }
        self.best_guess.answer = (
            paragraphs(
                "<strong>Nein.</strong> Schon bei einem fairen Team gewinnt jedes Mal ein anderer Aufbau:"
            )
            + winners(average)
            + paragraphs(
                "Ein Programm kann diese Zahlen ausrechnen. Was sie wert sind, kann es nicht sagen. "
                'Das ist ein <a href="#glossar-zielkonflikt">Zielkonflikt</a>.'
            )
        )
        # who reads too little alone overlooks so many that no goal of this page allows it
        sensible = [setup for setup in average if average[setup]["wrong"] <= MOST_WRONG]
        reaching = {setup for setup in sensible if reliable(goal, known[setup])}
        points = pd.DataFrame(
            [
                {
                    "name": short(setup),
                    "kind": paper.WAYS[setup.way],
                    "across": average[setup]["hours"],
                    "up": average[setup]["women"],
                    "marked": setup in reaching,
                }
                for setup in sensible
            ]
        )
        self.best_chart.show(
            charts.trade_off(
                points,
                "Stunden im Jahr",
                "Frauen unter den Eingeladenen",
                ("verfehlt Ihr Ziel", "erreicht Ihr Ziel"),
                title="Mehr Vielfalt kostet Zeit, aber mehr Zeit bringt nicht immer mehr.",
                summary=(
                    f"Gezeigt sind {german.number(len(sensible))} Aufbauten mit einem fairen Team und im Mittel "
                    f"höchstens {german.number(MOST_WRONG)} Fehlentscheidungen. Ihr Ziel "
                    f"{'erreicht' if len(reaching) == 1 else 'erreichen'} {german.number(len(reaching))} davon."
                ),
            )
        )
        self.best_chart.visible = True

    def transfer_setup(self) -> None:
        """Transfer of unit 3."""
        self.transfer("transfer.aufbau")

    # --- unit 4: four views of one case -----------------------------------------------------------------

    def case(self) -> None:
        """One application near the bar; what would you do?"""
        year = people.year(CASE_YEAR)
        at = year.applicants.index[year.applicants["nummer"] == CASE][0]
        rank = 1 + int((year.scores > year.scores[at]).sum())
        able = recruiting.visible_qualification(year.applicants)
        self._ranks = rank, 1 + int((able > able[at]).sum())
        display(ui.Text(case_html(year.applicants.loc[at], rank), live=False))
        self.case_choice = ui.Choice(
            self.key("fall"), label="Sie prüfen diesen Vorschlag. Was tun Sie?", options=texts.DECISIONS
        )
        self.case_text = ui.Text()
        self.case_choice.observe(self._show_case, "value")
        display(self.case_choice, self.case_text)

    def _show_case(self, _change=None) -> None:
        if self.case_choice.value is None:
            self.case_text.html = ""
            return
        rank, able = self._ranks
        self.case_text.html = paragraphs(
            "Für jede Antwort gibt es gute Gründe. In dieser erfundenen Welt wissen wir mehr: "
            "<strong>Lena Hoffmann ist geeignet.</strong>",
            f"Zählen nur Note, Test und Fachkenntnisse, steht sie auf Platz {german.number(able)}. Das Programm setzt "
            f"sie auf Platz {german.number(rank)}. Es hat aus alten Einladungen gelernt. Dort kosteten Auszeit und "
            "Teilzeit Punkte.",
            "Im echten Leben sagt Ihnen niemand, wer wirklich geeignet ist. Deshalb sind die Fragen wichtig, "
            "die jetzt kommen.",
        )

    def views(self) -> None:
        """Four people ask about the case; the learner picks the question that matters most to each."""
        self.view_choices = []
        for view in texts.VIEWS:
            name = view["who"].split(",")[0]
            head = f"<h4>{escape(view['who'])}</h4><p>{escape(view['sees'])}</p>"
            display(HTML(f'<div class="fairki">{head}</div>'))
            choice = ui.Choice(
                self.key(f"blick.{view['id']}"),
                label=f"Die wichtigste Frage von {name}:",
                options=[[id, question] for id, question, _ in view["questions"]],
            )
            text = ui.Text()
            choice.observe(
                lambda _, view=view, choice=choice, text=text: self._show_view(view, choice, text), "value"
            )
            self.view_choices.append(choice)
            display(choice, text)
        self.views_text = ui.Text()
        display(self.views_text)
        self._show_views()

    def _show_view(self, view: dict, choice: ui.Choice, text: ui.Text) -> None:
        text.html = paragraphs(*(escape(answer) for id, _, answer in view["questions"] if id == choice.value))
        self._show_views()

    def _show_views(self) -> None:
        missing = sum(choice.value is None for choice in self.view_choices)
        if missing:
            self.views_text.html = paragraphs(
                f"Noch {german.count_of(missing, 'Blick', 'Blicke')} ohne Frage. Es gibt keine falsche Wahl."
            )
            return
        questions = [
            (view["who"].split(",")[0], question)
            for view, choice in zip(texts.VIEWS, self.view_choices, strict=True)
            for id, question, _ in view["questions"]
            if id == choice.value
        ]
        items = "".join(f"<li>{escape(who)}: „{escape(asked)}“</li>" for who, asked in questions)
        self.views_text.html = (
            f"<p><strong>Ihre vier Fragen an den Fall:</strong></p><ul>{items}</ul>"
            "<p>Keine davon beantwortet das Programm von selbst. Nehmen Sie die Fragen mit in Ihre Firma.</p>"
        )

    def self_check(self) -> None:
        """Questions on the whole module."""
        self.quiz = ui.Quiz(self.key("selbsttest"), questions=texts.SELF_CHECK)
        display(self.quiz)

    def transfer_views(self) -> None:
        """Transfer of unit 4."""
        self.transfer("transfer.blicke")

    # --- the end of the page ------------------------------------------------------------------------

    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "aufbau",
            "automation_bias",
            "durchwinken",
            "fehlentscheidung",
            "grenze",
            "menschenzentrierung",
            "passung",
            "vielfalt",
            "zielkonflikt",
        )

    def sources(self) -> None:
        """What the world outside knows about this, and where the legal statements come from."""
        self.sources_of(["goddard", "green_chen"], ["schufa", "aufsicht", "mitbestimmung"])
