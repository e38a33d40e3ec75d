"""Module 07, „Demokratische KI: verbindlich verankern“: what its notebook calls, in the order of the page."""

from html import escape

from IPython.display import display

from fairki import footprint, german, need, reference, register, ui
from fairki.documents import action_plan, self_assessment
from fairki.documents import footprint as footprint_part
from fairki.errors import BadAnswerError
from fairki.footprint import MASS_UNITS, WATER_UNITS, Use, span
from fairki.kodex import Kodex, patterns, stored
from fairki.kodex.example import EXAMPLE
from fairki.lessons import folder
from fairki.lessons import module_07_texts as texts
from fairki.lessons.lesson import Lesson, paragraphs
from fairki.lessons.module_00.de.unit_1 import OPENING

EXAMPLE_ANSWERS = {register.KEY: register.EXAMPLE, stored.KEY: stored.to_value(EXAMPLE)}
"""What Hansen & Yıldız have in writing, for whoever has nothing yet."""
FOR_OUTSIDE = (
    patterns.NOTICE,
    patterns.REASON,
    patterns.APPEAL,
    patterns.HUMAN_NEAR_THRESHOLD,
    patterns.NO_SECRET_USE,
)
"""Patterns whose sentences tell people outside what they can count on."""
HUMAN_RULE = patterns.PATTERNS[patterns.HUMAN_NEAR_THRESHOLD]


