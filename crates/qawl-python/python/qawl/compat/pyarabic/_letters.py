"""The letters and marks by the names of ``pyarabic.araby``, and its groups of them.

Names are those of Unicode, so that a constant is looked up, not typed.
"""

import re as _re
import unicodedata as _unicodedata


def _letter(name: str) -> str:
    return _unicodedata.lookup(f"ARABIC LETTER {name}")


COMMA = _unicodedata.lookup("ARABIC COMMA")
SEMICOLON = _unicodedata.lookup("ARABIC SEMICOLON")
QUESTION = _unicodedata.lookup("ARABIC QUESTION MARK")
FULL_STOP = _unicodedata.lookup("ARABIC FULL STOP")
PERCENT = _unicodedata.lookup("ARABIC PERCENT SIGN")
DECIMAL = _unicodedata.lookup("ARABIC DECIMAL SEPARATOR")
THOUSANDS = _unicodedata.lookup("ARABIC THOUSANDS SEPARATOR")
STAR = _unicodedata.lookup("ARABIC FIVE POINTED STAR")
BYTE_ORDER_MARK = "\ufeff"

HAMZA = _letter("HAMZA")
ALEF_MADDA = _letter("ALEF WITH MADDA ABOVE")
ALEF_HAMZA_ABOVE = _letter("ALEF WITH HAMZA ABOVE")
ALEF_HAMZA_BELOW = _letter("ALEF WITH HAMZA BELOW")
ALEF_WASLA = _letter("ALEF WASLA")
WAW_HAMZA = _letter("WAW WITH HAMZA ABOVE")
YEH_HAMZA = _letter("YEH WITH HAMZA ABOVE")
ALEF = _letter("ALEF")
BEH = _letter("BEH")
TEH = _letter("TEH")
TEH_MARBUTA = _letter("TEH MARBUTA")
THEH = _letter("THEH")
JEEM = _letter("JEEM")
HAH = _letter("HAH")
KHAH = _letter("KHAH")
DAL = _letter("DAL")
THAL = _letter("THAL")
REH = _letter("REH")
ZAIN = _letter("ZAIN")
SEEN = _letter("SEEN")
SHEEN = _letter("SHEEN")
SAD = _letter("SAD")
DAD = _letter("DAD")
TAH = _letter("TAH")
ZAH = _letter("ZAH")
AIN = _letter("AIN")
GHAIN = _letter("GHAIN")
FEH = _letter("FEH")
QAF = _letter("QAF")
KAF = _letter("KAF")
LAM = _letter("LAM")
MEEM = _letter("MEEM")
NOON = _letter("NOON")
HEH = _letter("HEH")
WAW = _letter("WAW")
ALEF_MAKSURA = _letter("ALEF MAKSURA")
YEH = _letter("YEH")
TATWEEL = _unicodedata.lookup("ARABIC TATWEEL")

FATHATAN = _unicodedata.lookup("ARABIC FATHATAN")
DAMMATAN = _unicodedata.lookup("ARABIC DAMMATAN")
KASRATAN = _unicodedata.lookup("ARABIC KASRATAN")
FATHA = _unicodedata.lookup("ARABIC FATHA")
DAMMA = _unicodedata.lookup("ARABIC DAMMA")
KASRA = _unicodedata.lookup("ARABIC KASRA")
SHADDA = _unicodedata.lookup("ARABIC SHADDA")
SUKUN = _unicodedata.lookup("ARABIC SUKUN")
MADDA_ABOVE = _unicodedata.lookup("ARABIC MADDAH ABOVE")
HAMZA_ABOVE = _unicodedata.lookup("ARABIC HAMZA ABOVE")
HAMZA_BELOW = _unicodedata.lookup("ARABIC HAMZA BELOW")
SMALL_ALEF = MINI_ALEF = _letter("SUPERSCRIPT ALEF")
SMALL_WAW = _unicodedata.lookup("ARABIC SMALL WAW")
SMALL_YEH = _unicodedata.lookup("ARABIC SMALL YEH")

ZERO, ONE, TWO, THREE, FOUR, FIVE, SIX, SEVEN, EIGHT, NINE = "٠١٢٣٤٥٦٧٨٩"

LAM_ALEF = _unicodedata.lookup("ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM")
LAM_ALEF_HAMZA_ABOVE = _unicodedata.lookup("ARABIC LIGATURE LAM WITH ALEF WITH HAMZA ABOVE ISOLATED FORM")
LAM_ALEF_HAMZA_BELOW = _unicodedata.lookup("ARABIC LIGATURE LAM WITH ALEF WITH HAMZA BELOW ISOLATED FORM")
LAM_ALEF_MADDA_ABOVE = _unicodedata.lookup("ARABIC LIGATURE LAM WITH ALEF WITH MADDA ABOVE ISOLATED FORM")
SIMPLE_LAM_ALEF = LAM + ALEF
SIMPLE_LAM_ALEF_HAMZA_ABOVE = LAM + ALEF_HAMZA_ABOVE
SIMPLE_LAM_ALEF_HAMZA_BELOW = LAM + ALEF_HAMZA_BELOW
SIMPLE_LAM_ALEF_MADDA_ABOVE = LAM + ALEF_MADDA

