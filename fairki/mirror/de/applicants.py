"""German of the cards: what is known of an applicant."""

from fairki.speech import count_of, number


def facts(
    grade: float, test: float, skills: float, experience: float, gap: int, part_time: bool
) -> list[list[str]]:
    """Label and value of each fact."""
    return [
        ["Abschlussnote", number(grade, 1)],
        ["Eignungstest", f"{number(test)} von 100 Punkten"],
        ["Fachkenntnisse", f"{number(skills, 1)} von 10 Punkten"],
        ["Berufserfahrung", f"{number(experience, 1)} Jahre"],
        ["Auszeit", count_of(gap, "Monat", "Monate") if gap else "keine"],
        ["Teilzeit gewünscht", "ja" if part_time else "nein"],
    ]
