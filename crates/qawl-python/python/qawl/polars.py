"""Data frames of Polars out of series of text. Needs ``polars``.

::

    import polars as pl, qawl.polars

    articles = pl.DataFrame({"text": ["قالت ليلى ناصر إن الطريق مفتوح."]}).with_row_index("row")
    quotes = qawl.polars.quotes(articles["text"])  # "Layla Nasser said that the road is open"
    articles.join(quotes, on="row", suffix="_said")
    articles.with_columns(pl.col("text").map_batches(qawl.polars.normalize, return_dtype=pl.String))

``row`` numbers the text of each row, as ``with_row_index`` does; a missing text has none. Offsets count characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qawl import Normalizer, Pipeline, _layers
from qawl._optional import needed

if TYPE_CHECKING:
    from qawl._qawl import _Layer

__all__ = ["mentions", "normalize", "quotes", "sentences", "tokens"]


def sentences(texts: Any, *, pipeline: Pipeline | None = None, threads: int | None = None) -> Any:
    """A row a sentence: ``row``, ``start``, ``end``, ``text``."""
    return _frame("sentences", texts, pipeline, threads)


def tokens(texts: Any, *, pipeline: Pipeline | None = None, threads: int | None = None) -> Any:
    """A row a token: ``row``, ``start``, ``end``, ``text``, ``kind``."""
    return _frame("tokens", texts, pipeline, threads)


def mentions(texts: Any, *, pipeline: Pipeline | None = None, threads: int | None = None) -> Any:
    """A row a name: ``row``, ``start``, ``end``, ``text``, ``type``, ``name``, ``id``."""
    return _frame("mentions", texts, pipeline, threads)


def quotes(texts: Any, *, pipeline: Pipeline | None = None, threads: int | None = None) -> Any:
    """A row a quote: ``row``, ``quote`` (its number in the text), ``type``, ``start`` and ``end`` of what is said,
    ``text``, ``speaker``, ``how``, ``cue``, ``within``, ``rule``, ``confidence``.
    """
    return _frame("quotes", texts, pipeline, threads)


def normalize(texts: Any, normalizer: Normalizer | None = None, *, threads: int | None = None) -> Any:
    """The normalized texts as a series of the same name; missing ones stay missing."""
    texts = _series(texts)
    pl = _polars()
    return pl.Series(texts.name, _layers.normalized(texts.to_list(), normalizer, threads), dtype=pl.String)


def _frame(layer: _Layer, texts: Any, pipeline: Pipeline | None, threads: int | None) -> Any:
    pl = _polars()
    found = _layers.columns(layer, _series(texts).to_list(), pipeline, threads)
    dtypes = {str: pl.String, int: pl.Int64, float: pl.Float64}
    # What ``with_row_index`` numbers by, so that the two join.
    schema = {"row": pl.get_index_type(), **{name: dtypes[kind] for name, kind in _layers.COLUMNS[layer].items()}}
    return pl.DataFrame({"row": found.texts, **found.columns}, schema=schema)


def _series(texts: Any) -> Any:
    pl = _polars()
    series = texts if isinstance(texts, pl.Series) else pl.Series(texts, dtype=pl.String)
    if series.dtype not in (pl.String, pl.Null):
        raise TypeError(f"texts are {series.dtype}, expected String")
    return series


def _polars() -> Any:
    return needed("polars", "qawl.polars")
