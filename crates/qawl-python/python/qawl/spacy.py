"""The component ``qawl`` for pipelines of spaCy. Needs ``spacy``; spaCy finds it by itself.

::

    import spacy

    nlp = spacy.blank("ar")
    nlp.add_pipe("qawl")
    doc = nlp("قالت ليلى ناصر في لندن إن الطريق مفتوح.")  # "Layla Nasser said in London that the road is open"
    [(ent.text, ent.label_) for ent in doc.ents]
    [(span.text, span.label_, span._.speaker) for span in doc.spans["quotes"]]

It sets

* ``doc.ents``: the names, labelled by type, with the identifier as ``kb_id_``; entities that are there stay;
* ``doc.spans["quotes"]``: what is said, labelled by kind, a span a stretch; ``doc.spans["cues"]``: the reporting words;
* ``doc._.qawl``: the :class:`qawl.Document`, exact to the character where tokens of spaCy are coarser;
* ``span._.quote``, ``span._.speaker`` of a span of those groups, ``span._.mention`` of an entity;
* ``token._.quotes``: the numbers of the quotes that a token is in; ``token._.clitics``: the token in pieces, as
  :class:`qawl.Segmentation`; ``token._.normalized``.

spaCy's own Arabic tokenizer leaves some marks on their words («بغداد».» is one token of it), and spans grow to whole
tokens. The tokenizer of qawl does not, and is faster::

    nlp = spacy.blank("ar", config={"nlp": {"tokenizer": {"@tokenizers": "qawl.Tokenizer.v1"}}})

Settings of ``add_pipe("qawl", config={…})``: ``ents`` and ``sentences`` (false to leave them alone; sentences are set only
where they are asked for), ``layers``. All that is kept in a document is text, so ``to_bytes``, ``DocBin`` and
``nlp.pipe(n_process=2)`` keep it. With names of your own: ``nlp.get_pipe("qawl").pipeline = qawl.Pipeline(…)``; a saved
pipeline of spaCy holds the settings alone, so set it again after loading.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

import qawl
from qawl._optional import needed

spacy = needed("spacy", "qawl.spacy")
tokens = needed("spacy.tokens", "qawl.spacy")

__all__ = ["Component", "Tokenizer", "make", "make_tokenizer"]


class Component:
    """Annotates documents of spaCy by a :class:`qawl.Pipeline`."""

    def __init__(self, pipeline: qawl.Pipeline, *, ents: bool = True, sentences: bool = False) -> None:
        self.pipeline = pipeline
        self.ents = ents
        self.sentences = sentences

    def __call__(self, doc: Any) -> Any:
        """The document, annotated."""
        return self._filled(doc, self.pipeline.annotate(doc.text))

    def pipe(self, stream: Iterable[Any], *, batch_size: int = 128) -> Iterator[Any]:
        """The documents of a stream, annotated many at a time on all cores."""
        for batch in spacy.util.minibatch(stream, batch_size):
            found = self.pipeline.annotate_all([doc.text for doc in batch])
            yield from map(self._filled, batch, found)

    def _filled(self, doc: Any, found: qawl.Document) -> Any:
        doc._.qawl_found = _state(found)
        if self.sentences:
            _set_sentences(doc, found)
        if self.ents:
            _set_ents(doc, found)
        quotes = [(span, quote.type, quote.id) for quote in found.quotes for span in quote.content]
        cues = [(quote.cue, quote.type, quote.id) for quote in found.quotes if quote.cue]
        doc.spans["quotes"] = _group(doc, quotes)
        doc.spans["cues"] = _group(doc, cues)
        return doc


class Tokenizer:
    """Cuts texts for spaCy as :class:`qawl.Tokenizer` does. White space other than one space is a token, as spaCy has it."""

    def __init__(self, vocab: Any) -> None:
        self.vocab = vocab
        self._tokenizer = qawl.Tokenizer()

    def __call__(self, text: str) -> Any:
        """The document of the text, whose tokens join to it."""
        words: list[str] = []
        spaces: list[bool] = []
        found = self._tokenizer.tokenize(text, spaces=True)
        for start, end in found.spans():
            word = text[start:end]
            if word[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
                word = word[1:]
            if word:
                words.append(word)
                spaces.append(False)
        return tokens.Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str], batch_size: int = 128) -> Iterator[Any]:
        """The documents of many texts."""
        return map(self, texts)

    # spaCy saves the parts of a pipeline by these; there is nothing to save.
    def to_bytes(self, **_: Any) -> bytes:
        """Nothing."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> Tokenizer:
        """The same tokenizer."""
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Nothing."""

    def from_disk(self, _path: Any, **_: Any) -> Tokenizer:
        """The same tokenizer."""
        return self


def _group(doc: Any, spans: Iterable[tuple[qawl.Span, str, int]]) -> list[Any]:
    """Spans of spaCy's tokens over ours; each with the number of its quote."""
    group = []
    for span, label, number in spans:
        made = doc.char_span(span.start, span.end, label=label, span_id=str(number), alignment_mode="expand")
        if made is not None:
            group.append(made)
    return group


