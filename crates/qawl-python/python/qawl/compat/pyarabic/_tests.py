"""What a letter, a word or a text is."""

from __future__ import annotations

import re

from qawl.compat.pyarabic import _letters as letters

__all__ = [
    "arabicrange",
    "first_char",
    "has_shadda",
    "is_alef",
    "is_arabicrange",
    "is_arabicstring",
    "is_arabicword",
    "is_hamza",
    "is_haraka",
    "is_ligature",
    "is_moon",
    "is_shadda",
    "is_shortharaka",
    "is_small",
    "is_sukun",
    "is_sun",
    "is_tanwin",
    "is_tashkeel",
    "is_tatweel",
    "is_teh",
    "is_vocalized",
    "is_vocalizedtext",
    "is_wawlike",
    "is_weak",
    "is_yehlike",
    "last_char",
    "name",
    "order",
    "second_char",
    "secondlast_char",
]

_ANY_TASHKEEL = re.compile("[{}]".format("".join(letters.TASHKEEL)))
_ANY_HARAKA = re.compile("[{}]".format("".join(letters.HARAKAT)))
_LAM_ALEFS = letters.LAM_ALEF + letters.LAM_ALEF_HAMZA_ABOVE + letters.LAM_ALEF_MADDA_ABOVE
#: The block of Arabic up to the sukun, digits and white space.
_ARABIC_STRING = re.compile(rf"[\u0600-\u0652{_LAM_ALEFS}\s\d]*\Z")
#: The blocks Arabic, Supplement and both of presentation forms.
_ARABIC_RANGE = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]*\\Z")
_MARK = "[\u064b-\u0655\u0670]"
#: Letters, each with its marks; no hamza on waw or yeh at the start, alef maksura and teh marbuta at the end only.
_ARABIC_WORD = re.compile(
    rf"(?![\u0624\u0626])(?:[\u0621-\u0628\u062a-\u063a\u0640-\u0648\u064a\u0671{_LAM_ALEFS}]{_MARK}*)*"
    rf"[\u0621-\u063a\u0640-\u064a\u0671{_LAM_ALEFS}]{_MARK}*\Z"
)


def is_sukun(archar: str) -> bool:
    """Whether the character is a sukun."""
    return archar == letters.SUKUN


def is_shadda(archar: str) -> bool:
    """Whether the character is a shadda."""
    return archar == letters.SHADDA


def is_tatweel(archar: str) -> bool:
    """Whether the character is a tatweel."""
    return archar == letters.TATWEEL


def is_tanwin(archar: str) -> bool:
    """Whether the character is a tanwin: fathatan, dammatan, kasratan."""
    return archar in letters.TANWIN


def is_tashkeel(archar: str) -> bool:
    """Whether the character is a haraka or a shadda."""
    return archar in letters.TASHKEEL


def is_haraka(archar: str) -> bool:
    """Whether the character is a haraka: fatha, damma, kasra, their tanwin, sukun."""
    return archar in letters.HARAKAT


def is_shortharaka(archar: str) -> bool:
    """Whether the character is fatha, damma, kasra or sukun."""
    return archar in letters.SHORTHARAKAT


def is_ligature(archar: str) -> bool:
    """Whether the character is a lam-alef, in isolated form."""
    return archar in letters.LIGUATURES


def is_hamza(archar: str) -> bool:
    """Whether the character is a hamza, on whatever seat."""
    return archar in letters.HAMZAT


def is_alef(archar: str) -> bool:
    """Whether the character is an alef: with hamza, madda or wasla, a dagger alef, an alef maksura."""
    return archar in letters.ALEFAT


def is_yehlike(archar: str) -> bool:
    """Whether the character is a yeh: with hamza, a small one, an alef maksura."""
    return archar in letters.YEHLIKE


def is_wawlike(archar: str) -> bool:
    """Whether the character is a waw: with hamza, a small one."""
    return archar in letters.WAWLIKE


def is_teh(archar: str) -> bool:
    """Whether the character is a teh or a teh marbuta."""
    return archar in letters.TEHLIKE


def is_small(archar: str) -> bool:
    """Whether the character is a dagger alef, a small waw or a small yeh."""
    return archar in letters.SMALL


def is_weak(archar: str) -> bool:
    """Whether the character is a weak letter: alef, waw, yeh, alef maksura."""
    return archar in letters.WEAK


def is_moon(archar: str) -> bool:
    """Whether the article keeps its lam before the letter."""
    return archar in letters.MOON


def is_sun(archar: str) -> bool:
    """Whether the article gives its lam up to the letter."""
    return archar in letters.SUN


def order(archar: str) -> int:
    """The place of the letter in the alphabet, from 1 to 28; 29 for hamzas, 0 for all else."""
    return letters.ALPHABETIC_ORDER.get(archar, 0)


def name(archar: str, default_name: str = "") -> str:
    """The Arabic name of the letter or mark."""
    return letters.NAMES.get(archar, default_name)


def arabicrange() -> list[str]:
    """The characters of the block of Arabic up to the sukun."""
    return [chr(point) for point in range(0x0600, 0x0653)]


def has_shadda(word: str) -> bool:
    """Whether the word has a shadda."""
    return letters.SHADDA in word


def is_vocalized(word: str) -> bool:
    """Whether the word has a haraka or a shadda."""
    return _ANY_TASHKEEL.search(word) is not None


def is_vocalizedtext(text: str) -> bool:
    """Whether the text has a haraka."""
    return _ANY_HARAKA.search(text) is not None


def is_arabicstring(text: str) -> bool:
    """Whether the text is of the block of Arabic up to the sukun, of digits and white space alone."""
    return _ARABIC_STRING.match(text) is not None


def is_arabicrange(text: str) -> bool:
    """Whether the text is of the blocks of Arabic alone."""
    return _ARABIC_RANGE.match(text) is not None


def is_arabicword(word: str) -> bool:
    """Whether the word is of Arabic letters and marks and breaks no rule of spelling."""
    doubled = letters.SHADDA * 2
    return doubled not in word and _ARABIC_WORD.match(word) is not None


def first_char(word: str) -> str:
    """The first character; ``IndexError`` where there is none."""
    return word[0]


def second_char(word: str) -> str:
    """The second character, or nothing."""
    return word[1:2]


def last_char(word: str) -> str:
    """The last character, or nothing."""
    return word[-1:]


def secondlast_char(word: str) -> str:
    """The last character but one, or nothing."""
    return word[-2:-1]
