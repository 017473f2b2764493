"""``camel_tools.tokenizers.word``: words, and every mark and emoji apart.

>>> from qawl.compat.camel_tools.tokenizers.word import simple_word_tokenize
>>> simple_word_tokenize("بلغت 3.5 أمتار!")  # "it reached 3.5 metres!"
['بلغت', '3', '.', '5', 'أمتار', '!']

``qawl.tokenize`` knows numbers, addresses, hashtags and abbreviations, says what each token is and where, and keeps
``3.5`` whole. Different by design: an emoji of several characters is one token whether or not a list of them holds it
(camel-tools leaves the first character of an unlisted one with the word before it), and so is an emoji younger than
Python.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from qawl import Tokenizer
from qawl.compat.camel_tools.utils import charsets

__all__ = ["simple_word_tokenize"]

#: What emoji of several characters have: joiners, variants, keycaps, skin tones, flags, tags.
_JOINED = re.compile("[\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff\U000e0020-\U000e007f]")

#: All pictographs there are and will be: Python may be older than the emoji.
_PICTOGRAPHS = range(0x1F000, 0x1FB00)

_TOKENIZER = Tokenizer(addresses=False, tags=False, abbreviations=False, emoticons=False, runs_of_marks=False)


def simple_word_tokenize(s: str, split_digits: bool = False) -> list[str]:
    """The words of a text and its marks, each alone; with ``split_digits`` numbers apart from letters too."""
    find = _pattern(split_digits).findall
    if not _JOINED.search(s):
        return find(s)
    return [token for piece, is_emoji in _pieces(s) for token in ([piece] if is_emoji else find(piece))]


def _pieces(s: str) -> Iterator[tuple[str, bool]]:
    """The emoji of several characters, and what stands between them."""
    tokens = _TOKENIZER.tokenize(s)
    behind = 0
    for (start, end), kind in zip(tokens.spans(), tokens.kinds()):
        if kind == "emoji" and end - start > 1:
            yield s[behind:start], False
            yield s[start:end], True
            behind = end
    yield s[behind:], False


@functools.lru_cache(maxsize=None)
def _pattern(split_digits: bool) -> re.Pattern[str]:
    marks = "".join(_ranges({*map(ord, charsets.UNICODE_PUNCT_SYMBOL_CHARSET), *_PICTOGRAPHS}))
    if split_digits:
        return re.compile(rf"\d+|[^\s\d{marks}]+|[{marks}]")
    return re.compile(rf"[^\s{marks}]+|[{marks}]")


def _ranges(points: Iterable[int]) -> Iterator[str]:
    """The points as they stand in a class of a regular expression."""
    points = sorted(points)
    start = 0
    for at in range(1, len(points) + 1):
        if at == len(points) or points[at] != points[at - 1] + 1:
            yield f"{re.escape(chr(points[start]))}-{re.escape(chr(points[at - 1]))}"
            start = at
