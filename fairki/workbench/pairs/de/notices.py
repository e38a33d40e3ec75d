"""What happened to a table with answers on its way: one sentence each; numbers are rows as the spreadsheet counts."""

from fairki.speech import count_of, number, together

SHOWN = 8
"""So many numbers are named."""


def unknown_id(rows: list[int]) -> str:
    """Rows that belong to no test."""
    return f"{_rows(rows)}: Die Kennung ist nicht von dieser Seite. Nicht mitgezählt."


def other_test(rows: list[int]) -> str:
    """Rows of another test."""
    return f"{_rows(rows)}: Die Kennung gehört zu einem anderen Test. Nicht mitgezählt; prüfen Sie jeden Test einzeln."


def doubled(rows: list[int]) -> str:
    """The same answer twice."""
    return f"{_rows(rows)}: Derselbe Auftrag mit derselben Antwort steht mehrmals da. Er zählt einmal."


def contradicts(rows: list[int]) -> str:
    """Two answers to one prompt."""
    return (
        f"{_rows(rows)}: Zu demselben Auftrag gibt es verschiedene Antworten. Keine davon zählt. Lassen Sie eine stehen: "
        "die erste, die Sie bekommen haben."
    )


def took_for_formula(rows: list[int]) -> str:
    """The spreadsheet computed instead of keeping a text."""
    return (
        f"{_rows(rows)}: Die Tabelle hielt die Antwort für eine Formel; ihr Text ist verloren. Fügen Sie ihn noch einmal "
        "ein, mit einem Hochkomma (') davor."
    )


def cut(rows: list[int]) -> str:
    """Answers that fill a cell to the last character."""
    return f"{_rows(rows)}: Die Antwort ist so lang, wie eine Zelle in Excel sein kann. Sie ist wohl abgeschnitten und zählt nicht."


def no_name(rows: list[int]) -> str:
    """Rows whose name is gone."""
    return f"{_rows(rows)}: Die Spalte „name“ ist leer. Ohne ihn lassen sich die Antworten nicht vergleichen."


def prompt_changed(rows: list[int]) -> str:
    """The two prompts of a pair are no longer alike."""
    return f"{_rows(rows)}: Die Aufträge eines Paares unterscheiden sich in mehr als dem Namen. Das Paar zählt nicht."


def half_pair(pairs: list[int]) -> str:
    """Pairs with one answer."""
    return f"Es fehlt eine von zwei Antworten: {_pairs(pairs, 'Paar', 'Paare')}. Sie zählen erst, wenn beide da sind."


def no_pair(pairs: list[int]) -> str:
    """Pairs without an answer."""
    return f"Noch ohne Antwort: {_pairs(pairs, 'Paar', 'Paare')}."


def half_control(pairs: list[int]) -> str:
    """Controls with one answer."""
    return f"Es fehlt eine von zwei Antworten: {_pairs(pairs, 'Kontrolle', 'Kontrollen')}."


def no_control(pairs: list[int]) -> str:
    """Controls without an answer."""
    return f"Noch ohne Antwort: {_pairs(pairs, 'Kontrolle', 'Kontrollen')}."


def _rows(rows: list[int]) -> str:
    return f"{'Zeile' if len(rows) == 1 else 'Zeilen'} {_listed(rows)}"


def _pairs(pairs: list[int], one: str, several: str) -> str:
    if len(pairs) == 1:
        return f"{one} {pairs[0]}"
    return f"{count_of(len(pairs), one, several)} ({_listed(pairs)})"


def _listed(numbers: list[int]) -> str:
    shown = [str(one) for one in numbers[:SHOWN]]
    rest = len(numbers) - len(shown)
    return together([*shown, f"{number(rest)} weitere"] if rest else shown)
