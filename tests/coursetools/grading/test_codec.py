"""Answers come out of a hand-in's process as data: faithfully where they are honest, harmless where they are not."""

import collections
import decimal
import enum
import fractions
import itertools
import json
import math
import types

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetools.grading.inside import codec
from coursetools.grading.inside.codec import Unreadable, decode, encode

PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(max_size=50)
KEYS = st.none() | st.booleans() | st.integers() | st.text(max_size=10) | st.tuples(st.integers(), st.text())
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(inner, inner)
        | st.dictionaries(KEYS, inner, max_size=4)
        | st.frozensets(KEYS, max_size=4)
        | st.sets(KEYS, max_size=4)
    ),
    max_leaves=20,
)


def same(a, b) -> bool:
    """Equal in type and value, with NaN equal to itself."""
    if type(a) is not type(b):
        return False
    if isinstance(a, float):
        return a == b or (math.isnan(a) and math.isnan(b))
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return same(list(a.items()), list(b.items()))
    return a == b


@given(VALUES)
def test_plain_values_arrive_as_they_are(value):
    assert same(decode(encode(value)), value)


@pytest.mark.parametrize(
    "value",
    [
        np.float64(3.5),
        np.int8(-3),
        np.bool_(True),
        np.str_("ä"),
        np.datetime64("2026-01-01"),
        fractions.Fraction(1, 3),
        decimal.Decimal("0.1"),
        pd.NA,
        pd.NaT,
        pd.Timestamp("2026-01-01"),
        range(1, 9, 2),
        1 + 2j,
        10**400,
    ],
    ids=repr,
)
def test_single_values_of_the_libraries_arrive_as_they_are(value):
    found = decode(encode(value))
    assert type(found) is type(value)
    assert found is value or found == value


@pytest.mark.parametrize(
    "array",
    [
        np.arange(6).reshape(2, 3),
        np.array([], dtype=float),
        np.array([1.5, np.nan]),
        np.array(["a", "bb"]),
        np.array([1, "x", None], dtype=object),
        np.array([[True], [False]]),
    ],
    ids=lambda array: str(array.dtype),
)
def test_arrays_arrive_as_they_are(array):
    found = decode(encode(array))
    assert found.dtype.kind == array.dtype.kind
    np.testing.assert_array_equal(found, array)


FRAME = pd.DataFrame(
    {
        "zahl": [1, 2, 3],
        "komma": [1.5, np.nan, -1],
        "text": ["a", None, "c"],
        "gemischt": [1, "x", None],
        "gruppe": pd.Categorical(["a", None, "b"], categories=["b", "a", "leer"], ordered=True),
        "fehlt": pd.array([1, None, 3], dtype="Int64"),
        "ja": pd.array([True, None, False], dtype="boolean"),
        "tag": pd.to_datetime(["2026-01-01", None, "2026-01-03"]),
    },
    index=pd.Index(["x", "y", "y"], name="zeile"),
)


def test_tables_arrive_as_they_are():
    pd.testing.assert_frame_equal(decode(encode(FRAME)), FRAME)
    pd.testing.assert_frame_equal(decode(encode(FRAME.head(0))), FRAME.head(0))
    twice = pd.concat([FRAME, FRAME], axis=1)
    pd.testing.assert_frame_equal(decode(encode(twice)), twice)
    wide = FRAME.pivot_table(index="gruppe", columns="zahl", values="komma", observed=False)
    pd.testing.assert_frame_equal(decode(encode(wide)), wide)


def test_columns_and_indexes_arrive_as_they_are():
    for name in FRAME:
        pd.testing.assert_series_equal(decode(encode(FRAME[name])), FRAME[name])
    grouped = FRAME.groupby(["zahl", "gruppe"], observed=True)["komma"].mean()
    pd.testing.assert_series_equal(decode(encode(grouped)), grouped)
    for index in (FRAME.index, grouped.index, pd.RangeIndex(3, name="n"), pd.CategoricalIndex(["a", "b"])):
        pd.testing.assert_index_equal(decode(encode(index)), index)


def test_what_can_be_gone_through_keeps_its_entries_and_its_kind():
    table = {"a": 1, "b": 2}
    for view in (table.keys(), table.values(), table.items()):
        found = decode(encode(view))
        assert type(found) is type(view)
        assert list(found) == list(view)
    for entries in (iter([1, 2]), map(abs, [1, -2]), (n for n in (1, 2)), zip([1, 2], [3, 4], strict=True)):
        assert not isinstance(found := decode(encode(entries)), list)
        assert len(list(found)) == 2


