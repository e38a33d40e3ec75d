"""Module 02, „Werte definieren“: what its notebook calls, in the order of the page."""

import datetime as dt
from dataclasses import replace
from functools import cached_property
from html import escape

from IPython.display import display

from fairki import documents, german, manifest, ui, worlds
from fairki.documents.kodex import paper
from fairki.documents.layout import MARKDOWN_TYPE, WORD_TYPE
from fairki.kodex import Rule, clash, patterns, tensions
from fairki.kodex.example import EXAMPLE
from fairki.lessons import bench
from fairki.lessons import module_02_texts as texts
from fairki.lessons.lesson import Lesson, paragraphs
from fairki.worlds.world import MAN, WOMAN

THRESHOLDS = range(50, 96)
"""Positions of the sliders: chance of paying back, in percent, from which on there is a loan."""
START = (80, 80)
EXAMPLE_SEED = 7
"""Other people than in the audit of module 03."""
FILE = "unser-ki-kodex"


class Module02(Lesson):
    """The page of module 02. The learner's Kodex lies under ``02.kodex`` (see ``fairki.kodex.stored``)."""

    def __init__(self):
        super().__init__("02")

    # --- data and models, made when first needed ---------------------------------------------------

    @cached_property
    def loans(self) -> dict:
        """Age group → chance of paying back as a model estimates it, and who really pays back (1/0)."""
        from fairki import models

        credit = worlds.credit
        past, people = worlds.load("kredite"), worlds.fresh_year("kredite")
        model = models.fit(past, credit.FINANCES, 1 - past[credit.TRUTH])
        chances = 1 / (1 + 2.718281828459045 ** -models.score(model, people))
        repaid = 1 - people[credit.TRUTH].to_numpy()
        return {
            group: (chances[here], repaid[here])
            for group in credit.GROUPS
            for here in [(people[credit.GROUP] == group).to_numpy()]
        }

    @cached_property
    def rates(self) -> dict:
        """Age group → its ``definitions.Rates`` at each of ``THRESHOLDS``."""
        from fairki import definitions

        shares = [threshold / 100 for threshold in THRESHOLDS]
        return {g: definitions.at_thresholds(*data, shares) for g, data in self.loans.items()}

    @cached_property
    def examples(self) -> list:
        """Three systems that a rule is tried on at once: two with many faults, one sound but not fully known."""
        from fairki.systems.catalogue import catalogue
        from fairki.systems.faults import FAULTS

        made = {system.id: system for system in catalogue(EXAMPLE_SEED)}
        plan = {
            "schnellsichtung": ("Bewerbungs-Schnelltest", "kein_mensch", "kein_hinweis", "kein_einspruch"),
            "treuepost": (
                "Angebotspost",
                "sensible_daten",
                "keine_ueberwachung",
                "datensammeln",
                "energie",
                "heimliche_nutzung",
                "fehlende_gruppe",
            ),
            "wartungsplan": ("Wartungsplan",),
        }
        systems = []
        for id, (name, *planted) in plan.items():
            system = made[id]
            for fault in planted:
                system = FAULTS[fault].inject(system, EXAMPLE_SEED)
            systems.append(replace(system, id=f"beispiel_{id}").says(name=name))
        return systems

    # --- unit 1: four pictures of fairness -----------------------------------------------------------

    def opinion_before(self) -> None:
        """Which definition would you choose? No answer is wrong."""
        self.before = ui.Choice(
            self.key("meinung"),
            label="Was wäre für Sie bei den Krediten fair?",
            options=texts.OPINIONS,
        )
        display(self.before)

    def thresholds(self) -> None:
        """One threshold per group; try to satisfy all four definitions."""
        credit = worlds.credit
        people = sum(len(repaid) for _, repaid in self.loans.values())
        gains = {
            group: [
                100 * credit.profit(chances < threshold / 100, 1 - repaid) / people
                for threshold in THRESHOLDS
            ]
            for group, (chances, repaid) in self.loans.items()
        }
        self.sliders = ui.Thresholds(
            self.key("grenzen"),
            THRESHOLDS,
            self.rates,
            gains,
            texts.MEANINGS,
            START,
            label="Zwei Grenzen, vier Definitionen",
        )
        display(self.sliders)

    def all_at_once(self) -> None:
        """Guess how many definitions can hold together, then see."""
        self.most_guess = ui.Guess(
            self.key("zugleich"),
            question="Was glauben Sie: Wie viele der vier lassen sich höchstens zugleich erfüllen?",
            kind="choice",
            options=[[str(n), german.count_of(n, "Definition", "Definitionen")] for n in range(1, 5)],
        )
        self.most_guess.observe(self._show_all_at_once, "value")
        display(self.most_guess)

    def _show_all_at_once(self, _change=None) -> None:
        from fairki.definitions import DEFINITIONS, TOLERANCE

        older, younger = self.rates.values()
        counts = [sum(d.holds(a, b) for d in DEFINITIONS.values()) for a in older for b in younger]
        most = max(counts)
        self.most_guess.answer = paragraphs(
            f"Es sind <strong>höchstens {most}</strong>. Wir haben alle {german.number(len(counts))} Stellungen "
            f"der beiden Regler durchgerechnet. In {german.number(counts.count(most))} davon sind {most} "
            f"Definitionen erfüllt. Als gleich gilt ein Abstand bis {german.points(TOLERANCE, 0)}.",
            f"Der Grund: Von 100 Personen ab 30 zahlen {german.number(100 * older[0].base)} zurück, "
            f"von 100 Personen unter 30 nur {german.number(100 * younger[0].base)}. Solange sich diese Grundquoten "
            "unterscheiden, gehen nicht alle vier.",
        )

    def opinion_after(self) -> None:
        """The same question again; both opinions side by side."""
        self.after = ui.Choice(
            self.key("meinung.nachher"),
            label="Und jetzt: Was wäre für Sie bei den Krediten fair?",
            options=[option[:2] for option in texts.OPINIONS],
        )
        self.opinion_text = ui.Text()
        for choice in (self.before, self.after):
            choice.observe(self._show_opinions, "value")
        display(self.after, self.opinion_text)

    def _show_opinions(self, _change=None) -> None:
        if self.after.value is None:
            self.opinion_text.html = ""
            return
        names = {key: title for key, title, _ in texts.OPINIONS}
        before, after = self.before.value, self.after.value
        if before is None:
            first = f"Ihre Wahl: „{names[after]}“."
        elif before == after:
            first = f"Sie bleiben bei „{names[after]}“."
        else:
            first = f"Zuerst wählten Sie „{names[before]}“, jetzt „{names[after]}“."
        self.opinion_text.html = paragraphs(
            f"<strong>{first}</strong> Eine richtige Antwort gibt es hier nicht.",
            texts.PRO_AND_CON[after],
            "Wichtig ist, dass jemand die Wahl trifft, sie begründet und dafür einsteht. "
            "Sonst trifft sie das Programm, ohne dass es jemand merkt.",
        )

    def transfer_customers(self) -> None:
        """Transfer of unit 1."""
        self.transfer("transfer.kundschaft")

    # --- unit 2: the whole and its parts ---------------------------------------------------------------

    def the_whole(self) -> None:
        """Admissions at Berkeley, all departments together."""
        together = worlds.admissions.aggregate(self._berkeley)
        display(
            ui.Text(
                _rate_table(
                    ("Alle zusammen", "Frauen", "Männer"),
                    [("zugelassen", together[WOMAN], together[MAN], None)],
                ),
                live=False,
            )
        )

    def the_parts(self) -> None:
        """Guess in how many departments men had the higher rate, then see all of them."""
        self.parts_guess = ui.Guess(
            self.key("fachbereiche"),
            question="Was schätzen Sie: In wie vielen der sechs Fachbereiche lag die Quote der Männer höher?",
            unit="von 6",
            high=len(worlds.admissions.DEPARTMENTS),
        )
        self.parts_guess.observe(self._show_parts, "value")
        display(self.parts_guess)

    def _show_parts(self, _change=None) -> None:
        admissions = worlds.admissions
        found = admissions.rates(self._berkeley).pivot(index="fach", columns="geschlecht")
        rows = [
            (
                name,
                found.loc[name, ("rate", WOMAN)],
                found.loc[name, ("rate", MAN)],
                (found.loc[name, ("n", WOMAN)], found.loc[name, ("n", MAN)]),
            )
            for name in admissions.DEPARTMENTS
        ]
        men_ahead = sum(women < men for _, women, men, _ in rows)
        same_mix = admissions.standardised(self._berkeley)
        late = self._berkeley["fach"].isin(list("CDEF"))
        share = late[self._berkeley["geschlecht"] == WOMAN].mean()
        refused, elsewhere = (1 - self._berkeley.loc[which, "zugelassen"].mean() for which in (late, ~late))
        self.parts_guess.answer = (
            paragraphs(
                f"Es sind nur <strong>{men_ahead} von {len(rows)}</strong>. "
                "In den anderen lag die Quote der Frauen höher.",
            )
            + _rate_table(("Fach\N{SOFT HYPHEN}bereich", "Frauen", "Männer"), rows)
            + paragraphs(
                f"{german.percent(share)} der Frauen bewarben sich in den Fachbereichen C bis F. Dort bekamen "
                f"{german.percent(refused)} aller Bewerbungen eine Absage. In A und B waren es "
                f"{german.percent(elsewhere)}. Das zieht die Quote der Frauen im Ganzen nach unten.",
                "Ein Rechenversuch: Hätten sich Frauen und Männer gleich auf die Fachbereiche verteilt, wären "
                f"{german.percent(same_mix[WOMAN], 1)} der Frauen und {german.percent(same_mix[MAN], 1)} der "
                "Männer zugelassen worden.",
            )
        )

    def which_level(self) -> None:
        """Which level is the right one to look at?"""
        self.level = ui.Choice(
            self.key("ebene"), label="Welche Ebene würden Sie anschauen?", options=texts.LEVELS
        )
        self.level_text = ui.Text()
        self.level.observe(self._show_level, "value")
        display(self.level, self.level_text)

    def _show_level(self, _change=None) -> None:
        chosen = self.level.value
        self.level_text.html = paragraphs(texts.LEVEL_ANSWERS[chosen]) if chosen else ""

    def transfer_levels(self) -> None:
        """Transfer of unit 2."""
        self.transfer("transfer.ebenen")

    @cached_property
    def _berkeley(self):
        return worlds.load("zulassung")

    # --- unit 3: our Kodex -----------------------------------------------------------------------------

    def build(self) -> None:
        """The Kodex-Baukasten."""
        self.builder = bench.kodex_builder(self.examples, EXAMPLE, feeds=["4"])
        display(self.builder)

    def transfer_data(self) -> None:
        """Transfer of unit 3: sensitive data."""
        self.transfer("transfer.daten")

    def transfer_automation(self) -> None:
        """Transfer of unit 3: how much automation."""
        self.transfer("transfer.automatisierung")

    # --- unit 4: does it all go together? ----------------------------------------------------------------

    def clashes(self) -> None:
        """Two rules with numbers, three sets of data: when can both hold, and what does it cost?"""
        self.field = ui.Choice(
            self.key("konflikt.feld"),
            label="Mit welchen Daten?",
            options=texts.FIELDS,
        )
        self.bounds = [
            ui.Slider(self.key("konflikt.quoten"), "Gleiche Quoten: größter Abstand", 0, 15, 1, "Punkte", 2),
            ui.Slider(
                self.key("konflikt.chancen"), "Gleiche Chancen: größter Abstand", 0, 15, 1, "Punkte", 2
            ),
            ui.Slider(
                self.key("konflikt.preis"),
                "Der Preis: So viele Zusagen dürfen dafür an Personen gehen, für die sie nicht gedacht sind",
                0,
                10,
                1,
                "von 100",
                1,
            ),
        ]
        self.clash_text = ui.Text()
        for block in (self.field, *self.bounds):
            block.observe(self._show_clash, "value")
        display(self.field, *self.bounds, self.clash_text)
        self._show_clash()

    def _show_clash(self, _change=None) -> None:
        if self.field.value is None:
            self.clash_text.html = paragraphs("Wählen Sie zuerst die Daten.")
            return
        rates, chances, price = (round(slider.value) for slider in self.bounds)
        found = clash.find(
            Rule(patterns.SELECTION_RATES, {clash.BOUND: rates}),
            Rule(patterns.EQUAL_OPPORTUNITY, {clash.BOUND: chances}),
            tensions.firm(self.field.value, price / 100),
        )
        if found is None:
            self.clash_text.html = _verdict(
                True,
                "Beide Regeln gehen zusammen.",
                "Es gibt eine Art zu entscheiden, die beide einhält. Machen Sie eine Regel strenger, "
                "oder ändern Sie den Preis. Wann kippt es?",
            )
            return
        self.clash_text.html = _verdict(
            False,
            "Beide Regeln gehen hier nicht zusammen.",
            tensions.told(found),
            "Das gilt für jede Art zu entscheiden, solange sie drei Dinge tut: Sie geht in jeder Gruppe zuerst nach "
            "Punkten. Sie gibt so viele Zusagen wie heute. Und sie hält den Preis ein. Auch ein Los ist dabei erlaubt.",
        )

    def own_kodex(self) -> None:
        """The learner's own Kodex: rules that clash, rules nobody answers for."""
        self.own_text = ui.Text()
        self.builder.observe(self._show_own, "value")
        self.bounds[2].observe(self._show_own, "value")
        display(self.own_text)
        self._show_own()

    def _show_own(self, _change=None) -> None:
        kodex = self.builder.kodex
        if not kodex.rules:
            self.own_text.html = paragraphs(
                "Ihr Kodex ist noch leer. Nehmen Sie oben im Baukasten Regeln auf, dann prüfen wir sie hier."
            )
            return
        found = self._own_clashes()
        items = "".join(f"<li>{escape(sentence)}</li>" for sentence in found)
        loose = sum(not rule.anchored for rule in kodex.rules)
        if found:
            told = _verdict(False, "Nicht alle Ihre Regeln lassen sich hier einhalten:") + f"<ul>{items}</ul>"
        else:
            told = _verdict(
                True,
                "Kein Zielkonflikt gefunden.",
                "Geprüft haben wir Ihre Regeln über gleiche Quoten und gleiche Chancen. Wir haben sie an den drei "
                "Beispielen von oben ausprobiert, mit dem Preis, den Sie eingestellt haben.",
            )
        self.own_text.html = (
            paragraphs(f"Ihr Kodex hat {german.count_of(len(kodex.rules), 'Regel', 'Regeln')}.")
            + told
            + paragraphs(
                f"Bei {german.count_of(loose, 'Regel', 'Regeln')} fehlt noch, wer sich kümmert oder wo man einen "
                "Verstoß meldet. Das ist jetzt in Ordnung. In Modul 4 geht es darum."
                if loose
                else "Für jede Regel ist geklärt, wer sich kümmert und wo man einen Verstoß meldet.",
            )
        )

    def _own_clashes(self) -> list[str]:
        return tensions.of_kodex(self.builder.kodex, round(self.bounds[2].value) / 100)

    def take_along(self) -> None:
        """The Kodex as Word, Markdown and TOML."""
        sources = (self.builder, *self.notes)
        files = (
            ("Als Word-Datei speichern", "docx", WORD_TYPE, self._word),
            ("Als einfachen Text speichern", "md", MARKDOWN_TYPE, self._markdown),
            ("Für später speichern", "toml", "application/toml", self._toml),
        )
        display(
            *(ui.Download(label, f"{FILE}.{end}", kind, make, sources) for label, end, kind, make in files)
        )

    def _paper(self) -> documents.Paper:
        notes = [(note.label, note.value or "") for note in self.notes]
        aspects = manifest.read().aspects
        return paper(self.builder.kodex, dt.date.today(), aspects, notes, self._own_clashes())

    def _word(self) -> bytes:
        return documents.word(self._paper())

    def _markdown(self) -> bytes:
        return documents.markdown(self._paper()).encode()

    def _toml(self) -> bytes:
        return self.builder.kodex.dumps().encode()

    def self_check(self) -> None:
        """Questions on the whole module."""
        display(ui.Quiz(self.key("selbsttest"), questions=texts.SELF_CHECK))

    def transfer_next(self) -> None:
        """Transfer of unit 4."""
        self.transfer("transfer.naechster_schritt")

    # --- the end of the page -----------------------------------------------------------------------------

    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "definition",
            "grenze",
            "grundquote",
            "kodex",
            "modell",
            "punkte",
            "satzmuster",
            "simpson",
            "zielkonflikt",
            "zusage",
        )

    def sources(self) -> None:
        """What the world outside knows about this."""
        self.sources_of(
            ["berkeley", "chouldechova", "kleinberg", "compas", "d64"], ["agg_ausgleich", "sensible_daten"]
        )