class Module07(Lesson):
    """The page of module 07. It looks at answers of all modules and changes none of them."""

    def __init__(self):
        super().__init__("07")
        self.kept = ui.Kept(
            dict.fromkeys(
                [*self_assessment.SECTION.keys, *(f"00.meinung.{asked['id']}" for asked in OPENING)]
            ),
            feeds=["3", "4"],
        )

    def start(self) -> None:
        """The head of the page, and what was kept on earlier pages."""
        super().start()
        display(self.kept)

    @property
    def answers(self) -> dict:
        """What the browser keeps, as far as this page needs it."""
        return self.kept.value or {}

    # --- unit 1: eight aspects -------------------------------------------------------------------------

    def before(self) -> None:
        """How far is the firm with each aspect? From the gut."""
        self.before_choices = self._assess(self_assessment.BEFORE)

    def evidence(self) -> None:
        """Guess about how many aspects there is something in writing; then see what it says."""
        count = len(self_assessment.ASPECTS)
        self.evidence_guess = ui.Guess(
            self.key("belege"),
            question=f"Was schätzen Sie: Zu wie vielen der {count} Aspekte haben Sie aus dem Kurs etwas Schriftliches?",
            unit=f"von {count}",
            high=count,
        )
        self.evidence_guess.observe(self._show_evidence, "value")
        self.kept.observe(self._show_evidence, "value")
        display(self.evidence_guess)

    def _show_evidence(self, _change=None) -> None:
        if self.evidence_guess.value is None:
            return
        try:
            found = self_assessment.found(self.answers)
        except BadAnswerError as error:
            self.evidence_guess.answer = paragraphs(escape(str(error)))
            return
        there = sum(map(bool, found.values()))
        example = german.count_of(self_assessment.untouched(self.answers), "Regel", "Regeln")
        untouched = (
            f"Noch nicht mitgezählt: {example} aus dem Beispiel-Kodex, bisher unverändert. Ändern oder "
            "bestätigen Sie im Kodex-Baukasten (Modul 2), was für Sie gelten soll."
            if self_assessment.untouched(self.answers)
            else ""
        )
        if there:
            self.evidence_guess.answer = (
                paragraphs(f"Es sind <strong>{there} von {len(found)}</strong>. Das liegt in diesem Browser:")
                + evidence_html(found)
                + paragraphs(
                    untouched,
                    "Kein Beleg aus dem Kurs heißt nicht, dass es bei Ihnen nichts gibt. Vielleicht liegt es in "
                    "einem anderen Ordner. Und ein Beleg heißt noch nicht, dass alles gut ist.",
                )
            )
        else:
            self.evidence_guess.answer = paragraphs(
                "In diesem Browser liegt noch nichts Eigenes aus den anderen Modulen. Das macht nichts.",
                untouched,
                "So sieht es bei der Hansen & Yıldız GmbH nach Modul 2 aus:",
            ) + evidence_html(self_assessment.found(EXAMPLE_ANSWERS))

    def today(self) -> None:
        """The same question once more, and what has changed."""
        self.today_choices = self._assess(self_assessment.TODAY)
        self.today_text = ui.Text()
        for choice in (*self.before_choices, *self.today_choices):
            choice.observe(self._show_today, "value")
        display(self.today_text)
        self._show_today()

    def _assess(self, when: str) -> list[ui.Choice]:
        options = list(self_assessment.LEVELS.items())
        choices = [
            ui.Choice(f"{when}.{aspect}", _capital(name), options, "select")
            for aspect, name in self_assessment.ASPECTS.items()
        ]
        display(*choices)
        return choices

    def _show_today(self, _change=None) -> None:
        pairs = [
            (one.label, one.value, other.value)
            for one, other in zip(self.before_choices, self.today_choices, strict=True)
            if one.value and other.value
        ]
        self.today_text.html = change_html(pairs, self_assessment.LEVELS)

    def code(self) -> None:
        """The published Code of Conduct beside the course's eight aspects; neither passes for the other."""
        self.code_guess = ui.Guess(
            self.key("grundsatz"),
            question="Welcher Grundsatz aus dem Code of Conduct kommt in unserer Liste nicht vor?",
            kind="choice",
            options=texts.CODE_GUESS,
        )
        self.code_text = ui.Text(code_html(), live=False, visible=False)
        self.code_guess.observe(self._show_code, "value")
        display(self.code_guess, self.code_text)

    def _show_code(self, _change=None) -> None:
        guessed = self.code_guess.value
        self.code_text.visible = guessed is not None
        if guessed is not None:
            self.code_guess.answer = paragraphs(
                ("Richtig: " if guessed == texts.HUMAN else "Es ist ") + f"<strong>{texts.HUMAN}</strong>. "
                f"Der Gedanke steckt trotzdem im Kurs, zum Beispiel in der Regel „{HUMAN_RULE.title}“ "
                "und in Modul 6. Als eigener Aspekt fehlt er in unserer Liste."
            )

    def transfer_aspects(self) -> None:
        """Transfer of unit 1."""
        self.transfer("transfer.aspekte")

    # --- unit 2: is AI needed here? ----------------------------------------------------------------------

    def guess_ratio(self) -> None:
        """Two published figures for CO₂: how far apart are they?"""
        self.ratio_guess = ui.Guess(
            self.key("vergleich"),
            question=(
                f"Google nennt für eine Anfrage {german.number(footprint.GOOGLE.grams, 2)} g CO₂. "
                "Mistral nennt für 400 Textstücke mehr. Was schätzen Sie: Wie viel mehr?"
            ),
            unit="Mal so viel",
            low=1,
            high=60,
        )
        self.ratio_guess.observe(self._show_ratio, "value")
        display(self.ratio_guess)

    def _show_ratio(self, _change=None) -> None:
        if self.ratio_guess.value is not None:
            self.ratio_guess.answer = ratio_html()

    def footprint(self) -> None:
        """The footprint of a year: assumptions to change, the result as a range."""
        self.kind = ui.Choice(footprint_part.KIND, "Wofür nutzen Sie KI?", texts.KINDS)
        start = Use()
        self.sliders = {
            "per_day": ui.Slider(
                footprint_part.PER_DAY, "Anfragen je Person und Arbeitstag", 1, 100, 1, value=start.per_day
            ),
            "people": ui.Slider(footprint_part.PEOPLE, "Personen", 1, 500, 1, value=start.people),
            "days": ui.Slider(footprint_part.DAYS, "Arbeitstage im Jahr", 100, 260, 5, value=start.days),
            "grid": ui.Slider(
                footprint_part.GRID,
                "Strommix: CO₂ je Kilowattstunde",
                0,
                800,
                1,
                "g",
                start.grid,
            ),
        }
        self.footprint_text, self.footprint_table = ui.Text(), ui.Text(live=False)
        for block in (self.kind, *self.sliders.values()):
            block.observe(self._show_footprint, "value")
        note = (
            f"<p>Zum Strommix: Deutschland kam 2024 auf {footprint.GERMAN_GRID} g CO₂ je Kilowattstunde.</p>"
        )
        display(
            self.kind,
            *self.sliders.values(),
            ui.Text(note, live=False),
            self.footprint_text,
            self.footprint_table,
        )
        self._show_footprint()

    def _show_footprint(self, _change=None) -> None:
        if self.kind.value is None:
            self.footprint_text.html = paragraphs("Wählen Sie zuerst, wofür Sie KI nutzen.")
            self.footprint_table.html = ""
            return
        use = Use(self.kind.value, **{name: slider.value for name, slider in self.sliders.items()})
        self.footprint_text.html = footprint_sentences(use)
        self.footprint_table.html = footprint_html(use)

    def needed(self) -> None:
        """„Braucht es hier KI?“ for a case of one's own: seven questions, one honest answer."""
        cases = [[use.id, use.name] for use in register.USES] + [[footprint_part.OTHER, "Ein anderer Fall"]]
        self.case = ui.Choice(footprint_part.CASE, "Um welchen Einsatz geht es?", cases, "select")
        self.need_choices = {
            question.id: ui.Choice(self.key(f"braucht.{question.id}"), question.text, texts.YES_NO, "select")
            for question in need.QUESTIONS
        }
        self.need_text = ui.Text()
        for choice in (self.case, *self.need_choices.values()):
            choice.observe(self._show_needed, "value")
        display(self.case, *self.need_choices.values(), self.need_text)
        self._show_needed()

    def _show_needed(self, _change=None) -> None:
        given = {id: choice.value for id, choice in self.need_choices.items() if choice.value}
        verdict = need.judge(given)
        if verdict is None:
            left = german.count_of(len(self.need_choices) - len(given), "Frage", "Fragen")
            self.need_text.html = paragraphs(f"Noch {left} ohne Antwort.")
        else:
            name = footprint_part.case({footprint_part.CASE: self.case.value or footprint_part.OTHER})
            self.need_text.html = verdict_html(verdict, name)

    def transfer_needed(self) -> None:
        """Transfer of unit 2."""
        self.transfer("transfer.braucht")

    # --- unit 3: visible outside -----------------------------------------------------------------------------

    def claim(self) -> None:
        """What is missing in a promise on a website?"""
        self.claim_guess = ui.Guess(
            self.key("versprechen"),
            question="Was fehlt diesem Satz am meisten?",
            kind="choice",
            options=texts.CLAIM,
            decision=True,
        )
        self.claim_guess.observe(self._show_claim, "value")
        self.kept.observe(self._show_claim, "value")
        display(self.claim_guess)

    def _show_claim(self, _change=None) -> None:
        if self.claim_guess.value is None:
            return
        answer = (
            "Ja: <strong>etwas, das man nachprüfen kann.</strong>"
            if self.claim_guess.value == "pruefbar"
            else "Das kann helfen. Am meisten fehlt <strong>etwas, das man nachprüfen kann.</strong>"
        )
        try:
            kodex = stored.from_value(self.answers[stored.KEY]) if stored.KEY in self.answers else Kodex()
        except BadAnswerError:
            kodex = Kodex()
        self.claim_guess.answer = paragraphs(
            f"{answer} „Fair“ kann vieles heißen. Wer liest, weiß nicht, was versprochen ist, "
            "und kann niemanden beim Wort nehmen."
        ) + sentences_html(kodex if kodex.rules else EXAMPLE, own=bool(kodex.rules))

    def labels(self) -> None:
        """Example sentences to choose, to take over and to change."""
        self.occasion = ui.Choice(
            self.key("anlass"),
            "Was möchten Sie kennzeichnen oder zeigen?",
            [[key, title] for key, title, _ in texts.OCCASIONS],
        )
        self.example = ui.Text()
        self.take_over = ui.Run("Beispiel in mein Feld übernehmen", "Einen Moment …", self._take_over)
        self.sentences = ui.Note(
            action_plan.SENTENCES,
            label="Unsere Sätze",
            hint="Ändern Sie, bis es bei Ihnen stimmt. Ein Satz je Zeile.",
            rows=5,
        )
        self.occasion.observe(self._show_example, "value")
        display(self.occasion, self.example, self.take_over, self.sentences)
        self._show_example()

    def _show_example(self, _change=None) -> None:
        chosen = self._example
        self.example.html = (
            f"<p>Ein Beispiel der Hansen & Yıldız GmbH:</p><blockquote>„{chosen}“</blockquote>"
            if chosen
            else paragraphs("Wählen Sie etwas aus. Dann erscheint hier ein Beispiel.")
        )

    @property
    def _example(self) -> str:
        return next((text for key, _, text in texts.OCCASIONS if key == self.occasion.value), "")

    def _take_over(self) -> str:
        lines = (self.sentences.value or "").splitlines()
        if not self._example:
            return "Wählen Sie zuerst oben etwas aus."
        if self._example in lines:
            return "Dieses Beispiel steht schon in Ihrem Feld."
        self.sentences.value = "\n".join([*lines, self._example])[: self.sentences.longest]
        return "Übernommen. Passen Sie Namen und Angaben jetzt an."

    def law(self) -> None:
        """What the law says about labelling."""
        law = reference.law("transparenzpflichten")
        display(
            ui.Text(
                f"<p>Gut zu wissen: {law.text} <cite>({law.citation})</cite></p>",
                live=False,
            )
        )

    def room(self) -> None:
        """Rules for trying things safely."""
        self.room_choice = ui.Choice(
            action_plan.ROOM,
            "Welche Regeln gelten in Ihrem Raum für Experimente?",
            list(action_plan.RULES.items()),
            "checkbox",
        )
        self.room_text = ui.Text()
        self.room_choice.observe(self._show_room, "value")
        display(self.room_choice, self.room_text)
        self._show_room()

    def _show_room(self, _change=None) -> None:
        self.room_text.html = room_html(self.room_choice.value or [])

    def transfer_outside(self) -> None:
        """Transfer of unit 3."""
        self.transfer("transfer.aussen")

    # --- unit 4: three commitments -----------------------------------------------------------------------------

    def opinions(self) -> None:
        """The three opening questions again; today's answer beside the first one."""
        self.opinion_choices, self.opinion_texts = [], []
        for asked in OPENING:
            choice = ui.Choice(
                self.key(f"meinung.{asked['id']}"), asked["question"], options=asked["scale"], kind="scale"
            )
            text = ui.Text()
            choice.observe(self._show_opinions, "value")
            self.opinion_choices.append(choice)
            self.opinion_texts.append(text)
            display(choice, text)
        self.kept.observe(self._show_opinions, "value")

    def _show_opinions(self, _change=None) -> None:
        for asked, choice, text in zip(OPENING, self.opinion_choices, self.opinion_texts, strict=True):
            first = self.answers.get(f"00.meinung.{asked['id']}")
            text.html = (
                "" if choice.value is None else opinion_html(dict(asked["scale"]), first, choice.value)
            )

    def commitments(self) -> None:
        """Three commitments with person, day and sign."""
        self.plan = ui.Plan(
            action_plan.KEY, "Unsere Zusagen", action_plan.ROWS, action_plan.FIELDS, action_plan.DAY
        )
        self.plan_text = ui.Text()
        self.plan.observe(self._show_plan, "value")
        display(ui.Text(example_plan_html(), live=False), self.plan, self.plan_text)
        self._show_plan()

    def _show_plan(self, _change=None) -> None:
        self.plan_text.html = plan_html(action_plan.commitments(self.plan.value or []))

    def again(self) -> None:
        """When to look again."""
        self.again_choice = ui.Choice(
            action_plan.AGAIN,
            "Wann sehen Sie spätestens wieder hin?",
            list(action_plan.TIMES.items()),
            "scale",
        )
        display(self.again_choice)

    def self_check(self) -> None:
        """Five questions on the whole module."""
        self.quiz = ui.Quiz(self.key("selbsttest"), questions=texts.SELF_CHECK)
        display(self.quiz)

    def transfer_learning(self) -> None:
        """Transfer of unit 4."""
        self.transfer("transfer.lernen")

    # --- the end of the page --------------------------------------------------------------------------------------

    def folder(self) -> None:
        """The company's folder as one document or as a zip."""
        folder.folder()

    def record(self) -> None:
        """The record of participation."""
        folder.record()

    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "aspekte",
            "betroffene",
            "co2",
            "demokratische_ki",
            "fussabdruck",
            "kilowattstunde",
            "kodex",
            "lebenszyklus",
            "menschenzentrierung",
            "modell",
            "register",
            "strommix",
            "verankern",
        )

    def sources(self) -> None:
        """Where figures, principles and the legal statement come from."""
        self.sources_of(
            ["d64", "google_anfrage", "altman", "mistral", "luccioni", "strommix"],
            ["transparenzpflichten", "markierung", "antwortvorschlag"],
        )


