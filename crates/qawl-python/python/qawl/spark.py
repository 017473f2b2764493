"""Annotation of data frames of Spark by ``mapInArrow``. Needs ``pyspark``, ``pyarrow`` and ``pandas``, and qawl on every worker.

::

    import qawl.spark

    articles = spark.createDataFrame([("a1", "قالت ليلى ناصر إن الطريق مفتوح.")], ["id", "text"])
    quotes = qawl.spark.quotes(articles, "text", keep=["id"])  # "Layla Nasser said that the road is open"
    quotes.select("id", "speaker").show()

A row of the result is a quote, a token and so on, with the columns of its text that ``keep`` names. A ``pipeline`` goes to
the workers as it is, gazetteers included. Each task works on one thread: Spark divides the processors itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Callable

from qawl import Pipeline, arrow
from qawl._optional import needed

if TYPE_CHECKING:
    from qawl._qawl import _Layer

__all__ = ["mentions", "quotes", "sentences", "tokens"]


def sentences(frame: Any, text: str, *, keep: Sequence[str] = (), pipeline: Pipeline | None = None) -> Any:
    """A row a sentence: what is kept, ``start``, ``end``, ``text``."""
    return _mapped("sentences", frame, text, keep, pipeline)


def tokens(frame: Any, text: str, *, keep: Sequence[str] = (), pipeline: Pipeline | None = None) -> Any:
    """A row a token: what is kept, ``start``, ``end``, ``text``, ``kind``."""
    return _mapped("tokens", frame, text, keep, pipeline)


def mentions(frame: Any, text: str, *, keep: Sequence[str] = (), pipeline: Pipeline | None = None) -> Any:
    """A row a name: what is kept, ``start``, ``end``, ``text``, ``type``, ``name``, ``id``."""
    return _mapped("mentions", frame, text, keep, pipeline)


def quotes(frame: Any, text: str, *, keep: Sequence[str] = (), pipeline: Pipeline | None = None) -> Any:
    """A row a quote: what is kept, ``quote`` (its number in the text), ``type``, ``start`` and ``end`` of what is said,
    ``text``, ``speaker``, ``how``, ``cue``, ``within``, ``rule``, ``confidence``.
    """
    return _mapped("quotes", frame, text, keep, pipeline)


def _mapped(layer: _Layer, frame: Any, text: str, keep: Sequence[str], pipeline: Pipeline | None) -> Any:
    types = needed("pyspark.sql.types", "qawl.spark")
    pandas_types = needed("pyspark.sql.pandas.types", "qawl.spark")
    found = pandas_types.from_arrow_schema(arrow.schema(layer))
    for name in (text, *keep):
        if name not in frame.columns:
            raise ValueError(f"no column {name!r}, expected one of {', '.join(frame.columns)}")
    doubled = sorted(set(keep) & set(found.names))
    if doubled:
        raise ValueError(f"keep names {', '.join(doubled)}, which the result has already: rename before")
    schema = types.StructType([*(frame.schema[name] for name in keep), *found.fields])
    return frame.select(text, *(name for name in keep if name != text)).mapInArrow(
        _mapper(layer, text, list(keep), pipeline), schema
    )


def _mapper(
    layer: _Layer, text: str, keep: list[str], pipeline: Pipeline | None
) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """What a worker does with its batches."""

    def annotated(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            found = arrow.table(layer, batch.column(text), pipeline, threads=1).combine_chunks()
            rows = found.column("row")
            kept = {name: batch.column(name).take(rows.combine_chunks()) for name in keep}
            columns = {name: found.column(name) for name in found.column_names if name != "row"}
            yield from needed("pyarrow", "qawl.spark").table({**kept, **columns}).to_batches()

    return annotated