class Sly:
    """Claims everything, and ends the process when somebody looks."""

    def _bomb(self, *_):
        raise SystemExit("somebody looked")

    __eq__ = __float__ = __int__ = __index__ = __len__ = __iter__ = __getitem__ = _bomb
    __hash__ = __repr__ = __str__ = __bool__ = __reduce_ex__ = __reduce__ = _bomb


def test_of_subclasses_only_the_plain_value_is_taken():
    class Always(str):
        def __eq__(self, other):
            return True

        def __str__(self):
            raise SystemExit

        __hash__ = None

    class Number(float):
        __float__ = __sub__ = lambda self, *_: 0.0

    class Table(dict):
        __getitem__ = items = __iter__ = Sly._bomb

    class Colour(enum.IntEnum):
        RED = 3

    pair = collections.namedtuple("pair", "x y")(1, 2)
    for value, plain in (
        (Always("x"), "x"),
        (Number(7), 7.0),
        (Table(a=1), {"a": 1}),
        (Colour.RED, 3),
        (pair, (1, 2)),
        (collections.Counter("aab"), {"a": 2, "b": 1}),
    ):
        assert same(decode(encode(value)), plain)


@pytest.mark.parametrize(
    "value",
    [Sly(), Sly, [Sly()], {1: Sly()}, object(), json, print, lambda: 1, np.array([1, Sly()], dtype=object)],
    ids=lambda value: type(value).__name__,
)
def test_objects_are_refused_and_nobody_looks_at_them(value):
    assert isinstance(decode(encode(value)), Unreadable)


def test_what_is_too_large_or_too_deep_is_refused():
    deep = []
    for _ in range(100_000):
        deep = [deep]
    circle: list = []
    circle.append(circle)
    wide = np.zeros(10**8, dtype=np.int8)
    for value in (deep, circle, [0] * 1_000_000, "x" * 10**8, wide, 1 << 10**6, {"x": wide}):
        assert isinstance(decode(encode(value)), Unreadable)


def test_a_function_stays_where_it_is():
    assert decode(encode(print, function=3), function=lambda number: ("stand-in", number)) == ("stand-in", 3)
    assert isinstance(decode(encode([print], function=3), function=str), Unreadable)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*sorted(codec._TAGS), "dtype", "shape", "data", "name"]), inner, max_size=4
        )
    ),
    max_leaves=20,
)
BUILTIN = (type(None), bool, int, float, str, bytes, list, tuple, dict, set, frozenset, range, complex)
ALLOWED = (
    *BUILTIN,
    fractions.Fraction,
    decimal.Decimal,
    np.ndarray,
    np.generic,
    pd.Series,
    pd.DataFrame,
    pd.Index,
)
MORE = (
    pd.Timestamp,
    type(pd.NaT),
    type(pd.NA),
    Unreadable,
    type({}.keys()),
    type({}.values()),
    type({}.items()),
)


@given(JSON)
def test_whatever_is_sent_yields_plain_data_or_a_refusal(sent):
    found = decode(json.dumps(sent).encode())
    assert isinstance(found, (*ALLOWED, *MORE, type(iter([]))))


@given(st.binary(max_size=200))
def test_bytes_that_are_no_message_are_refused(sent):
    try:
        json.loads(sent)
    except ValueError:
        assert isinstance(decode(sent), Unreadable)


@pytest.mark.parametrize(
    "sent",
    [
        b'{"array": {"dtype": "O8", "shape": [1], "data": "AAAAAAAAAAA="}}',
        b'{"array": {"dtype": "<i8", "shape": [99999999999], "data": ""}}',
        b'{"array": {"dtype": "<i8", "shape": [-1, 1], "data": ""}}',
        b'{"index": {"range": [0, 1000000000000, 1], "name": null}}',
        b'{"int": "0x' + b"f" * 100_000 + b'"}',
        b'{"__class__": [1]}',
        b'{"decimal.Decimal": "1"}',
        b'{"dict": [[[1], 2]]}',
        b'{"set": [{"dict": []}]}',
        b"NaN",
        b"[" * 100_000,
        b'{"float": "1"}',
        b'{"series": [{"codes": {"dtype": "<i1", "shape": [1], "data": "fw=="}, "categories":'
        b' {"dtype": "str", "data": []}, "ordered": true}, {"range": [0, 1, 1], "name": null}, null]}',
    ],
)
def test_forged_messages_are_refused(sent):
    assert isinstance(decode(sent), Unreadable)