def _verdict(good: bool, first: str, *more: str) -> str:
    """A result in a box; the sign only repeats what the words say."""
    sign, state = ("✓", "right") if good else ("✗", "not-yet")
    return (
        f'<div class="fk-feedback" data-state="{state}"><p><strong><span aria-hidden="true">{sign}</span> {first}'
        f"</strong></p>{paragraphs(*more)}</div>"
    )


def _rate_table(head: tuple[str, ...], rows: list[tuple]) -> str:
    """Rates of women and men as a table with bars; the higher one is marked in words."""
    body = ""
    for name, women, men, sizes in rows:
        cells = ""
        shown = [german.percent(rate, 1) for rate in (women, men)]
        for i, rate in enumerate((women, men)):
            more = rate > (men, women)[i] and shown[0] != shown[1]  # only where one sees it
            ahead = " <strong>höher</strong>" if more and sizes else ""
            of = f"<br><span>von {german.number(sizes[i])}</span>" if sizes else ""
            cells += (
                f'<td><span class="fk-bar fk-bar-{i}" style="width:{100 * rate:.1f}%"></span>'
                f"{shown[i]}{ahead}{of}</td>"
            )
        body += f'<tr><th scope="row">{name}</th>{cells}</tr>'
    columns = "".join(f'<th scope="col">{text}</th>' for text in head)
    return (
        f'<div class="fk-table"><table class="fk-rates"><thead><tr>{columns}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