def _set_ents(doc: Any, found: qawl.Document) -> None:
    there = list(doc.ents)
    made = []
    for name in found.mentions:
        span = doc.char_span(name.start, name.end, label=name.type, kb_id=name.id or "", alignment_mode="expand")
        if span is not None and not any(span.start < ent.end and ent.start < span.end for ent in there):
            made.append(span)
    doc.set_ents([*there, *spacy.util.filter_spans(made)])


def _set_sentences(doc: Any, found: qawl.Document) -> None:
    starts = {sentence.start for sentence in found.sentences}
    for token in doc:
        token.is_sent_start = token.i == 0 or any(at in starts for at in range(token.idx, token.idx + len(token)))


def _state(found: qawl.Document) -> str:
    """A document as text; its own text is that of the document of spaCy."""
    state: str = found.__reduce__()[1][1]
    return state


@functools.lru_cache(maxsize=16)
def _document(text: str, state: str) -> qawl.Document:
    return qawl._qawl._document(text, state)


def _found(doc: Any) -> qawl.Document | None:
    state = doc._.qawl_found
    return None if state is None else _document(doc.text, state)


def _quote(span: Any) -> qawl.Quote | None:
    found = _found(span.doc)
    number = int(span.id_) if span.id_.isdecimal() else 0
    return found.quotes[number - 1] if found and 0 < number <= len(found.quotes) else None


def _speaker(span: Any) -> str | None:
    quote = _quote(span)
    return quote.speaker.name if quote and quote.speaker else None


def _mention(span: Any) -> qawl.Mention | None:
    found = _found(span.doc)
    names = found.mentions if found else ()
    return next((name for name in names if span.start_char <= name.start and name.end <= span.end_char), None)


def _quotes_of(token: Any) -> list[int]:
    found = _found(token.doc)
    behind = token.idx + len(token)
    return [
        quote.id
        for quote in (found.quotes if found else ())
        if any(span.start < behind and token.idx < span.end for span in quote.content)
    ]


@functools.lru_cache(maxsize=1)
def _segmenter() -> qawl.Segmenter:
    return qawl.Segmenter()


@functools.lru_cache(maxsize=1)
def _normalizer() -> qawl.Normalizer:
    return qawl.Normalizer()


def _extend() -> None:
    """Makes the extensions; those of somebody else under these names are an error of spaCy."""
    if tokens.Doc.has_extension("qawl"):
        return
    tokens.Doc.set_extension("qawl_found", default=None)
    tokens.Doc.set_extension("qawl", getter=_found)
    tokens.Span.set_extension("quote", getter=_quote)
    tokens.Span.set_extension("speaker", getter=_speaker)
    tokens.Span.set_extension("mention", getter=_mention)
    tokens.Token.set_extension("quotes", getter=_quotes_of)
    tokens.Token.set_extension("clitics", getter=lambda token: _segmenter().segment(token.text))
    tokens.Token.set_extension("normalized", getter=lambda token: _normalizer().normalize(token.text))


@spacy.language.Language.factory(  # type: ignore[untyped-decorator]
    "qawl",
    assigns=["doc.ents", "doc.spans", "doc._.qawl"],
    default_config={"ents": True, "sentences": False, "layers": ["sentences", "tokens", "mentions", "quotes"]},
)
def make(nlp: Any, name: str, ents: bool, sentences: bool, layers: list[str]) -> Component:
    """What ``nlp.add_pipe("qawl")`` calls."""
    _extend()
    return Component(qawl.Pipeline(layers=layers), ents=ents, sentences=sentences)  # type: ignore[arg-type]


@spacy.registry.tokenizers("qawl.Tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Any:
    """What the configuration of a pipeline calls."""
    return lambda nlp: Tokenizer(nlp.vocab)
