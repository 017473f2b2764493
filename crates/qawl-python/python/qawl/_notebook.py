"""A document as HTML, for notebooks: right to left, with names and quotes marked, and beneath who said what."""

from __future__ import annotations

import html as _html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from qawl import Document

#: How many characters of a text are shown; more would make a notebook slow.
_SHOWN = 20_000

_STYLES = {
    "quote": "background:#fff3bf;color:#222",
    "cue": "text-decoration:underline;text-underline-offset:.3em",
    "name": "border-bottom:2px solid #1971c2",
}


class _Marked(NamedTuple):
    """A stretch of the text, what it is, and what is said of it."""

    start: int
    end: int
    kind: str
    title: str


def html(document: Document) -> str:
    """The text with its marks, and a table of its quotes. All that comes from the text is escaped."""
    shown = (
        '<div dir="rtl" lang="ar" style="text-align:right;line-height:2;white-space:pre-wrap">'
        f"{_marked(document)}</div>{_table(document)}"
    )
    # A page is UTF-8, which has no lone surrogates.
    return re.sub("[\ud800-\udfff]", "\ufffd", shown)


def _marked(document: Document) -> str:
    """The text in stretches, each with the styles of all that covers it: quotes, cues and names cross freely."""
    text = document.text[:_SHOWN]
    spans = [span._replace(end=min(span.end, len(text))) for span in _spans(document) if span.start < len(text)]
    edges = sorted({0, len(text), *(span.start for span in spans), *(span.end for span in spans)})
    starting = sorted(spans, reverse=True)
    open_spans: list[_Marked] = []
    written = []
    for start, end in zip(edges, edges[1:]):
        open_spans = [span for span in open_spans if span.end > start]
        while starting and starting[-1].start == start:
            open_spans.append(starting.pop())
        written.append(_stretch(text[start:end], open_spans))
    more = "…" if len(document.text) > _SHOWN else ""
    return "".join(written) + more


def _stretch(words: str, spans: list[_Marked]) -> str:
    words = _html.escape(words)
    if not spans:
        return words
    style = ";".join(_STYLES[kind] for kind in dict.fromkeys(span.kind for span in spans))
    title = _html.escape(" · ".join(dict.fromkeys(span.title for span in spans)))
    return f'<span style="{style}" title="{title}">{words}</span>'


def _spans(document: Document) -> Iterator[_Marked]:
    """What is marked."""
    for quote in document.quotes:
        speaker = quote.speaker.name if quote.speaker else "?"
        for start, end in quote.content:
            if start < end:
                yield _Marked(start, end, "quote", f"{quote.id}. {speaker}")
        if quote.cue:
            yield _Marked(quote.cue.start, quote.cue.end, "cue", quote.cue.lemma)
    for mention in document.mentions:
        yield _Marked(mention.start, mention.end, "name", f"{mention.name} ({mention.type})")


def _table(document: Document) -> str:
    if not document.quotes:
        return ""
    rows = []
    for quote in document.quotes:
        speaker = quote.speaker.name if quote.speaker else ""
        cells = (str(quote.id), speaker, quote.type, quote.text)
        row = "".join(f'<td style="text-align:right"><bdi>{_html.escape(cell)}</bdi></td>' for cell in cells)
        rows.append(f"<tr>{row}</tr>")
    return f'<table dir="rtl" lang="ar">{"".join(rows)}</table>'
