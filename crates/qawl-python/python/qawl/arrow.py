"""Tables of Apache Arrow out of columns of text. Needs ``pyarrow``.

::

    import pyarrow as pa, qawl.arrow

    texts = pa.array(["قالت ليلى ناصر إن الطريق مفتوح.", None])  # "Layla Nasser said that the road is open"
    quotes = qawl.arrow.quotes(texts)
    quotes.column("speaker").to_pylist()  # ['ليلى ناصر']
    quotes.column("row").to_pylist()  # [0]: of the first text

Texts are an array, a chunked array, or anything that hands over one by Arrow's C interface without a copy
(``__arrow_c_array__``, ``__arrow_c_stream__``): a column of Polars, DuckDB, pandas. ``row`` numbers the text of each
row; a missing text has none. Offsets count characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qawl import Normalizer, Pipeline, _layers
from qawl._optional import needed

if TYPE_CHECKING:
    from qawl._qawl import _Layer

__all__ = ["mentions", "normalize", "quotes", "schema", "sentences", "tokens"]


def _arrow() -> Any:
    return needed("pyarrow", "qawl.arrow")


def schema(layer: _Layer) -> Any:
    """The columns of ``sentences``, ``tokens``, ``mentions`` or ``quotes``, without ``row``."""
    if layer not in _layers.COLUMNS:
        raise ValueError(f"layer is {layer!r}, expected one of {', '.join(_layers.COLUMNS)}")
    pa = _arrow()
    types = {str: pa.string(), int: pa.int64(), float: pa.float64()}
    return pa.schema([(name, types[kind]) for name, kind in _layers.COLUMNS[layer].items()])


def sentences(texts: Any, *, pipeline: Pipeline | None = None, threads: int | None = None) -> Any:
    """A row a sentence: ``row``, ``start``, ``end``, ``text``."""
    return table("sentences", texts, pipeline, threads)


def tokens(texts: Any, *, pipeline: Pipeline | None = None, threads: int | None = None) -> Any:
    """A row a token: ``row``, ``start``, ``end``, ``text``, ``kind``."""
    return table("tokens", texts, pipeline, threads)


def mentions(texts: Any, *, pipeline: Pipeline | None = None, threads: int | None = None) -> Any:
    """A row a name: ``row``, ``start``, ``end``, ``text``, ``type``, ``name``, ``id``."""
    return table("mentions", texts, pipeline, threads)


def quotes(texts: Any, *, pipeline: Pipeline | None = None, threads: int | None = None) -> Any:
    """A row a quote: ``row``, ``quote`` (its number in the text), ``type``, ``start`` and ``end`` of what is said,
    ``text``, ``speaker``, ``how``, ``cue``, ``within``, ``rule``, ``confidence``.
    """
    return table("quotes", texts, pipeline, threads)


def normalize(texts: Any, normalizer: Normalizer | None = None, *, threads: int | None = None) -> Any:
    """The normalized texts as an array; missing ones stay missing."""
    return _arrow().array(_layers.normalized(_list(texts), normalizer, threads), _arrow().string())


def table(layer: _Layer, texts: Any, pipeline: Pipeline | None = None, threads: int | None = None) -> Any:
    """What a layer finds in the texts, as a table."""
    pa = _arrow()
    found = _layers.columns(layer, _list(texts), pipeline, threads)
    fields = schema(layer).insert(0, pa.field("row", pa.int64()))
    return pa.table([found.texts, *found.columns.values()], schema=fields)


def _list(texts: Any) -> list[str | None]:
    """The texts as strings of Python."""
    pa = _arrow()
    if not isinstance(texts, (pa.Array, pa.ChunkedArray)):
        texts = pa.chunked_array(texts) if hasattr(texts, "__arrow_c_stream__") else pa.array(texts)
    kinds = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null)
    if not any(is_kind(texts.type) for is_kind in kinds):
        raise TypeError(f"texts are {texts.type}, expected strings")
    listed: list[str | None] = texts.to_pylist()
    return listed
