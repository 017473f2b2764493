"""Arabic text: which words, which names, who said what, and where exactly in the text.

>>> import qawl
>>> text = "قال المدير سامي حداد: «سنفتح المعرض غدا». وأضافت ليلى ناصر أن الدخول مجاني."
>>> # The director Sami Haddad said: "We open the fair tomorrow." Layla Nasser added that entry is free.
>>> for quote in qawl.annotate(text).quotes:
...     print(f"{quote.speaker.name}: {quote.text}")
سامي حداد: سنفتح المعرض غدا
ليلى ناصر: الدخول مجاني

What to use:

* ``annotate`` for one text, ``annotate_all`` for many, on several threads; a ``Pipeline`` to choose layers and
  to add names and abbreviations of your own.
* ``tokenize``, ``sentences``, ``quotes`` and the classes ``Normalizer``, ``Tokenizer``, ``Segmenter``,
  ``Gazetteer`` for one layer; ``to_latin`` and ``to_arabic`` for transliteration.
* ``qawl.spacy``, ``qawl.pandas``, ``qawl.polars``, ``qawl.arrow``, ``qawl.spark`` with those packages;
  ``qawl.compat`` in the place of camel-tools and pyarabic.

All offsets are characters: ``text[start:end]`` is what was found. Any ``str`` will do; a lone surrogate, which is
no character, counts as U+FFFD REPLACEMENT CHARACTER and keeps its place. All objects are read-only, can be pickled
and may be used by several threads at once.
"""

from collections.abc import Sequence as _Sequence

from qawl._qawl import (
    Cue,
    Document,
    Entry,
    Gazetteer,
    Mention,
    Normalized,
    Normalizer,
    Piece,
    Pipeline,
    Quote,
    QuoteOptions,
    Segmentation,
    Segmenter,
    SentenceOptions,
    Span,
    Speaker,
    SpeakerEntry,
    Token,
    Tokenizer,
    Tokens,
    __version__,
    annotate,
    annotate_all,
    desegment,
    quotes,
    read_entries,
    sentences,
    to_arabic,
    to_latin,
    tokenize,
)

_Sequence.register(Tokens)

__all__ = [
    "Cue",
    "Document",
    "Entry",
    "Gazetteer",
    "Mention",
    "Normalized",
    "Normalizer",
    "Piece",
    "Pipeline",
    "Quote",
    "QuoteOptions",
    "Segmentation",
    "Segmenter",
    "SentenceOptions",
    "Span",
    "Speaker",
    "SpeakerEntry",
    "Token",
    "Tokenizer",
    "Tokens",
    "__version__",
    "annotate",
    "annotate_all",
    "desegment",
    "quotes",
    "read_entries",
    "sentences",
    "to_arabic",
    "to_latin",
    "tokenize",
]
