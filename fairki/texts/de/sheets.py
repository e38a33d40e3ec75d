"""German of the questions of customers, the sheets and the answers."""

TYPES = ("Pumpe", "Dichtung", "Spindel", "Steuerung", "Turbine", "Kupplung", "Düse", "Membran")
"""Types of articles; one grammatical gender, so that every sentence holds for each."""

TOPICS = ("Lieferzeit", "Garantie", "Wartung")
"""What sheets are about."""

VALUES = (
    ("drei Tage", "fünf Tage", "acht Tage", "zwei Wochen", "drei Wochen", "sechs Wochen"),
    ("ein Jahr", "zwei Jahre", "drei Jahre", "vier Jahre", "fünf Jahre", "zehn Jahre"),
    (
        "jeden Monat",
        "alle drei Monate",
        "alle sechs Monate",
        "jedes Jahr",
        "alle zwei Jahre",
        "alle drei Jahre",
    ),
)
"""What can be true of each topic."""

TODAY, EARLIER = "Stand heute", "Stand vom letzten Jahr"

_QUESTIONS = (
    "Wie lange dauert die Lieferung {article}?",
    "Wie lange gilt die Garantie {article}?",
    "Wie oft braucht man eine Wartung {article}?",
)
_OPEN_QUESTION = "Ich habe eine Frage {article}. Was können Sie mir sagen?"
_REPLIES = (
    "Die Lieferung der {article} dauert {value}.",
    "Für die {article} gilt die Garantie {value}.",
    "Die {article} braucht {value} eine Wartung.",
)


def article(kind: int | None, number: int | None) -> str:
    """An article as a question names it: type and number, one of them, or neither.

    Numbers begin at 10: all of them have two digits.
    """
    name = TYPES[kind] if kind is not None else ""
    code = f"P{number + 10}" if number is not None else ""
    return " ".join(part for part in (name, code) if part)


def question(topic: int | None, named: str) -> str:
    if topic is None:
        return _OPEN_QUESTION.format(article=_about(named, "zur", "zu einem Artikel"))
    if topic == 0:
        return _QUESTIONS[topic].format(article=_about(named, "der", "bei Ihnen"))
    return _QUESTIONS[topic].format(article=_about(named, "bei der", "bei Ihrem Artikel"))


def _about(named: str, article_of: str, nothing: str) -> str:
    """Names without a type stand without an article."""
    if not named:
        return nothing
    if named.split()[0] in TYPES:
        return f"{article_of} {named}"
    return {"der": f"von {named}", "zur": f"zu {named}"}.get(article_of, f"bei {named}")


def sheet(topic: int, value: int, named: str, today: bool) -> str:
    return f"{named}, {TOPICS[topic]}: {VALUES[topic][value]} ({TODAY if today else EARLIER})."


def named(kind: int, number: int, topic: int) -> str:
    """A sheet as a question back names it."""
    return f"{TOPICS[topic]} der {article(kind, number)}"


def ask_back(sheets: list[str]) -> str:
    """Which sheet is meant; of many, the first three are named."""
    if len(sheets) > 3:
        return f"Meinen Sie zum Beispiel: {', '.join(sheets[:3])} oder etwas anderes?"
    return f"Meinen Sie: {', '.join(sheets[:-1])} oder {sheets[-1]}?"


def reply(topic: int, value: int, named: str, cites: bool) -> str:
    answer = _REPLIES[topic].format(article=named, value=VALUES[topic][value])
    return f"{answer} Quelle: Blatt „{named}, {TOPICS[topic]}“." if cites else answer
