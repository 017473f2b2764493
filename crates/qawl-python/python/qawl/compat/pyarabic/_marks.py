"""What is taken out of a text, and letters brought to one form."""

from __future__ import annotations

import re
import unicodedata

from qawl import Normalizer
from qawl.compat.pyarabic import _letters as letters

__all__ = [
    "normalize_alef",
    "normalize_hamza",
    "normalize_ligature",
    "normalize_teh",
    "strip_diacritics",
    "strip_harakat",
    "strip_lastharaka",
    "strip_shadda",
    "strip_small",
    "strip_tashkeel",
    "strip_tatweel",
]

_HARAKAT = Normalizer.from_rules(["marks.HARAKAT"]).normalize
_TASHKEEL = Normalizer.from_rules(["marks.HARAKAT", "marks.SHADDA"]).normalize
_TATWEEL = Normalizer.from_rules(["tatweel"]).normalize
_SMALL = Normalizer.from_rules(["dagger_alef.Delete", "small_letters"]).normalize
_DIACRITICS = Normalizer.from_rules(
    ["marks.HARAKAT", "marks.SHADDA", "marks.MADDA_HAMZA", "marks.EXTENDED", "marks.QURANIC", "dagger_alef.Delete"]
).normalize
_TEH = Normalizer.from_rules(["teh_marbuta"]).normalize
_LAST_HARAKA = re.compile("[{}]$|[{}]".format("".join(letters.HARAKAT), "".join(letters.TANWIN)))
#: Letters with a hamza or madda of their own behind them: all that Unicode composes of the block.
_DECOMPOSED = re.compile("[\u0627\u0648\u064a]([\u064b-\u0652\u0670]*)[\u0653-\u0655]")
#: Isolated and final forms, in pairs: with madda, hamza above, hamza below, none.
_LAM_ALEFS = [chr(point) for point in range(0xFEF5, 0xFEFD)]
_TASHEEL = str.maketrans("آأإؤئ", "اااوي", letters.HAMZA_ABOVE + letters.HAMZA_BELOW)
_UNIFORM = {**str.maketrans(dict.fromkeys("".join(letters.HAMZAT), letters.HAMZA)), 0x0622: letters.HAMZA * 2}
_ALEFS = Normalizer.from_rules(["alef", "wasla", "dagger_alef.ToAlef"]).normalize


def strip_harakat(text: str) -> str:
    """The text without fatha, damma, kasra, their tanwin, and sukun; shadda stays."""
    return _HARAKAT(text)


def strip_tashkeel(text: str) -> str:
    """The text without harakat and shadda."""
    return _TASHKEEL(text)


def strip_lastharaka(text: str) -> str:
    """The word without a haraka at its end; tanwin goes wherever it stands."""
    return _LAST_HARAKA.sub("", text)


def strip_shadda(text: str) -> str:
    """The text without shadda."""
    return text.replace(letters.SHADDA, "")


def strip_small(text: str) -> str:
    """The text without the dagger alef, the small waw and the small yeh."""
    return _SMALL(text)


def strip_tatweel(text: str) -> str:
    """The text without tatweel."""
    return _TATWEEL(text)


def strip_diacritics(text: str) -> str:
    """The text without any Arabic mark: harakat, shadda, dagger alef, madda, hamza marks, signs of the Quran."""
    return _DIACRITICS(text)


def normalize_ligature(text: str) -> str:
    """Lam-alef written as one character becomes lam and a plain alef."""
    # To replace what is seldom there takes much less than to translate every character.
    for ligature in _LAM_ALEFS:
        text = text.replace(ligature, letters.SIMPLE_LAM_ALEF)
    return text


def normalize_hamza(word: str, method: str = "uniform") -> str:
    """One form of hamza: the letter hamza for all, alef with madda as two of them.

    At the start of a word of three letters or with a shadda on its second letter, alef with madda is hamza and alef.
    With the method ``tasheel`` each seat stands without its hamza instead: alef, waw, yeh.
    """
    word = composed(word)
    if method in ("tasheel", "تسهيل"):
        return word.translate(_TASHEEL)
    if word.startswith(letters.ALEF_MADDA) and _has_long_alef(word):
        word = letters.HAMZA + letters.ALEF + word[1:]
    return word.translate(_UNIFORM)


def composed(word: str) -> str:
    """Letters with a hamza or madda behind them as one character."""
    if not any(mark in word for mark in (letters.MADDA_ABOVE, letters.HAMZA_ABOVE, letters.HAMZA_BELOW)):
        return word
    return _DECOMPOSED.sub(lambda found: unicodedata.normalize("NFC", found.group()), word)


def _has_long_alef(word: str) -> bool:
    """Whether the first letter of a word, an alef with madda, stands for hamza and alef."""
    if len(word) < 3 or word[1] in letters.HARAKAT:
        return False
    return len(word) == 3 or word[2] == letters.SHADDA


def normalize_teh(text: str) -> str:
    """Teh marbuta becomes heh."""
    return _TEH(text)


def normalize_alef(text: str) -> str:
    """All alefs become plain ones, the dagger alef too but beside an alef maksura; alef maksura stays."""
    maksura, small = letters.ALEF_MAKSURA, letters.SMALL_ALEF
    return _ALEFS(text.replace(small + maksura, maksura).replace(maksura + small, maksura))
