"""What is found in many texts as columns, a row a token, name, quote or sentence: what every kind of table is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Callable, NamedTuple

from qawl import Document, Normalizer, Pipeline, Quote

if TYPE_CHECKING:
    from qawl._qawl import _Layer

#: The columns of each layer, and of what kind their values are: ``str``, ``int``, ``float``.
COLUMNS: dict[_Layer, dict[str, type]] = {
    "sentences": {"start": int, "end": int, "text": str},
    "tokens": {"start": int, "end": int, "text": str, "kind": str},
    "mentions": {"start": int, "end": int, "text": str, "type": str, "name": str, "id": str},
    "quotes": {
        "quote": int,
        "type": str,
        "start": int,
        "end": int,
        "text": str,
        "speaker": str,
        "how": str,
        "cue": str,
        "within": int,
        "rule": str,
        "confidence": float,
    },
}


class Columns(NamedTuple):
    """Rows of a layer, column by column."""

    #: For each row the number of its text.
    texts: list[int]
    columns: dict[str, list[Any]]


def columns(
    layer: _Layer, texts: Iterable[str | None], pipeline: Pipeline | None = None, threads: int | None = None
) -> Columns:
    """What the pipeline finds in the texts; ``None`` is a text in which there is nothing."""
    pipeline = pipeline or Pipeline(layers=["mentions", "quotes"] if layer == "quotes" else [layer])
    rows = _ROWS[layer]
    numbers: list[int] = []
    found: list[list[Any]] = [[] for _ in COLUMNS[layer]]
    documents = pipeline.annotate_all(["" if text is None else text for text in texts], threads=threads)
    for number, document in enumerate(documents):
        of_document = rows(document)
        numbers += [number] * len(of_document[0])
        for column, values in zip(found, of_document):
            column += values
    return Columns(numbers, dict(zip(COLUMNS[layer], found)))


def normalized(
    texts: Sequence[str | None], normalizer: Normalizer | None = None, threads: int | None = None
) -> list[str | None]:
    """The normalized texts; missing ones stay missing."""
    done = (normalizer or Normalizer()).normalize_all([text or "" for text in texts], threads=threads)
    return [None if text is None else new for text, new in zip(texts, done)]


def _sentences(document: Document) -> Sequence[Sequence[Any]]:
    spans = document.sentences
    return [span.start for span in spans], [span.end for span in spans], [span.text for span in spans]


def _tokens(document: Document) -> Sequence[Sequence[Any]]:
    tokens = document.tokens
    spans = tokens.spans()
    return [start for start, _ in spans], [end for _, end in spans], tokens.texts(), tokens.kinds()


def _mentions(document: Document) -> Sequence[Sequence[Any]]:
    names = document.mentions
    return (
        [name.start for name in names],
        [name.end for name in names],
        [name.text for name in names],
        [name.type for name in names],
        [name.name for name in names],
        [name.id for name in names],
    )


def _quotes(document: Document) -> Sequence[Sequence[Any]]:
    rows = [_quote(quote) for quote in document.quotes]
    return list(zip(*rows)) if rows else [[] for _ in COLUMNS["quotes"]]


def _quote(quote: Quote) -> tuple[Any, ...]:
    speaker, content = quote.speaker, quote.content
    return (
        quote.id,
        quote.type,
        content[0].start if content else None,
        content[-1].end if content else None,
        quote.text,
        speaker.name if speaker else None,
        speaker.how if speaker else None,
        quote.cue.text if quote.cue else None,
        quote.within,
        quote.rule,
        # Two digits, as in JSON: the rest is no knowledge.
        round(quote.confidence, 2),
    )


_ROWS: dict[_Layer, Callable[[Document], Sequence[Sequence[Any]]]] = {
    "sentences": _sentences,
    "tokens": _tokens,
    "mentions": _mentions,
    "quotes": _quotes,
}
