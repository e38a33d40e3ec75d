"""Answers as plain data: JSON that the judge can read without running anything of the hand-in.

``encode`` runs in the hand-in's process, so nothing it yields can be trusted; ``decode`` takes only what is listed
here and builds only values of exactly these types. Of a subclass of a plain type the plain value is taken, whatever
its methods say. What fits nowhere (an object of a class of one's own, a list without end) becomes ``Unreadable``,
which no check takes for an answer.

JSON's own forms stand for None, bool, str, list, finite float and int up to 64 bits; all else is ``{tag: payload}``.
"""

import base64
import decimal
import fractions
import itertools
import json
import math
import types
from collections.abc import Callable, ItemsView, Iterator, KeysView, ValuesView
from typing import Any, NoReturn

import numpy as np
import pandas as pd

from coursetools.grading.inside import OWN_CLASS

MOST_PARTS = 200_000
"""Entries of a value, those of its parts included; what has more is no answer to any question."""
MOST_BYTES = 8 << 20
DEEPEST = 40
LONGEST_INT = 4000  # hexadecimal digits
_SMALL = 1 << 63

_PLAIN: dict[type, Callable[[Any], Any]] = {
    str: str.__str__,
    int: int.__int__,
    float: float.__float__,
    list: lambda value: list(list.__iter__(value)),
    tuple: lambda value: tuple(tuple.__iter__(value)),
    dict: lambda value: dict(dict.items(value)),
}
_VIEWS = {type({}.keys()): "keys", type({}.values()): "values", type({}.items()): "items"}
_ITERATORS: tuple[type, ...] = (
    types.GeneratorType,
    map,
    filter,
    zip,
    enumerate,
    reversed,
    type(iter([])),
    type(iter(())),
    type(iter({})),
    type(iter({}.values())),
    type(iter({}.items())),
    type(iter(set())),
    itertools.chain,
    itertools.islice,
)
LONGEST_ITERATOR = 1000
_INDEXES = (pd.Index, pd.RangeIndex, pd.MultiIndex, pd.CategoricalIndex, pd.DatetimeIndex)
_PLAIN_KINDS = "biufcmM"
_TEXTS = ("str", "string")
_MASKED = frozenset(
    ["boolean", "Float32", "Float64", *(f"{u}Int{n}" for u in ("", "U") for n in (8, 16, 32, 64))]
)


class Unreadable:
    """Stands in the judge for what could not be taken over. It is equal to nothing and holds nothing."""

    def __init__(self, what: str):
        self._what = "".join(letter for letter in what[:40] if letter.isalnum() or letter in "_. ")

    def __repr__(self) -> str:
        return f"<{self._what}>"


class _Refused(Exception):
    """The type's name, or why the value is too much."""


def encode(value: Any, function: int | None = None) -> bytes:
    """``value`` in the form that ``decode`` reads.

    Args:
        value: an answer, or what a function returned.
        function: if given, a value that can be called is sent as a function with this number.
    """
    try:
        if function is not None and callable(value):
            return json.dumps({"function": function}).encode()
        text = json.dumps(_Encoder().put(value, 0), allow_nan=False).encode()
        if len(text) > MOST_BYTES:
            raise _Refused("zu groß")
        return text
    except _Refused as refused:
        return json.dumps({"unreadable": str(refused)[:80]}).encode()
    except RecursionError:
        return json.dumps({"unreadable": "zu tief"}).encode()


