"""How far somebody gets in the self-checks who reads no question: by length, position, wording of the options alone.

Each *trick* gives every option of a question a score; whoever uses it ticks the option with the highest one and, of
several with the same score, any. ``learned`` looks at seven modules to see which options are right, and guesses in the
eighth: it finds mixtures of tricks that nobody thought of.

The figures: ``python benchmarks/self_checks.py``.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Any

from fairki import manifest, speech
from fairki.lessons import self_checks
from fairki.lessons.module_04 import figures, unit_4

MARGIN = 0.10
"""A trick may be so much better or worse than chance (share of all questions): being always wrong tells as well."""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


ABSOLUTE_WORDS = _words(
    "alle alles allein allen aller immer nie niemand nur jede jeder jedes jedem jeden ganz gar keine keiner kein "
    "keinen keinem sicher völlig automatisch grundsätzlich vollkommen sofort einzige genau ausschließlich lediglich "
    "eindeutig nichts überhaupt müssen muss"
)
QUALIFIED_WORDS = _words(
    "kann können könnte oft manchmal meist vielleicht möglich möglicherweise unbedingt zuerst noch erst eher etwas "
    "wenn falls je nach teils kommt darauf zum beispiel auch offen vielen manche wahrscheinlich ungefähr "
    "mindestens selten"
)
KIND_WORDS = _words(
    "mensch menschen person personen gemeinsam fragen frage prüfen prüft betroffene betroffenen gespräch offen grund "
    "begründung gründe zeit regel regeln üben klar klare aufschreiben benannt zuständig einspruch"
)
NEGATIVE_WORDS = _words("nicht kein keine keinen keiner nichts nie niemand nein ohne wenig weniger")
REASON_WORDS = _words("denn weil damit also sonst deshalb darum")


@dataclass(frozen=True)
class Question:
    """A question without what it is about: ``module`` id, ``text``, its ``options``, the place of the ``right`` one."""

    module: str
    text: str
    options: tuple[str, ...]
    right: int


Trick = Callable[[Question], Sequence[Any]]


def questions(course: manifest.Course) -> list[Question]:
    """Every question of every self-check in ``course``, and those on the logs of module 04, in their order."""
    found = []
    for module in course.modules:
        asked = list(self_checks.questions(module.id))
        if module.id == "04":
            for log in figures.logs().values():
                asked += unit_4.log_questions(log)
        found += [_plain(module.id, question) for question in asked]
    return found


def _plain(module: str, question: dict[str, Any]) -> Question:
    rights = [option["right"] for option in question["options"]]
    return Question(
        module, question["text"], tuple(o["text"] for o in question["options"]), rights.index(True)
    )


def _each(score: Callable[[str], float]) -> Trick:
    return lambda question: [score(option) for option in question.options]


def _count(listed: Sequence[str]) -> Trick:
    return _each(lambda option: sum(word in listed for word in _words(option)))


def _stems(text: str) -> set[str]:
    """The beginnings of longer words: „Einladung“ and „einladen“ count as alike."""
    return {word[:5] for word in _words(text) if len(word) > 3}


def _share(stems: set[str], others: set[str]) -> float:
    return len(stems & others) / max(1, len(stems))


def _like_question(question: Question) -> list[float]:
    return [_share(_stems(option), _stems(question.text)) for option in question.options]


def _like_others(question: Question) -> list[float]:
    stems = [_stems(option) for option in question.options]
    return [_share(own, set().union(*(other for other in stems if other is not own))) for own in stems]


def _middle(question: Question) -> list[float]:
    lengths = [len(option) for option in question.options]
    return [-abs(length - sorted(lengths)[len(lengths) // 2]) for length in lengths]


def _apart(question: Question) -> list[float]:
    lengths = [len(option) for option in question.options]
    return [abs(length - mean(lengths)) for length in lengths]


def _place(question: Question) -> list[float]:
    return list(range(len(question.options)))


def _inner(question: Question) -> list[float]:
    return [float(0 < place < len(question.options) - 1) for place in range(len(question.options))]


def _less(trick: Trick) -> Trick:
    return lambda question: [-score for score in trick(question)]


def _first(trick: Trick, *then: Trick) -> Trick:
    """The options that ``trick`` likes best; among these the ones that the others like best."""
    return lambda question: list(zip(*(t(question) for t in (trick, *then)), strict=True))


_LENGTH = _each(len)
_WORDS = _each(lambda option: len(_words(option)))
_LONG_WORDS = _each(lambda option: mean(len(word) for word in _words(option)))
_SENTENCES = _each(lambda option: len(re.findall(r"[.?!](?:\s|$)", option)))
_COMMAS = _each(lambda option: option.count(",") + option.count(":") + option.count(";"))
_ABSOLUTE, _QUALIFIED, _KIND, _REASONS = map(
    _count, (ABSOLUTE_WORDS, QUALIFIED_WORDS, KIND_WORDS, REASON_WORDS)
)
_DIGITS = _each(lambda option: len(re.findall(r"\d+", option)))

SIGNS: dict[str, Trick] = {
    "längste": _LENGTH,
    "meiste Wörter": _WORDS,
    "längste Wörter": _LONG_WORDS,
    "von mittlerer Länge": _middle,
    "am weitesten weg von der mittleren Länge": _apart,
    "letzte": _place,
    "in der Mitte": _inner,
    "meiste Kommas": _COMMAS,
    "meiste Sätze": _SENTENCES,
    "meiste Zahlen": _DIGITS,
    "absolut („immer“, „nur“)": _ABSOLUTE,
    "vorsichtig („oft“, „kann“)": _QUALIFIED,
    "freundlich („gemeinsam“, „prüfen“)": _KIND,
    "verneint („nicht“, „kein“)": _count(NEGATIVE_WORDS),
    "begründet („denn“, „weil“)": _REASONS,
    "der Frage am ähnlichsten": _like_question,
    "den anderen am ähnlichsten": _like_others,
}
"""What can be seen without understanding: the option that has most of it."""

MIXED: dict[str, Trick] = {
    "nicht absolut, davon die längste": _first(_less(_ABSOLUTE), _LENGTH),
    "nicht absolut, davon die kürzeste": _first(_less(_ABSOLUTE), _less(_LENGTH)),
    "nicht absolut, davon die vorsichtigste": _first(_less(_ABSOLUTE), _QUALIFIED, _LENGTH),
    "nicht absolut, davon die freundlichste": _first(_less(_ABSOLUTE), _KIND),
    "vorsichtig, davon die längste": _first(_QUALIFIED, _LENGTH),
    "freundlich, davon die längste": _first(_KIND, _LENGTH),
    "nicht begründet, davon die längste": _first(_less(_REASONS), _LENGTH),
    "meiste Kommas, davon die längste": _first(_COMMAS, _LENGTH),
}

TRICKS: dict[str, Trick] = {
    **SIGNS,
    **{f"das Gegenteil: {name}": _less(trick) for name, trick in SIGNS.items()},
    **MIXED,
}


def credit(scores: Sequence[Any], right: int) -> float:
    """Chance (0 to 1) to be right for somebody who ticks the best score, any of several that are equal."""
    best = max(scores)
    equal: list[bool] = [score == best for score in scores]
    return equal[right] / sum(equal)


def chance(asked: Sequence[Question]) -> float:
    """Share of ``asked`` that blind ticking gets right."""
    return mean(1 / len(question.options) for question in asked)


def hits(trick: Trick, asked: Sequence[Question]) -> float:
    """Share of ``asked`` (0 to 1) that ``trick`` gets right."""
    return mean(credit(trick(question), question.right) for question in asked)


def results(asked: Sequence[Question]) -> dict[str, float]:
    """Trick → share of ``asked`` (0 to 1) that it gets right."""
    return {name: hits(trick, asked) for name, trick in TRICKS.items()} | {
        "nicht dieselbe Stelle wie zuvor": _elsewhere(asked),
        "Zeichen, gelernt aus anderen Modulen": learned(asked, _signs),
        "Wörter, gelernt aus anderen Modulen": learned(asked, _words_of),
    }


def _elsewhere(asked: Sequence[Question]) -> float:
    """Any place but that of the right answer before (in the same module)."""
    gained = []
    for before, question in zip((None, *asked), asked, strict=False):
        avoided = before.right if before and before.module == question.module else None
        gained.append(credit([place != avoided for place in range(len(question.options))], question.right))
    return mean(gained)


def learned(asked: Sequence[Question], features: Callable[[Question], list[dict[str, float]]]) -> float:
    """Share right for somebody who has seen which options are right in all other modules, and goes by ``features``."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    gained = []
    for module in dict.fromkeys(question.module for question in asked):
        seen = [question for question in asked if question.module != module]
        model = make_pipeline(DictVectorizer(), LogisticRegression()).fit(
            [option for question in seen for option in features(question)],
            [place == question.right for question in seen for place in range(len(question.options))],
        )
        gained += [
            credit(list(model.decision_function(features(question))), question.right)
            for question in asked
            if question.module == module
        ]
    return mean(gained)


def _signs(question: Question) -> list[dict[str, float]]:
    ranks = {name: _ranks(trick(question)) for name, trick in SIGNS.items()}
    return [{name: ranks[name][place] for name in ranks} for place in range(len(question.options))]


def _words_of(question: Question) -> list[dict[str, float]]:
    return [dict.fromkeys(_words(option), 1.0) for option in question.options]


def _ranks(scores: Sequence[float]) -> list[float]:
    """Share of the other options with a smaller score, less that with a greater one: from -1 to 1."""
    others = len(scores) - 1
    return [
        (sum(other < score for other in scores) - sum(other > score for other in scores)) / others
        for score in scores
    ]


def complaints(course: manifest.Course) -> list[str]:
    """German complaints about tricks that get too far (or too little far) without reading."""
    asked = questions(course)
    blind = chance(asked)
    return [
        f"Selbstchecks: Wer nur auf Äußeres achtet ({name}), hat {speech.percent(share)} richtig "
        f"(Raten: {speech.percent(blind)}). Länge, Stelle und Wortwahl sollen nichts verraten."
        for name, share in results(asked).items()
        if abs(share - blind) > MARGIN
    ]
