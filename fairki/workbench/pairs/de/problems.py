"""What is wrong with a template, names, facts or a file with answers, and what to do: pairs of sentences."""

from collections.abc import Sequence

from fairki.speech import count_of, number, together

SAME_KIND = ("Beide Gruppen haben dieselben Namen.", "Wählen Sie für die zweite Gruppe andere.")
TWO_LABELS = (
    "Die beiden Gruppen brauchen zwei verschiedene Bezeichnungen.",
    "Schreiben Sie zum Beispiel „Frauen“ und „Männer“.",
)
LOOSE_BRACE = (
    "In der Vorlage steht eine geschweifte Klammer allein.",
    "Ergänzen Sie die andere Klammer, oder löschen Sie diese.",
)
NO_NAME = (
    "In der Vorlage steht kein Name.",
    "Schreiben Sie {name} an die Stelle, an der er stehen soll. Sonst wären beide Aufträge gleich.",
)
NO_PHRASE = (
    "Es ist keine Wendung angegeben.",
    "Schreiben Sie in jede Zeile eine, zum Beispiel: Führung. Oder lassen Sie die Wortlisten stehen.",
)


def partners(first: int, second: int) -> tuple[str, str]:
    """Names without a partner."""
    return (
        f"In der ersten Gruppe stehen {count_of(first, 'Name', 'Namen')}, in der zweiten "
        f"{count_of(second, 'Name', 'Namen')}.",
        "Getauscht wird Zeile gegen Zeile. Schreiben Sie in beide Felder gleich viele Namen, mindestens einen.",
    )


def too_many_names(most: int) -> tuple[str, str]:
    """More names than the page takes."""
    return f"Das sind mehr als {number(most)} Namen je Gruppe.", "Kürzen Sie die Listen."


def whole_name(line: str) -> tuple[str, str]:
    """A line without a family name."""
    return (
        f"„{line}“ ist kein ganzer Name.",
        "Schreiben Sie Vor- und Nachnamen, mit oder ohne Anrede, zum Beispiel: Frau Anna Lorenz.",
    )


def template_length(longest: int) -> tuple[str, str]:
    """No template, or a very long one."""
    return (
        "Die Vorlage ist leer oder zu lang.",
        f"Sie braucht einen Text von höchstens {number(longest)} Zeichen.",
    )


def odd_choice(mark: str) -> tuple[str, str]:
    """A choice of words with too many or empty ones."""
    return (
        f"„{{{mark}}}“ lässt sich nicht lesen.",
        "Schreiben Sie zwei oder drei Wörter: {Kollegin|Kollege|Person im Team}.",
    )


def third_word(mark: str, name: str) -> tuple[str, str]:
    """Somebody without a pronoun, and no word for that."""
    return (
        f"Für {name} (ohne „Frau“ oder „Herr“) fehlt in „{{{mark}}}“ das dritte Wort.",
        "Ergänzen Sie ein Wort für alle, zum Beispiel: {Kollegin|Kollege|Person im Team}.",
    )


def unknown_mark(mark: str, known: Sequence[str]) -> tuple[str, str]:
    """A mark that nobody knows."""
    return (
        f"Die Vorlage nennt „{{{mark}}}“, und dazu gibt es keine Angabe.",
        f"Bekannt sind {together(f'{{{one}}}' for one in known)}. Eine eigene Angabe braucht unten eine Zeile.",
    )


def odd_fact(line: str) -> tuple[str, str]:
    """A fact that cannot be read."""
    return (
        f"Die Angabe „{line}“ lässt sich nicht lesen.",
        "Schreiben Sie: jahre: zwei Jahre | fünf Jahre | zehn Jahre",
    )


def fact_twice(name: str) -> tuple[str, str]:
    """A name of a fact that is taken."""
    return f"Den Namen „{name}“ gibt es schon.", "Nennen Sie die Angabe anders."


def too_many_facts(most: int) -> tuple[str, str]:
    """More facts than the page takes."""
    return f"Das sind mehr als {number(most)} Angaben.", "Streichen Sie einige."


def how_many(least: int, most: int) -> tuple[str, str]:
    """A number of pairs that does not work."""
    return (
        "Diese Zahl von Paaren geht nicht.",
        f"Möglich sind {number(least)} bis {number(most)} Paare und höchstens ebenso viele Kontrollen.",
    )


def too_many_phrases(most: int) -> tuple[str, str]:
    """More phrases than are compared."""
    return (
        f"Das sind mehr als {number(most)} Wendungen.",
        "Wer vieles vergleicht, findet immer etwas, das zufällig anders ist. Lassen Sie die wichtigsten stehen.",
    )


def no_column(names: Sequence[str], have: Sequence[str]) -> tuple[str, str]:
    """A file without a column that is needed."""
    wanted = together(f"„{name}“" for name in names)
    seen = together(f"„{name}“" for name in have if name.strip()) if any(map(str.strip, have)) else "keine"
    return (
        f"In der Tabelle fehlt: {wanted}. Gelesen wurden die Spalten {seen}.",
        "Nehmen Sie die Datei, die diese Seite geschrieben hat, und ändern Sie nur die Spalte „antwort“.",
    )


NO_ROWS = (
    "In der Tabelle steht keine Zeile aus diesem Test.",
    "Nehmen Sie die Datei, die diese Seite geschrieben hat. Die Spalte „kennung“ muss bleiben, wie sie ist.",
)
