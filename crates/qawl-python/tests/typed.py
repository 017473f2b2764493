"""What a type checker must accept; read by mypy, not run."""

from __future__ import annotations

import qawl

document: qawl.Document = qawl.annotate("نعم")  # "yes"
texts: list[str] = [token.text for token in document.tokens if token.kind == "word"]
speakers: list[str | None] = [quote.speaker.name if quote.speaker else None for quote in document.quotes]
start, end = document.sentences[0]
some: qawl.Tokens = document[1:2]
names = qawl.Gazetteer([("لندن", "city"), qawl.Entry("بغداد", "city", id="1")])  # London, Baghdad
found: list[list[qawl.Mention]] = names.find_all(iter(texts), policy="all", threads=2)
pipeline = qawl.Pipeline(layers=["tokens"], gazetteers=[names], abbreviations={"رئ": "title"})
normalized: str = qawl.Normalizer("SEARCH", teh_marbuta=False, marks=["SHADDA"])("نعم")
latin: str = qawl.to_latin("نعم", "HSB")
spoken: list[qawl.Quote] = [quote for sentence in document.sentences for quote in document.quotes_in(sentence)]
