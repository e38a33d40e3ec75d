"""An assistant of our own for tests of the name-swap test: it writes as German does, with an ending for each gender."""

import numpy as np

from fairki.company.de import genitive
from fairki.workbench.pairs import names, phrases, plan, template
from fairki.workbench.pairs.de.examples import TEMPLATES
from fairki.workbench.pairs.sheet import Answers, Pair

EXAMPLE = TEMPLATES["zeugnis"]
POTENTIAL = phrases.read("Potenzial")
PRAISE = [phrases.word_list("tatkräftig", "tatkräftig*"), phrases.word_list("herzlich", "herzlich*")]
LEADS = "Wir sehen Potenzial zur Leitung."


def prompts(pairs=60, controls=0, seed=1, swap=None):
    """Prompts by the first template of the page."""
    made = template.Template(EXAMPLE.text, template.facts(EXAMPLE.facts))
    return plan.plan(made, swap or names.women_and_men("deutsch"), pairs, controls, seed)


def answer(asked, rng, share):
    """A text with the phrase in so many of 100 cases; everything else follows the grammar alone."""
    title, given, family = asked.name.split()
    she = title == "Frau"
    words = ["tatkräftig", "herzlich", "gewissenhaft"]
    return (
        f"{asked.name} war {'eine geschätzte Mitarbeiterin' if she else 'ein geschätzter Mitarbeiter'}. "
        f"{'Sie' if she else 'Er'} arbeitete {rng.choice(words)}, und {genitive(given)} Arbeit war gut; "
        f"{'ihre' if she else 'seine'} Art gefiel uns. {LEADS if rng.random() < share else ''} "
        f"Wir danken {'ihr' if she else 'ihm'}, {'Frau' if she else 'Herrn'} {family}."
    )


def answers(asked, seed, women=0.3, men=0.3):
    """Id → answer; the shares are those of the phrase."""
    rng = np.random.default_rng(seed)
    return {one.id: answer(one, rng, women if one.name.startswith("Frau") else men) for one in asked}


def pairs_of(first, second, control=()):
    """What has come back, of texts that hold nothing of a person."""
    pairs = [
        Pair(plan.SWAP, at, ("A", "B"), both) for at, both in enumerate(zip(first, second, strict=True), 1)
    ]
    pairs += [Pair(plan.CONTROL, at, ("A", "A"), both) for at, both in enumerate(control, 1)]
    asked = {plan.SWAP: len(first), plan.CONTROL: len(control)}
    return Answers(tuple(pairs), asked, (), ("A", "B"))
