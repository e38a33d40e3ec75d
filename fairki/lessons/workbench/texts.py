"""The second tool, „Texte“: prompts in pairs, answers back, what they show (by ``fairki.workbench.pairs``)."""

import datetime as dt
import zlib
from dataclasses import dataclass, field

from fairki import ui
from fairki.documents import layout, name_swap
from fairki.errors import FairkiError
from fairki.html import Markup, paragraphs
from fairki.kodex import Rule, stored
from fairki.lessons import take_along
from fairki.lessons.scene import Answers, Done, Scene, Shown
from fairki.lessons.workbench import gate, pictures
from fairki.lessons.workbench.de import texts as de
from fairki.systems import TEXTS
from fairki.workbench import reading
from fairki.workbench.pairs import findings, measuring, names, phrases, plan, sheet, template
from fairki.workbench.pairs.de import examples
from fairki.workbench.pairs.findings import Findings
from fairki.workbench.pairs.plan import CONTROL, SWAP, Asked
from fairki.workbench.pairs.sheet import Answers as Returned

EXAMPLE, TEXT, FACTS = "texte.beispiel", "texte.vorlage", "texte.angaben"
TO_SWAP, FIRST_KIND, SECOND_KIND = "texte.tausch", "texte.klang_1", "texte.klang_2"
FIRST_LABEL, FIRST_NAMES = "texte.gruppe_1", "texte.namen_1"
SECOND_LABEL, SECOND_NAMES = "texte.gruppe_2", "texte.namen_2"
PAIRS, CONTROLS = "texte.paare", "texte.kontrollen"
PHRASES, STRONG, WARM = "texte.wendungen", "texte.stark", "texte.warm"
FILE, GIVEN, RESULT, KODEX = "texte.datei", "texte.antworten", "texte.ergebnis", "texte.kodex"
"""Names of the answers on this page; none of them is kept."""
GENDER, SOUND, OWN = tuple(de.SWAP_OPTIONS)
SETUP = (
    *(TEXT, FACTS, TO_SWAP, FIRST_KIND, SECOND_KIND),
    *(FIRST_LABEL, FIRST_NAMES, SECOND_LABEL, SECOND_NAMES, PAIRS, CONTROLS),
)
"""What makes the prompts."""
WORDS = (PHRASES, STRONG, WARM)
"""What is looked for in the answers."""
FIRST_EXAMPLE = next(iter(examples.TEMPLATES))
FEW, MANY, STEP = 10, 500, 10


def prompts_out() -> list[Scene]:
    """The template, who is exchanged, how many pairs, and what to look for; then the prompts as a file."""
    begin = examples.TEMPLATES[FIRST_EXAMPLE]
    example = ui.Choice("", de.EXAMPLES, de.EXAMPLE_OPTIONS, kind="select", value=FIRST_EXAMPLE)
    fields = {
        TEXT: ui.Note("", de.TEMPLATE, de.TEMPLATE_HINT, rows=7, value=begin.text),
        FACTS: ui.Note("", de.FACTS, de.FACTS_HINT, rows=5, value=begin.facts),
        TO_SWAP: ui.Choice(
            "", de.SWAP, [[id, *words] for id, words in de.SWAP_OPTIONS.items()], value=GENDER
        ),
        FIRST_KIND: ui.Choice("", de.FIRST_KIND, de.KIND_OPTIONS, kind="select", value="deutsch"),
        SECOND_KIND: ui.Choice("", de.SECOND_KIND, de.KIND_OPTIONS, kind="select", value="tuerkisch"),
        FIRST_LABEL: ui.Note("", de.FIRST_LABEL, rows=1),
        FIRST_NAMES: ui.Note("", de.FIRST_NAMES, de.NAMES_HINT, rows=4),
        SECOND_LABEL: ui.Note("", de.SECOND_LABEL, rows=1),
        SECOND_NAMES: ui.Note("", de.SECOND_NAMES, de.NAMES_HINT, rows=4),
        PAIRS: ui.Slider("", de.PAIRS, FEW, MANY, STEP, value=50),
        CONTROLS: ui.Slider("", de.CONTROLS, 0, 100, STEP, value=10),
        PHRASES: ui.Note("", de.PHRASES, de.PHRASES_HINT, rows=4, value=begin.phrases),
        STRONG: ui.Note("", de.STRONG, de.WORDS_HINT, rows=3, value=examples.STRONG_WORDS),
        WARM: ui.Note("", de.WARM, de.WORDS_HINT, rows=3, value=examples.WARM_WORDS),
    }
    return [
        Scene(
            example,
            ui.Run(de.INSERT, de.INSERTING),
            unkept={EXAMPLE: example},
            act=_insert,
            stale_on=[EXAMPLE],
        ),
        Scene(*fields.values(), unkept=fields, reveal=which_fields),
        Scene(
            ui.Text(live=False),
            ui.Download(de.SAVE_PROMPTS, de.PROMPTS_FILE, "text/csv"),
            needs=SETUP,
            reveal=planned,
            make=lambda answers: sheet.write(asked(answers)),
        ),
    ]


