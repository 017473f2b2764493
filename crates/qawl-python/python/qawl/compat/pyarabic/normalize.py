"""``pyarabic.normalize``: text made alike for search.

>>> from qawl.compat.pyarabic.normalize import normalize_searchtext
>>> normalize_searchtext("أسرار مـكـتبة الأولى")  # "secrets of the first library", with tatweel
'اسرار مكتبه الاولي'

Different by design, as pyarabic's documentation says and its code does not: in ``normalize_hamza`` alef maksura stays,
so that ``normalize_searchtext`` makes it yeh (pyarabic makes it alef). Combining hamza and final forms of lam-alef as in
``araby``. ``qawl.Normalizer("SEARCH")`` does more of the kind, in one pass and with the way back.
"""

from __future__ import annotations

from qawl import Normalizer
from qawl.compat.pyarabic._letters import HAMZA, WAW_HAMZA, YEH_HAMZA
from qawl.compat.pyarabic._marks import composed, normalize_ligature, strip_tashkeel, strip_tatweel

__all__ = [
    "normalize_hamza",
    "normalize_lamalef",
    "normalize_searchtext",
    "normalize_spellerrors",
    "strip_tashkeel",
    "strip_tatweel",
]

_ALEFS = Normalizer.from_rules(["alef", "wasla", "dagger_alef.ToAlef"]).normalize
_SPELLING = Normalizer.from_rules(["teh_marbuta", "alef_maksura.ToYeh"]).normalize


def normalize_hamza(text: str) -> str:
    """Alefs of all kinds become plain ones, hamza on waw and yeh stands alone."""
    return _ALEFS(composed(text)).replace(WAW_HAMZA, HAMZA).replace(YEH_HAMZA, HAMZA)


def normalize_lamalef(text: str) -> str:
    """Lam-alef written as one character becomes lam and a plain alef."""
    return normalize_ligature(text)


def normalize_spellerrors(text: str) -> str:
    """Teh marbuta becomes heh, alef maksura yeh."""
    return _SPELLING(text)


def normalize_searchtext(text: str) -> str:
    """All of the above, without tashkeel and tatweel."""
    text = normalize_lamalef(strip_tatweel(strip_tashkeel(text)))
    return normalize_spellerrors(normalize_hamza(text))
