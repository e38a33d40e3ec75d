"""Module 00, „Willkommen“: what its notebook calls, in the order of the page."""

import pandas as pd
from IPython.display import display

from fairki import charts, german, reference, register, ui
from fairki.lessons import module_00_texts as texts
from fairki.lessons.lesson import Lesson, paragraphs


class Module00(Lesson):
    """The page of module 00. Opinions lie under ``00.meinung.<id>``, the register under ``00.register``."""

    def __init__(self):
        super().__init__("00")

    # --- unit 1: three questions -----------------------------------------------------------------

    def opinions(self) -> None:
        """The three opening questions on a scale; after each answer two voices from the firm."""
        self.opinion_choices, self.voices = [], []
        self.opinions_text = ui.Text()
        for asked in texts.OPENING:
            choice = ui.Choice(
                self.key(f"meinung.{asked['id']}"), asked["question"], options=asked["scale"], kind="scale"
            )
            choice.observe(self._show_opinions, "value")
            self.opinion_choices.append(choice)
            self.voices.append(ui.Text(voices(asked["voices"]), visible=False))
            display(choice, self.voices[-1])
        display(self.opinions_text)
        self._show_opinions()

    def _show_opinions(self, _change=None) -> None:
        for choice, heard in zip(self.opinion_choices, self.voices, strict=True):
            heard.visible = choice.value is not None
        open_questions = sum(choice.value is None for choice in self.opinion_choices)
        if open_questions:
            self.opinions_text.html = paragraphs(
                f"Noch {german.count_of(open_questions, 'Frage', 'Fragen')} ohne Antwort. "
                "Sie dürfen auch eine auslassen."
            )
        else:
            self.opinions_text.html = paragraphs(
                "<strong>Ihre erste Meinung ist festgehalten.</strong> In Modul 7 fragen wir Sie noch einmal. "
                "Dann sehen Sie, ob sich etwas geändert hat. Beides ist in Ordnung."
            )

    def transfer_opinions(self) -> None:
        """Transfer of unit 1."""
        self.transfer("transfer.fair")

    # --- unit 2: where AI takes part -------------------------------------------------------------

    def guess_uses(self) -> None:
        """Guess how many of the cases one will find; the list answers."""
        total = len(register.USES)
        self.uses_guess = ui.Guess(
            self.key("schaetzung"),
            question=f"Was schätzen Sie: Wie viele der {total} Fälle in der Liste gibt es bei Ihnen?",
            unit=f"von {total}",
            high=total,
            button="Schätzung festhalten",
        )
        display(self.uses_guess)

    def collect(self) -> None:
        """The cases to pick from, each with the mark „unnoticed“."""
        self.picked = ui.PickList(
            self.key("register"),
            label="Was gibt es bei uns?",
            items=[
                {"id": use.id, "title": use.name, "text": use.description, "group": use.area}
                for use in register.USES
            ],
            mark=("verborgen", "Läuft bei uns unbemerkt"),
        )
        self.picked.observe(self._show_uses_guess, "value")
        self.uses_guess.observe(self._show_uses_guess, "value")
        display(self.picked)

    def _show_uses_guess(self, _change=None) -> None:
        if self.uses_guess.value is not None:
            found = register.entries(self.picked.value)
            self.uses_guess.answer = paragraphs(guess_sentence(round(self.uses_guess.value), len(found)))

    def map(self) -> None:
        """The first map, people affected by autonomy, and the register beside it."""
        self.example = ui.Choice(
            self.key("beispiel"),
            "Zum Vergleich",
            options=[["hansen-yildiz", "Statt meiner Karte die der Hansen & Yıldız GmbH zeigen"]],
            kind="checkbox",
        )
        self.map_chart = ui.Chart(visible=False)
        self.map_text = ui.Text()
        self.example.observe(self._show_map, "value")
        self.picked.observe(self._show_map, "value")
        display(self.example, self.map_chart, self.map_text)
        self._show_map()

    def _show_map(self, _change=None) -> None:
        found = register.entries(register.EXAMPLE if self.example.value else self.picked.value)
        if found:
            self.map_chart.show(map_of(found))
        self.map_chart.visible = bool(found)
        self.map_text.html = (
            register_html(found)
            if found
            else paragraphs(
                "Wählen Sie in der Liste mindestens einen Fall. Dann erscheint hier Ihre Karte. "
                "Sie arbeiten gerade nirgends? Dann sehen Sie sich die Karte der Hansen & Yıldız GmbH an."
            )
        )

    def transfer_register(self) -> None:
        """Transfer of unit 2."""
        self.transfer("transfer.register")

    # --- unit 3: in the open ---------------------------------------------------------------------

    def shadow(self) -> None:
        """An estimate of secret use that no outside figure can answer."""
        self.shadow_guess = ui.Guess(
            self.key("schatten"),
            question=(
                "Was schätzen Sie: Wie viele von 10 Kolleginnen und Kollegen nutzen KI, "
                "ohne dass es abgesprochen ist?"
            ),
            unit="von 10",
            high=10,
        )
        self.shadow_guess.observe(self._show_shadow, "value")
        display(self.shadow_guess)

    def _show_shadow(self, _change=None) -> None:
        if self.shadow_guess.value is not None:
            self.shadow_guess.answer = paragraphs(*shadow_sentences(round(self.shadow_guess.value)))

    def reasons(self) -> None:
        """Why somebody uses AI in secret, and what would help."""
        self.why = ui.Choice(
            self.key("gruende"),
            "Warum sagt jemand nicht, dass KI geholfen hat? Wählen Sie alles, was bei Ihnen vorkommen könnte.",
            options=[[name, reason] for name, reason, _ in texts.WHY_SECRET],
            kind="checkbox",
        )
        self.why_text = ui.Text()
        self.why.observe(self._show_reasons, "value")
        display(self.why, self.why_text)
        self._show_reasons()

    def _show_reasons(self, _change=None) -> None:
        chosen = self.why.value or []
        items = "".join(
            f"<li><strong>{reason}</strong> {help}</li>"
            for name, reason, help in texts.WHY_SECRET
            if name in chosen
        )
        self.why_text.html = (
            f"<p>Das kann helfen:</p><ul>{items}</ul>"
            if items
            else paragraphs("Zu jedem Grund erscheint hier, was helfen kann.")
        )

    def literacy(self) -> None:
        """What the law says about knowing enough."""
        law = reference.law("kompetenz")
        display(ui.Text(f"<p>Gut zu wissen: {law.text} <cite>({law.citation})</cite></p>"))

    def self_check(self) -> None:
        """Five questions on the whole module."""
        self.quiz = ui.Quiz(self.key("selbsttest"), questions=texts.SELF_CHECK)
        display(self.quiz)

    def transfer_open(self) -> None:
        """Transfer of unit 3."""
        self.transfer("transfer.sichtbar")

    # --- the end of the page ---------------------------------------------------------------------

    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "algorithmus",
            "betroffene",
            "ki",
            "lead_scoring",
            "modell",
            "register",
            "schatten_ki",
            "transparenz",
        )

    def sources(self) -> None:
        """Where the legal statement comes from."""
        self.sources_of([], ["omnibus", "kompetenz", "kompetenz_irrtum", "nachweis"])