def _insert(answers: Answers) -> Done:
    chosen = examples.TEMPLATES[answers[EXAMPLE] or FIRST_EXAMPLE]
    return Done(de.INSERTED, {TEXT: chosen.text, FACTS: chosen.facts, PHRASES: chosen.phrases})


def which_fields(answers: Answers) -> Shown:
    """Only the fields that belong to what is exchanged."""
    how = answers[TO_SWAP]
    own = dict.fromkeys((FIRST_LABEL, FIRST_NAMES, SECOND_LABEL, SECOND_NAMES), how == OWN)
    return Shown(visible={FIRST_KIND: how != OWN, SECOND_KIND: how == SOUND, **own})


def asked(answers: Answers) -> list[Asked]:
    """The prompts; the same fields always give the same ones.

    Raises:
        BadAnswerError: something in the fields does not fit.
    """
    seed = zlib.crc32(repr([answers[name] for name in SETUP]).encode())
    made = template.Template(answers[TEXT] or "", template.facts(answers[FACTS] or ""))
    return plan.plan(made, _swap(answers), int(answers[PAIRS]), int(answers[CONTROLS]), seed)


def _swap(answers: Answers) -> names.Swap:
    first = answers[FIRST_KIND] or "deutsch"
    if answers[TO_SWAP] == OWN:
        return names.own(
            *(answers[name] or "" for name in (FIRST_LABEL, FIRST_NAMES, SECOND_LABEL, SECOND_NAMES))
        )
    if answers[TO_SWAP] == SOUND:
        return names.kinds(first, answers[SECOND_KIND] or first)
    return names.women_and_men(first)


def planned(answers: Answers) -> Shown:
    """One pair to look at and what so many pairs can show, or what does not fit."""
    try:
        prompts = asked(answers)
    except FairkiError as error:
        return Shown(paragraphs(str(error)))
    pair = sorted((one for one in prompts if one.kind == SWAP and one.pair == 1), key=lambda one: one.side)
    return Shown(
        de.reach(int(answers[PAIRS]), measuring.confidence(1))
        + de.preview((pair[0].group, pair[1].group), (pair[0].text, pair[1].text), len(prompts))
    )


@dataclass
class _Desk:
    """What has come back and what came out of it; only as long as the page is open.

    Attributes:
        file, returned: name and content of the last file.
        since: number of answers when it came: what comes later counts instead.
        found, of: the last result (or why there is none), and what it depends on.
    """

    file: str = ""
    returned: Returned | None = None
    since: int = 0
    found: Findings | Markup = field(default_factory=Markup)
    of: object = None


