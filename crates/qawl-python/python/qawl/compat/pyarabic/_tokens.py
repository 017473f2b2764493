"""Words, marks and sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Callable, Union

__all__ = ["fix_spaces", "sentence_tokenize", "tokenize", "tokenize_with_location"]

#: What a word is made of: letters, digits, the apostrophe; the marks and joiners that Python's \w does not hold.
_OF_WORDS = (
    r"\w'\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    r"\u08ca-\u08e1\u08e3-\u08ff\u200c\u200d"
)
_WORDS = re.compile(f"[{_OF_WORDS}]+")
_BETWEEN = re.compile(f"([^{_OF_WORDS}]+)")
_SPACES = re.compile(r"[^\S\n]+")
_END = re.compile(r"(?<=[.,:;،؟?\n])[\n\t\r ]+")
_MARKS = re.compile(r"\s*([?؟!.,،:]+(?:\s+[?؟!.,،:]+)*)\s*")

_Conditions = Union[Callable[[str], Any], Sequence[Callable[[str], Any]]]
_Morphs = Union[Callable[[str], str], Sequence[Callable[[str], str]]]


def tokenize(text: str = "", conditions: _Conditions = (), morphs: _Morphs = ()) -> list[str]:
    """The words of the text, and what stands between two of them without its spaces as one token.

    Only tokens that fulfil all ``conditions`` are given, each rewritten by all ``morphs``: functions, or one function.

    >>> from qawl.compat.pyarabic import araby
    >>> araby.tokenize("قرأ Python بسرعة", conditions=araby.is_arabicrange)  # "he read Python quickly"
    ['قرأ', 'بسرعة']
    """
    # Words and what is between them, in turns.
    pieces = _BETWEEN.split(text)
    pieces[1::2] = ["" if between == " " else _SPACES.sub("", between) for between in pieces[1::2]]
    tokens = list(filter(None, pieces))
    for condition in _listed(conditions):
        tokens = list(filter(condition, tokens))
    for morph in _listed(morphs):
        tokens = [morph(token) for token in tokens]
    return tokens


def _listed(given: Any) -> Sequence[Callable[[str], Any]]:
    return [given] if callable(given) else given


def tokenize_with_location(text: str) -> list[dict[str, Any]]:
    """The words of the text, each a dictionary of ``token``, ``start`` and ``end``, in characters."""
    found = _WORDS.finditer(text)
    return [{"token": word.group(), "start": word.start(), "end": word.end()} for word in found]


def sentence_tokenize(text: str) -> list[str]:
    """The stretches of the text up to a full stop, comma, colon, semicolon, question mark or line break before space.

    ``qawl.sentences`` gives sentences in the proper sense.
    """
    return _END.split(text)


def fix_spaces(text: str) -> str:
    """One space behind marks, none before them."""
    return _MARKS.sub(lambda found: found.group(1).replace(" ", "") + " ", text).strip()
