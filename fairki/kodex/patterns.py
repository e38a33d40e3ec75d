"""The sentence patterns: each is one sentence with blanks, and one check. Here they are data; their words stand in
``de/patterns.py``, by the same ids."""

from fairki.kodex import checks, own_patterns, text_checks
from fairki.kodex.blanks import Choice, Number
from fairki.kodex.pattern import Pattern
from fairki.systems import TEXTS
from fairki.texts import text_systems

SELECTION_RATES = "auswahlquoten"
EQUAL_OPPORTUNITY = "chancengleichheit"
CROSSINGS = "kreuzungen"
EQUAL_MEANING = "gleicher_punktwert"
LABEL = "lernziel"
MINIMUM_GROUP = "mindestgruppe"
FORBIDDEN_FEATURE = "verbotenes_merkmal"
HUMAN_NEAR_THRESHOLD = "mensch_an_der_grenze"
REASON = "begruendung"
NOTICE = "hinweis"
APPEAL = "einspruch"
DATA_MINIMISATION = "datensparsamkeit"
MONITORING = "ueberwachung"
ENERGY = "energie"
SENSITIVE_DATA = "sensible_daten"
NO_SECRET_USE = "keine_heimliche_nutzung"
FREE_SALUTATION = "freie_anrede"
NAME_SWAP = "namenstausch"
EQUAL_OUTCOME = "ergebnis"
WORDING = "wortwahl"
NOTHING_INVENTED = "nichts_erfinden"
RIGHT_FACTS = "richtige_angaben"
SAME_ANSWER = "gleiche_antwort"
SECRET = "geheimnis"
VARIETY = "vielfalt"
HUMAN_TEXTS = "menschliche_texte"
UNDERSTANDING = "verstehen"
HUMAN_READS = "mensch_liest"

_ASSESSMENTS, _ANSWERS, _FORMS, _TRANSCRIPTS = (frozenset({task}) for task in text_systems.TASKS)


def _outlook(pattern: str) -> Choice:
    # of the others, a name changes less than the bounds that make sense
    return Choice(
        pattern, "wendung", tuple(text_checks.OUTLOOKS), sensible=("potenzial",), default="potenzial"
    )


