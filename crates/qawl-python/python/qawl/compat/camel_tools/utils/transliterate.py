"""``camel_tools.utils.transliterate``: a mapper over text in which some words are marked to stay.

>>> from qawl.compat.camel_tools.utils.charmap import CharMapper
>>> from qawl.compat.camel_tools.utils.transliterate import Transliterator
>>> transliterator = Transliterator(CharMapper.builtin_mapper("bw2ar"))
>>> transliterator.transliterate("$rkp @@IGNORE@@IBM", strip_markers=True)  # "the IBM company"
'شركة IBM'
"""

from __future__ import annotations

import re

from qawl.compat.camel_tools.utils.charmap import CharMapper

__all__ = ["Transliterator"]


class Transliterator:
    """Transliterates by a mapper what does not stand behind ``marker``, up to the next white space."""

    def __init__(self, mapper: CharMapper, marker: str = "@@IGNORE@@") -> None:
        if not isinstance(mapper, CharMapper):
            raise TypeError(f"mapper is {type(mapper).__name__}, expected a CharMapper of qawl.compat")
        if not isinstance(marker, str):
            raise TypeError(f"marker is {type(marker).__name__}, expected str")
        if not marker or re.search(r"\s", marker):
            raise ValueError(f"marker is {marker!r}, expected characters other than white space")
        self._mapper = mapper
        self._marker = marker
        self._marked = re.compile(f"({re.escape(marker)})(\\S+)")

    def transliterate(self, s: str, strip_markers: bool = False, ignore_markers: bool = False) -> str:
        """The transliterated string, with or without the markers; of marked words too where they are ignored."""
        pieces = self._marked.split(s)
        done = [self._mapper(pieces[0])]
        for marker, word, rest in zip(pieces[1::3], pieces[2::3], pieces[3::3]):
            done.append("" if strip_markers else marker)
            done.append(self._mapper(word) if ignore_markers else word)
            done.append(self._mapper(rest))
        return "".join(done)