def evidence_html(found: dict[str, list[str]]) -> str:
    """What there is in writing about each aspect; where nothing is, where it could come from."""
    entries = ""
    for aspect, lines in found.items():
        said = "<br>".join(map(escape, lines)) or f"Noch kein Beleg. {texts.NEXT_STEP[aspect]}"
        entries += f"<dt>{_capital(self_assessment.ASPECTS[aspect])}</dt><dd>{said}</dd>"
    return f"<dl>{entries}</dl>"


def change_html(pairs: list[tuple[str, str, str]], levels: dict[str, str]) -> str:
    """What has changed between two assessments.

    Args:
        pairs: name of the aspect, level before, level today; only aspects with both.
        levels: stored value → words.
    """
    if not pairs:
        return paragraphs("Sobald Sie zu einem Aspekt beides haben, steht hier der Vergleich.")
    changed = [(name, before, today) for name, before, today in pairs if before != today]
    items = "".join(
        f"<li><strong>{name}:</strong> zuerst „{levels[before]}“, jetzt „{levels[today]}“</li>"
        for name, before, today in changed
    )
    same = german.count_of(len(pairs) - len(changed), "Aspekt", "Aspekten")
    return (f"<p>Anders als zuerst:</p><ul>{items}</ul>" if changed else "") + paragraphs(
        f"Bei {same} bleiben Sie bei Ihrer Einschätzung." if len(changed) < len(pairs) else "",
        "Höher, gleich oder niedriger: Alles ist in Ordnung. Wer genauer hinsieht, entdeckt oft auch Lücken. "
        "Eine erkannte Lücke ist mehr wert als ein gutes Gefühl.",
    )


