"""Letters apart from their marks, and words compared by them."""

from __future__ import annotations

import re
from typing import NamedTuple

from qawl.compat.pyarabic._letters import HARAKAT, NOT_DEF_HARAKA, SHADDA, SUKUN

__all__ = ["joint", "reduce_tashkeel", "separate", "shaddalike", "vocalized_similarity", "vocalizedlike"]


class _Letter(NamedTuple):
    letter: str
    has_shadda: bool
    #: Empty where there is none.
    haraka: str


def _letters_of(word: str) -> list[_Letter]:
    """The letters of a word with their marks, whichever stands first; marks at the start belong to no letter."""
    found: list[_Letter] = []
    for char in word:
        if char not in HARAKAT and char != SHADDA:
            found.append(_Letter(char, False, ""))
        elif found and char == SHADDA:
            found[-1] = found[-1]._replace(has_shadda=True)
        elif found:
            found[-1] = found[-1]._replace(haraka=char)
    return found


def separate(word: str, extract_shadda: bool = False) -> tuple[str, ...]:
    """The letters of a word, and as many marks; a tatweel stands where there is none.

    A shadda is a letter of its own: the letter before it has a sukun, the mark is the shadda's. With
    ``extract_shadda`` it is none: a third string tells by shadda or tatweel which letters have one.

    >>> from qawl.compat.pyarabic import araby
    >>> letters, marks = araby.separate("ع\\u0651م\\u0650")  # "of an uncle", with SHADDA and KASRA
    >>> [araby.name(mark) for mark in marks]
    ['سكون', 'تطويل', 'كسرة']
    """
    found = _letters_of(word)
    letters = "".join(one.letter + SHADDA * (one.has_shadda and not extract_shadda) for one in found)
    marks = "".join(SUKUN * one.has_shadda + (one.haraka or NOT_DEF_HARAKA) for one in found)
    if extract_shadda:
        return letters, marks, "".join(SHADDA if one.has_shadda else NOT_DEF_HARAKA for one in found)
    return letters, marks


def joint(letters: str, marks: str) -> str:
    """The word of these letters and marks, as :func:`separate` gives them; nothing where their numbers differ."""
    if len(letters) != len(marks):
        return ""
    word: list[str] = []
    for letter, mark in zip(letters, marks):
        # The sukun of the letter before a shadda is not written.
        if letter == SHADDA and word and word[-1] in HARAKAT:
            word.pop()
        word.append(letter)
        if mark != NOT_DEF_HARAKA:
            word.append(mark)
    return "".join(word)


def vocalized_similarity(word1: str, word2: str) -> bool | int:
    """``True`` where the words have the same letters and no mark of one contradicts the other.

    Otherwise how many letters differ or contradict, as a negative number. A mark that is missing contradicts none.
    """
    one, other = _letters_of(word1), _letters_of(word2)
    differ = sum(not _agree(*pair) for pair in zip(one, other)) + abs(len(one) - len(other))
    return -differ if differ else True


def _agree(one: _Letter, other: _Letter) -> bool:
    same_haraka = not one.haraka or not other.haraka or one.haraka == other.haraka
    return one.letter == other.letter and same_haraka


def vocalizedlike(word1: str, word2: str) -> bool:
    """Whether the words have the same letters and no haraka of one contradicts the other."""
    return vocalized_similarity(word1, word2) > 0


def shaddalike(partial: str, fully: str) -> bool:
    """Whether the second word has the letters of the first and a shadda wherever the first has one."""
    one, other = _letters_of(partial), _letters_of(fully)
    if not any(letter.has_shadda for letter in one):
        return True
    same = [letter.letter for letter in one] == [letter.letter for letter in other]
    return same and all(b.has_shadda or not a.has_shadda for a, b in zip(one, other))


#: Marks that the letters tell: sukun and fatha but on waw and yeh, a haraka before its own long vowel, fatha on waw and
#: yeh at the start of a word, kasra below a hamza.
_EVIDENT = re.compile(
    "(?<![\u0648\u064a])[\u0652\u064e]|\u064f(?=\u0648)|\u0650(?=\u064a)|\u064e(?=\u0627)"
    "|(?<=\\s[\u0648\u064a])\u064e|(?<=\u0625)\u0650"
)


def reduce_tashkeel(text: str) -> str:
    """The text without the marks that its letters tell."""
    return _EVIDENT.sub("", text)
