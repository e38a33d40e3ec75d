"""Module 04, „Governance etablieren“: what its notebook calls, in the order of the page."""

import datetime as dt
from functools import cached_property
from html import escape

import pandas as pd
from IPython.display import HTML, display

from fairki import charts, german, reference, ui
from fairki.documents import ethics_board, layout, life_cycle
from fairki.documents import roles as role_paper
from fairki.documents.layout import EmptyPaperError, Paper
from fairki.documents.section import Section
from fairki.governance import board, log, operation, roles
from fairki.governance import life_cycle as cycle
from fairki.kodex import stored
from fairki.kodex.example import EXAMPLE_KODEX
from fairki.lessons import module_04_texts as texts
from fairki.lessons import module_04_wording as wording
from fairki.lessons.lesson import Lesson, paragraphs

SHOWN_SEED, SHOWN_MONTH = 62, 7
"""The year on the page and the month in which its fault begins."""
YEARS, YEARS_SEED = 200, 11
"""The years over which plans are tried, others than on the page."""
STRICT = operation.Plan(1, {"abstand": 4})
"""A plan that looks every month and raises an alarm at the least gap."""
LOOSE = operation.Plan(12, {"abstand": 30}, months=12)
"""A plan that looks once a year with wide limits."""


class Module04(Lesson):
    """The page of module 04. The Kodex comes from module 02 and can be anchored here."""

    def __init__(self):
        super().__init__("04")

    # --- unit 1: who does what ----------------------------------------------------------------------

    def guess_clear(self) -> None:
        """Guess for how many tasks the firm has settled everything, then see its table."""
        self.clear_guess = ui.Guess(
            self.key("klar"),
            question=f"Was schätzen Sie: Bei wie vielen der {len(roles.TASKS)} Aufgaben ist alles klar geregelt?",
            unit=f"von {len(roles.TASKS)}",
            high=len(roles.TASKS),
        )
        self.clear_guess.observe(self._show_clear, "value")
        display(self.clear_guess)

    def _show_clear(self, _change=None) -> None:
        clear = roles.clear_tasks(roles.EXAMPLE)
        found = [finding for task in roles.TASKS for finding in roles.findings(roles.EXAMPLE, task)]
        counts = {kind: sum(one.kind == kind for one in found) for kind in roles.KINDS}
        self.clear_guess.answer = (
            paragraphs(
                f"Alles klar ist nur bei <strong>{german.number(len(clear))} von {german.number(len(roles.TASKS))}"
                "</strong> Aufgaben. So sieht die Tabelle der Firma heute aus:"
            )
            + wording.table_html(roles.EXAMPLE)
            + paragraphs(
                f"Es gibt {german.count_of(counts[roles.GAP], 'Lücke', 'Lücken')}. "
                f"{german.number(counts[roles.DOUBLE])}-mal sind mehrere zugleich zuständig. "
                f"{german.number(counts[roles.OWN_REVIEW])}-mal prüft jemand die eigene Arbeit.",
                "Niemand hat das so beschlossen. Es hat sich so ergeben.",
            )
        )

    def roles(self) -> None:
        """The roles of the course, the four new ones first."""
        entries = "".join(
            f"<dt>{escape(role.name)}{' (neu)' if id in roles.NEW_ROLES else ''}</dt><dd>{escape(role.does)}</dd>"
            for id, role in roles.ROLES.items()
        )
        display(HTML(f'<dl class="fairki">{entries}</dl>'))

    def role_table(self) -> None:
        """The learner's own table, which may begin with the firm's, and what shows in the whole of it."""
        self.table = ui.RoleTable(roles.KEY, label="Ihre Rollentabelle", feeds=["2", "4"])
        start = ui.Run("Mit der Tabelle der Firma beginnen", "Einen Moment …", self._take_example)
        self.table_text = ui.Text()
        self.table.observe(self._show_table, "value")
        display(start, self.table, self.table_text)
        self._show_table()

    def _take_example(self) -> str:
        """Fill the tasks that are still empty; what the learner has entered stays."""
        empty = [task for task in roles.EXAMPLE if task not in self.table.table]
        self.table.value = roles.from_value(self.table.table | {task: roles.EXAMPLE[task] for task in empty})
        if not empty:
            return "Bei diesen Aufgaben steht schon etwas. Es bleibt, wie es ist."
        return (
            f"{german.count_of(len(empty), 'Aufgabe', 'Aufgaben')} eingetragen. Jetzt können Sie verbessern."
        )

    def _show_table(self, _change=None) -> None:
        table = self.table.table
        clear = len(roles.clear_tasks(table))
        answers = "".join(
            f"<dt>{question}</dt><dd>{escape(', '.join(roles.holders(table, task, duty)) or 'noch offen')}</dd>"
            for question, task, duty in roles.FOUNDING_QUESTIONS
        )
        idle = roles.without_task(table)
        jam = roles.bottlenecks(table)
        self.table_text.html = (
            f"<h4>Die drei Grundfragen in Ihrer Tabelle</h4><dl>{answers}</dl>"
            + paragraphs(
                f"Klar geregelt: <strong>{german.number(clear)} von {german.number(len(roles.TASKS))}</strong> "
                "Aufgaben.",
                f"Bei mehr als der Hälfte der Aufgaben entscheidet dieselbe Rolle: {', '.join(jam)}. "
                "Dann wartet alles auf sie. Was könnte jemand anderes entscheiden?"
                if jam
                else "",
                f"Noch ohne Aufgabe: {', '.join(idle)}." if table and idle else "",
            )
        )
        if hasattr(self, "gates_text"):
            self._show_gates()

    def role_paper(self) -> None:
        """The role table as a Word file."""
        self._download(
            "Rollentabelle als Word-Datei speichern", "rollentabelle", role_paper.SECTION, [self.table]
        )

    # --- unit 2: from start to end ------------------------------------------------------------------

    def guess_fewest(self) -> None:
        """Guess at which gate the fewest rules are looked at, then count."""
        self.fewest_guess = ui.Guess(
            self.key("tore"),
            question="Was glauben Sie: Wo greifen die wenigsten Regeln Ihres Kodex?",
            kind="choice",
            options=list(texts.FEWEST.items()),
        )
        self.fewest_guess.observe(self._show_fewest, "value")
        display(self.fewest_guess)

    def _show_fewest(self, _change=None) -> None:
        if self.fewest_guess.value is None or not hasattr(self, "anchors"):
            return
        gates = self._gates()
        counts = {gate.phase: len(gate.rules) for gate in gates}
        least = min(counts.values())
        fewest = [texts.FEWEST[phase] for phase, count in counts.items() if count == least]
        rows = "".join(
            f'<tr><th scope="row">{cycle.PHASES[phase].title}</th>'
            f'<td class="fk-number">{german.count_of(count, "Regel", "Regeln")}</td></tr>'
            for phase, count in counts.items()
        )
        self.fewest_guess.answer = (
            paragraphs(f"Die wenigsten Regeln greifen <strong>{' und '.join(fewest)}</strong>:")
            + '<div class="fk-table fk-stack"><table><thead><tr><th scope="col">Tor</th>'
            f'<th scope="col">Das wird geprüft</th></tr></thead><tbody>{rows}</tbody></table></div>'
            + paragraphs(
                "An den Start denkt man zuerst, an das Ende leicht zuletzt. Deshalb bekommt die Abschaltung gleich "
                "eigene Fragen."
            )
        )

    def anchor(self) -> None:
        """The rules of the Kodex with their owners and channels; entries go into the learner's own Kodex."""
        self.kodex_text = ui.Text(live=False)
        self.anchors = ui.Anchors(
            stored.KEY, EXAMPLE_KODEX, texts.PEOPLE, texts.PLACES, label="Wer trägt welche Regel?"
        )
        self.anchors.observe(self._show_anchors, "value")
        display(self.kodex_text, self.anchors)
        self._show_anchors()

    def _show_anchors(self, _change=None) -> None:
        title = escape(self.anchors.kodex.title)
        if self.anchors.value and self.anchors.value["regeln"]:
            text = f"Das sind die Regeln aus Ihrem Kodex „{title}“. Was Sie eintragen, steht auch im Kodex."
        else:
            text = (
                f"Sie haben noch keinen eigenen Kodex. Hier steht der „{title}“. Sobald Sie etwas eintragen, wird er "
                "zu Ihrem eigenen. Ändern können Sie ihn in "
                '<a href="/modul/02_werte">Modul 2</a>.'
            )
        self.kodex_text.html = paragraphs(text)
        self._show_fewest()
        if hasattr(self, "gates_text"):
            self._show_gates()

    def gates(self) -> None:
        """The questions for the end of a system, and the four gates as they stand now."""
        self.settled = ui.Choice(
            cycle.SHUTDOWN_KEY,
            label="Was ist bei Ihnen für das Ende eines Systems schon geregelt?",
            options=list(cycle.SHUTDOWN.items()),
            kind="checkbox",
        )
        self.gates_text = ui.Text()
        self.settled.observe(self._show_gates, "value")
        display(self.settled, self.gates_text)
        self._show_gates()

    def _gates(self) -> list[cycle.Gate]:
        settled = self.settled.value if hasattr(self, "settled") else None
        return cycle.gates(self.anchors.kodex, self.table.table, settled or ())

    def _show_gates(self, _change=None) -> None:
        self.gates_text.html = "<h4>Ihre vier Tore</h4>" + "".join(map(wording.gate_html, self._gates()))

    # --- unit 3: twelve months of operation ---------------------------------------------------------

    @cached_property
    def shown_year(self) -> operation.Year:
        """The year on the page."""
        return operation.year(SHOWN_SEED, "formular", SHOWN_MONTH)

    @cached_property
    def years(self) -> list[operation.Year]:
        """The years over which plans are tried."""
        return operation.years(YEARS, YEARS_SEED)

    def guess_month(self) -> None:
        """A year in a chart; guess in which month something went wrong."""
        table = self.shown_year.table
        shares = pd.DataFrame(
            {
                "Monat": table["monat"],
                "eingeladen, Frauen": table["eingeladen_frauen"] / table["frauen"],
                "eingeladen, Männer": table["eingeladen_maenner"] / table["maenner"],
                "Bewerbungen von Frauen": table["frauen"] / table["bewerbungen"],
            }
        )
        women, men = shares["eingeladen, Frauen"], shares["eingeladen, Männer"]
        picture = charts.lines(
            shares,
            title="Ein Jahr Auswahlhilfe: Die Quoten schwanken von Monat zu Monat.",
            summary=(
                f"Eingeladen werden je Monat zwischen {german.percent(women.min())} und {german.percent(women.max())} "
                f"der Frauen und zwischen {german.percent(men.min())} und {german.percent(men.max())} der Männer."
            ),
        )
        self.month_guess = ui.Guess(
            self.key("monat"),
            question="Was schätzen Sie: Ab welchem Monat stimmt etwas nicht mehr?",
            unit="",
            low=1,
            high=operation.MONTHS,
        )
        self.month_guess.observe(self._show_month, "value")
        display(ui.Chart.of(picture), self.month_guess)

    def _show_month(self, _change=None) -> None:
        story = operation.KINDS[self.shown_year.kind].story
        away = abs(round(self.month_guess.value or 0) - SHOWN_MONTH)
        said = "Genau getroffen." if not away else "Fast." if away == 1 else "Das ist schwer zu sehen."
        self.month_guess.answer = paragraphs(
            f"{said} Es war <strong>Monat {german.number(SHOWN_MONTH)}</strong>.",
            escape(story),
            f"In einem Monat kommen nur rund {german.number(operation.APPLICATIONS)} Bewerbungen. Da schwanken die "
            "Quoten schon durch Zufall. Ein echter Fehler kann darin untergehen.",
        )

    def guess_alarms(self) -> None:
        """Guess how often a very strict plan cries wolf, then see."""
        self.alarm_guess = ui.Guess(
            self.key("alarme"),
            question=(
                "Thomas Krüger will sichergehen: jeden Monat nachsehen und Alarm schon bei mehr als "
                f"{german.number(STRICT.limits['abstand'])} Punkten Abstand. Was schätzen Sie: Wie viele Alarme im "
                "Jahr sind falsch?"
            ),
            unit="Alarme",
            high=operation.MONTHS,
        )
        self.alarm_guess.observe(self._show_alarms, "value")
        display(self.alarm_guess)

    def _show_alarms(self, _change=None) -> None:
        strict, loose = self._score(STRICT), self._score(LOOSE)
        self.alarm_guess.answer = paragraphs(
            f"Etwa <strong>{german.number(strict.false_alarms)} falsche Alarme</strong> im Jahr, obwohl alles in "
            f"Ordnung ist. {texts.CONSTANT_ALARM}",
            f"Das Gegenteil hilft auch nicht: Wer nur einmal im Jahr nachsieht und erst bei "
            f"{german.number(LOOSE.limits['abstand'])} Punkten Alarm schlägt, findet "
            f"{german.number(loose.found)} von {german.count_of(loose.faults, 'Fehler', 'Fehlern')}.",
        )

    def plan(self) -> None:
        """Set interval and limits; delay against false alarms over many years."""
        start = life_cycle.START
        self.plan_sliders = {
            life_cycle.INTERVAL_KEY: ui.Slider(
                life_cycle.INTERVAL_KEY,
                "Alle wie viele Monate sehen Sie nach?",
                1,
                operation.MONTHS,
                1,
                "",
                start[life_cycle.INTERVAL_KEY],
            )
        }
        for name, label, high in (
            ("abstand", "Alarm ab diesem Abstand der Quoten", 40),
            ("pool", "Alarm ab dieser Abweichung beim Anteil der Frauen", 40),
        ):
            key = life_cycle.LIMIT_KEYS[name]
            self.plan_sliders[key] = ui.Slider(key, label, 2, high, 1, "Punkte", start[key])
        key = life_cycle.LIMIT_KEYS["fehlend"]
        self.plan_sliders[key] = ui.Slider(
            key, "Alarm ab diesem Anteil fehlender Angaben", 2, 60, 1, "%", start[key]
        )
        self.plan_chart = ui.Chart()
        self.plan_text = ui.Text()
        for slider in self.plan_sliders.values():
            slider.observe(self._show_plan, "value")
        display(*self.plan_sliders.values(), self.plan_text, self.plan_chart)
        self._show_plan()

    @property
    def own_plan(self) -> operation.Plan:
        """The plan that the sliders show."""
        return life_cycle.plan({key: slider.value for key, slider in self.plan_sliders.items()})

    def _score(self, plan: operation.Plan) -> operation.Result:
        return operation.score(plan, self.years)

    def _show_plan(self, _change=None) -> None:
        own = self._score(self.own_plan)
        rows = pd.DataFrame(
            [
                [name, found.delay, found.false_alarms, found.share_found]
                for name, found in (
                    ("Ihr Plan", own),
                    ("bei jeder Kleinigkeit Alarm", self._score(STRICT)),
                    ("einmal im Jahr, weite Grenze", self._score(LOOSE)),
                )
            ],
            columns=["name", "delay", "false_alarms", "found"],
        )
        delay = german.number(own.delay, 1)
        alarms = german.number(own.false_alarms, 1)
        self.plan_chart.show(
            charts.plans(
                rows,
                title=f"Ihr Plan: {delay} Monate bis zur Entdeckung, {alarms} falsche Alarme im Jahr.",
                summary="; ".join(
                    f"{row.name_}: {german.number(row.delay, 1)} Monate, {german.number(row.false_alarms, 1)} falsche "
                    f"Alarme, {german.percent(row.found)} der Fehler gefunden"
                    for row in rows.rename(columns={"name": "name_"}).itertuples()
                )
                + ".",
            )
        )
        here = [month for month in operation.watch(self.own_plan, self.shown_year) if month >= SHOWN_MONTH]
        self.plan_text.html = paragraphs(
            f"Ausprobiert in {german.number(len(self.years))} Jahren: Ihr Plan findet "
            f"<strong>{german.number(own.found)} von {german.count_of(own.faults, 'Fehler', 'Fehlern')}</strong>. "
            f"Im Mittel dauert es <strong>{delay} Monate</strong>. Ein Fehler, den kein Alarm meldet, zählt als "
            f"{german.number(operation.FOUND_BY_AUDIT)} Monate. Falsche Alarme: <strong>{alarms}</strong> im Jahr.",
            wording.verdict(own),
            f"Im Jahr von oben käme der erste richtige Alarm am Ende von Monat {german.number(here[0])}."
            if here
            else "Im Jahr von oben käme kein richtiger Alarm.",
        )

    # --- unit 4: the board meets --------------------------------------------------------------------

    @cached_property
    def scale(self) -> board.Scale:
        """How large the board's case is."""
        return board.scale()

    def case(self) -> None:
        """The case and four perspectives on it."""
        voices = "".join(
            f"<figure><figcaption><strong>{escape(voice.name)}</strong> <span>{escape(voice.stands_for)}</span>"
            f"</figcaption><blockquote>{escape(voice.says)}</blockquote></figure>"
            for voice in board.VOICES
        )
        size = (
            f"In diesen Monaten gab es {german.count_of(self.scale.rejections, 'Absage', 'Absagen')}. "
            f"Ohne den Fehler wären etwa {german.count_of(self.scale.missed, 'Frau', 'Frauen')} mehr eingeladen "
            "worden. Welche das sind, weiß niemand."
        )
        display(ui.Text(f'{paragraphs(*board.CASE, size)}<div class="fk-voices">{voices}</div>', live=False))

    def decide(self) -> None:
        """Decision, conditions and reasons; then what the months after brought."""
        self.decision = ui.Choice(
            board.DECISION_KEY,
            label="Was beschließen Sie?",
            options=[[key, *texts_] for key, texts_ in board.DECISIONS.items()],
        )
        self.conditions = ui.Choice(
            board.CONDITIONS_KEY,
            label="Was soll dazu gelten? Wählen Sie, was Ihnen wichtig ist.",
            options=list(board.CONDITIONS.items()),
            kind="checkbox",
        )
        self.reason = ui.Note(
            board.REASON_KEY,
            label="Warum haben Sie so entschieden?",
            hint="Ein oder zwei Sätze für das Protokoll. Danach lesen Sie, was geschah.",
            rows=3,
        )
        self.objection = ui.Note(
            board.OBJECTION_KEY,
            label="Was ist der stärkste Einwand gegen Ihren Beschluss?",
            hint="Wer den Einwand kennt, entscheidet besser. Er steht auch im Protokoll.",
            rows=3,
        )
        self.after_text = ui.Text()
        for block in (self.decision, self.conditions, self.reason):
            block.observe(self._show_after, "value")
        display(self.decision, self.conditions, self.reason, self.objection, self.after_text)
        self._show_after()

    def _show_after(self, _change=None) -> None:
        if self.decision.value is None:
            self.after_text.html = paragraphs("Der Rat wartet auf Ihren Beschluss.")
            return
        if not self.reason.value:
            self.after_text.html = paragraphs(
                "Ihr Beschluss steht. Schreiben Sie noch eine Begründung. Dann lesen Sie, was geschah."
            )
            return
        followed = board.what_followed(self.decision.value, self.conditions.value or (), self.scale)
        items = "".join(f"<li>{escape(sentence)}</li>" for sentence in followed)
        self.after_text.html = f"<h4>Ein halbes Jahr später</h4><ul>{items}</ul>" + paragraphs(
            "Eine richtige Antwort gibt es hier nicht. Jeder Beschluss hilft jemandem und kostet jemanden etwas. "
            "Ändern Sie Beschluss oder Auflagen und sehen Sie, was sich verschiebt.",
        )

    def minutes(self) -> None:
        """The minutes of the board as a Word file."""
        sources = [self.decision, self.conditions, self.reason, self.objection]
        self._download(
            "Protokoll als Word-Datei speichern", "protokoll-ki-ethikrat", ethics_board.SECTION, sources
        )

    def reconstruct(self) -> None:
        """Three logs of a wrong decision: who decided, and where did the chain break?"""
        self.log_choice = ui.Choice(
            self.key("protokoll"),
            label="Welchen Fall sehen Sie sich an?",
            options=[[key, title] for key, title, _, _ in texts.CASES],
            kind="scale",
        )
        self.logs = {key: log.make(seed, planted) for key, _, seed, planted in texts.CASES}
        self.log_text = ui.Text()
        self.log_quizzes = {
            key: ui.Quiz(
                self.key(f"protokoll.{key}"),
                questions=wording.log_questions(found),
                label="Fragen zum Protokoll",
                visible=False,
            )
            for key, found in self.logs.items()
        }
        self.log_choice.observe(self._show_log, "value")
        self.table.observe(self._show_log, "value")
        display(self.log_choice, self.log_text, *self.log_quizzes.values())
        self._show_log()

    def _show_log(self, _change=None) -> None:
        chosen = self.log_choice.value
        for key, quiz in self.log_quizzes.items():
            quiz.visible = key == chosen
        if chosen is None:
            self.log_text.html = paragraphs(
                "Wählen Sie einen Fall. In jedem ist die Kette woanders gerissen. Ein Fall genügt."
            )
            return
        question, task, duty = roles.FOUNDING_QUESTIONS[2]
        names = roles.holders(self.table.table, task, duty)
        who = (
            f"In Ihrer Rollentabelle steht dafür ein: {escape(', '.join(names))}."
            if names
            else "In Ihrer Rollentabelle aus Einheit 1 ist das noch offen."
        )
        self.log_text.html = wording.log_html(self.logs[chosen]) + paragraphs(f"{question} {who}")

    def self_check(self) -> None:
        """Questions on the whole module."""
        self.quiz = ui.Quiz(self.key("selbsttest"), questions=texts.SELF_CHECK)
        display(self.quiz)

    def life_cycle_paper(self) -> None:
        """The life-cycle plan as a Word file."""
        sources = [self.anchors, self.table, self.settled, *self.plan_sliders.values()]
        self._download("Lebensweg als Word-Datei speichern", "lebensweg", life_cycle.SECTION, sources)

    def law(self) -> None:
        """What the law says about co-determination and early information, with its date."""
        found = [reference.law(id) for id in ("mitbestimmung", "planung")]
        display(
            HTML(
                "".join(
                    f'<p class="fairki">{escape(law.text)} <cite>({escape(law.citation)})</cite></p>'
                    for law in found
                )
            )
        )

    # --- the end of the page ------------------------------------------------------------------------

    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "algorithmus_verantwortliche",
            "betroffene",
            "data_governance_lead",
            "falscher_alarm",
            "freigabe",
            "governance",
            "ki_ethikbeauftragte",
            "ki_ethikrat",
            "kodex",
            "meldeweg",
            "protokoll",
            "punkte",
            "tor",
            "ueberwachung",
            "verankern",
            "zufall",
        )

    def sources(self) -> None:
        """Where the legal statement comes from."""
        self.sources_of(
            [],
            ["mitbestimmung", "planung", "sachverstand", "auswahlrichtlinien", "unterrichtung", "aufsicht"],
        )

    def _download(self, label: str, name: str, section: Section, sources: list[ui.Block]) -> None:
        def make() -> bytes:
            parts = section.parts(
                {source.key: source.value for source in sources if source.value is not None}
            )
            if not parts:
                raise EmptyPaperError(
                    "Hier steht noch nichts.", "Füllen Sie zuerst etwas aus, dann entsteht die Datei."
                )
            today = dt.date.today()
            return layout.word(Paper(section.title, layout.day(today), today, layout.below(parts, 1)))

        display(ui.Download(label, f"{name}.docx", layout.WORD_TYPE, make, sources))