def voices(said: list[list[str]]) -> str:
    """Quotations of people at Hansen & Yıldız, each ``[name and department, what they say]``."""
    return "<p>Zwei Stimmen aus der Hansen & Yıldız GmbH:</p>" + "".join(
        f"<blockquote>„{text}“<br><cite>{who}</cite></blockquote>" for who, text in said
    )


def guess_sentence(guessed: int, found: int) -> str:
    """What the list says about the guess of how many cases there are."""
    if not found:
        return (
            "Festgehalten. Gehen Sie jetzt die Liste durch. Hier erscheint dann, wie viele Fälle Sie finden."
        )
    so_far = f"Gefunden haben Sie bisher <strong>{german.count_of(found, 'Fall', 'Fälle')}</strong>. "
    if found > guessed:
        return (
            so_far
            + "Das sind mehr, als Sie geschätzt haben. Vieles läuft so leise mit, dass man es übersieht."
        )
    if found < guessed:
        return so_far + (
            "Das sind weniger, als Sie geschätzt haben. Vielleicht sieht man in einer anderen Abteilung mehr: "
            "Fragen Sie dort einmal nach."
        )
    return (
        so_far
        + "Das passt genau zu Ihrer Schätzung. Fragen Sie trotzdem einmal in einer anderen Abteilung nach."
    )


