"""``camel_tools.utils.dediac``: text without diacritics.

>>> from qawl.compat.camel_tools.utils.dediac import dediac_ar, dediac_bw
>>> dediac_ar("ذ\\u064eهب\\u064c")  # "gold", with ARABIC FATHA and DAMMATAN
'ذهب'
>>> dediac_bw("*ahabN")
'*hb'

Different by design: in HSB the letter alef wasla, ``Ä``, stays (camel-tools deletes it as if it were a mark), and the
sukun that Encode::Arabic writes, U+00B7 MIDDLE DOT, goes. In Arabic a lone surrogate in a text that changes becomes
U+FFFD REPLACEMENT CHARACTER.
"""

from qawl.compat.camel_tools._encodings import DIACRITICS, TITLES, arabic, latin

__all__ = ["dediac_ar", "dediac_bw", "dediac_hsb", "dediac_safebw", "dediac_xmlbw"]

_DOC = "The text, in {}, without harakat, shadda and dagger alef."

dediac_ar = arabic(
    "dediac_ar", _DOC.format(TITLES["ar"]), ["marks.HARAKAT", "marks.SHADDA", "dagger_alef.Delete"]
)
dediac_bw = latin("dediac_bw", _DOC.format(TITLES["bw"]), "bw", DIACRITICS, "")
dediac_safebw = latin("dediac_safebw", _DOC.format(TITLES["safebw"]), "safebw", DIACRITICS, "")
dediac_xmlbw = latin("dediac_xmlbw", _DOC.format(TITLES["xmlbw"]), "xmlbw", DIACRITICS, "")
dediac_hsb = latin("dediac_hsb", _DOC.format(TITLES["hsb"]), "hsb", DIACRITICS, "")
