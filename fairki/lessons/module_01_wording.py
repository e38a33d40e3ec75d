"""Sentences of module 01 about what was computed: the mirror, reduced models, eight years, and who does which task."""

import pandas as pd

from fairki import german
from fairki.lessons import module_01_texts as texts
from fairki.mirror import DIFFERENCE, NOT_LEARNABLE, Reflection, wording
from fairki.mirror.power import power


def mirror_sentences(own: Reflection) -> list[str]:
    """What the mirror says about the learner's own model: finding, comparison with chance, what it does not mean."""
    if own.verdict == NOT_LEARNABLE:
        return [own.reason, "Ändern Sie ein paar Karten, wenn Sie den Spiegel sehen möchten."]
    found = [
        f"<strong>{wording.title(own, wording.OWN)}.</strong> {wording.after_title(own, wording.OWN)}",
        wording.compared(own),
    ]
    if own.verdict == DIFFERENCE:
        return [
            *found,
            "Frauen und Männer sind in den neuen Bewerbungen gleich gut geeignet. Das Modell hat den Abstand aus "
            "Ihren Karten gelernt. Er kann am Geschlecht liegen oder an Angaben, die damit zusammenhängen, zum "
            "Beispiel an einer Auszeit.",
        ]
    return [*found, wording.unseen_alone(power())]


def columns_hint(result, start) -> str:
    """One sentence on what a learner can see in the figures of a reduced model."""
    gap, before = (round(1000 * one.gap.value) for one in (result, start))  # as shown: one decimal
    if result.gap.low <= 0 <= result.gap.high:
        open_ = "Kein Abstand mehr nachweisbar. Ein kleiner kann trotzdem noch da sein: Die Spanne sagt, wie groß."
        if round(1000 * result.as_suitable) >= round(1000 * start.as_suitable):
            return f"{open_} Und es gibt nicht weniger richtige Entscheidungen als vorher."
        return f"{open_} Dafür fehlt dem Modell jetzt Wissen über die Eignung."
    if gap < 0:
        return "Jetzt werden Frauen häufiger eingeladen. Welche Spalte braucht das Modell doch?"
    if 2 * gap < before:
        return "Mehr als die Hälfte des Abstands ist weg. Welche Spalte hilft noch?"
    return "Der größte Teil des Abstands ist noch da. Welche Angabe verrät das Geschlecht noch?"


def strongest_sentence(ranked: pd.DataFrame, guessed: str) -> str:
    """Whether the guessed column is the most telling one, with its own number; the sentence goes on behind it.

    Args:
        ranked: ``metrics.proxies``, the most telling first. Columns that look the same in the picture (percent) are
            equally good guesses.
        guessed: name of a column.
    """
    shown = (100 * ranked["auc"]).round().astype(int)
    top = ranked[shown == shown.iloc[0]]
    hit = guessed in set(top["column"])
    name = top.set_index("column")["name"][guessed] if hit else top["name"].iloc[0]
    verb = "verrät am meisten" if len(top) == 1 else "gehört zu den Angaben, die am meisten verraten"
    first = "Gut erkannt:" if hit else "Es ist eine andere Angabe."
    return f"{first} <strong>{name}</strong> {verb}: Bei {german.number(shown.iloc[0])}"


def reaction_sentence(what: str, history) -> str:
    """What eight rounds show under one of the three assumptions."""
    first, last = history.iloc[0], history.iloc[-1]
    if what == "wegbleiben":
        return (
            f"Der Anteil der Frauen unter den Bewerbungen ändert sich von {german.percent(first['pool'])} "
            f"auf {german.percent(last['pool'])}. Der Anteil der richtigen Entscheidungen ändert sich dabei von "
            f"{german.percent(first['agreement'], 1)} auf {german.percent(last['agreement'], 1)}. "
            "Eine gute Zahl kann also verdecken, dass Menschen fehlen."
        )
    if what == "wahrheit":
        second = history.iloc[1]
        return (
            f"Abstand im ersten Jahr: {german.points(first['gap'])}. Abstand schon im zweiten Jahr: "
            f"{german.points(second['gap'])}. Das Modell lernt jetzt aus der Eignung und nicht aus alten "
            "Einladungen. In Wirklichkeit kennt eine Firma die Eignung nur bei Menschen, die sie eingestellt hat."
        )
    return (
        f"Abstand am Anfang: {german.points(first['gap'])}. Abstand am Ende: {german.points(last['gap'])}. "
        "Von selbst verschwindet er nicht."
    )


def task_sentences(chosen: list[str]) -> list[str]:
    """What the learner's division of tasks says; it is described, not judged."""
    count = {name: chosen.count(name) for name, _ in texts.WHO_DOES_IT}
    with_people = len(chosen) - count["programm"]
    return [
        f"Ihre Verteilung: {german.count_of(count['programm'], 'Aufgabe', 'Aufgaben')} beim Programm allein, "
        f"{count['vorschlag']} bei einem Menschen mit Vorschlag vom Programm, "
        f"{count['mensch']} bei einem Menschen allein.",
        f"An {with_people} von {len(chosen)} Aufgaben arbeiten weiter Menschen. Neue Aufgaben kommen hinzu: "
        "Vorschläge prüfen, Fehler finden, Einsprüche beantworten.",
        "Ob Zeit für gute Gespräche frei wird oder Stellen wegfallen, entscheidet nicht das Programm. "
        "Das entscheiden Menschen. Deshalb ist wichtig, wer mitreden kann.",
    ]
