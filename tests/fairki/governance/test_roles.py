"""The role table: what is missing, held twice or reviewed by oneself is found, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairki import manifest
from fairki.errors import BadAnswerError
from fairki.governance import roles
from fairki.governance.roles import ANSWERS, DECIDES, DOUBLE, GAP, OWN_REVIEW, REVIEWS

CLEAR = {DECIDES: ["ethikrat"], REVIEWS: ["ethikbeauftragte"], ANSWERS: ["geschaeftsfuehrung"]}
TABLES = st.dictionaries(
    st.sampled_from(list(roles.TASKS)),
    st.dictionaries(
        st.sampled_from(list(roles.DUTIES)), st.lists(st.sampled_from(list(roles.ROLES)), max_size=4)
    ),
)


def kinds(**changed):
    """Kinds of findings for a clear task with some duties held differently."""
    return [finding.kind for finding in roles.findings({"einsatz": CLEAR | changed}, "einsatz")]


def test_a_task_with_one_role_per_duty_and_a_foreign_review_is_clear():
    assert kinds() == []


def test_every_empty_duty_is_a_gap():
    for duty in roles.DUTIES:
        assert kinds(**{duty: []}) == [GAP]
    assert [finding.kind for finding in roles.findings({}, "einsatz")] == [GAP] * len(roles.DUTIES)


@pytest.mark.parametrize("duty", [DECIDES, ANSWERS])
def test_two_who_decide_or_answer_are_too_many(duty):
    assert kinds(**{duty: ["algorithmus", "daten"]}) == [DOUBLE]


def test_several_may_review():
    assert kinds(**{REVIEWS: ["ethikbeauftragte", "betriebsrat"]}) == []


@pytest.mark.parametrize("reviewer", ["ethikrat", "geschaeftsfuehrung"])
def test_who_decides_or_answers_reviews_their_own_work(reviewer):
    assert kinds(**{REVIEWS: [reviewer]}) == [OWN_REVIEW]
    assert kinds(**{REVIEWS: [reviewer, "betriebsrat"]}) == [OWN_REVIEW]


def test_who_decides_may_also_answer():
    assert kinds(**{ANSWERS: CLEAR[DECIDES]}) == []


def test_a_finding_names_the_roles_it_speaks_of():
    (found,) = roles.findings({"kodex": CLEAR | {DECIDES: ["daten", "ethikrat"]}}, "kodex")
    assert "Data-Governance-Lead und KI-Ethikrat" in found.why


def test_one_role_for_everything_is_a_bottleneck_and_leaves_the_others_without_a_task():
    table = dict.fromkeys(roles.TASKS, CLEAR)
    assert roles.clear_tasks(table) == list(roles.TASKS)
    assert roles.bottlenecks(table) == ["KI-Ethikrat"]
    assert "Betriebsrat" in roles.without_task(table) and "KI-Ethikrat" not in roles.without_task(table)


def test_half_of_the_tasks_is_no_bottleneck_yet():
    assert roles.bottlenecks(dict.fromkeys(list(roles.TASKS)[: len(roles.TASKS) // 2], CLEAR)) == []


def test_the_firms_table_has_every_kind_of_finding_and_something_that_is_clear():
    found = {finding.kind for task in roles.TASKS for finding in roles.findings(roles.EXAMPLE, task)}
    assert found == set(roles.KINDS)
    assert 0 < len(roles.clear_tasks(roles.EXAMPLE)) < len(roles.TASKS) / 2
    assert roles.from_value(roles.EXAMPLE) == roles.EXAMPLE


def test_the_founding_questions_are_answered_by_places_of_the_table():
    course = manifest.read()
    wording = {topic.name for topic in course.topics}
    for question, task, duty in roles.FOUNDING_QUESTIONS:
        assert question in wording
        assert roles.holders({task: {duty: ["betriebsrat"]}}, task, duty) == ["Betriebsrat"]


def test_the_new_roles_are_those_of_the_course():
    names = {topic.name for topic in manifest.read().topics}
    assert {roles.ROLES[id].name for id in roles.NEW_ROLES} <= names


@given(TABLES)
def test_a_table_has_one_normal_form(table):
    plain = roles.from_value(table)
    assert roles.from_value(plain) == plain
    assert all(held for duties in plain.values() for held in duties.values())
    for task in roles.TASKS:
        assert roles.findings(plain, task) == roles.findings(roles.from_value(table), task)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "einsatz",
        {"fremd": {}},
        {"einsatz": []},
        {"einsatz": {"fremd": []}},
        {"einsatz": {DECIDES: "ethikrat"}},
        {"einsatz": {DECIDES: ["fremd"]}},
        {"einsatz": {DECIDES: [["ethikrat"]]}},
    ],
)
def test_what_is_no_role_table_is_refused(value):
    with pytest.raises(BadAnswerError):
        roles.from_value(value)