SHORTHARAKAT = (FATHA, DAMMA, KASRA, SUKUN)
TANWIN = (FATHATAN, DAMMATAN, KASRATAN)
HARAKAT = (*TANWIN, *SHORTHARAKAT)
TASHKEEL = (*HARAKAT, SHADDA)
#: What :func:`separate` puts where a letter has no mark.
NOT_DEF_HARAKA = TATWEEL
LIGUATURES = (LAM_ALEF, LAM_ALEF_HAMZA_ABOVE, LAM_ALEF_HAMZA_BELOW, LAM_ALEF_MADDA_ABOVE)
HAMZAT = (HAMZA, WAW_HAMZA, YEH_HAMZA, HAMZA_ABOVE, HAMZA_BELOW, ALEF_HAMZA_BELOW, ALEF_HAMZA_ABOVE)
ALEFAT = (ALEF, ALEF_MADDA, ALEF_HAMZA_ABOVE, ALEF_HAMZA_BELOW, ALEF_WASLA, ALEF_MAKSURA, SMALL_ALEF)
WEAK = (ALEF, WAW, YEH, ALEF_MAKSURA)
YEHLIKE = (YEH, YEH_HAMZA, ALEF_MAKSURA, SMALL_YEH)
WAWLIKE = (WAW, WAW_HAMZA, SMALL_WAW)
TEHLIKE = (TEH, TEH_MARBUTA)
SMALL = (SMALL_ALEF, SMALL_WAW, SMALL_YEH)
#: The letters before which the article keeps its lam, and those to which it gives it up.
MOON = (*(HAMZA, ALEF_MADDA, ALEF_HAMZA_ABOVE, ALEF_HAMZA_BELOW), *"ابجحخعغفقكمهوي")
SUN = tuple("تثدذرزسشصضطظلن")

HARAKAT_STRING = "".join(HARAKAT)
TASHKEEL_STRING = "".join(TASHKEEL)
HAMZAT_STRING = "".join(HAMZAT)
HARAKAT_PATTERN = _re.compile(f"[{HARAKAT_STRING}]")
SHORTHARAKAT_PATTERN = _re.compile("[{}]".format("".join(SHORTHARAKAT)))
TASHKEEL_PATTERN = _re.compile(f"[{TASHKEEL_STRING}]")
HAMZAT_PATTERN = _re.compile(f"[{HAMZAT_STRING}]")
ALEFAT_PATTERN = _re.compile("[{}]".format("".join(ALEFAT)))
LIGUATURES_PATTERN = _re.compile("[{}]".format("".join(LIGUATURES)))
NUMBERS_EAST = tuple("٠١٢٣٤٥٦٧٨٩")
NUMBERS_WEST = tuple("0123456789")
NUMBERS_PERS = tuple("۰۱۲۳۴۵۶۷۸۹")

#: Place in the alphabet; a letter with a variant shares its place, all hamzas come last.
ALPHABETIC_ORDER = {letter: place for place, letter in enumerate("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", start=1)}
ALPHABETIC_ORDER[TEH_MARBUTA] = ALPHABETIC_ORDER[TEH]
ALPHABETIC_ORDER.update(dict.fromkeys("ءآأؤإئ", 29))

#: Names of letters and marks in Arabic.
NAMES = {
    **dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", (
        "ألف باء تاء ثاء جيم حاء خاء دال ذال راء زاي سين شين صاد ضاد طاء ظاء عين غين فاء قاف كاف لام ميم نون هاء واو ياء"
    ).split())),
    HAMZA: "همزة",
    TATWEEL: "تطويل",
    TEH_MARBUTA: "تاء مربوطة",
    ALEF_MADDA: "ألف ممدودة",
    ALEF_MAKSURA: "ألف مقصورة",
    ALEF_HAMZA_ABOVE: "همزة على الألف",
    WAW_HAMZA: "همزة على الواو",
    ALEF_HAMZA_BELOW: "همزة تحت الألف",
    YEH_HAMZA: "همزة على الياء",
    FATHATAN: "فتحتان",
    DAMMATAN: "ضمتان",
    KASRATAN: "كسرتان",
    FATHA: "فتحة",
    DAMMA: "ضمة",
    KASRA: "كسرة",
    SHADDA: "شدة",
    SUKUN: "سكون",
}
#: The letters of the alphabet with the seats of hamza.
LETTERS = "".join(letter for letter in NAMES if letter not in (*TASHKEEL, TATWEEL))