class _Encoder:
    """One value on its way out; counts its parts."""

    def __init__(self) -> None:
        self.parts = 0

    def put(self, value: Any, depth: int) -> Any:
        self.parts += 1
        if self.parts > MOST_PARTS or depth > DEEPEST:
            raise _Refused("zu groß")
        kind = type(value)
        if value is None or kind is bool or kind is str:
            return value
        if kind is int:
            if -_SMALL < value < _SMALL:
                return value
            if value.bit_length() > 4 * LONGEST_INT:
                raise _Refused("zu groß")
            return {"int": hex(value)}
        if kind is float:
            return value if math.isfinite(value) else {"float": repr(value)}
        if kind is list:
            return self.several(value, depth)
        if kind in (tuple, set, frozenset):
            return {kind.__name__: self.several(value, depth)}
        if kind is dict:
            return {"dict": [[self.put(k, depth + 1), self.put(v, depth + 1)] for k, v in dict.items(value)]}
        if kind in _VIEWS:
            return {_VIEWS[kind]: self.several(value, depth)}
        if kind is range:
            return {"range": [self.put(part, depth + 1) for part in (value.start, value.stop, value.step)]}
        if kind in _ITERATORS:
            return {"iterator": self.several(itertools.islice(value, LONGEST_ITERATOR), depth)}
        if kind is fractions.Fraction:
            return {
                "Fraction": [self.put(value.numerator, depth + 1), self.put(value.denominator, depth + 1)]
            }
        if kind is decimal.Decimal:
            if len(value.as_tuple().digits) > LONGEST_INT or abs(value.adjusted()) > LONGEST_INT:
                raise _Refused("zu groß")
            return {"Decimal": str(value)}
        if kind is complex:
            return {"complex": repr(value)}
        if kind is bytes:
            return {"bytes": base64.b64encode(value[: MOST_BYTES + 1]).decode()}
        if value is pd.NA or value is pd.NaT:
            return {"missing": repr(value)}
        if kind is pd.Timestamp:
            return {"timestamp": value.isoformat()}
        if kind.__module__ == "numpy" and isinstance(value, np.generic):
            return {"scalar": self.array(np.asarray(value))}
        if kind is np.ndarray:
            return {"array": self.array(value)}
        if kind is pd.Series:
            return {
                "series": [self.column(value.array), self.index(value.index), self.put(value.name, depth + 1)]
            }
        if kind is pd.DataFrame:
            columns = [self.column(value.iloc[:, place].array) for place in range(value.shape[1])]
            return {"frame": [columns, self.index(value.columns), self.index(value.index)]}
        if kind in _INDEXES:
            return {"index": self.index(value)}
        for plain, reading in _PLAIN.items():  # of a subclass, what it is made of, not what it claims
            if plain in type.__dict__["__mro__"].__get__(kind):
                return self.put(reading(value), depth + 1)
        raise _Refused(f"{OWN_CLASS if kind.__module__ == '__main__' else ''}{kind.__name__}")

    def several(self, values: Any, depth: int) -> list[Any]:
        return [self.put(value, depth + 1) for value in values]

    def array(self, array: np.ndarray) -> dict[str, Any]:
        kind = array.dtype.kind
        self.parts += array.size if kind in _PLAIN_KINDS else 0
        if array.nbytes > MOST_BYTES // 2 or self.parts > MOST_PARTS * 10:
            raise _Refused("zu groß")
        shape = list(array.shape)
        if kind in _PLAIN_KINDS:
            ordered = np.ascontiguousarray(array)
            data = base64.b64encode(ordered.tobytes()).decode()
            return {"dtype": ordered.dtype.newbyteorder("<").str, "shape": shape, "data": data}
        if kind in "OU":
            return {"dtype": kind, "shape": shape, "data": [self.put(v, 1) for v in array.ravel().tolist()]}
        raise _Refused(f"array of {array.dtype}")

    def column(self, values: Any) -> dict[str, Any]:
        """The values of a Series, a column or an index (a pandas array)."""
        dtype = values.dtype
        if isinstance(dtype, pd.StringDtype):
            texts = values.to_numpy(dtype=object, na_value=None).tolist()
            return {"dtype": str(dtype), "data": [self.put(text, 1) for text in texts]}
        if isinstance(values, pd.arrays.NumpyExtensionArray) or isinstance(dtype, np.dtype):
            return self.array(np.asarray(values))
        if isinstance(dtype, pd.CategoricalDtype):
            codes = self.array(np.asarray(values.codes))
            return {
                "codes": codes,
                "categories": self.column(values.categories.array),
                "ordered": bool(values.ordered),
            }
        if str(dtype) in _MASKED:
            plain = [None if entry is pd.NA else entry for entry in values.to_numpy(dtype=object).tolist()]
            return {"dtype": str(dtype), "data": [self.put(entry, 1) for entry in plain]}
        raise _Refused(f"Spalte {dtype}")

    def index(self, index: pd.Index) -> dict[str, Any]:
        if type(index) is pd.RangeIndex:
            return {
                "range": [int(index.start), int(index.stop), int(index.step)],
                "name": self.put(index.name, 1),
            }
        if type(index) is pd.MultiIndex:
            levels = [self.index(level) for level in index.levels]
            codes = [self.array(np.asarray(code)) for code in index.codes]
            return {"levels": levels, "codes": codes, "names": [self.put(name, 1) for name in index.names]}
        if type(index) not in _INDEXES:
            raise _Refused(type(index).__name__)
        return {"values": self.column(index.array), "name": self.put(index.name, 1)}


