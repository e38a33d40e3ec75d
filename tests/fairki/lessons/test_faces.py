"""Who has a face: people of the firm who speak. An application has none, because a face would be a clue."""

import json

from fairki.feedback import complaints
from fairki.governance import board
from fairki.lessons.module_01 import unit_1 as cards
from fairki.lessons.module_04 import unit_4 as council
from fairki.lessons.module_05.de import unit_1 as letters
from fairki.lessons.module_06 import unit_4 as views
from fairki.lessons.module_06.de import unit_4 as views_de

FACE = 'class="fk-face"'


def test_no_application_has_a_face():
    (block,) = cards.decide().blocks
    shown = [json.dumps(block.cards), views.who_she_is().says, *map(letters.case, complaints.four())]
    assert len(block.cards) == 16 and len(shown) == 6
    assert [text for text in shown if FACE in text or "data:image" in text] == []


def test_before_the_board_the_firm_has_faces_and_the_applicant_a_voice():
    heard = council.what_is_decided({}).says.split("<figure>")[1:]
    assert [FACE in one for one in heard] == [bool(voice.person) for voice in board.OURS.voices]
    assert [FACE in one for one in heard] == [False, True, True, True]


def test_of_four_views_those_of_the_firm_have_faces():
    assert [FACE in views_de.who(view) for view in views_de.VIEWS] == [False, True, True, True]
