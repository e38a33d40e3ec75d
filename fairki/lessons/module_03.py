"""Module 03, „Prozesse prüfen: Das Audit“: what its notebook calls, in the order of the page."""

import datetime as dt
from functools import cached_property
from html import escape

import pandas as pd
from IPython.display import HTML, display

from fairki import charts, german, reference, register, ui, worlds
from fairki.audit import Audit, audit
from fairki.kodex import Kodex, stored
from fairki.lessons import bench
from fairki.lessons import module_03_audit as wording
from fairki.lessons import module_03_texts as texts
from fairki.lessons.bench import de as audit_de
from fairki.lessons.lesson import Lesson, paragraphs
from fairki.systems import questions

SIZES = (25, 50, 100, 500)
EXAMPLE_TITLE = "Beispiel: die Systeme aus dem Register der Hansen & Yıldız GmbH"
WAITING = "Die Prüfung läuft …"


class Module03(Lesson):
    """The page of module 03. The register comes from module 00, the Kodex from module 02."""

    def __init__(self):
        super().__init__("03")

    # --- unit 1: from the register to the Steckbrief -----------------------------------------------

    def guess_known(self) -> None:
        """Guess how much a firm does not know about its own systems, then see."""
        asked = len(register.EXAMPLE) * len(questions.QUESTIONS)
        self.known_guess = ui.Guess(
            self.key("bekannt"),
            question=f"Was schätzen Sie: Wie viele der {asked} Fragen konnte niemand beantworten?",
            unit=f"von {asked}",
            high=asked,
        )
        self.known_guess.observe(self._show_known, "value")
        display(self.known_guess)

    def _show_known(self, _change=None) -> None:
        known = sum(map(len, texts.EXAMPLE_ANSWERS.values()))
        asked = len(register.EXAMPLE) * len(questions.QUESTIONS)
        never = [q["label"] for q in questions.QUESTIONS if _known(texts.EXAMPLE_ANSWERS, q["id"]) <= 1]
        items = "".join(f"<li>{escape(label)}</li>" for label in never)
        self.known_guess.answer = (
            paragraphs(
                f"Offen blieben <strong>{german.number(asked - known)} von {german.number(asked)}</strong> Fragen.",
                "Auf diese Fragen gab es bei höchstens einem System eine Antwort:",
            )
            + f"<ul>{items}</ul>"
            + paragraphs("Das ist kein Versagen. Es ist das erste Ergebnis der Prüfung.")
        )

    def profiles(self) -> None:
        """A Steckbrief for each line of the register: the learner's own, or the firm's as an example."""
        self.register = ui.PickList(
            register.KEY,
            items=[
                {"id": use.id, "title": use.name, "text": use.description, "group": use.area}
                for use in register.USES
            ],
            mark=("verborgen", ""),
            visible=False,
            feeds=["2"],
        )
        self.register_note = ui.Text(live=False)
        self.own_profiles = ui.Profiles(
            questions.KEY,
            "Steckbriefe Ihrer Systeme",
            questions=questions.QUESTIONS,
            visible=False,
            feeds=["2"],
        )
        self.example_profiles = ui.Profiles(
            label="Steckbriefe der Hansen & Yıldız GmbH",
            systems=_cards(register.entries(register.EXAMPLE)),
            questions=questions.QUESTIONS,
            value=texts.EXAMPLE_ANSWERS,
        )
        self.profiles_text = ui.Text()
        self.register.observe(self._show_profiles, "value")
        self.own_profiles.observe(self._show_known_entries, "value")
        self.example_profiles.observe(self._show_known_entries, "value")
        display(
            self.register, self.register_note, self.own_profiles, self.example_profiles, self.profiles_text
        )
        self._show_profiles()

    def _show_profiles(self, _change=None) -> None:
        entries = register.entries(self.register.value)
        if entries:
            self.register_note.html = paragraphs(
                f"In Ihrem Register aus Modul 0 stehen {german.count_of(len(entries), 'System', 'Systeme')}. "
                "Oben steht, was selbst entscheidet und viele Menschen betrifft."
            )
            self.own_profiles.systems = _cards(entries)
        else:
            self.register_note.html = paragraphs(
                "Sie haben noch kein eigenes Register. Das macht nichts: Hier ist das Register der Hansen & Yıldız "
                "GmbH. Samira Haddad hat eingetragen, was sie in einer Woche erfahren hat. Probieren Sie damit. "
                'Ein eigenes Register legen Sie in <a href="/modul/00_willkommen">Modul 0</a> an.'
            )
        self.own_profiles.visible = bool(entries)
        self.example_profiles.visible = not entries
        self._show_known_entries()

    def _show_known_entries(self, _change=None) -> None:
        answers, entries = self._answers, self._entries
        total = len(entries) * len(questions.QUESTIONS)
        known = sum(_known(answers, asked["id"], entries) for asked in questions.QUESTIONS)
        often = {asked["label"]: _known(answers, asked["id"], entries) for asked in questions.QUESTIONS}
        rarest = [label for label, times in often.items() if times == min(often.values())]
        example = "" if len(rarest) == 1 else ", zum Beispiel"
        self.profiles_text.html = paragraphs(
            f"Bekannt sind <strong>{german.number(known)} von {german.number(total)}</strong> Angaben. "
            + (
                f"Am seltensten bekannt{example}: „{escape(rarest[0])}“"
                if known < total
                else "Es fehlt nichts."
            )
        )
        self._show_own()

    @property
    def _entries(self) -> list[register.Entry]:
        return register.entries(self.register.value or register.EXAMPLE)

    @property
    def _answers(self) -> dict:
        return (self.own_profiles if self.register.value else self.example_profiles).value or {}

    def risk_class(self) -> None:
        """Guess the risk class of a program for applications; the law answers, with its date."""
        self.risk_guess = ui.Guess(
            self.key("risiko"),
            question="Was glauben Sie: In welche Klasse gehört ein Programm, das Bewerbungen auswählt?",
            kind="choice",
            options=texts.RISK_CLASSES,
        )
        self.risk_guess.observe(self._show_risk, "value")
        display(self.risk_guess)

    def _show_risk(self, _change=None) -> None:
        law = reference.law("hochrisiko")
        self.risk_guess.answer = paragraphs(
            f"{'Richtig' if self.risk_guess.value == 'hoch' else 'Es ist eine andere Klasse'}: {law.text}",
            f"<cite>Quelle: {law.citation}</cite>",
            "Die Orientierung in den Steckbriefen haben wir grob gewählt. Ihre Rechtsabteilung oder eine "
            "Fachperson für Datenschutz weiß es genauer.",
        )

    def transfer_profiles(self) -> None:
        """Transfer of unit 1."""
        self.transfer("transfer.steckbrief")

    # --- unit 2: the Kodex examines ----------------------------------------------------------------

    @cached_property
    def builder(self) -> ui.RuleBuilder:
        """The Kodex-Baukasten."""
        return bench.builder()

    @property
    def kodex(self) -> Kodex:
        """The learner's Kodex, or the example as long as there is none."""
        return bench.kodex_of(self.builder.value)

    def guess_found(self) -> None:
        """Guess how many of the planted faults the own Kodex finds."""
        planted = sum(len(system.faults) for system in bench.systems())
        self.found_guess = ui.Guess(
            self.key("treffer"),
            question=f"Was schätzen Sie: Wie viele der {planted} Fehler findet der Kodex?",
            unit=f"von {planted}",
            high=planted,
            button="Schätzung festhalten",
        )
        self.found_guess.observe(self._show_audit, "value")
        display(self.found_guess)

    def audit(self) -> None:
        """The Kodex in use, the button, what came out, and the matrix."""
        self.kodex_text = ui.Text(live=False)
        self.start_audit = ui.Run("Prüfung starten", WAITING, lambda: self._run(self.again))
        self.score_text = ui.Text(live=False)
        self.matrix = ui.Matrix(self.key("pruefung"), label="Der Kodex prüft die Systeme")
        self.matrix.observe(self._show_audit, "value")
        display(self.kodex_text, self.start_audit, self.score_text, self.matrix)

    def sharpen(self) -> None:
        """Hints, the Kodex-Baukasten of module 02, and the same audit once more."""
        self.hint_text = ui.Text(live=False)
        self.again = ui.Run("Noch einmal prüfen", WAITING, lambda: self._run(self.start_audit))
        self.compare_text = ui.Text(live=False)
        self.builder.observe(self._show_kodex, "value")
        display(self.hint_text, self.builder, self.again, self.compare_text)
        self._show_kodex()
        self._show_audit()

    def _run(self, other: ui.Run) -> str:
        """Audit with the Kodex as it is now; what the other button said is out of date then."""
        other.message = ""
        now = stored.to_value(self.kodex)
        value = {"erste": (self.matrix.value or {}).get("erste", now), "letzte": now}
        self.matrix.value = value
        return audit_de.message(self.last.score)

    @property
    def last(self) -> Audit | None:
        """The last audit; None before the first one."""
        return self._audited("letzte")

    @property
    def first(self) -> Audit | None:
        """The first audit; None before it."""
        return self._audited("erste")

    def _audited(self, which: str) -> Audit | None:
        return bench.audited(stored.from_value(self.matrix.value[which])) if self.matrix.value else None

    def _show_kodex(self, _change=None) -> None:
        self.kodex_text.html = wording.kodex_html(self.kodex, bool(self.builder.kodex.rules))
        self._show_own()

    def _show_audit(self, _change=None) -> None:
        if not hasattr(self, "compare_text"):
            return
        last, first = self.last, self.first
        if last is None:
            if self.found_guess.value is not None:
                self.found_guess.answer = paragraphs("Gut. Starten Sie jetzt die Prüfung.")
            self.matrix.show([], [])
            for text in (self.score_text, self.hint_text, self.compare_text):
                text.html = ""
            return
        if self.found_guess.value is not None:
            self.found_guess.answer = paragraphs(
                f"In Ihrer ersten Prüfung waren es <strong>{german.number(first.score.found)}</strong>."
            )
        self.matrix.show(*bench.matrix(last, first).values())
        self.score_text.html = wording.score_html(last)
        self.hint_text.html = wording.hint_html(last)
        self.compare_text.html = audit_de.compared(first, last)

    def own_systems(self) -> None:
        """The same Kodex on the systems of the register."""
        self.own_matrix = ui.Matrix(label="Der Kodex prüft die Systeme aus dem Register")
        self.own_text = ui.Text(live=False)
        display(self.own_text, self.own_matrix)
        self._show_own()

    @property
    def own(self) -> Audit:
        """The Kodex on the systems of the register, of which only the Steckbriefe are known."""
        return audit(
            self.kodex,
            [questions.system(entry.use, self._answers.get(entry.use.id, {})) for entry in self._entries],
        )

    def _show_own(self, _change=None) -> None:
        if not hasattr(self, "own_matrix"):
            return
        found = self.own
        self.own_matrix.show(*bench.matrix(found, found).values())
        self.own_text.html = wording.own_html(found, bool(self.register.value))

    def transfer_audit(self) -> None:
        """Transfer of unit 2."""
        self.transfer("transfer.pruefung")

    # --- unit 3: three traps ------------------------------------------------------------------------

    @cached_property
    def _learnt(self) -> dict:
        from fairki import label_bias

        table = worlds.load("versorgung")
        return {label: label_bias.learn(worlds.care, table, label) for label in ("kosten", "bedarf")}

    def wrong_label(self) -> None:
        """Guess how many places the countryside gets from a model of costs, then see."""
        self.label_guess = ui.Guess(
            self.key("lernziel"),
            question="Was schätzen Sie: Wie viel Prozent der Plätze bekommen Menschen vom Land?",
        )
        self.label_chart = ui.Chart(visible=False)
        self.label_guess.observe(self._show_label, "value")
        display(self.label_guess, self.label_chart)

    def _show_label(self, _change=None) -> None:
        costs, fair = self._learnt["kosten"], self._learnt["bedarf"]
        self.label_guess.answer = paragraphs(
            f"Es sind <strong>{german.percent(costs.share)}</strong>. Bei denen, die Hilfe am dringendsten "
            f"brauchen, kommen aber {german.percent(costs.among_urgent)} vom Land.",
            "Gerechnet hat das System richtig: Für Stadt und Land trifft es die Kosten im Mittel. Von den "
            f"Unterschieden zwischen einzelnen Menschen erklärt es {german.percent(costs.explained)}. "
            "Doch daran liegt es nicht. Die Kosten waren die falsche Frage: Auf dem Land ist der Weg zur Praxis "
            "weit, und bei gleichem Bedarf wurde dort weniger ausgegeben.",
            f"Bei gleichem Punktwert ist der Bedarf auf dem Land {german.number(costs.need, 1)}-mal so hoch "
            "wie in der Stadt.",
        )
        shares = pd.DataFrame(
            {
                "Gruppe": [
                    "Alle Versicherten",
                    "Am dringendsten",
                    "Platz, aus Kosten gelernt",
                    "Platz, aus Bedarf gelernt",
                ],
                "Anteil vom Land": [costs.among_all, costs.among_urgent, costs.share, fair.share],
            }
        )
        self.label_chart.show(
            charts.bars(
                shares,
                title="Wer aus Kosten lernt, übersieht das Land.",
                summary=(
                    f"Vom Land kommen {german.percent(costs.among_all)} aller Versicherten und "
                    f"{german.percent(costs.among_urgent)} derer, die am dringendsten Hilfe brauchen. Lernt das "
                    f"System aus Kosten, bekommt das Land {german.percent(costs.share)} der Plätze, lernt es aus dem "
                    f"Bedarf, {german.percent(fair.share)}."
                ),
                axis_title="Anteil der Menschen vom Land",
            )
        )
        self.label_chart.visible = True

    def published_case(self) -> None:
        """The published counterpart."""
        found = reference.finding("obermeyer")
        display(HTML(f'<p class="fairki">{escape(found.text)} <cite>({escape(found.source)})</cite></p>'))

    def small_samples(self) -> None:
        """Guess how often the four-fifths rule cries wolf, then see."""
        self.small_guess = ui.Guess(
            self.key("fehlalarm"),
            question=(
                f"Je {SIZES[0]} Frauen und Männer haben sich beworben. "
                "Was schätzen Sie: Bei wie vielen von 100 fairen Firmen schlägt die Regel Alarm?"
            ),
            unit="von 100",
        )
        self.small_chart = ui.Chart(visible=False)
        self.small_guess.observe(self._show_small, "value")
        display(self.small_guess, self.small_chart)

    def _show_small(self, _change=None) -> None:
        from fairki import metrics

        alarms = [metrics.four_fifths_false_alarms(n) for n in SIZES]
        self.small_guess.answer = paragraphs(
            f"Es sind <strong>{german.number(100 * alarms[0])} von 100</strong>. "
            "Dabei behandeln alle diese Firmen beide Gruppen gleich. Der Alarm ist reiner Zufall.",
            "Andersherum gilt das auch: Bei kleinen Gruppen kann echte Benachteiligung im Zufall verschwinden.",
        )
        self.small_chart.show(
            charts.bars(
                pd.DataFrame({"Gruppe": [f"je {n} Personen" for n in SIZES], "Fehlalarm": alarms}),
                title="Je kleiner die Gruppen, desto öfter gibt es falschen Alarm.",
                summary="Falscher Alarm: "
                + ", ".join(
                    f"bei je {n} Personen {german.percent(alarm, 1)}"
                    for n, alarm in zip(SIZES, alarms, strict=True)
                )
                + ".",
                axis_title="Faire Firmen mit Alarm",
            )
        )
        self.small_chart.visible = True

    def own_size(self) -> None:
        """Try the own group size."""
        self.size = ui.Slider(
            self.key("gruppe"),
            "Wie viele Personen sind bei Ihnen in jeder Gruppe?",
            low=10,
            high=1000,
            step=10,
            unit="Personen",
            value=50,
        )
        self.size_text = ui.Text()
        self.size.observe(self._show_size, "value")
        display(self.size, self.size_text)
        self._show_size()

    def _show_size(self, _change=None) -> None:
        from fairki import metrics

        n = round(self.size.value)
        alarms = metrics.four_fifths_false_alarms(n)
        shown = "weniger als 1" if alarms < 0.01 else german.number(100 * alarms)
        self.size_text.html = paragraphs(
            f"Bei je {german.number(n)} Personen schlägt die Regel bei <strong>{shown} von 100</strong> fairen "
            "Firmen Alarm.",
            "Ihr Kodex rechnet deshalb anders: Er nennt zu jedem Abstand einen Bereich, der auch zu den Daten passt. "
            "„Verletzt“ sagt er nur, wenn der ganze Bereich jenseits der Grenze liegt. Sonst sagt er "
            "„nicht beurteilbar“.",
        )

    def two_explanations(self) -> None:
        """One decision, two true explanations that contradict each other; then the outcomes."""
        from fairki import explanations

        self.case = explanations.case()
        self.case_text = ui.Text(wording.case_html(self.case), live=False)
        self.case_guess = ui.Guess(
            self.key("erklaerung"),
            question="Was glauben Sie: Welche Erklärung ist richtig gerechnet?",
            kind="choice",
            options=[
                ["a", "Nur Erklärung A"],
                ["b", "Nur Erklärung B"],
                ["beide", "Beide"],
                ["keine", "Keine von beiden"],
            ],
        )
        self.case_chart = ui.Chart(visible=False)
        self.case_guess.observe(self._show_case, "value")
        display(self.case_text, self.case_guess, self.case_chart)

    def _show_case(self, _change=None) -> None:
        from fairki import metrics

        self.case_guess.answer = paragraphs(
            "<strong>Beide sind richtig gerechnet.</strong> Es ist dasselbe Modell, dieselbe Person, dieselbe Absage.",
            f"Erklärung A vergleicht sie mit {self.case.first.compared_with}. Erklärung B vergleicht sie mit "
            f"{self.case.second.compared_with}. Wer nur Frauen mit Frauen vergleicht, sieht nie, dass das "
            "Geschlecht Punkte kostet.",
            "Wer die Vergleichsgruppe wählt, wählt die Erklärung. Prüfen Sie deshalb die Ergebnisse. "
            "Die lassen sich zählen.",
        )
        rates = metrics.group_rates(self.case.decisions, self.case.people["geschlecht"])
        self.case_chart.show(charts.rates_by_group(rates))
        self.case_chart.visible = True

    def fooled_explanations(self) -> None:
        """What a study showed about popular explanation methods."""
        found = reference.finding("slack")
        display(HTML(f'<p class="fairki">{escape(found.text)} <cite>({escape(found.source)})</cite></p>'))

    def transfer_traps(self) -> None:
        """Transfer of unit 3."""
        self.transfer("transfer.fallen")

    # --- unit 4: protect data, write the report ---------------------------------------------------

    def identify(self) -> None:
        """Guess how many people three entries identify, then see."""
        self.unique_guess = ui.Guess(
            self.key("eindeutig"),
            question="Was schätzen Sie: Wie viele von 100 Personen sind mit diesen drei Angaben einmalig?",
            unit="von 100",
        )
        self.unique_guess.observe(self._show_unique, "value")
        display(self.unique_guess)

    def _show_unique(self, _change=None) -> None:
        from fairki import privacy

        share = privacy.expected_unique_share(privacy.POSTAL_AREA, privacy.COMBINATIONS)
        self.unique_guess.answer = paragraphs(
            f"Es sind etwa <strong>{german.number(100 * share)} von 100</strong>.",
            f"Gerechnet ist es für {german.number(privacy.POSTAL_AREA)} Menschen in einem Postleitzahl-Gebiet. "
            f"Es gibt {german.number(privacy.COMBINATIONS)} Kombinationen aus Geburtsdatum (80 Jahrgänge) und zwei "
            "Geschlechtern. Wir nehmen an, dass alle gleich häufig sind. In Wirklichkeit sind sie es nicht. "
            "Dann ist der Anteil kleiner.",
            "Wer diese Angaben aus einer anderen Quelle kennt, findet die Person wieder. Einen Namen braucht es nicht.",
        )

    def choose_columns(self) -> None:
        """How many applicants are alone with the chosen columns."""
        labels = worlds.recruiting.LABELS
        self.unique_columns = ui.Choice(
            self.key("spalten"),
            label="Diese Spalten stehen in der Liste:",
            options=[[name, labels[name]] for name in worlds.recruiting.FEATURES],
            kind="checkbox",
        )
        self.unique_text = ui.Text()
        self.unique_columns.observe(self._show_columns, "value")
        display(self.unique_columns, self.unique_text)
        self._show_columns()

    def _show_columns(self, _change=None) -> None:
        from fairki import privacy

        chosen = self.unique_columns.value or []
        table = worlds.load("bewerbungen")
        if not chosen:
            self.unique_text.html = paragraphs(
                "Wählen Sie eine Spalte und dann noch eine. Wie schnell geht es?"
            )
            return
        share = privacy.unique_share(table, chosen)
        self.unique_text.html = paragraphs(
            f"Mit {german.count_of(len(chosen), 'Spalte', 'Spalten')} sind <strong>"
            f"{german.number(share * len(table))} von {german.number(len(table))}</strong> Personen einmalig "
            f"({german.percent(share)}).",
            wording.unique_hint(share),
        )

    def noise(self) -> None:
        """What it costs to hide one person in a count."""
        self.epsilon = ui.Slider(
            self.key("rauschen"),
            "Epsilon: je kleiner, desto mehr Schutz",
            low=0.05,
            high=2,
            step=0.05,
            value=0.5,
        )
        self.noise_text = ui.Text()
        self.epsilon.observe(self._show_noise, "value")
        display(self.epsilon, self.noise_text)
        self._show_noise()

    def _show_noise(self, _change=None) -> None:
        invited = worlds.load("bewerbungen").groupby("geschlecht")["eingeladen"].sum()
        self.noise_text.html = wording.noise_html(invited, self.epsilon.value)

    def self_check(self) -> None:
        """Questions on the whole module."""
        self.quiz = ui.Quiz(self.key("selbsttest"), questions=texts.SELF_CHECK)
        display(self.quiz)

    def transfer_data(self) -> None:
        """Transfer of unit 4."""
        self.transfer("transfer.daten")

    def report(self) -> None:
        """The audit report as Word and Markdown."""
        from fairki.documents import layout

        display(
            ui.Download(
                "Prüfbericht als Word-Datei speichern",
                "pruefbericht.docx",
                layout.WORD_TYPE,
                lambda: layout.word(self._paper()),
                self.notes,
            ),
            ui.Download(
                "Prüfbericht als einfachen Text speichern",
                "pruefbericht.md",
                layout.MARKDOWN_TYPE,
                lambda: layout.markdown(self._paper()).encode(),
                self.notes,
            ),
        )

    def _paper(self):
        from fairki.documents import audit as document
        from fairki.documents.layout import EmptyPaperError

        if self.last is None:
            raise EmptyPaperError(
                "Es ist noch nichts geprüft.", "Starten Sie zuerst in Einheit 2 die Prüfung."
            )
        return document.paper(
            self.last,
            dt.date.today(),
            own=self.own,
            first=self.first,
            thoughts=[(note.label, note.value or "") for note in self.notes],
            own_title=document.OWN_TITLE if self.register.value else EXAMPLE_TITLE,
        )

    # --- the end of the page ------------------------------------------------------------------------

    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "audit",
            "betroffene",
            "epsilon",
            "hochrisiko",
            "kodex",
            "lernziel",
            "modell",
            "rauschen",
            "register",
            "steckbrief",
            "stellvertreter",
            "vier_fuenftel",
            "zufall",
        )

    def sources(self) -> None:
        """What the world outside knows about this, and where the legal statements come from."""
        self.sources_of(
            ["obermeyer", "slack"],
            ["hochrisiko", "hochrisiko_arbeit", "hochrisiko_kredit", "termine", "emotionen", "mitbestimmung"],
        )


def _cards(entries: list[register.Entry]) -> list[dict]:
    return [
        {
            "id": entry.use.id,
            "name": entry.use.name,
            "text": f"{entry.use.description} Betroffen: {entry.use.affected}.",
            "note": reference.orientation(entry.use.id),
        }
        for entry in entries
    ]


def _known(answers: dict, question: str, entries=None) -> int:
    """For how many systems (of these entries) the question is answered."""
    ids = answers if entries is None else [entry.use.id for entry in entries]
    return sum(question in answers.get(system, {}) for system in ids)