def decode(data: bytes, function: Any = None) -> Any:
    """The value that ``data`` stands for; ``Unreadable`` for whatever is not exactly in our form.

    Args:
        data: bytes from a hand-in's process.
        function: makes the stand-in for a function from its number.
    """
    try:
        if len(data) > MOST_BYTES:
            return Unreadable("zu groß")
        given = json.loads(data)
        if type(given) is dict and function is not None and given.keys() == {"function"}:
            return function(_whole(given["function"]))
        return _Decoder().get(given, 0)
    except RecursionError:
        return Unreadable("zu tief")
    except Exception:  # pandas and numpy have many ways to complain about data that does not fit together
        return Unreadable("unlesbar")


class _Decoder:
    """One value on its way in; counts its parts, whatever the sender said."""

    def __init__(self) -> None:
        self.parts = 0

    def get(self, given: Any, depth: int) -> Any:
        self.parts += 1
        if self.parts > MOST_PARTS or depth > DEEPEST:
            raise ValueError
        kind = type(given)
        if given is None or kind in (bool, str, int):
            return given
        if kind is float:
            if not math.isfinite(given):  # JSON's NaN and Infinity are Python's own and not our form
                raise ValueError
            return given
        if kind is list:
            return [self.get(part, depth + 1) for part in given]
        if len(given) != 1:
            raise ValueError
        ((tag, payload),) = given.items()
        return getattr(self, f"_{tag}" if tag in _TAGS else "_unknown")(payload, depth + 1)

    def several(self, payload: Any, depth: int) -> list[Any]:
        if type(payload) is not list:
            raise ValueError
        return [self.get(part, depth) for part in payload]

    def _unknown(self, payload: Any, depth: int) -> NoReturn:
        raise ValueError

    def _unreadable(self, payload: Any, depth: int) -> Unreadable:
        return Unreadable(_text(payload))

    def _int(self, payload: Any, depth: int) -> int:
        if len(_text(payload)) > LONGEST_INT + 3:
            raise ValueError
        return int(payload, 16)

    def _float(self, payload: Any, depth: int) -> float:
        return {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}[_text(payload)]

    def _tuple(self, payload: Any, depth: int) -> tuple[Any, ...]:
        return tuple(self.several(payload, depth))

    def _set(self, payload: Any, depth: int) -> set[Any]:
        return set(self.several(payload, depth))

    def _frozenset(self, payload: Any, depth: int) -> frozenset[Any]:
        return frozenset(self.several(payload, depth))

    def _dict(self, payload: Any, depth: int) -> dict[Any, Any]:
        pairs = self.several(payload, depth)
        return {key: value for key, value in pairs}

    def _keys(self, payload: Any, depth: int) -> KeysView[Any]:
        return dict.fromkeys(self.several(payload, depth)).keys()

    def _values(self, payload: Any, depth: int) -> ValuesView[Any]:
        return dict(enumerate(self.several(payload, depth))).values()

    def _items(self, payload: Any, depth: int) -> ItemsView[Any, Any]:
        return dict(self.several(payload, depth)).items()

    def _range(self, payload: Any, depth: int) -> range:
        return range(*map(_whole, self.several(payload, depth)))

    def _iterator(self, payload: Any, depth: int) -> Iterator[Any]:
        return iter(self.several(payload, depth))

    def _Fraction(self, payload: Any, depth: int) -> fractions.Fraction:
        return fractions.Fraction(*map(_whole, self.several(payload, depth)))

    def _Decimal(self, payload: Any, depth: int) -> decimal.Decimal:
        found = decimal.Decimal(_short(payload))
        if abs(found.adjusted()) > LONGEST_INT:  # a few signs that stand for more digits than there is memory
            raise ValueError
        return found

    def _complex(self, payload: Any, depth: int) -> complex:
        return complex(_short(payload))

    def _bytes(self, payload: Any, depth: int) -> bytes:
        return base64.b64decode(_text(payload), validate=True)

    def _missing(self, payload: Any, depth: int) -> Any:
        return {"<NA>": pd.NA, "NaT": pd.NaT}[_text(payload)]

    def _timestamp(self, payload: Any, depth: int) -> Any:
        return pd.Timestamp(_short(payload))

    def _scalar(self, payload: Any, depth: int) -> Any:
        return self.array(payload)[()]

    def _array(self, payload: Any, depth: int) -> np.ndarray:
        return self.array(payload)

    def _series(self, payload: Any, depth: int) -> pd.Series:
        values, index, name = payload
        return pd.Series(self.column(values), index=self.index(index), name=_label(self.get(name, depth)))

    def _frame(self, payload: Any, depth: int) -> pd.DataFrame:
        columns, names, index = payload
        rows, names = self.index(index), self.index(names)
        if len(names) != len(columns) or len(columns) > 2000:
            raise ValueError
        frame = pd.DataFrame(
            {place: pd.Series(self.column(column), index=rows) for place, column in enumerate(columns)},
            index=rows,
        )
        frame.columns = names
        return frame

    def _index(self, payload: Any, depth: int) -> pd.Index:
        return self.index(payload)

    def array(self, payload: Any) -> np.ndarray:
        dtype, shape = _text(payload["dtype"]), tuple(map(_whole, payload["shape"]))
        if len(shape) > 8 or min(shape, default=0) < 0 or math.prod(shape) > MOST_BYTES:
            raise ValueError
        if dtype in ("O", "U"):
            entries = self.several(payload["data"], 1)
            if dtype == "U":
                return np.array([_text(entry) for entry in entries], dtype=np.str_).reshape(shape)
            array = np.empty(len(entries), dtype=object)
            array[:] = entries
            return array.reshape(shape)
        kind = np.dtype(dtype)
        if kind.kind not in _PLAIN_KINDS:
            raise ValueError
        data = base64.b64decode(_text(payload["data"]), validate=True)
        return np.frombuffer(data, kind).reshape(shape).copy()

    def column(self, payload: Any) -> Any:
        if "codes" in payload:
            categories = pd.Index(self.column(payload["categories"]))
            return pd.Categorical.from_codes(
                self.array(payload["codes"]), categories, ordered=payload["ordered"] is True
            )
        if "shape" in payload:
            return _one_row(self.array(payload))
        dtype = _text(payload["dtype"])
        if dtype not in _TEXTS and dtype not in _MASKED:
            raise ValueError
        entries = self.several(payload["data"], 1)
        allowed = (str,) if dtype in _TEXTS else (int, float, bool)
        if any(entry is not None and type(entry) not in allowed for entry in entries):
            raise ValueError
        return pd.array(entries, dtype=dtype)  # type: ignore[call-overload]  # a name out of _TEXTS or _MASKED

    def index(self, payload: Any) -> pd.Index:
        if "range" in payload:
            start, stop, step = map(_whole, payload["range"])
            found = pd.RangeIndex(start, stop, step)
            if len(found) > MOST_BYTES:
                raise ValueError
            return found.rename(_label(self.get(payload["name"], 1)))
        if "levels" in payload:
            levels = [self.index(level) for level in payload["levels"]]
            codes = [_one_row(self.array(code)) for code in payload["codes"]]
            names = [_label(n) for n in self.several(payload["names"], 1)]
            return pd.MultiIndex(levels, codes, names=names)  # type: ignore[arg-type]  # it takes indexes and arrays, too
        plain: pd.Index = pd.Index(self.column(payload["values"]), name=_label(self.get(payload["name"], 1)))
        return plain


_TAGS = frozenset(
    name[1:] for name in vars(_Decoder) if name.startswith("_") and name[1] != "_" and name != "_unknown"
)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError
    return value


def _short(value: Any) -> str:
    text = _text(value)
    if len(text) > LONGEST_INT:
        raise ValueError
    return text


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise ValueError
    return value


def _label(value: Any) -> Any:
    hash(value)
    return value


def _one_row(array: np.ndarray) -> np.ndarray:
    if array.ndim != 1:
        raise ValueError
    return array
