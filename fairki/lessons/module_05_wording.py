"""What the page of module 05 says about complaints, silence, a survey, a letter and a changed Kodex: German HTML."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from fairki import german
from fairki.documents.layout import day
from fairki.feedback import complaints, counterfactuals, reply, silence, survey
from fairki.feedback.complaints import Complaint
from fairki.kodex import PATTERNS, Kodex
from fairki.kodex.history import Difference, History
from fairki.lessons import module_05_texts as texts
from fairki.lessons.lesson import paragraphs
from fairki.worlds import recruiting

SHOWN = ("geschlecht", "abschlussnote", "test", "fachkenntnisse", "erfahrung", "auszeit_monate", "teilzeit")
"""What the card of a complaint shows: what the system saw, without what is the same in every case."""
UNITS = {
    "test": ("Punkt", "Punkte"),
    "fachkenntnisse": ("Punkt", "Punkte"),
    "erfahrung": ("Jahr", "Jahre"),
    "auszeit_monate": ("Monat", "Monate"),
}
WIDE = "grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr))"
"""Columns of facts that are wide enough for a figure with its unit."""
UNMARKED = "list-style: none; padding: 0"
"""A list whose lines begin with a sign of their own."""


def table(head: Sequence[str], rows: Sequence[Sequence[str]], caption: str, numbers: bool = True) -> str:
    """A table; the first cell of a row is its head. Cells are HTML.

    Args:
        numbers: whether the cells behind the head are figures (set right).
    """
    kind = ' class="fk-number"' if numbers else ""
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td{kind}>{cell}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    first, *rest = head
    columns = f'<th scope="col">{first}</th>' + "".join(f'<th scope="col"{kind}>{text}</th>' for text in rest)
    return (
        f'<div class="fk-table"><table><caption class="fk-only-heard">{caption}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>"
    )


# --- four complaints -------------------------------------------------------------------------------------


def name(complaint: Complaint) -> str:
    """The full name of the person."""
    return texts.PEOPLE[complaint.kind]


def case_html(complaint: Complaint) -> str:
    """The letter of the person, and what the system saw."""
    facts = "".join(
        f"<div><dt>{escape(recruiting.LABELS[column])}</dt>"
        f"<dd>{escape(_value(column, complaint.recorded[column]))}</dd></div>"
        for column in SHOWN
    )
    return (
        f'<div class="fk-card"><h4 class="fk-card-title">{escape(name(complaint))} schreibt:</h4>'
        f"<blockquote>{escape(complaint.text)}</blockquote>"
        f'<p><strong>Das steht im System:</strong></p><dl class="fk-facts" style="{WIDE}">{facts}</dl></div>'
    )


def _value(column: str, value) -> str:
    if column == "auszeit_monate" and not value:
        return "keine"
    text = counterfactuals.shown(column, value)
    if column not in UNITS:
        return text
    return f"{text}\N{NO-BREAK SPACE}{UNITS[column][value != 1]}"


def answers_html(complaint: Complaint, asked: Sequence[str]) -> str:
    """What the system and the documents answer to the questions asked."""
    if not asked:
        return paragraphs("Wählen Sie eine Frage. Sie dürfen auch alle stellen.")
    questions = {key: question for key, question, *_ in texts.ASKED}
    items = "".join(
        f"<li><strong>{escape(questions[key])}</strong><br>{escape(answer(complaint, key))}</li>"
        for key in asked
    )
    return f"<p><strong>Die Antworten:</strong></p><ul>{items}</ul>"


def answer(complaint: Complaint, key: str) -> str:
    """The answer to one question (a key of ``texts.ASKED``) in German sentences."""
    if key == texts.WAYS:
        found = complaint.ways()
        if not found.ways:
            return found.reason
        return (
            f"Eine Einladung gäbe es zum Beispiel so: {'; oder: '.join(way.sentence for way in found.ways)}."
        )
    if key == texts.DOCUMENTS:
        return _documents(complaint)
    other = counterfactuals.asked(complaint.recorded, key)
    if not other:
        return "Hier gibt es keine Auszeit. Es ändert sich nichts."
    turned = counterfactuals.depends_on(complaint.decider, complaint.recorded, **other)
    return "Dann hätte das System eingeladen." if turned else "Auch dann bliebe es bei der Absage."


def _documents(complaint: Complaint) -> str:
    if not complaint.differing:
        return "Ja, alle Angaben stimmen überein."
    lines = [
        f"{recruiting.LABELS[column]} im System: {_value(column, wrong)}. "
        f"In den Unterlagen: {_value(column, right)}."
        for column, (wrong, right) in complaint.differing.items()
    ]
    then = (
        "Mit dem richtigen Wert hätte das System eingeladen."
        if complaint.invited_by_documents()
        else "Auch mit dem richtigen Wert bliebe es bei der Absage."
    )
    return " ".join(["Nein.", *lines, then])


def verdict_html(complaint: Complaint, verdict: str) -> str:
    """What was true, what the verdict leads to, and what it did to the person."""
    found = complaints.judge(complaint, verdict)
    harm, sign = (line.format(name=name(complaint)) for line in texts.HAPPENED[complaint.kind])
    return paragraphs(f"<strong>{escape(found.text)}</strong>", escape(harm), escape(sign))


def summary_html(cases: Sequence[Complaint], verdicts: Sequence[str]) -> str:
    """All four with the verdict and the truth side by side."""
    judged = [complaints.judge(case, verdict) for case, verdict in zip(cases, verdicts, strict=True)]
    rows = [
        (escape(name(case)), _verdict(verdict, complaints.RIGHT_VERDICT[case.kind]))
        for case, verdict in zip(cases, verdicts, strict=True)
    ]
    left = [name(case) for case, found in zip(cases, judged, strict=True) if found.harm_left]
    end = (
        f"Noch nicht wiedergutgemacht ist der Schaden bei: {counterfactuals.german_list(left)}."
        if left
        else "Niemand ist mehr zu Unrecht abgelehnt."
    )
    return table(
        ("Person", "Ihre Entscheidung"), rows, "Vier Einsprüche im Vergleich", numbers=False
    ) + paragraphs(
        f"<strong>{german.number(sum(found.right for found in judged))} von {german.number(len(cases))}</strong> "
        f"Entscheidungen passen. {escape(end)}",
        "In einer echten Firma zeigt Ihnen niemand die Lösung. Deshalb lohnt es sich, mehrere Fragen zu stellen.",
    )


def _verdict(verdict: str, fits: str) -> str:
    short = {
        complaints.TREATED_UNFAIRLY: "benachteiligt",
        complaints.CORRECT_DATA: "Angabe falsch",
        complaints.STANDS: "Absage bleibt",
    }
    sign = "✓" if verdict == fits else "✗"
    told = "passt" if verdict == fits else f"es passt: {short[fits]}"
    return f'<span class="fk-icon" aria-hidden="true">{sign}</span> {short[verdict]} ({told})'


# --- silence ---------------------------------------------------------------------------------------------


def silence_html(only_letter: pd.DataFrame, share: float) -> str:
    """How few complain if there is only a letter, and who they are."""
    harmed, heard = only_letter["betroffen"].sum(), only_letter["melden_sich"].sum()
    most = only_letter.loc[only_letter["anteil_einsprueche"].idxmax()]
    return paragraphs(
        f"Im Mittel sind es nur <strong>{german.number(100 * share)} von 100</strong>. In einem Jahr sind das "
        f"{german.number(heard)} von {german.number(harmed)} Menschen.",
        f"Von allen Einsprüchen kommen {german.percent(most['anteil_einsprueche'])} aus einer Gruppe, "
        f"„{escape(most['gruppe'])}“. Vom Schaden trägt sie aber nur "
        f"{german.percent(most['anteil_betroffen'])}.",
        "Die anderen schweigen. Zufrieden sind sie deshalb nicht: Manche wissen nicht, dass KI mitgewirkt hat. Manche "
        "können den Brief nicht schreiben. Manche trauen sich nicht.",
    )


def channels_html(offered: Sequence[str]) -> str:
    """Whom the chosen channels reach, what they cost, and what is still missing."""
    if not any(silence.MEASURES[key].channel for key in offered):
        return paragraphs(
            "<strong>Noch ist kein Weg offen.</strong> Niemand kann Einspruch erheben. Wählen Sie mindestens "
            "einen Brief, ein Formular oder eine Vertrauensperson."
        )
    found = silence.expected(offered)
    least = found.loc[found["chance"].idxmin()]
    return paragraphs(
        f"So melden sich <strong>{german.number(found['melden_sich'].sum())} von "
        f"{german.number(found['betroffen'].sum())}</strong> zu Unrecht Abgelehnten "
        f"({german.percent(silence.reached(offered))}). Das kostet im Jahr etwa "
        f"{german.count_of(silence.cost(offered), 'Arbeitstag', 'Arbeitstage')}.",
        f"Am seltensten hören Sie von der Gruppe „{escape(least['gruppe'])}“: "
        f"{german.number(100 * least['chance'])} von 100 melden sich.",
        f"Auch mit allen Wegen bleiben {german.percent(1 - silence.reached(offered))} still. Deshalb lohnt es sich, "
        "zusätzlich von sich aus zu fragen."
        if len(offered) == len(silence.MEASURES)
        else "",
    )


# --- a survey --------------------------------------------------------------------------------------------


def survey_html(found: pd.DataFrame) -> str:
    """The mean of the answers, and what can be said about everybody who was asked."""
    naive, weighted, truth = survey.naive(found), survey.weighted(found), survey.truth(found)
    low, high = survey.possible(found)
    asked = len(found)
    rows = [
        (f"Nur die {german.number(naive.n)} Antworten", _spread(naive.low, naive.high, naive.value)),
        ("Jede Gruppe nach ihrer Größe gezählt", _spread(weighted.low, weighted.high, weighted.value)),
        ("Die Stillen könnten alles denken", _spread(low, high)),
        (f"Alle {german.number(asked)} Befragten", f"<strong>{_mean(truth)}</strong>"),
    ]
    missed = not naive.low <= truth <= naive.high
    return (
        paragraphs(
            f"Bei allen liegt der Wert bei <strong>{_mean(truth)}</strong>, bei den Antworten bei "
            f"{_mean(naive.value)}. Das wissen wir nur, weil diese Menschen erfunden sind."
        )
        + table(("So gelesen", "Mittel und Bereich"), rows, "Vier Arten, die Umfrage zu lesen")
        + paragraphs(
            "Der wahre Wert liegt nicht im Bereich der ersten Zeile. Viele Antworten "
            "helfen wenig, wenn bestimmte Menschen fehlen."
            if missed
            else "Der wahre Wert liegt im Bereich der ersten Zeile. Darauf verlassen kann man sich nicht."
        )
    )


def response_sentence(groups: pd.DataFrame) -> str:
    """Who answered, in one sentence."""
    parts = [
        f"{escape(row.gruppe)} {german.number(row.antworten)} von {german.number(row.gefragt)}"
        for row in groups.itertuples()
    ]
    return f"Geantwortet haben: {', '.join(parts)}."


def groups_html(groups: pd.DataFrame) -> str:
    """The mean of each group with its interval; small groups get no figure of their own."""
    rows = [
        (
            f"{escape(row.gruppe)} ({german.count_of(row.antworten, 'Antwort', 'Antworten')})",
            "zu klein" if row.zu_klein else _spread(row.von, row.bis, row.mittel),
        )
        for row in groups.itertuples()
    ]
    small = [str(row.gruppe) for row in groups.itertuples() if row.zu_klein]
    note = (
        f"Zu klein für eine Zahl: {escape(counterfactuals.german_list(small))}. Gerade dort wäre es wichtig. Mit "
        "diesen Menschen sollte jemand sprechen, dem sie vertrauen."
        if small
        else ""
    )
    return table(("Gruppe", "Mittel und Bereich"), rows, "Mittel je Gruppe, 1 bis 5") + paragraphs(note)


def themes_html(found: pd.DataFrame) -> str:
    """What people wrote, with one sentence as an example."""
    rows = [
        (
            f'{escape(row.name)}<br><span style="font-weight: 400">„{escape(row.beispiel)}“</span>',
            german.number(row.anzahl),
        )
        for row in found.itertuples(index=False)
        if row.anzahl
    ]
    rarest = found[found["anzahl"] > 0].iloc[-1]
    return table(("Worum es geht", "Wie oft"), rows, "Themen der freien Antworten") + paragraphs(
        f"„{escape(rarest['name'])}“ steht ganz unten. Ist es deshalb unwichtig? Auch hier gilt: Wer Angst hat, "
        "schreibt sie vielleicht nicht auf. Ein einziger Satz kann wichtiger sein als zehn freundliche."
    )


def _mean(value: float) -> str:
    return german.number(value, 1)


def _spread(low: float, high: float, value: float | None = None) -> str:
    between = f"{_mean(low)} bis {_mean(high)}"
    return between if value is None else f"<strong>{_mean(value)}</strong><br>{between}"


# --- a letter --------------------------------------------------------------------------------------------


def letter_parts(complaint: Complaint) -> dict[str, tuple[str, list[list[str]]]]:
    """The parts of a letter to this person: key → question, options (key, text)."""
    ways = complaint.ways().ways
    way = ways[0].sentence if ways else ""
    return {
        part: (question, [[key, text.format(way=way)] for key, text in options])
        for part, (question, options) in texts.LETTER.items()
    }


def letter(parts: dict, chosen: dict[str, str | None], person: str, salutation: str = "") -> str:
    """The letter made of the chosen parts; empty as long as nothing is chosen.

    Args:
        parts: as from ``letter_parts``.
        chosen: part → key of the chosen option.
        person: full name.
        salutation: what stands above the letter; "": „Guten Tag“ with the full name.
    """
    lines = [
        dict(options)[chosen[part]]
        for part, (_, options) in parts.items()
        if chosen.get(part) and chosen[part] != texts.NOTHING
    ]
    if not lines:
        return ""
    greeting = salutation.strip() or texts.GREETING.format(name=person)
    if greeting.endswith(",") and not lines[0].startswith(("Sie ", "Ihr", "Ihnen ")):
        lines[0] = lines[0][0].lower() + lines[0][1:]  # no sentence begins after a comma
    return "\n\n".join([greeting, *lines])


def made_html(text: str) -> str:
    """The letter as it would be sent."""
    lines = [f"<p>{escape(line)}</p>" for line in text.split("\n\n") if line]
    return f"<blockquote>{''.join(lines)}</blockquote>" if lines else ""


def letter_html(text: str) -> str:
    """What a look at the letter found; nothing is graded."""
    found = reply.look(text)
    if found.short:
        return paragraphs(
            "Der Brief ist noch sehr kurz. Wird er etwas länger, sehen wir ihn an."
            if text.strip()
            else "Wählen Sie die Bausteine, oder schreiben Sie selbst. Dann sehen wir den Brief an."
        )
    lines = [
        f"<li>{_seen(part.id in found.there)} {escape(part.there if part.id in found.there else part.missing)}</li>"
        for part in reply.PARTS
    ]
    hints = "".join(f"<li>{escape(hint)}</li>" for hint in found.hints)
    easy = (
        f"Der Brief hat {german.number(found.words)} Wörter, der längste Satz {german.number(found.length)}."
    )
    state = "right" if found.complete and found.plain else "not-yet"
    first = (
        "Diesen Brief versteht man. Und man weiß, was man tun kann."
        if state == "right"
        else "Das ist schon da, und das könnte noch helfen:"
    )
    return (
        f'<div class="fk-feedback" data-state="{state}"><p><strong>{first}</strong></p>'
        f'<ul style="{UNMARKED}">{"".join(lines)}</ul>{paragraphs(easy)}{f"<ul>{hints}</ul>" if hints else ""}'
        + paragraphs(
            "Ein Programm sucht hier nach Wörtern und zählt. Es versteht den Brief nicht und kann sich irren. "
            "Ihr eigenes Urteil zählt mehr."
        )
        + "</div>"
    )


def _seen(there: bool) -> str:
    sign, word = ("✓", "ist da:") if there else ("○", "fehlt vielleicht:")
    return f'<span class="fk-icon" aria-hidden="true">{sign}</span><span class="fk-only-heard">{word}</span>'


# --- from the complaint to the rule ------------------------------------------------------------------------


def lessons_html(cases: Sequence[Complaint], kodex: Kodex, own: bool) -> str:
    """What follows from each complaint, and whether the Kodex has such a rule already."""
    items = []
    for case in cases:
        follows, wanted = texts.LESSONS[case.kind]
        there = [
            f"Regel {number} ({rule.kind.title})"
            for number, rule in enumerate(kodex.rules, 1)
            if rule.pattern in wanted
        ]
        titles = " oder ".join(f"„{PATTERNS[pattern].title}“" for pattern in wanted)
        state = (
            f"Im Kodex steht dazu: {counterfactuals.german_list(there)}."
            if there
            else "Im Kodex fehlt dazu noch eine Regel."
        )
        items.append(
            f"<li><strong>{escape(name(case))}:</strong> {escape(follows)} Dazu passen die Muster {escape(titles)}. "
            f"{escape(state)}</li>"
        )
    whose = "Ihrem Kodex" if own else f"dem {kodex.title}, denn Sie haben noch keinen eigenen"
    return paragraphs(f"Wir vergleichen mit {escape(whose)}.") + f"<ul>{''.join(items)}</ul>"


def history_html(kept: History) -> str:
    """The changes of the Kodex, the newest first."""
    if not kept.changes:
        return paragraphs(
            f"Festgehalten ist der Kodex vom {day(kept.day)} mit "
            f"{german.count_of(len(kept.start.rules), 'Regel', 'Regeln')}. Ändern Sie jetzt eine Regel."
        )
    items = [
        f"<li><strong>{day(change.day)}</strong>"
        + (f" · Anlass: {escape(change.occasion)}" if change.occasion else "")
        + (f"<br>Warum: {escape(change.why)}" if change.why else "")
        + f"<ul>{_difference(found)}</ul></li>"
        for change, found in reversed(list(kept.steps()))
    ]
    return f"<h4>Die Geschichte Ihres Kodex</h4><ul>{''.join(items)}</ul>"


def _difference(found: Difference) -> str:
    lines = [f"<strong>Neu:</strong> {escape(rule.sentence)}" for rule in found.new]
    for before, after in found.changed:
        if before.sentence == after.sentence:
            lines.append(f"<strong>Zuständig oder Meldeweg geändert:</strong> {escape(after.sentence)}")
        else:
            lines.append(
                f"<strong>Vorher:</strong> {escape(before.sentence)}<br>"
                f"<strong>Jetzt:</strong> {escape(after.sentence)}"
            )
    lines += [f"<strong>Entfallen:</strong> {escape(rule.sentence)}" for rule in found.dropped]
    return "".join(f"<li>{line}</li>" for line in lines)


def effect_html(found: int, accused: int, expected: str) -> str:
    """What the change brought about: faults found and systems accused wrongly, later minus earlier."""
    if found < 0:
        came = "weniger"
    elif found:
        came = "beides" if accused > 0 else "mehr"
    else:
        came = "" if accused else "gleich"
    right = "Das hatten Sie erwartet." if came == expected else "Das kam anders, als Sie erwartet hatten."
    return paragraphs(
        f"Gefundene Fehler: <strong>{_signed(found)}</strong>. Zu Unrecht beanstandete Systeme: "
        f"<strong>{_signed(accused)}</strong>. {right}",
        "Manche Regel ändert hier nichts und ist trotzdem richtig. Vielleicht kommt dieser Fehler bei den "
        "Übungssystemen nicht vor. Oder eine andere Regel hatte ihn schon gefunden."
        if came == "gleich"
        else "",
    )


def _signed(count: int) -> str:
    return f"{'+' if count > 0 else ''}{german.number(count)}"