def test_a_refusal_says_what_it_was_and_equals_no_expected_text():
    refused = decode(encode(types.SimpleNamespace()))
    assert repr(refused) == "<SimpleNamespace>"
    forged = decode(b'{"unreadable": "B\\u00fcro\\n<b>"}')
    assert str(forged) == "<Bürob>"


def nested(levels: int, kind: type = list):
    """``levels`` lists (or tuples) in each other."""
    value = 0
    for _ in range(levels):
        value = kind([value])
    return value


TOO_MUCH = "<zu groß>"


class TestLimits:
    """What is just small enough arrives as it is; one more, and it is refused before it is sent."""

    @pytest.mark.parametrize("kind", [list, tuple])
    def test_depth(self, kind):
        assert decode(encode(nested(codec.DEEPEST, kind))) == nested(codec.DEEPEST, kind)
        assert repr(decode(encode(nested(codec.DEEPEST + 1, kind)))) == TOO_MUCH

    def test_depth_below_keys_values_entries_and_names(self):
        below = nested(codec.DEEPEST - 1, tuple)
        array = np.empty(1, dtype=object)
        array[0] = below
        assert decode(encode(array))[0] == below
        assert decode(encode(pd.Index([1], name=below))).name == below
        deep: dict = {}
        for _ in range(codec.DEEPEST + 1):
            deep = {1: deep}
        for value in (deep, {(below,): 1}):
            assert repr(decode(encode(value))) == TOO_MUCH

    def test_entries(self):
        just = list(range(codec.MOST_PARTS - 1))  # the list itself is a part, too
        assert decode(encode(just)) == just
        assert repr(decode(encode([*just, 1]))) == TOO_MUCH

    def test_whole_numbers(self):
        for small in ((1 << 63) - 1, 1 - (1 << 63)):
            assert encode(small) == str(small).encode()
        for large in (1 << 63, -(1 << 63), (1 << 4 * codec.LONGEST_INT) - 1):
            assert encode(large).startswith(b'{"int"') and decode(encode(large)) == large
        assert repr(decode(encode(1 << 4 * codec.LONGEST_INT))) == TOO_MUCH

    def test_arrays(self):
        bytes_, numbers = codec.MOST_BYTES // 2 // 8, 10 * codec.MOST_PARTS - 1
        for just in (np.ones(bytes_), np.ones(numbers, dtype=np.uint8)):
            np.testing.assert_array_equal(decode(encode(just)), just)
            assert repr(decode(encode(np.append(just, just[:1])))) == TOO_MUCH

    def test_of_what_has_no_end_the_first_thousand(self):
        assert list(decode(encode(iter([7] * 1000)))) == [7] * 1000
        assert list(decode(encode(n for n in itertools.count()))) == list(range(1000))

    def test_a_forger_cannot_go_deeper(self):
        deep = json.dumps(nested(codec.DEEPEST)).encode()
        assert isinstance(
            decode(b'{"array": {"dtype": "O", "shape": [1], "data": [' + deep + b"]}}"), Unreadable
        )
        assert isinstance(decode(b"[" + deep + b"]"), Unreadable)


@pytest.mark.parametrize(
    "dtype",
    [
        "boolean",
        "Float32",
        "Float64",
        *(f"{sign}Int{bits}" for sign in ("", "U") for bits in (8, 16, 32, 64)),
    ],
)
def test_columns_with_missing_entries_arrive_as_they_are(dtype):
    column = pd.Series([1, None, 0], dtype=dtype)
    pd.testing.assert_series_equal(decode(encode(column)), column)


def test_decimals_with_a_large_exponent():
    for exponent in (codec.LONGEST_INT, -codec.LONGEST_INT):
        value = decimal.Decimal(f"1e{exponent}")
        assert decode(encode(value)) == value
    for exponent in (codec.LONGEST_INT + 1, -codec.LONGEST_INT - 1):
        assert repr(decode(encode(decimal.Decimal(f"1e{exponent}")))) == TOO_MUCH
        assert isinstance(decode(json.dumps({"Decimal": f"1e{exponent}"}).encode()), Unreadable)


def test_of_an_own_class_of_numbers_only_the_number_arrives():
    class Own(np.float64):
        pass

    assert type(decode(encode(Own(1.5)))) is float and decode(encode(Own(1.5))) == 1.5


def test_a_function_of_numpy_is_no_number():
    assert repr(decode(encode(np.add))) == "<ufunc>"
