"""Retrospective: a few questions with fixed answers; free text only if switched on, and only after moderation."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from coursetools.workshop.activities import written
from coursetools.workshop.activities.activity import (
    FEWEST,
    Activity,
    Rounds,
    not_an_answer,
    read_options,
    share_text,
)
from coursetools.workshop.activities.open_text import LONGEST, shuffled
from coursetools.workshop.de import activities as de
from fairki.errors import BadAnswerError

MOST_QUESTIONS = 6


class Retrospective(Activity):
    """A look back.

    Settings: ``title``; ``questions``: one to six of ``{"id", "question", "options"}`` with options as in a poll;
    ``free_text``: whether a text may be written (no if left out); ``prompt``: what is asked for in it.

    A vote is ``{"answers": {question: option}, "text": text}``; each part may be left out, not both. While free text
    is off, votes with a text are refused. A text is one paragraph without control characters and pointed brackets.
    """

    kind = "retrospective"

    def __init__(self, settings: Mapping[str, Any]):
        super().__init__(settings)
        self._only("title", "questions", "free_text", "prompt")
        self.title = self._text("title")
        self.free_text = settings.get("free_text", False)
        if not isinstance(self.free_text, bool):
            raise self._unfit(de.FREE_TEXT_NO_BOOL)
        self.prompt = self._text("prompt") if "prompt" in settings else ""
        if self.free_text and not self.prompt:
            raise self._unfit(de.PROMPT_MISSING)
        self.questions = self._read_questions(settings.get("questions"))

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict[str, Any]:
        """As in ``Activity``: ``questions`` (id, question, options of id and label); ``text`` is None or has
        ``prompt`` and ``most`` characters."""
        questions = [
            {
                "id": key,
                "question": question,
                "options": [{"id": option, "label": label} for option, label in options.items()],
            }
            for key, (question, options) in self.questions.items()
        ]
        text = {"prompt": self.prompt, "most": LONGEST} if self.free_text else None
        return {"kind": self.kind, "title": self.title, "questions": questions, "text": text}

    def accept(self, value: Any, round: int = 1) -> dict[str, Any]:
        if not isinstance(value, dict) or not set(value) <= {"answers", "text"}:
            raise not_an_answer()
        answers = value.get("answers", {})
        if not isinstance(answers, dict) or not set(answers) <= set(self.questions):
            raise not_an_answer()
        for key, option in answers.items():
            if not isinstance(option, str) or option not in self.questions[key][1]:
                raise not_an_answer()
        text = self._accept_text(value.get("text", ""))
        if not answers and not text:
            raise BadAnswerError(*de.NOTHING_ANSWERED)
        accepted: dict[str, Any] = {
            "answers": {key: answers[key] for key in self.questions if key in answers}
        }
        return {**accepted, "text": text} if text else accepted

    def texts_of(self, value: Any) -> tuple[str, ...]:
        return (value["text"],) if "text" in value else ()

    def _accept_text(self, text: Any) -> str:
        if text in ("", None):
            return ""
        if not isinstance(text, str):
            raise not_an_answer()
        if not self.free_text:
            raise BadAnswerError(*de.NO_FREE_TEXT)
        if "<" in text or ">" in text:
            raise BadAnswerError(*de.BRACKETS)
        return written.paragraph(text, LONGEST)

    def _result(
        self, shown: int, rounds: dict[int, list[Any]], fewest: int, approved: frozenset[str]
    ) -> dict[str, Any]:
        votes = rounds[shown]
        bars, rows, waiting = [], [], []
        for key, (question, options) in self.questions.items():
            given = Counter(vote["answers"][key] for vote in votes if key in vote["answers"])
            if (size := given.total()) < fewest:
                waiting.append(de.too_few_for(question))
                continue
            for option, label in options.items():
                text = share_text(given[option], size)
                bars.append({"label": f"{question} {label}", "share": given[option] / size, "text": text})
                rows.append([question, label, text])
        texts = {text for vote in votes for text in self.texts_of(vote)} & approved
        return self._shape(
            len(votes),
            self.title,
            de.thanks(len(votes)),
            notes=waiting,
            bars=bars,
            columns=[de.QUESTION, de.ANSWER, de.VOTES],
            rows=rows,
            texts=shuffled(texts),
        )

    def _read_questions(self, entries: Any) -> dict[str, tuple[str, dict[str, str]]]:
        if not isinstance(entries, list) or not 1 <= len(entries) <= MOST_QUESTIONS:
            raise self._unfit(de.no_questions(MOST_QUESTIONS))
        questions = {}
        for entry in entries:
            good = isinstance(entry, dict) and set(entry) == {"id", "question", "options"}
            if not good or not all(
                isinstance(entry[part], str) and entry[part] for part in ("id", "question")
            ):
                raise self._unfit(de.NO_QUESTION)
            questions[entry["id"]] = entry["question"], read_options(entry["options"], self._unfit)
        if len(questions) < len(entries):
            raise self._unfit(de.QUESTION_TWICE)
        return questions
