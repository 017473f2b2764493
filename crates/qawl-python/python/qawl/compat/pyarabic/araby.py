"""``pyarabic.araby``: letters, marks, words.

>>> from qawl.compat.pyarabic import araby
>>> araby.strip_tashkeel("الك\\u0650ت\\u064eاب")  # "the book", with KASRA and FATHA
'الكتاب'
>>> araby.tokenize("عاد الوفد، ثم مضى.")  # "the delegation returned, then it left"
['عاد', 'الوفد', '،', 'ثم', 'مضى', '.']
>>> araby.normalize_hamza("سؤال", method="tasheel")  # "question"
'سوال'

Different by design, all else the same:

* ``tokenize``, ``tokenize_with_location``: a word keeps all its combining marks and its joiners (pyarabic cuts it at a
  combining hamza, a sign of the Quran, U+200C ZERO WIDTH NON-JOINER); no token is white space other than a line break.
* ``sentence_tokenize``: keeps every mark (pyarabic makes ``...`` to ``.``) and cuts all sentences (pyarabic the first
  32).
* ``normalize_hamza``: a combining hamza belongs to the letter it stands on, so both ways of writing one letter give the
  same (pyarabic makes a letter of the mark).
* ``normalize_alef``: alef maksura stays, as pyarabic's documentation says and its code does not.
* ``normalize_ligature``: the final forms of lam-alef too.
* ``is_arabicword``: marks may follow alef maksura, a dagger alef may stand in a word, punctuation may not, nor a letter
  behind teh marbuta.
* ``separate``, ``vocalizedlike`` and what rests on them: a haraka counts on either side of the shadda (pyarabic loses
  one that stands before it, as in Unicode's canonical order), and words of different letters are never alike;
  ``vocalized_similarity`` counts the letters that differ (pyarabic the steps of its comparison).
* ``reduce_tashkeel``: judges by the text as it is given, also where a letter has two harakat.
* ``strip_diacritics``: the marks of Arabic Extended-A and -B too.
* A lone surrogate in a text that changes may become U+FFFD REPLACEMENT CHARACTER.

Not here: ``waznlike``, ``autocorrect``, ``spellit``.
"""

from __future__ import annotations

from qawl.compat.pyarabic._letters import *  # noqa: F403
from qawl.compat.pyarabic._marks import *  # noqa: F403
from qawl.compat.pyarabic._tests import *  # noqa: F403
from qawl.compat.pyarabic._tokens import *  # noqa: F403
from qawl.compat.pyarabic._vowels import *  # noqa: F403
