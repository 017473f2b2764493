"""``camel_tools.utils.charmap``: characters mapped one by one, and the maps between Arabic and its transliterations.

>>> from qawl.compat.camel_tools.utils.charmap import CharMapper
>>> CharMapper.builtin_mapper("ar2bw")("الكتاب")  # "the book"
'AlktAb'
>>> CharMapper({"٠-٩": "#"}, default=None)("عام ٢٠")  # "year 20"
'عام ##'

Different by design: ``ar2hsb`` and its like write alef with hamza below as ``Ǎ``, with a caron, as Habash, Soudi and
Buckwalter do; what reads HSB takes camel-tools' ``Ă``, with a breve, too, and U+00B7 MIDDLE DOT for the sukun. Between the
safe and the XML variant veh is rewritten too. Not here:
the map ``arclean``, which writes marks of all languages by ASCII; see ``qawl.Normalizer`` for what it is used for.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any, Callable

from qawl import to_arabic, to_latin
from qawl.compat.camel_tools._encodings import SCHEMES
from qawl.compat.camel_tools.utils.charsets import AR_CHARSET

__all__ = ["BuiltinCharMapNotFoundError", "CharMapper", "InvalidCharMapKeyError"]


class InvalidCharMapKeyError(ValueError):
    """A key of a map is neither a character nor a range of them."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key
        self.message = message


class BuiltinCharMapNotFoundError(ValueError):
    """No map of this name is built in."""

    def __init__(self, map_name: str, message: str) -> None:
        super().__init__(message)
        self.map_name = map_name
        self.message = message


class CharMapper:
    """Maps characters to strings, by a dictionary whose keys are characters or ranges such as ``"a-z"``.

    ``None`` as a value keeps the character; ``default`` is what all others become, ``None`` to keep them.
    """

    BUILTIN_CHARMAPS = frozenset(
        [f"ar2{name}" for name in SCHEMES]
        + [f"{name}2ar" for name in SCHEMES]
        + [f"{one}2{other}" for one in SCHEMES for other in SCHEMES if one != other]
    )

    def __init__(self, charmap: Mapping[str, str | None], default: str | None = None) -> None:
        if not isinstance(charmap, Mapping):
            raise TypeError(f"charmap is {type(charmap).__name__}, expected a mapping of characters to strings")
        if default is not None and not isinstance(default, str):
            raise TypeError(f"default is {type(default).__name__}, expected str or None")
        self._table = _Table(default)
        for key, value in charmap.items():
            if value is not None and not isinstance(value, str):
                raise TypeError(f"the value of {key!r} is {type(value).__name__}, expected str or None")
            self._table.update((point, point if value is None else value) for point in _points(key))

    def __call__(self, s: str) -> str:
        """The same as :meth:`map_string`."""
        return self.map_string(s)

    def map_string(self, s: str) -> str:
        """The string with each character mapped."""
        if not isinstance(s, str):
            raise TypeError(f"expected str, got {type(s).__name__}")
        return s.translate(self._table)

    @staticmethod
    def mapper_from_json(fpath: str | os.PathLike[str]) -> CharMapper:
        """The mapper of a file of JSON with the keys ``charMap`` and ``default``."""
        with open(fpath, encoding="utf-8") as file:
            read = json.load(file)
        return CharMapper(read.get("charMap", {}), default=read.get("default"))

    @staticmethod
    def builtin_mapper(map_name: str) -> CharMapper:
        """The mapper of that name: ``ar2bw``, ``bw2ar``, ``bw2hsb`` and so on; see ``BUILTIN_CHARMAPS``."""
        if map_name not in CharMapper.BUILTIN_CHARMAPS:
            known = ", ".join(sorted(CharMapper.BUILTIN_CHARMAPS))
            raise BuiltinCharMapNotFoundError(map_name, f"no map {map_name!r} is built in, expected one of {known}")
        source, target = map_name.split("2")
        if source == "ar":
            return _EngineMapper(to_latin, SCHEMES[target])
        if target == "ar":
            return _EngineMapper(to_arabic, SCHEMES[source])
        return CharMapper(_between(SCHEMES[source], SCHEMES[target]))


class _EngineMapper(CharMapper):
    """A mapper that the engine carries out."""

    def __init__(self, rewrite: Callable[[str, Any], str], scheme: str) -> None:
        self._rewrite = rewrite
        self._scheme = scheme

    def map_string(self, s: str) -> str:
        if not isinstance(s, str):
            raise TypeError(f"expected str, got {type(s).__name__}")
        return self._rewrite(s, self._scheme)


class _Table(dict[int, Any]):
    """What ``str.translate`` asks, with a default for all that is not in it."""

    def __init__(self, default: str | None) -> None:
        super().__init__()
        self._default = default

    def __missing__(self, point: int) -> Any:
        return point if self._default is None else self._default


def _points(key: Any) -> range:
    if not isinstance(key, str):
        raise TypeError(f"the key {key!r} is {type(key).__name__}, expected str")
    if len(key) == 1:
        return range(ord(key), ord(key) + 1)
    if len(key) == 3 and key[1] == "-" and key[0] < key[2]:
        return range(ord(key[0]), ord(key[2]) + 1)
    raise InvalidCharMapKeyError(key, f"the key {key!r} is neither a character nor a range such as 'a-z'")


def _between(one: Any, other: Any) -> dict[str, str]:
    """What each character of one scheme is in another, also where the first can be read in two ways of writing."""
    table = {}
    for point in range(0x20, 0x400):
        read = to_arabic(chr(point), one)
        if read in AR_CHARSET:
            table[chr(point)] = to_latin(read, other)
    return table