def code_html() -> str:
    """The two lists side by side."""
    names = self_assessment.ASPECTS
    alone = next(name for aspect, name in names.items() if aspect not in dict(texts.CODE))
    pairs = [(names.get(aspect, ""), principle) for aspect, principle in texts.CODE] + [(alone, "")]
    rows = "".join(f"<tr><td>{_cell(name)}</td><td>{_cell(principle)}</td></tr>" for name, principle in pairs)
    return (
        "<table class='fk-groups'><caption>Zwei Listen nebeneinander</caption><thead><tr>"
        "<th scope='col'>Aspekte in diesem Kurs</th><th scope='col'>Grundsätze im Code of Conduct</th>"
        f"</tr></thead><tbody>{rows}</tbody></table>"
        + paragraphs(
            "Was nebeneinandersteht, ist verwandt, aber nicht dasselbe. Die Zuordnung stammt von uns. "
            f"Für „{alone}“ haben wir kein Gegenstück gefunden. "
            "Unsere Aspekte kommen aus dem Vortrag, aus dem dieser Kurs entstand.",
            "Bei fünf Grundsätzen kennen wir nur die Überschrift, nicht den genauen Text. "
            "Wer sich auf den Code of Conduct berufen will, liest ihn bitte im Original bei D64.",
        )
    )


