"""Laws for any str: no crash, offsets that slice right, the same whether surrogates are lone or replaced."""

import json

import qawl
from conftest import any_text, mended
from hypothesis import example, given
from hypothesis import strategies as st

LONE = "قال \ud83d الوزير: «نعم»"  # "the minister \ud83d said: 'yes'", with half an emoji


def check_span(span, text):
    assert 0 <= span.start <= span.end <= len(text)
    assert span.text == text[span.start : span.end] == str(span)
    assert list(span) == [span.start, span.end]
    assert span.source is text


@given(any_text)
@example(LONE)
def test_everything_that_is_found_slices_right(text):
    document = qawl.annotate(text)
    assert document.text is text
    for span in [*document.sentences, *document.tokens, *document.mentions]:
        check_span(span, text)
        assert len(span) > 0
    for mention in document.mentions:
        for clitic in mention.clitics:
            check_span(clitic, text)
    for quote in document.quotes:
        parts = [*quote.content, quote.cue, quote.source, quote.speaker and quote.speaker.mention]
        for span in parts:
            if span is not None:
                check_span(span, text)
    for entry in document.speakers():
        for span in entry.mentions:
            check_span(span, text)


@given(any_text)
@example(LONE)
def test_a_lone_surrogate_counts_as_one_character(text):
    document, other = qawl.annotate(text), qawl.annotate(mended(text))
    assert document.to_json() == other.to_json()
    assert document.to_json(offsets="bytes") == other.to_json(offsets="bytes")
    assert document.tokens.texts() == other.tokens.texts()


@given(any_text)
def test_tokens_tile_the_text(text):
    tokens = qawl.tokenize(text, spaces=True)
    assert "".join(token.text for token in tokens) == text
    assert "".join(tokens.texts()) == mended(text)
    assert tokens.spans() == [(token.start, token.end) for token in tokens]
    assert tokens.kinds() == [token.kind for token in tokens]
    without = qawl.tokenize(text)
    assert without.texts() == [mended(token.text) for token in tokens if token.kind != "space"]
    assert without.texts() == qawl.Tokenizer().split(text)


def test_a_text_of_every_character_is_cut_like_any_other():
    every = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))
    for text in [every, every[:-1]]:  # without and with a character to part the pieces by
        tokens = qawl.tokenize(text, spaces=True)
        assert "".join(tokens.texts()) == text
        assert tokens.texts() == [text[start:end] for start, end in tokens.spans()]


@given(any_text, st.integers(0, 200))
@example("\ufeff\U0001f600\ud83d\udc00", 90)  # two halves that are no pair
def test_long_texts_come_in_and_go_out_whole(text, times):
    long = text * times
    assert "".join(qawl.tokenize(long, spaces=True).texts()) == mended(long)
    # A letter that is changed makes the whole text anew.
    normalizer = qawl.Normalizer.from_rules(["tatweel"])
    assert normalizer.normalize(long + "\u0640") == mended(long.replace("\u0640", ""))


@given(any_text, st.integers(-9, 9) | st.none(), st.integers(-9, 9) | st.none(), st.sampled_from([None, 1, 2, -1, -3]))
def test_tokens_are_a_sequence(text, start, end, step):
    tokens = qawl.tokenize(text)
    everything = list(tokens)
    assert len(tokens) == len(everything)
    assert list(tokens[start:end:step]) == everything[start:end:step]
    assert tokens[start:end:step].texts() == [mended(token.text) for token in everything[start:end:step]]
    if everything:
        assert tokens[-1] == everything[-1]
        assert everything[0] in tokens
        assert list(reversed(tokens)) == everything[::-1]


@given(any_text, st.sampled_from(["NLP", "SEARCH", "QURAN_SAFE", "DISPLAY", "SEARCH_LOOSE", "LUCENE"]))
def test_normalizing_twice_is_normalizing_once(text, profile):
    normalizer = qawl.Normalizer(profile)
    once = normalizer.normalize(text)
    assert normalizer.normalize(once) is once
    assert normalizer.is_normalized(text) == (once is text)
    assert normalizer.normalize(mended(text)) == mended(once)
    assert once is text or once == mended(once)


@given(any_text, st.data())
def test_a_span_mapped_there_and_back_covers_itself(text, data):
    normalized = qawl.Normalizer("SEARCH").normalize_aligned(text)
    assert mended(normalized.text) == mended(qawl.Normalizer("SEARCH").normalize(text))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    there = normalized.to_normalized(start, end)
    check_span(there, normalized.text)
    back = normalized.to_original(there.start, there.end)
    check_span(back, text)
    assert there.start == there.end or (back.start <= start and end <= back.end)
    # Behind the end is the end.
    assert normalized.to_original(10**9, 10**9 + 1).end == len(text)


@given(any_text)
def test_names_and_sentences_and_quotes_alone_are_those_of_a_document(text):
    document = qawl.annotate(text)
    assert tuple(qawl.sentences(text)) == document.sentences
    assert tuple(qawl.quotes(text)) == document.quotes
    found = qawl.Gazetteer.embedded().find(text, without=["demonym"])
    assert {mention.start for mention in document.mentions} <= {mention.start for mention in found} | {
        clitic.start for mention in found for clitic in mention.clitics
    }


@given(any_text)
def test_pieces_tile_the_word(text):
    for scheme in ["d1", "d2", "d3", "atb"]:
        cut = qawl.Segmenter(scheme).segment(text)
        assert "".join(piece.text for piece in cut) == text
        for piece in cut:
            check_span(piece, text)


@given(any_text)
def test_json_is_what_the_objects_say(text):
    document = qawl.annotate(text)
    found = document.to_dict("name")
    assert found == json.loads(document.to_json("name"))
    assert found["sentences"] == [list(span) for span in document.sentences]
    assert found["tokens"] == [token.to_dict() for token in document.tokens]
    assert found["mentions"] == [mention.to_dict() for mention in document.mentions]
    assert found["quotes"] == [quote.to_dict() for quote in document.quotes]


@given(any_text, any_text)
def test_gazetteers_find_what_they_hold(name, text):
    try:
        names = qawl.Gazetteer([(mended(name), "name")])
    except ValueError:  # it does not begin with a word
        names = qawl.Gazetteer([("لندن", "city")])
    for policy in ["leftmost-longest", "all", "no-subsumed", "longest-dominant-right"]:
        for mention in names.find(text, policy=policy):
            check_span(mention, text)
    for mention, _ in names.find_fuzzy(text):
        check_span(mention, text)
    names.lookup(text)