def map_of(found: list[register.Entry]) -> charts.Picture:
    """The map of a register (at least one entry): few or many people, suggests or decides."""
    urgent = sum(entry.urgent for entry in found)
    hidden = sum(entry.hidden for entry in found)
    all_of_them = german.count_of(len(found), "Fall", "Fällen")
    if urgent:
        title = (
            f"In {urgent} von {all_of_them} entscheidet ein System selbst über viele Menschen."
            if len(found) > 1
            else "In diesem Fall entscheidet ein System selbst über viele Menschen."
        )
    else:
        title = "In keinem Fall entscheidet ein System selbst über viele Menschen."
    return charts.four_fields(
        pd.DataFrame(
            {
                "name": [entry.use.name for entry in found],
                "right": [entry.use.how_many == register.MANY for entry in found],
                "top": [entry.use.autonomy == register.DECIDES for entry in found],
                "marked": [entry.hidden for entry in found],
            }
        ),
        question="Betroffene Menschen",
        across=(register.FEW, register.MANY),
        up=("Das System schlägt vor", "Das System entscheidet"),
        marks=("sichtbar", "unbemerkt"),
        title=title,
        summary=(
            f"Kreis: sichtbar ({len(found) - hidden}). Raute: läuft unbemerkt ({hidden}). "
            "Die Nummern stehen im Register darunter."
        ),
    )


def register_html(found: list[register.Entry]) -> str:
    """The register as a numbered list, where to look first, and what may have been overlooked."""
    lines = "".join(
        f"<li><strong>{entry.use.name}</strong>{', läuft unbemerkt' if entry.hidden else ''}<br>"
        f"Betroffen: {entry.use.affected} ({entry.use.how_many}). Das System {entry.use.autonomy}.</li>"
        for entry in found
    )
    first = [entry.use.name for entry in found if entry.urgent and entry.hidden]
    again = [entry.use.name for entry in found if entry.use.often_hidden and not entry.hidden]
    return (
        f"<h4>Das Register: {german.count_of(len(found), 'Eintrag', 'Einträge')}</h4><ol>{lines}</ol>"
        + paragraphs(
            f"<strong>Hier lohnt der erste Blick:</strong> {', '.join(first)}. Ein System entscheidet selbst, "
            "viele sind betroffen, und es läuft unbemerkt."
            if first
            else "",
            f"<strong>Schauen Sie noch einmal hin:</strong> {', '.join(again)}. Das läuft nach unserer groben "
            "Einordnung oft unbemerkt. Wissen die Betroffenen wirklich davon?"
            if again
            else "",
        )
    )


def shadow_sentences(guessed: int) -> list[str]:
    """What an estimate of secret use can and cannot say."""
    there = round(guessed / 10 * texts.EMPLOYEES)
    return [
        "Ob das stimmt, wissen wir nicht. Eine Zahl aus anderen Firmen würde über Ihre nichts sagen. "
        "<strong>Die Antwort gibt es nur bei Ihnen im Haus.</strong>",
        "So finden Sie es heraus: eine anonyme Umfrage mit festen Antworten, ab etwa zehn Personen. "
        "In kleineren Runden lässt sich leicht erraten, wer was gesagt hat.",
        f"Nur zum Vorstellen: In einer Firma mit {texts.EMPLOYEES} Beschäftigten wären das nach Ihrer Schätzung "
        f"{german.number(there)} Menschen. "
        + (
            "Jeder Versuch bleibt dann für sich, gute wie schlechte."
            if guessed
            else "Dann wissen bei Ihnen alle voneinander. Das wäre ein guter Anfang."
        ),
    ]
