"""German of unit 2, from start to end: in the order of the page."""

from collections.abc import Iterable, Mapping

from fairki import manifest
from fairki.governance import life_cycle as cycle
from fairki.html import NOTHING, Markup, bullets, html, icon, paragraphs, strong
from fairki.kodex import Rule
from fairki.speech import count_of

FEWEST = "Was glauben Sie: Wo greifen die wenigsten Regeln Ihres Kodex?"
PHASES = {
    cycle.RELEASE: "vor dem Start",
    cycle.OPERATION: "im laufenden Betrieb",
    cycle.CHANGE: "bei einer Änderung",
    cycle.END: "am Ende, bei der Abschaltung",
}
"""The phases as answers to ``FEWEST``."""
ANCHORS = "Wer trägt welche Regel?"
PEOPLE = (
    "KI-Ethikbeauftragte",
    "Algorithmus-Verantwortliche",
    "Data-Governance-Lead",
    "Geschäftsführung",
    "Leitung Personal",
    "IT-Leitung",
)
"""Suggestions for who answers for a rule."""
PLACES = (
    "E-Mail an kodex@firma.example",
    "Sprechstunde des Betriebsrats",
    "Briefkasten am Eingang, auch ohne Namen",
    "Formular im Intranet",
)
"""Suggestions for where a breach is reported."""
SETTLED = "Was ist bei Ihnen für das Ende eines Systems schon geregelt?"


def fewest(rules: Mapping[str, int]) -> Markup:
    """Where the fewest rules are looked at; phase → how many are."""
    least = min(rules.values())
    where = [PHASES[phase] for phase, count in rules.items() if count == least]
    rows = (
        html(
            '<tr><th scope="row">{}</th><td class="fk-number">{}</td></tr>',
            cycle.PHASES[phase].title,
            count_of(count, "Regel", "Regeln"),
        )
        for phase, count in rules.items()
    )
    return (
        paragraphs(html("Die wenigsten Regeln greifen {}:", strong(" und ".join(where))))
        + html(
            '<div class="fk-table fk-stack"><table><thead><tr><th scope="col">Tor</th>'
            '<th scope="col">Das wird geprüft</th></tr></thead><tbody>{}</tbody></table></div>',
            NOTHING.join(rows),
        )
        + paragraphs(
            "An den Start denkt man zuerst, an das Ende leicht zuletzt. Deshalb bekommt die Abschaltung gleich "
            "eigene Fragen."
        )
    )


def own(title: str) -> Markup:
    """The learner's own Kodex is shown."""
    return paragraphs(
        f"Das sind die Regeln aus Ihrem Kodex „{title}“. Was Sie eintragen, steht auch im Kodex."
    )


def example(title: str) -> Markup:
    """The example is shown."""
    return paragraphs(
        html(
            "Sie haben noch keinen eigenen Kodex. Hier steht der „{}“. Sobald Sie etwas eintragen, wird er zu Ihrem "
            'eigenen. Ändern können Sie ihn in <a href="../modul/02_werte.html">{}</a>.',
            title,
            manifest.called("02"),
        )
    )


def gates(found: Iterable[cycle.Gate]) -> Markup:
    """The gates, each to unfold."""
    return html("<h4>Ihre vier Tore</h4>{}", NOTHING.join(map(_gate, found)))


def _gate(gate: cycle.Gate) -> Markup:
    """Who keeps it, which rules are looked at, and what is missing."""
    phase, points = cycle.PHASES[gate.phase], gate.open_points
    state, sign, word = ("offen", "?", "noch offen") if points else ("ja", "✓", "bereit")
    return html(
        '<details class="fk-system"><summary><span class="fk-system-name">{}</span>'
        '<span class="fk-mark" data-answer="{}">{} {}</span>'
        "</summary>{}{}{}</details>",
        phase.title,
        state,
        icon(sign),
        word,
        paragraphs(
            f"{phase.question} Der Prozess dazu heißt {phase.process}. "
            f"Es entscheidet: {', '.join(gate.keepers) or 'noch niemand'}."
        ),
        _listed("Das wird hier geprüft:", [_rule(number, rule) for number, rule in gate.rules]),
        _listed("Das fehlt noch:", points),
    )


def _rule(number: int, rule: Rule) -> Markup:
    held = f"{rule.owner}, {rule.channel}" if rule.anchored else strong("nicht verankert")
    return html("{} (Regel {}): {}", rule.kind.title, number, held)


def _listed(title: str, items: list[str]) -> Markup:
    return paragraphs(title) + bullets(items) if items else NOTHING
