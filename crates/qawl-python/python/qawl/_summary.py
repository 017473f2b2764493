"""A document as a person likes to read it: the format ``text`` of the command."""

from collections import Counter, defaultdict

#: How many letters of a document its title shows.
TITLE = 60

#: The order in which types of names are listed; others follow by their names.
TYPES = ["person", "organization", "media", "country", "city", "region", "month", "weekday"]

#: U+2026 HORIZONTAL ELLIPSIS and U+00D7 MULTIPLICATION SIGN.
ELLIPSIS, TIMES = "\u2026", "\u00d7"

#: Line breaks, tabs and controls, which a terminal might obey, are spaces; what turns the direction is left out.
IN_A_LINE = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029], " "),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)]),
}


def of(id, document, _offsets=None):
    """Title, quotes, names, and how much there is of everything."""
    parts = [title(id, document), *quotes(document), *names(document), "\n" + counts(document)]
    return "\n".join(parts) + "\n"


def title(id, document):
    """The name of the document and how it begins."""
    first = next(iter(document.sentences), None)
    return shown(id) if first is None else f"{shown(id)}: {shown(beginning(first.text))}"


def shown(text):
    """A text of the document in a line of ours."""
    return text.translate(IN_A_LINE)


def beginning(sentence):
    """The first words of a sentence, with an ellipsis where it goes on."""
    if len(sentence) <= TITLE:
        return sentence
    start = sentence[:TITLE]
    cut = max((at for at, c in enumerate(start) if c.isspace()), default=len(start))
    return f"{start[:cut]} {ELLIPSIS}"


def quotes(document):
    """Each quote with its speaker, under the one in whose words it stands."""
    inner = defaultdict(list)
    ids = {quote.id for quote in document.quotes}
    for quote in document.quotes:
        inner[quote.within if quote.within in ids else None].append(quote)
    if document.quotes:
        yield "\nQuotes"
    yield from nested(inner, None, 1)


def nested(inner, outer, depth):
    """The quotes that stand in ``outer``, and under each, further in, those in its own words."""
    for quote in inner[outer]:
        indent = "  " * depth
        speaker = quote.speaker.name if quote.speaker else "unknown"
        cue = f", {shown(quote.cue.text)}" if quote.cue else ""
        yield f"{indent}{quote.id}. {shown(speaker)} ({quote.type}{cue})"
        yield f"{indent}   {shown(quote.text)}"
        yield from nested(inner, quote.id, depth + 1)


def names(document):
    """The names of each type, the most frequent first, then in the order of the text."""
    if document.mentions:
        yield "\nNames"
    types = defaultdict(list)
    for mention in document.mentions:
        types[mention.type].append(mention.name)
    rank = {type: at for at, type in enumerate(TYPES)}
    for type in sorted(types, key=lambda type: (rank.get(type, len(TYPES)), type)):
        of_type = [
            shown(name) + (f" {TIMES}{count}" if count > 1 else "") for name, count in Counter(types[type]).most_common()
        ]
        yield f"  {shown(type)} ({len(types[type])}): {', '.join(of_type)}"


def counts(document):
    """How much there is of everything."""
    words = document.tokens.kinds().count("word")
    numbers = [
        (len(document.sentences), "sentence"),
        (words, "word"),
        (len(document.quotes), "quote"),
        (len(document.mentions), "name"),
    ]
    return ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in numbers)
