"""Data frames of pandas out of series of text. Needs ``pandas``.

::

    import pandas as pd, qawl.pandas

    articles = pd.DataFrame({"text": ["قالت ليلى ناصر إن الطريق مفتوح."]}, index=["a1"])
    quotes = qawl.pandas.quotes(articles["text"])  # "Layla Nasser said that the road is open"
    quotes.loc["a1", "speaker"]  # 'ليلى ناصر'
    articles.join(quotes.add_prefix("said_"))

Rows have the index of their text, so that they join what they came from; a missing text has none. Offsets count
characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qawl import Normalizer, Pipeline, _layers
from qawl._optional import needed

if TYPE_CHECKING:
    from qawl._qawl import _Layer

__all__ = ["mentions", "normalize", "quotes", "sentences", "tokens"]


def sentences(texts: Any, *, pipeline: Pipeline | None = None, threads: int | None = None) -> Any:
    """A row a sentence: ``start``, ``end``, ``text``."""
    return _frame("sentences", texts, pipeline, threads)


def tokens(texts: Any, *, pipeline: Pipeline | None = None, threads: int | None = None) -> Any:
    """A row a token: ``start``, ``end``, ``text``, ``kind``."""
    return _frame("tokens", texts, pipeline, threads)


def mentions(texts: Any, *, pipeline: Pipeline | None = None, threads: int | None = None) -> Any:
    """A row a name: ``start``, ``end``, ``text``, ``type``, ``name``, ``id``."""
    return _frame("mentions", texts, pipeline, threads)


def quotes(texts: Any, *, pipeline: Pipeline | None = None, threads: int | None = None) -> Any:
    """A row a quote: ``quote`` (its number in the text), ``type``, ``start`` and ``end`` of what is said, ``text``,
    ``speaker``, ``how``, ``cue``, ``within``, ``rule``, ``confidence``.
    """
    return _frame("quotes", texts, pipeline, threads)


def normalize(texts: Any, normalizer: Normalizer | None = None, *, threads: int | None = None) -> Any:
    """The normalized texts as a series of the same index and name; missing ones stay missing."""
    texts = _series(texts)
    done = (normalizer or Normalizer()).normalize_all(_filled(texts), threads=threads)
    pd = _pandas()
    # The categories of the result are others.
    dtype = None if isinstance(texts.dtype, pd.CategoricalDtype) else texts.dtype
    return pd.Series(done, index=texts.index, name=texts.name, dtype=dtype).where(texts.notna(), None)


def _frame(layer: _Layer, texts: Any, pipeline: Pipeline | None, threads: int | None) -> Any:
    pd = _pandas()
    texts = _series(texts)
    found = _layers.columns(layer, _filled(texts), pipeline, threads)
    # Numbers that may be missing would turn into floating ones.
    dtypes = {str: "string", int: "Int64", float: "float64"}
    index = texts.index.take(found.texts)
    kinds = _layers.COLUMNS[layer]
    data = {name: pd.array(values, dtype=dtypes[kinds[name]]) for name, values in found.columns.items()}
    return pd.DataFrame(data, index=index)


def _series(texts: Any) -> Any:
    return texts if isinstance(texts, _pandas().Series) else _pandas().Series(texts, dtype="object")


def _filled(texts: Any) -> list[str]:
    """The texts, empty where they are missing."""
    return ["" if is_missing else text for text, is_missing in zip(texts.tolist(), texts.isna())]


def _pandas() -> Any:
    return needed("pandas", "qawl.pandas")
