"""Module 01, „Bewusstsein schaffen: Der Spiegel“: what its notebook calls, in the order of the page."""

from functools import cached_property

from IPython.display import display

from fairki import charts, german, mirror, reference, ui, worlds
from fairki.lessons import module_01_texts as texts
from fairki.lessons.lesson import Lesson, paragraphs
from fairki.lessons.module_01_wording import (
    columns_hint,
    mirror_sentences,
    reaction_sentence,
    strongest_sentence,
    task_sentences,
)
from fairki.mirror import Reflection, power, wording

GENDER = "geschlecht"


class Module01(Lesson):
    """The page of module 01. Each method shows one part of it; parts that build on answers react to them."""

    def __init__(self):
        super().__init__("01")

    # --- data and models, made when first needed -------------------------------------------------

    @cached_property
    def history(self):
        """The firm's past applications with its decisions."""
        return worlds.load("bewerbungen")

    @cached_property
    def fresh_year(self):
        """New applications that no model has seen."""
        return worlds.recruiting.fresh_year()

    @cached_property
    def with_gender(self):
        """What a model with all columns does in the fresh year (``metrics.Outcome``)."""
        from fairki import metrics

        return metrics.without_columns(self.history, (), self.fresh_year)

    @cached_property
    def without_gender(self):
        """What a model without the column gender does in the fresh year."""
        from fairki import metrics

        return metrics.without_columns(self.history, (GENDER,), self.fresh_year)

    # --- unit 1: the mirror ----------------------------------------------------------------------

    def decide(self) -> None:
        """Sixteen applicants, one card each."""
        self.cards = ui.Cards(self.key("karten"), label="Ihre 16 Bewerbungen", cards=mirror.cards())
        display(self.cards)

    def mirror(self) -> None:
        """The model that learnt from the learner's own decisions; first, what it can show at all."""
        self.own_guess = ui.Guess(
            self.key("spiegel"),
            question="Was glauben Sie: Wen lädt Ihr Modell häufiger ein?",
            kind="choice",
            options=[
                ["frauen", "Frauen deutlich häufiger"],
                ["gleich", "Frauen und Männer etwa gleich oft"],
                ["maenner", "Männer deutlich häufiger"],
            ],
        )
        self.own_chart = ui.Chart(visible=False)
        self.own_guess.observe(self._show_mirror, "value")
        self.cards.observe(self._show_mirror, "value")
        beforehand = ui.Text(paragraphs(*wording.beforehand_alone(power.power())))
        display(beforehand, self.own_guess, self.own_chart)

    def control(self) -> None:
        """Own model and the firm's model beside what chance alone does."""
        self.control_chart = ui.Chart(visible=False)
        self.control_note = ui.Text(
            "<p>Hier sehen Sie Ihr Modell neben dem Modell der Firma, sobald Sie oben aufgelöst haben.</p>"
        )
        display(self.control_note, self.control_chart)
        self._show_mirror()

    def _show_mirror(self, _change=None) -> None:
        if self.own_guess.value is None:
            return
        decided = self.cards.value or {}
        if missing := len(self.cards.cards) - len(decided):
            verb = "fehlt" if missing == 1 else "fehlen"
            self.own_guess.answer = paragraphs(
                f"Es {verb} noch {german.count_of(missing, 'Entscheidung', 'Entscheidungen')}. "
                "Danach erscheint hier Ihr Modell."
            )
            self.own_chart.visible = False
            self._show_control([])
            return
        own = mirror.learn(decided)
        self.own_guess.answer = paragraphs(*mirror_sentences(own))
        self.own_chart.visible = own.verdict != mirror.NOT_LEARNABLE
        if self.own_chart.visible:
            self.own_chart.show(own_picture(own))
        self._show_control([(wording.OWN, own)] if self.own_chart.visible else [])

    def _show_control(self, own: list[tuple[str, Reflection]]) -> None:
        if not hasattr(self, "control_chart"):
            return
        firm = mirror.firm()
        self.control_chart.show(charts.against_chance([*own, (wording.FIRM, firm)]))
        self.control_chart.visible = True
        self.control_note.html = paragraphs(
            f"Das Modell der Firma lernte aus {german.number(firm.n)} alten Entscheidungen. "
            f"{wording.result(firm, 'Es')}",
            "Das Bild zeigt den Abstand jedes Modells. Der graue Balken zeigt, welche Abstände durch Zufall allein "
            "entstehen können. Liegt die Raute außerhalb des Balkens, reicht der Zufall als Erklärung nicht aus. "
            f"Liegt sie im Balken, bleibt es offen. {wording.NOT_FAIR_YET}",
            "Bei der Firma ist der Balken kurz, weil sie viel mehr Entscheidungen getroffen hat. Deshalb fällt bei "
            "ihr auch ein kleinerer Abstand auf.",
        )

    def transfer_decisions(self) -> None:
        """Transfer of unit 1."""
        self.transfer("transfer.entscheidungen")

    # --- unit 2: delete the column -----------------------------------------------------------------

    def drop_column(self) -> None:
        """Guess how much of the gap stays without the column gender, then see."""
        self.stay_guess = ui.Guess(
            self.key("spalte"),
            question="Was schätzen Sie: Wie viel Prozent des Abstands bleiben ohne die Spalte Geschlecht?",
            unit="%",
            step=5,
        )
        self.stay_chart = ui.Chart(visible=False)
        self.stay_guess.observe(self._show_what_stays, "value")
        display(self.stay_guess, self.stay_chart)

    def _show_what_stays(self, _change=None) -> None:
        from fairki import metrics

        before, after = self.with_gender.gap, self.without_gender.gap
        stays = metrics.share_that_stays(before, after)
        self.stay_guess.answer = paragraphs(
            f"Tatsächlich bleiben <strong>{german.percent(stays)}</strong>.",
            f"Mit der Spalte beträgt der Abstand {german.points(before.value)}, "
            f"ohne die Spalte {german.points(after.value)}. "
            "Das Modell findet das alte Muster auf anderen Wegen.",
        )
        self.stay_chart.show(charts.stay_share(before.value, after.value))
        self.stay_chart.visible = True

    def find_stand_ins(self) -> None:
        """Guess which column gives the gender away, then see all of them."""
        from fairki import models

        labels = worlds.recruiting.LABELS
        self.proxy_guess = ui.Guess(
            self.key("stellvertreter"),
            question="Welche Angabe verrät das Geschlecht am besten?",
            kind="choice",
            options=[[name, labels[name]] for name in models.WITHOUT_GENDER],
        )
        self.proxy_chart = ui.Chart(visible=False, height=420)
        self.proxy_guess.observe(self._show_stand_ins, "value")
        display(self.proxy_guess, self.proxy_chart)

    def _show_stand_ins(self, _change=None) -> None:
        from fairki import metrics, models

        ranked = metrics.proxies(self.history)
        together = metrics.proxy_auc(self.history, models.WITHOUT_GENDER)
        self.proxy_guess.answer = paragraphs(
            f"{strongest_sentence(ranked, self.proxy_guess.value)} von 100 Paaren aus einer Frau und einem Mann "
            "reicht diese Angabe allein, um beide richtig zu erkennen. Ein Münzwurf schafft 50.",
            f"Alle Angaben zusammen schaffen {german.number(100 * together)} von 100. "
            "Die Spalte Geschlecht ist gelöscht, das Geschlecht nicht.",
        )
        self.proxy_chart.show(charts.proxy_strength(ranked, together))
        self.proxy_chart.visible = True

    def choose_columns(self) -> None:
        """Take columns away and watch gap and fit."""
        from fairki import models

        labels = worlds.recruiting.LABELS
        self.columns = ui.Choice(
            self.key("spalten"),
            label="Diese Spalten bekommt das Modell nicht (Geschlecht ist schon gelöscht):",
            options=[[name, labels[name]] for name in models.WITHOUT_GENDER],
            kind="checkbox",
        )
        self.columns_text = ui.Text("<p>Wählen Sie eine oder mehrere Spalten.</p>")
        self.columns.observe(self._show_columns, "value")
        display(self.columns, self.columns_text)

    def _show_columns(self, _change=None) -> None:
        from fairki import metrics, models

        removed = self.columns.value or []
        if len(removed) == len(models.WITHOUT_GENDER):
            self.columns_text.html = paragraphs(
                "Jetzt sieht das Modell gar nichts mehr. Es könnte nur noch würfeln. "
                "Lassen Sie mindestens eine Spalte stehen."
            )
            return
        result = metrics.without_columns(self.history, (GENDER, *removed), self.fresh_year)
        start = self.without_gender
        self.columns_text.html = paragraphs(
            f"Abstand jetzt: <strong>{german.points(result.gap.value)}</strong> "
            f"(vorher {german.points(start.gap.value)}; "
            f"auch {german.number(100 * result.gap.low, 1)} bis {german.points(result.gap.high)} "
            "passen gut zu den Daten).",
            f"Richtige Entscheidungen, gemessen an der wahren Eignung: "
            f"<strong>{german.percent(result.as_suitable, 1)}</strong> "
            f"(vorher {german.percent(start.as_suitable, 1)}).",
            f"Gleiche Entscheidung wie nach dem alten Muster der Firma: {german.percent(result.as_before, 1)} "
            f"(vorher {german.percent(start.as_before, 1)}).",
            columns_hint(result, start),
        )

    def flip_test(self) -> None:
        """A popular test that a model without the column passes by construction."""
        self.flip_guess = ui.Guess(
            self.key("umdrehen"),
            question="Was glauben Sie: Was sagt der bestandene Test über den Abstand?",
            kind="choice",
            options=[
                ["weg", "Der Abstand ist damit weg."],
                ["nichts", "Er sagt nichts über den Abstand."],
                ["kleiner", "Der Abstand ist zumindest klein."],
            ],
        )
        self.flip_guess.observe(self._show_flip, "value")
        display(self.flip_guess)

    def _show_flip(self, _change=None) -> None:
        from fairki import metrics, models

        seeing = models.fit(self.history, models.remaining(()), self.history["eingeladen"])
        unseeing = models.fit(self.history, models.WITHOUT_GENDER, self.history["eingeladen"])
        flipped, passed = (metrics.flip_test(model, self.fresh_year) for model in (seeing, unseeing))
        self.flip_guess.answer = paragraphs(
            f"Beim Modell <strong>mit</strong> der Spalte ändern sich {german.percent(flipped.changed, 1)} "
            f"der Entscheidungen, beim Modell <strong>ohne</strong> die Spalte {german.percent(passed.changed, 1)}. "
            f"Trotzdem beträgt sein Abstand {german.points(self.without_gender.gap.value)}.",
            "Der Test findet nur, was direkt an der Spalte hängt. Den Abstand sieht er nicht. "
            "Prüfen Sie deshalb immer auch die Ergebnisse für die Gruppen.",
        )

    def transfer_columns(self) -> None:
        """Transfer of unit 2."""
        self.transfer("transfer.spalten")

    # --- unit 3: eight years -------------------------------------------------------------------------

    def eight_years(self) -> None:
        """Guess what becomes of the gap, then see eight rounds."""
        self.years_guess = ui.Guess(
            self.key("jahre"),
            question="Was glauben Sie: Wie groß ist der Abstand nach acht Jahren?",
            kind="choice",
            options=[
                ["weg", "Er ist von selbst verschwunden."],
                ["gleich", "Er ist etwa so groß wie am Anfang."],
                ["doppelt", "Er hat sich mindestens verdoppelt."],
            ],
        )
        self.years_chart = ui.Chart(visible=False)
        self.years_guess.observe(self._show_years, "value")
        display(self.years_guess, self.years_chart)

    def _show_years(self, _change=None) -> None:
        history = self._rounds("bleiben")
        first, last = history["gap"].iloc[0], history["gap"].iloc[-1]
        self.years_guess.answer = paragraphs(
            f"Im ersten Jahr beträgt der Abstand {german.points(first)}, "
            f"im achten Jahr {german.points(last)}.",
            "Nichts im Kreislauf macht ihn kleiner. Jedes Modell hält für richtig, was das Modell davor getan hat.",
        )
        self.years_chart.show(
            charts.rounds(history, title="Acht Jahre lang lernt das Modell von sich selbst.")
        )
        self.years_chart.visible = True

    def reactions(self) -> None:
        """What if people react, and what if the firm learns from what really happened."""
        self.reaction = ui.Choice(
            self.key("reaktion"),
            label="Was geschieht in diesen acht Jahren?",
            options=[
                ["bleiben", "Alle bewerben sich weiter wie bisher."],
                ["wegbleiben", "Wer kaum Chancen sieht, bewirbt sich seltener."],
                ["wahrheit", "Das Modell lernt daraus, wer wirklich geeignet war."],
            ],
        )
        self.reaction_chart = ui.Chart(visible=False)
        self.reaction_text = ui.Text("<p>Wählen Sie eine Möglichkeit.</p>")
        self.reaction.observe(self._show_reaction, "value")
        display(self.reaction, self.reaction_text, self.reaction_chart)

    def _show_reaction(self, _change=None) -> None:
        if self.reaction.value is None:
            return
        history = self._rounds(self.reaction.value)
        self.reaction_text.html = paragraphs(reaction_sentence(self.reaction.value, history))
        self.reaction_chart.show(charts.rounds(history))
        self.reaction_chart.visible = True

    def _rounds(self, what: str):
        from fairki import rounds

        if what not in self._known_rounds:
            self._known_rounds[what] = rounds.run(
                reaction=rounds.REACTION if what == "wegbleiben" else 0.0, true_outcomes=what == "wahrheit"
            )
        return self._known_rounds[what]

    @cached_property
    def _known_rounds(self) -> dict:
        return {}

    def transfer_years(self) -> None:
        """Transfer of unit 3."""
        self.transfer("transfer.kreislauf")

    # --- unit 4: and my work? -------------------------------------------------------------------------

    def tasks(self) -> None:
        """Who does which task: no right answers, but a look at what stays with people."""
        self.task_choices = [
            ui.Choice(self.key(f"aufgabe.{name}"), label=label, options=texts.WHO_DOES_IT, kind="select")
            for name, label in texts.TASKS
        ]
        self.tasks_text = ui.Text()
        for choice in self.task_choices:
            choice.observe(self._show_tasks, "value")
        display(*self.task_choices, self.tasks_text)
        self._show_tasks()

    def _show_tasks(self, _change=None) -> None:
        chosen = [choice.value for choice in self.task_choices if choice.value]
        if missing := len(self.task_choices) - len(chosen):
            self.tasks_text.html = paragraphs(
                f"Noch {german.count_of(missing, 'Aufgabe', 'Aufgaben')} ohne Wahl."
            )
            return
        self.tasks_text.html = paragraphs(*task_sentences(chosen))

    def who_was_asked(self) -> None:
        """Whom to ask before a system comes."""
        self.asked = ui.Choice(
            self.key("gefragt"),
            label="Wen würden Sie vor der Einführung fragen?",
            options=[[name, label] for name, label, _ in texts.WHO_IS_ASKED],
            kind="checkbox",
        )
        self.asked_text = ui.Text()
        self.asked.observe(self._show_asked, "value")
        display(self.asked, self.asked_text)

    def _show_asked(self, _change=None) -> None:
        chosen = self.asked.value or []
        missing = [(label, why) for name, label, why in texts.WHO_IS_ASKED if name not in chosen]
        law = reference.law("mitbestimmung")
        if missing:
            items = "".join(f"<li><strong>{label}:</strong> {why}</li>" for label, why in missing)
            first = f"<p>Hier fehlt noch jemand. Darum lohnt es sich zu fragen:</p><ul>{items}</ul>"
        else:
            first = "<p>Sie fragen alle. Planen Sie Zeit ein, auch die Antworten zu nutzen.</p>"
        self.asked_text.html = (
            first + f"<p>Gut zu wissen: {law.text} <cite>({law.citation})</cite> "
            "Auch ein Programm für Bewerbungen kann zeigen, wie die Personalabteilung arbeitet.</p>"
        )

    def self_check(self) -> None:
        """Six questions on the whole module."""
        self.quiz = ui.Quiz(self.key("selbsttest"), questions=texts.SELF_CHECK)
        display(self.quiz)

    def transfer_work(self) -> None:
        """Transfer of unit 4."""
        self.transfer("transfer.arbeit")

    # --- the end of the page ---------------------------------------------------------------------------

    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "betroffene",
            "einladungsquote",
            "kontrolle",
            "modell",
            "punkte",
            "rueckkopplung",
            "stellvertreter",
            "trainingsdaten",
            "verzerrung",
            "zufall",
        )

    def sources(self) -> None:
        """What the world outside knows about this, and where the legal statement comes from."""
        self.sources_of(
            ["amazon", "weichselbaumer", "kaas", "siegen", "wilson"],
            ["mitbestimmung", "agg_gruende", "agg_benachteiligung", "agg_schutz"],
        )


def own_picture(own: Reflection) -> charts.Picture:
    """Whom the learner's own model invites, in the same numbers as the sentence above it."""
    from fairki import metrics

    rates = metrics.group_rates(own.decisions, mirror.fresh_applicants()[GENDER])
    return charts.rates_by_group(rates, title=wording.result(own, wording.OWN))
