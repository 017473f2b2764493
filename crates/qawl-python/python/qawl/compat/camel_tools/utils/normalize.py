"""``camel_tools.utils.normalize``: one form for letters that are confused.

>>> from qawl.compat.camel_tools.utils.normalize import normalize_alef_ar, normalize_teh_marbuta_ar
>>> normalize_teh_marbuta_ar(normalize_alef_ar("إلى مدرسة أحمد"))  # "to Ahmad's school"
'الى مدرسه احمد'

Different by design: ``normalize_alef_hsb`` knows the alef with hamza below also as ``Ǎ``, with a caron, as the authors
of the scheme write it, beside camel-tools' ``Ă``. In Arabic a lone surrogate in a text that changes becomes U+FFFD
REPLACEMENT CHARACTER.
"""

import unicodedata

from qawl.compat.camel_tools._encodings import TITLES, arabic, latin

__all__ = [
    "normalize_alef_ar",
    "normalize_alef_bw",
    "normalize_alef_hsb",
    "normalize_alef_maksura_ar",
    "normalize_alef_maksura_bw",
    "normalize_alef_maksura_hsb",
    "normalize_alef_maksura_safebw",
    "normalize_alef_maksura_xmlbw",
    "normalize_alef_safebw",
    "normalize_alef_xmlbw",
    "normalize_teh_marbuta_ar",
    "normalize_teh_marbuta_bw",
    "normalize_teh_marbuta_hsb",
    "normalize_teh_marbuta_safebw",
    "normalize_teh_marbuta_xmlbw",
    "normalize_unicode",
]

#: Without the letters themselves: with hamza above and below, with madda, with wasla.
_ALEFS = "\u0623\u0625\u0622\u0671"

#: Signs that compatibility decomposition spells with more than it should.
_SIGNS = {0xFDFC: "ريال", 0xFDFD: "بسم الله الرحمن الرحيم"}


def normalize_unicode(s: str, compatibility: bool = True) -> str:
    """The text in Unicode's form NFKC, or NFC where ``compatibility`` is false.

    NFKC also rewrites what is not Arabic: ``²`` becomes ``2``. ``qawl.Normalizer("DISPLAY")`` does not.
    """
    if compatibility:
        return unicodedata.normalize("NFKC", s.translate(_SIGNS))
    return unicodedata.normalize("NFC", s)


_DOC = "The text, in {}, with alefs with hamza, madda or wasla as plain ones."

normalize_alef_ar = arabic("normalize_alef_ar", _DOC.format(TITLES["ar"]), ["alef", "wasla"])
normalize_alef_bw = latin("normalize_alef_bw", _DOC.format(TITLES["bw"]), "bw", _ALEFS, "\u0627")
normalize_alef_safebw = latin("normalize_alef_safebw", _DOC.format(TITLES["safebw"]), "safebw", _ALEFS, "\u0627")
normalize_alef_xmlbw = latin("normalize_alef_xmlbw", _DOC.format(TITLES["xmlbw"]), "xmlbw", _ALEFS, "\u0627")
normalize_alef_hsb = latin("normalize_alef_hsb", _DOC.format(TITLES["hsb"]), "hsb", _ALEFS, "\u0627")

_DOC = "The text, in {}, with alef maksura as yeh."

normalize_alef_maksura_ar = arabic("normalize_alef_maksura_ar", _DOC.format(TITLES["ar"]), ["alef_maksura.ToYeh"])
normalize_alef_maksura_bw = latin("normalize_alef_maksura_bw", _DOC.format(TITLES["bw"]), "bw", "\u0649", "\u064a")
normalize_alef_maksura_safebw = latin(
    "normalize_alef_maksura_safebw", _DOC.format(TITLES["safebw"]), "safebw", "\u0649", "\u064a"
)
normalize_alef_maksura_xmlbw = latin(
    "normalize_alef_maksura_xmlbw", _DOC.format(TITLES["xmlbw"]), "xmlbw", "\u0649", "\u064a"
)
normalize_alef_maksura_hsb = latin("normalize_alef_maksura_hsb", _DOC.format(TITLES["hsb"]), "hsb", "\u0649", "\u064a")

_DOC = "The text, in {}, with teh marbuta as heh."

normalize_teh_marbuta_ar = arabic("normalize_teh_marbuta_ar", _DOC.format(TITLES["ar"]), ["teh_marbuta"])
normalize_teh_marbuta_bw = latin("normalize_teh_marbuta_bw", _DOC.format(TITLES["bw"]), "bw", "\u0629", "\u0647")
normalize_teh_marbuta_safebw = latin(
    "normalize_teh_marbuta_safebw", _DOC.format(TITLES["safebw"]), "safebw", "\u0629", "\u0647"
)
normalize_teh_marbuta_xmlbw = latin(
    "normalize_teh_marbuta_xmlbw", _DOC.format(TITLES["xmlbw"]), "xmlbw", "\u0629", "\u0647"
)
normalize_teh_marbuta_hsb = latin("normalize_teh_marbuta_hsb", _DOC.format(TITLES["hsb"]), "hsb", "\u0629", "\u0647")
