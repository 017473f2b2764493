"""``camel_tools.utils.charsets``: sets of characters. Those of Unicode are made when they are first asked for.

>>> from qawl.compat.camel_tools.utils.charsets import AR_DIAC_CHARSET, UNICODE_PUNCT_CHARSET
>>> "\\u064e" in AR_DIAC_CHARSET, "؟" in UNICODE_PUNCT_CHARSET  # ARABIC FATHA, the question mark
(True, True)

Not here: the sets of the Latin encodings and of emoji.
"""

from __future__ import annotations

import functools
import sys
import unicodedata

from qawl.compat.camel_tools._encodings import DIACRITICS

__all__ = [
    "AR_CHARSET",
    "AR_DIAC_CHARSET",
    "AR_LETTERS_CHARSET",
    "UNICODE_LETTER_CHARSET",
    "UNICODE_LETTER_MARK_NUMBER_CHARSET",
    "UNICODE_MARK_CHARSET",
    "UNICODE_NUMBER_CHARSET",
    "UNICODE_PUNCT_CHARSET",
    "UNICODE_PUNCT_SYMBOL_CHARSET",
    "UNICODE_SYMBOL_CHARSET",
]

#: Hamza to ghain, tatweel to yeh, alef wasla, peh, tcheh, veh, gaf: what the schemes transliterate but for marks.
AR_LETTERS_CHARSET = frozenset(
    [*map(chr, range(0x0621, 0x063B)), *map(chr, range(0x0640, 0x064B)), *"\u0671\u067e\u0686\u06a4\u06af"]
)
AR_DIAC_CHARSET = frozenset(DIACRITICS)
AR_CHARSET = AR_LETTERS_CHARSET | AR_DIAC_CHARSET

UNICODE_LETTER_CHARSET: frozenset[str]
UNICODE_MARK_CHARSET: frozenset[str]
UNICODE_NUMBER_CHARSET: frozenset[str]
UNICODE_PUNCT_CHARSET: frozenset[str]
UNICODE_SYMBOL_CHARSET: frozenset[str]
UNICODE_PUNCT_SYMBOL_CHARSET: frozenset[str]
UNICODE_LETTER_MARK_NUMBER_CHARSET: frozenset[str]

#: The first letters of Unicode's categories that are in each.
_CATEGORIES = {
    "UNICODE_LETTER_CHARSET": "L",
    "UNICODE_MARK_CHARSET": "M",
    "UNICODE_NUMBER_CHARSET": "N",
    "UNICODE_PUNCT_CHARSET": "P",
    "UNICODE_SYMBOL_CHARSET": "S",
    "UNICODE_PUNCT_SYMBOL_CHARSET": "PS",
    "UNICODE_LETTER_MARK_NUMBER_CHARSET": "LMN",
}


def __getattr__(name: str) -> frozenset[str]:
    if name not in _CATEGORIES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    made = frozenset().union(*map(_of_category, _CATEGORIES[name]))
    globals()[name] = made
    return made


@functools.lru_cache(maxsize=None)
def _of_category(letter: str) -> frozenset[str]:
    characters = map(chr, range(sys.maxunicode + 1))
    return frozenset(c for c in characters if unicodedata.category(c)[0] == letter)
