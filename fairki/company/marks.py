"""Marked places: where a text names the company or its people, and what stands there for the company of this course.

A mark is ``who``, ``who.form`` or ``who|she|he|neutral`` (of the company ``betrieb|die|der|das``); ``who`` is
``betrieb`` or a section of ``betrieb.toml`` such as ``personal``. Without a form it is the name. Forms of pronouns and
articles are called as the masculine ones, which are all different: ``personal.ihm`` is „ihr“ for a woman,
``betrieb.dem`` is „der … GmbH“ after „bei“. A form with a capital begins a sentence.

- Texts of our own hold the mark alone, in braces: ``{personal}`` (``fill``).
- Notebooks keep the words of the shipped company, so that they read well in JupyterLab, in a span that shows nothing
  of itself: ``<span data-betrieb="personal">…</span>`` (``exchange``).
- Cells of exercises must not change, because hand-ins are compared with them: their sentences are found by the words of
  the shipped company; ``uebungen.toml`` holds them with marks (``exchange_known``).
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fairki import speech
from fairki.company import chosen, de
from fairki.company.firm import Company, Person
from fairki.company.main import PEOPLE
from fairki.errors import BadFileError

COMPANY = "betrieb"
EXERCISES = Path(__file__).with_name("uebungen.toml")
_MARK = re.compile(r"\{([^{}]+)\}")
_SPAN = re.compile(r'<span data-betrieb="([^"]*)">(.*?)</span>', re.DOTALL)


def fill(text: str, company: Company | None = None) -> str:
    """The same text with each mark in braces replaced, for the company of this course unless another is given.

    Raises:
        BadFileError: there is no such mark.
    """
    return _MARK.sub(lambda mark: says(mark[1], company or chosen.current()), text)


def fill_all(plain: Any, company: Company | None = None) -> Any:
    """The same plain data (lists and dictionaries, as from TOML), each text filled as in ``fill``."""
    if isinstance(plain, str):
        return fill(plain, company)
    if isinstance(plain, list):
        return [fill_all(one, company) for one in plain]
    if isinstance(plain, dict):
        return {key: fill_all(one, company) for key, one in plain.items()}
    return plain


def exchange(markdown: str) -> str:
    """The same Markdown with each marked span replaced by the words for this company.

    Raises:
        BadFileError: there is no such mark.
    """
    return _SPAN.sub(lambda span: says(span[1], chosen.current()), markdown)


def spans(markdown: str) -> list[tuple[str, str]]:
    """The marked spans: (mark, the words that stand there)."""
    return _SPAN.findall(markdown)


def without_spans(markdown: str) -> str:
    """What stands outside the marked spans."""
    return _SPAN.sub("", markdown)


def exchange_known(text: str, slug: str) -> str:
    """A text of the exercise ``slug`` with all that names the shipped company replaced."""
    words = _known(slug)
    if not words:
        return text
    return re.sub("|".join(map(re.escape, words)), lambda found: words[found[0]], text)


@cache
def _known(slug: str) -> Mapping[str, str]:
    """Words of the shipped company → words of this one, the longest first; empty for the shipped company itself."""
    shipped, current = chosen.shipped(), chosen.current()
    if current == shipped:
        return {}
    listed = tomllib.loads(EXERCISES.read_text(encoding="utf-8"))
    pairs = {
        fill(sentence, shipped): fill(sentence, current)
        for sentence in (*listed["ueberall"], *listed.get(slug, ()))
    }
    return dict(sorted(pairs.items(), key=lambda pair: -len(pair[0])))


def says(mark: str, company: Company) -> str:
    """What stands for a mark in this company.

    Raises:
        BadFileError: there is no such mark.
    """
    head, *choices = mark.split("|")
    who, _, form = head.partition(".")
    person = getattr(company.people, PEOPLE[who]) if who in PEOPLE else None
    if (person is None and who != COMPANY) or (choices and (form or len(choices) != 3)):
        raise BadFileError(*de.unknown_mark(mark))
    if choices:
        return person.word(*choices) if person else choices[list(de.ARTICLES).index(company.article)]
    forms = _of_person(person) if person else _of_company(company)
    lower = form[:1].lower() + form[1:]
    if lower not in forms:
        raise BadFileError(*de.unknown_mark(mark))
    return forms[lower] if form == lower else speech.capital(forms[lower])


def _of_person(person: Person) -> dict[str, str]:
    return {
        "": person.name,
        "vorname": person.given,
        "unterschrift": person.signed,
        "genitiv": person.genitive,
        "er": person.he,
        "ihm": person.to_him,
        "ihn": person.him,
        **{f"sein{ending}": person.his(ending) for ending in de.ENDINGS},
    }


def _of_company(company: Company) -> dict[str, str]:
    return {
        "": company.name,
        "kurz": company.short,
        "branche": company.trade,
        "taetigkeit": company.does,
        "beschaeftigte": str(company.employees),
        "internet": company.domain,
        "farbe": company.look.colour,
        "schrift": company.look.letters,
        "artikel": company.form("der"),
        "der": company.nominative,
        "den": company.accusative,
        "dem": company.dative,
        "des": company.genitive,
        **{form: company.form(form) for form in ("er", "ihm", "ihn")},
        **{f"sein{ending}": company.form("sein") + ending for ending in de.ENDINGS},
    }
