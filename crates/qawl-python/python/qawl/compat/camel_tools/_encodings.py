"""The encodings of Arabic that the functions of camel-tools come in, each with what must be rewritten in it.

What stands for a letter in Latin characters is asked of the engine, so that no table stands here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from qawl import Normalizer, to_latin

if TYPE_CHECKING:
    from qawl._qawl import _Latin

#: The four schemes by camel-tools' short names.
SCHEMES: dict[str, _Latin] = {"bw": "BUCKWALTER", "safebw": "SAFE_BUCKWALTER", "xmlbw": "XML_BUCKWALTER", "hsb": "HSB"}

#: How an encoding is called in a documentation.
TITLES = {
    "ar": "Arabic",
    "bw": "Buckwalter",
    "safebw": "Safe Buckwalter",
    "xmlbw": "XML Buckwalter",
    "hsb": "Habash-Soudi-Buckwalter",
}

#: Harakat, shadda and dagger alef: what camel-tools calls diacritics.
DIACRITICS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"

#: What else than the engine writes camel-tools and Encode::Arabic write in HSB: the alef with hamza below with a
#: breve, the sukun as a middle dot.
_ALIASES = {("hsb", "\u0625"): "\u0102", ("hsb", "\u0652"): "\u00b7"}

Rewrite = Callable[[str], str]


def arabic(name: str, doc: str, rules: list[str]) -> Rewrite:
    """A function of that name that applies rules of the normalizer to Arabic."""
    normalize = Normalizer.from_rules(rules).normalize

    def rewrite(s: str) -> str:
        return normalize(s)

    return _named(rewrite, name, doc)


def latin(name: str, doc: str, encoding: str, letters: str, to: str) -> Rewrite:
    """The same for Arabic in Latin characters: each of the letters becomes ``to``, or nothing where that is empty."""
    scheme = SCHEMES[encoding]
    target = to_latin(to, scheme)
    table = {}
    for letter in letters:
        table[ord(to_latin(letter, scheme))] = target
        alias = _ALIASES.get((encoding, letter))
        if alias:
            table[ord(alias)] = target

    def rewrite(s: str) -> str:
        return s.translate(table)

    return _named(rewrite, name, doc)


def _named(rewrite: Rewrite, name: str, doc: str) -> Rewrite:
    rewrite.__name__ = rewrite.__qualname__ = name
    rewrite.__doc__ = doc
    return rewrite