def _cell(text: str) -> str:
    """A name in a narrow table: long words may break."""
    for word in texts.BREAKS:
        text = text.replace(word.replace("-", ""), word.replace("-", "\N{SOFT HYPHEN}"))
    return _capital(text) or "–<span class='fk-only-heard'>kein Gegenstück</span>"


def ratio_html() -> str:
    """Why two published figures for CO₂ lie so far apart."""
    google, mistral = footprint.GOOGLE.grams, footprint.MISTRAL.grams
    on_grid = footprint.GOOGLE_ON_GRID.co2(footprint.GERMAN_GRID)
    return paragraphs(
        f"Es ist <strong>etwa das {german.number(footprint.rounded(mistral / google))}-Fache</strong>: "
        f"{german.number(mistral, 2)} g statt {german.number(google, 2)} g. "
        "Deshalb ist aber keine der beiden Zahlen falsch. Sie zählen Verschiedenes.",
    ) + (
        "<ul><li><strong>Welche Anfrage?</strong> Google meint eine mittlere Textanfrage. Mistral meint "
        "400 Textstücke.</li>"
        "<li><strong>Nur der Betrieb oder mehr?</strong> Mistral rechnet über den Lebenszyklus, nicht nur für "
        "den Betrieb.</li>"
        "<li><strong>Welcher Strom?</strong> Google rechnet mit den eigenen Stromverträgen. Mit dem deutschen "
        f"Strommix von 2024 wären es bei gleichem Strom etwa {german.number(on_grid, 3)} g, also etwa "
        f"{german.number(footprint.rounded(on_grid / google), 1)}-mal so viel.</li></ul>"
    )


