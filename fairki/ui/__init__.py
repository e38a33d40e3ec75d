"""Building blocks of a course page; all of them work in JupyterLab, in Voilà and in our own page runtime."""

from fairki.ui.anchors import Anchors
from fairki.ui.base import Block
from fairki.ui.cards import Cards
from fairki.ui.chart import Chart
from fairki.ui.data_file import DataFile
from fairki.ui.download import Download
from fairki.ui.folder import Folder
from fairki.ui.form import Form
from fairki.ui.guess import Guess
from fairki.ui.header import Header, UnitEnd
from fairki.ui.history import KodexHistory
from fairki.ui.inputs import Choice, Note, Slider
from fairki.ui.kept import Kept
from fairki.ui.matrix import Matrix
from fairki.ui.mirror import Mirror
from fairki.ui.months import Months
from fairki.ui.opener import Opener
from fairki.ui.pick_list import PickList
from fairki.ui.plan import Plan
from fairki.ui.profiles import Profiles
from fairki.ui.prompts import Prompts
from fairki.ui.queue import Queue
from fairki.ui.quiz import Quiz
from fairki.ui.ranking import Ranking
from fairki.ui.record import Record
from fairki.ui.role_table import RoleTable
from fairki.ui.rule_builder import RuleBuilder
from fairki.ui.run import Run
from fairki.ui.store import Store
from fairki.ui.swaps import Swaps
from fairki.ui.swarm import Swarm
from fairki.ui.text import Text
from fairki.ui.thresholds import Thresholds
from fairki.ui.writer import Writer

__all__ = [
    "Anchors",
    "Block",
    "Cards",
    "Chart",
    "Choice",
    "DataFile",
    "Download",
    "Folder",
    "Form",
    "Guess",
    "Header",
    "Kept",
    "KodexHistory",
    "Matrix",
    "Mirror",
    "Months",
    "Note",
    "Opener",
    "PickList",
    "Plan",
    "Profiles",
    "Prompts",
    "Queue",
    "Quiz",
    "Ranking",
    "Record",
    "RoleTable",
    "RuleBuilder",
    "Run",
    "Slider",
    "Store",
    "Swaps",
    "Swarm",
    "Text",
    "Thresholds",
    "UnitEnd",
    "Writer",
]