def answers_back() -> list[Scene]:
    """Answers come back, one by one or as a file, and are compared."""
    desk = _Desk()
    pasted = ui.Prompts(de.PASTE)
    file = ui.DataFile(de.UPLOAD, de.UPLOAD_HINT)
    result = ui.Text()
    kept = ui.Kept([stored.KEY])

    def take(name: str, content: bytes, say: reading.Say) -> str:
        table = reading.read(name, content, say)
        desk.returned, desk.file = sheet.read(*sheet.rows_of(table)), name
        desk.since = pasted.value = (pasted.value or 0) + 1
        back = desk.returned
        return de.file_read(len(back.of(SWAP)), len(back.of(CONTROL)), len(back.told))

    file.take = take

    def open_or_not(now: Answers) -> Shown:
        if not gate.open_for(now):
            closed = gate.still_open(now)
            return Shown(closed.says, visible={GIVEN: False, FILE: False})
        try:
            prompts = [(one.id, one.text) for one in asked(now)]
        except FairkiError as error:
            return Shown(paragraphs(str(error)), visible={GIVEN: False, FILE: True})
        return Shown(visible={GIVEN: True, FILE: True}, traits={GIVEN: {"prompts": prompts}})

    def compare(now: Answers) -> Done:
        if not gate.open_for(now):
            return Done(de.CLOSED_AGAIN)
        desk.of = _inputs(now, desk)
        desk.found = _found(now, desk, pasted.given)
        return Done(de.DONE, {RESULT: (now[RESULT] or 0) + 1})

    def reveal(now: Answers) -> Shown:
        if desk.of is None:
            return Shown()
        if not gate.open_for(now):
            return Shown(paragraphs(de.CLOSED_AGAIN))
        if desk.of != _inputs(now, desk):
            return Shown(de.OUTDATED)
        if isinstance(desk.found, Markup):
            return Shown(desk.found)
        return Shown(de.shown(desk.found), picture=pictures.name_swap(desk.found.result))

    def paper(now: Answers, on: dt.date) -> layout.Paper:
        if isinstance(desk.found, Markup) or desk.of != _inputs(now, desk) or not gate.open_for(now):
            return name_swap.paper(None, on)
        return name_swap.paper(desk.found, on, now[gate.PURPOSE] or "")

    return [
        Scene(
            ui.Text(live=False),
            pasted,
            ui.Download(de.SAVE_ANSWERS, de.ANSWERS_FILE, "text/csv"),
            file,
            unkept={GIVEN: pasted, FILE: file},
            needs=[*SETUP, gate.SETTLED, gate.PURPOSE],
            reveal=open_or_not,
            make=lambda now: sheet.write(asked(now), pasted.given),
        ),
        Scene(
            kept,
            ui.Run(de.RUN, de.RUNNING),
            result,
            ui.Chart(visible=False),
            unkept={RESULT: result, KODEX: kept},
            needs=[*SETUP, *WORDS, GIVEN, gate.SETTLED, gate.PURPOSE],
            reveal=reveal,
            act=compare,
            stale_on=[*SETUP, *WORDS, GIVEN],
        ),
        *take_along.files(
            de.REPORT, "namenstausch", paper, [*SETUP, *WORDS, GIVEN, gate.SETTLED, gate.PURPOSE]
        ),
    ]


def _file(now: Answers, desk: _Desk) -> Returned | None:
    """The answers of a file, unless some were pasted after it."""
    return desk.returned if now[GIVEN] == desk.since else None


def _inputs(now: Answers, desk: _Desk) -> object:
    """What a result depends on; a file does not depend on the fields above it."""
    return [now[name] for name in ((*WORDS, GIVEN) if _file(now, desk) else (*SETUP, *WORDS, GIVEN))]


def _found(now: Answers, desk: _Desk, given: dict[str, str]) -> Findings | Markup:
    """What the answers show, or why there is nothing to show."""
    try:
        read = _file(now, desk)
        back = read or sheet.answered(asked(now), given)
        wanted = phrases.read(now[PHRASES] or "")
    except FairkiError as error:
        return paragraphs(str(error))
    lists = [
        phrases.word_list(label, now[name] or "")
        for name, label in ((STRONG, de.STRONG_LABEL), (WARM, de.WARM_LABEL))
    ]
    praise = [one for one in lists if one.variants]
    found = findings.find(back, wanted, praise, _rules(now[KODEX]), desk.file if read else "")
    return found or de.NO_ANSWERS + paragraphs(*back.told)


def _rules(kept: object) -> list[Rule]:
    """The learner's own rules about texts, as far as the browser keeps some that can be read."""
    value = kept.get(stored.KEY) if isinstance(kept, dict) else None
    try:
        return [rule for _, rule in stored.kodex_of(value).rules_about(TEXTS)]
    except FairkiError:
        return []