def footprint_sentences(use: Use) -> str:
    """The range of a year in words, and how much depends on the kind of task."""
    year = footprint.year(use)
    said = [f"<strong>{span([one.grams for one in year], MASS_UNITS)} CO₂</strong>"]
    if any(one.ml is not None for one in year):
        said.append(f"{span([one.ml for one in year], WATER_UNITS)} Wasser")
    return paragraphs(
        f"Im Jahr sind das etwa {german.number(footprint.rounded(use.answers))} Anfragen. Das macht "
        + ", dazu ".join(said)
        + "."
    )


def footprint_html(use: Use) -> str:
    """A year by each published figure."""
    (_, *columns), lines = footprint_part.table(use)
    head = "".join(f"<th scope='col'>{column}</th>" for column in columns)
    groups = "".join(
        f"<tbody><tr><th scope='rowgroup' colspan='{len(columns)}'>{who}<br>"
        f"<span class='fk-tile-hint'>{what}</span></th></tr>"
        f"<tr>{''.join(f'<td>{value}</td>' for value in values)}</tr></tbody>"
        for (who, what), *values in lines
    )
    sort, write, draw = (
        footprint.KINDS[kind][0].wh for kind in (footprint.SORT, footprint.WRITE, footprint.DRAW)
    )
    return (
        "<table class='fk-groups'><caption>Ein Jahr, verschieden gerechnet</caption>"
        f"<thead><tr>{head}</tr></thead>{groups}</table>"
        + paragraphs(
            "Auf die Aufgabe kommt es an. In der Messung von Luccioni und anderen brauchte ein Bild etwa "
            f"{german.number(footprint.rounded(draw / write))}-mal so viel Strom wie ein Text. Ein Text brauchte etwa "
            f"{german.number(footprint.rounded(write / sort))}-mal so viel wie das Einordnen.",
            ""
            if len(lines) > 1
            else "Für diese Aufgabe haben wir nur eine Messung. Andere Zahlen können anders sein.",
        )
    )