_ALL = (
    Pattern(
        SELECTION_RATES,
        (Number(SELECTION_RATES, "abstand", "points", 0, 50, sensible=(5, 8), default=5),),
        aspects=("diskriminierung", "werte"),
        step="2",
        check=checks.selection_rates,
    ),
    Pattern(
        EQUAL_OPPORTUNITY,
        (Number(EQUAL_OPPORTUNITY, "abstand", "points", 0, 50, sensible=(5, 10), default=6),),
        aspects=("diskriminierung", "werte"),
        step="2",
        check=checks.equal_opportunity,
    ),
    Pattern(
        CROSSINGS,
        (
            Number(CROSSINGS, "anzahl", "people", 2, 1000, sensible=(30, 100), default=30),
            Number(CROSSINGS, "abstand", "points", 0, 50, sensible=(5, 10), default=7),
        ),
        aspects=("diskriminierung", "abwaegen"),
        step="3",
        check=checks.crossings,
    ),
    Pattern(
        EQUAL_MEANING,
        (Number(EQUAL_MEANING, "abweichung", "percent", 0, 100, sensible=(18, 25), default=20),),
        aspects=("diskriminierung", "abwaegen"),
        step="3",
        check=checks.equal_meaning,
    ),
    Pattern(
        LABEL,
        (
            Choice(
                LABEL,
                "quelle",
                tuple(checks.SOURCES),
                sensible=tuple(checks.SOURCES),
                default=checks.BOTH_KEY,
            ),
        ),
        aspects=("diskriminierung", "abwaegen"),
        step="3",
        check=checks.label,
    ),
    Pattern(
        MINIMUM_GROUP,
        (Number(MINIMUM_GROUP, "anzahl", "people", 2, 500, sensible=(20, 100), default=30),),
        aspects=("diskriminierung", "abwaegen"),
        step="3",
        check=checks.minimum_group,
    ),
    Pattern(
        FORBIDDEN_FEATURE,
        (
            Choice(
                FORBIDDEN_FEATURE,
                "merkmal",
                (*checks.ATTRIBUTES, checks.ANY_KEY),
                sensible=(*checks.ATTRIBUTES, checks.ANY_KEY),
                default=checks.ANY_KEY,
            ),
            Number(FORBIDDEN_FEATURE, "treffer", "", 50, 100, sensible=(68, 78), default=72),
        ),
        aspects=("diskriminierung", "transparenz"),
        step="2",
        check=checks.forbidden_feature,
    ),
    Pattern(
        HUMAN_NEAR_THRESHOLD,
        (Number(HUMAN_NEAR_THRESHOLD, "anteil", "percent", 1, 100, sensible=(5, 20), default=10),),
        aspects=("teilhabe", "abwaegen"),
        step="2",
        check=checks.human_near_threshold,
    ),
    Pattern(
        REASON,
        (
            Choice(
                REASON,
                "begruendung",
                tuple(checks.REASON_KEYS),
                sensible=tuple(checks.REASON_KEYS),
                default="persoenlich",
            ),
        ),
        aspects=("transparenz", "teilhabe"),
        step="5",
        check=checks.reason,
    ),
    Pattern(
        NOTICE,
        (
            Choice(
                NOTICE,
                "zeitpunkt",
                tuple(checks.NOTICE_KEYS),
                sensible=tuple(checks.NOTICE_KEYS),
                default="vorher",
            ),
        ),
        aspects=("transparenz",),
        step="2",
        check=checks.notice,
    ),
    Pattern(
        APPEAL,
        (Number(APPEAL, "frist", "days", 1, 365, sensible=(7, 30), default=14),),
        aspects=("teilhabe", "transparenz"),
        step="5",
        check=checks.appeal,
    ),
    Pattern(
        DATA_MINIMISATION,
        (Number(DATA_MINIMISATION, "anzahl", "entries", 1, 50, sensible=(6, 10), default=8),),
        aspects=("diskriminierung", "nachhaltigkeit"),
        step="2",
        check=checks.data_minimisation,
    ),
    Pattern(
        MONITORING,
        (Number(MONITORING, "abstand", "months", 1, 36, sensible=(3, 12), default=6),),
        aspects=("verankern", "abwaegen"),
        step="4",
        check=checks.monitoring,
    ),
    Pattern(
        ENERGY,
        (Number(ENERGY, "energie", "watt_hours", 1, 10_000, sensible=(50, 200), default=100),),
        aspects=("nachhaltigkeit",),
        step="2",
        check=checks.energy,
    ),
    Pattern(
        SENSITIVE_DATA,
        (
            Choice(
                SENSITIVE_DATA,
                "bedingung",
                (checks.NEEDED_KEY, checks.NEVER_KEY),
                sensible=(checks.NEEDED_KEY,),
                default=checks.NEEDED_KEY,
            ),
        ),
        aspects=("diskriminierung", "werte"),
        step="2",
        check=checks.sensitive_data,
    ),
    Pattern(
        FREE_SALUTATION,
        (),
        aspects=("diskriminierung", "teilhabe"),
        step="2",
        check=checks.free_salutation,
    ),
    Pattern(
        NO_SECRET_USE,
        (),
        aspects=("transparenz", "kompetenzen"),
        step="1",
        check=checks.no_secret_use,
    ),
    Pattern(
        NAME_SWAP,
        (
            _outlook(NAME_SWAP),
            Number(NAME_SWAP, "abstand", "points", 0, 50, sensible=(3, 5), default=5),
        ),
        aspects=("diskriminierung", "werte"),
        step="2",
        check=text_checks.name_swap,
        applies_to=TEXTS,
        tasks=_ASSESSMENTS,
    ),
    Pattern(
        EQUAL_OUTCOME,
        (
            _outlook(EQUAL_OUTCOME),
            Number(EQUAL_OUTCOME, "abstand", "points", 0, 50, sensible=(3, 5), default=5),
        ),
        aspects=("diskriminierung", "werte"),
        step="2",
        check=text_checks.equal_outcome,
        applies_to=TEXTS,
        tasks=_ASSESSMENTS,
    ),
    Pattern(
        WORDING,
        (Number(WORDING, "abstand", "points", 0, 50, sensible=(3, 8), default=5),),
        aspects=("diskriminierung", "werte"),
        step="2",
        check=text_checks.wording,
        applies_to=TEXTS,
        tasks=_ASSESSMENTS,
    ),
    Pattern(
        NOTHING_INVENTED,
        (Number(NOTHING_INVENTED, "anteil", "percent", 0, 100, sensible=(2, 20), default=5),),
        aspects=("transparenz", "abwaegen"),
        step="3",
        check=text_checks.nothing_invented,
        applies_to=TEXTS,
        tasks=_FORMS,
    ),
    Pattern(
        RIGHT_FACTS,
        (Number(RIGHT_FACTS, "anteil", "percent", 0, 100, sensible=(5, 10), default=8),),
        aspects=("transparenz", "abwaegen"),
        step="3",
        check=text_checks.right_facts,
        applies_to=TEXTS,
        tasks=_ANSWERS,
    ),
    Pattern(
        SAME_ANSWER,
        (Number(SAME_ANSWER, "anteil", "percent", 1, 100, sensible=(90, 99), default=90),),
        aspects=("transparenz", "abwaegen"),
        step="3",
        check=text_checks.same_answer,
        applies_to=TEXTS,
        tasks=_ANSWERS,
    ),
    Pattern(
        SECRET,
        (Number(SECRET, "versuche", "tries", 1, 1000, sensible=(100, 1000), default=200),),
        aspects=("werte", "verankern"),
        step="3",
        check=text_checks.secret,
        applies_to=TEXTS,
        tasks=_ASSESSMENTS | _ANSWERS,
    ),
    Pattern(
        VARIETY,
        (Number(VARIETY, "anteil", "percent", 1, 100, sensible=(1, 6), default=2),),
        aspects=("diskriminierung", "abwaegen"),
        step="4",
        check=text_checks.variety,
        applies_to=TEXTS,
        tasks=_ASSESSMENTS,
    ),
    Pattern(
        HUMAN_TEXTS,
        (Number(HUMAN_TEXTS, "anteil", "percent", 1, 100, sensible=(50, 100), default=50),),
        aspects=("abwaegen", "verankern"),
        step="3",
        check=text_checks.human_texts,
        applies_to=TEXTS,
        tasks=_ASSESSMENTS | _ANSWERS,
    ),
    Pattern(
        UNDERSTANDING,
        (Number(UNDERSTANDING, "fehler", "errors", 0, 50, sensible=(3, 5), default=3),),
        aspects=("diskriminierung", "teilhabe"),
        step="3",
        check=text_checks.understanding,
        applies_to=TEXTS,
        tasks=_TRANSCRIPTS,
    ),
    Pattern(
        HUMAN_READS,
        (
            Number(HUMAN_READS, "anteil", "percent", 1, 100, sensible=(50, 100), default=50),
            Number(HUMAN_READS, "texte", "", 1, 1000, sensible=(20, 60), default=30),
        ),
        aspects=("teilhabe", "kompetenzen"),
        step="2",
        check=text_checks.human_reads,
        applies_to=TEXTS,
    ),
)

OWN = tuple(own_patterns.load({aspect for one in _ALL for aspect in one.aspects}, {one.step for one in _ALL}))
"""The patterns of packages of a company's own."""
PATTERNS: dict[str, Pattern] = {pattern.id: pattern for pattern in (*_ALL, *OWN)}
"""id → pattern, in the order in which they are offered."""


def known(id: str) -> Pattern | None:
    """The pattern with this id, or what stands in place of one whose package is not here; None if there is neither."""
    return PATTERNS.get(id) or own_patterns.absent(id)


def about(kind: str) -> dict[str, Pattern]:
    """The patterns about one kind of systems (``fairki.systems.KINDS``): id → pattern."""
    return {id: pattern for id, pattern in PATTERNS.items() if pattern.applies_to == kind}