def verdict_html(verdict: need.Verdict, case: str) -> str:
    """What the seven answers come to, for the case with this name."""
    result, because = footprint_part.RESULTS[verdict.result], verdict.because
    items = "".join(f"<li>{question.text}<br><strong>{question.todo}</strong></li>" for question in because)
    return paragraphs(f"Ihr Ergebnis für {case}: <strong>{result}</strong>", texts.ADVICE[verdict.result]) + (
        f"<ul>{items}</ul>" if items else ""
    )


def sentences_html(kodex: Kodex, own: bool) -> str:
    """Rules of a Kodex that tell people outside something they can check."""
    rules = [rule for rule in kodex.rules if rule.pattern in FOR_OUTSIDE]
    if not rules:
        return paragraphs(
            "In Ihrem Kodex haben wir keine Regel gefunden, die sich direkt an Betroffene richtet. "
            "Muster dafür finden Sie im Kodex-Baukasten unter „Offen sprechen“."
        )
    items = "".join(
        f"<li>„{escape(rule.sentence)}“<br>"
        + (
            "Person und Meldeweg sind geklärt."
            if rule.anchored
            else "Person oder Meldeweg fehlt noch: erst klären, dann zeigen."
        )
        + "</li>"
        for rule in rules
    )
    whose = "Ihrem Kodex" if own else "dem Kodex der Hansen & Yıldız GmbH"
    return paragraphs(f"Diese Sätze aus {whose} lassen sich nachprüfen:") + f"<ul>{items}</ul>"


def room_html(chosen: list[str]) -> str:
    """What the chosen rules of the room for experiments leave open."""
    if not chosen:
        return paragraphs("Wählen Sie, was bei Ihnen gelten soll.")
    missing = "".join(
        f"<li>„{action_plan.RULES[rule]}“ {why}</li>"
        for rule, why in texts.NEEDED.items()
        if rule not in chosen
    )
    count = german.count_of(len(chosen), "Regel", "Regeln")
    if missing:
        return paragraphs(f"{count}. Diese würden wir noch dazunehmen:") + f"<ul>{missing}</ul>"
    return paragraphs(
        f"{count}. Was andere schützt, ist dabei. So darf etwas schiefgehen, und alle lernen daraus."
    )


def opinion_html(scale: dict[str, str], first, today: str) -> str:
    """An opinion today beside the one at the beginning.

    Args:
        scale: stored value → words.
        first: what was kept in module 00, whatever it is.
        today: a key of ``scale``.
    """
    if not isinstance(first, str) or first not in scale:
        return paragraphs(f"Heute: „{scale[today]}“. Vom Anfang des Kurses liegt hier keine Antwort.")
    if first == today:
        return paragraphs(f"Am Anfang und heute: „{scale[today]}“. Sie bleiben dabei.")
    return paragraphs(f"Am Anfang: „{scale[first]}“. Heute: „{scale[today]}“.")


def example_plan_html() -> str:
    """The commitments of Hansen & Yıldız, folded."""
    items = "".join(
        f"<li>{what}<br>Wer: {who}. Woran man es merkt: {sign}</li>" for what, who, sign in texts.EXAMPLE_PLAN
    )
    return (
        "<details><summary>Ein Beispiel: drei Zusagen der Hansen & Yıldız GmbH</summary>"
        f"<ol>{items}</ol></details>"
    )


def plan_html(made: list[action_plan.Commitment]) -> str:
    """How many commitments there are and what they leave open."""
    if not made:
        return paragraphs(
            "Fangen Sie mit einer Zusage an. Klein und sicher ist besser als groß und ungewiss."
        )
    items = "".join(
        f"<li>„{escape(one.what.rstrip('.'))}“: Es fehlt noch, {_join(one.missing)}.</li>"
        for one in made
        if one.missing
    )
    count = german.count_of(len(made), "Zusage", "Zusagen")
    if items:
        return paragraphs(f"{count}.") + f"<ul>{items}</ul>"
    return paragraphs(
        f"<strong>{count}, jede mit Person, Tag und Zeichen.</strong> Damit kann man Sie beim Wort nehmen."
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _join(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} und {parts[-1]}"
