"""Objects look native: read-only, equal, hashable, pickled, copied, shown."""

import collections.abc
import copy
import json
import math
import pickle
import unittest.mock

import pytest
import qawl

TEXT = "قالت وزيرة النقل هدى سلمان في بغداد: «سنفتح الخط غدا». وأضافت أن القطار وصل."
# Transport minister Huda Salman said in Baghdad: "We open the line tomorrow." She added that the train has arrived.

DOCUMENT = qawl.annotate(TEXT)
ASKED = qawl.Pipeline(quote_options=qawl.QuoteOptions(reasons=True)).annotate(TEXT)

OBJECTS = [
    DOCUMENT,
    ASKED,
    DOCUMENT.tokens,
    DOCUMENT.tokens[1:3],
    DOCUMENT.tokens[0],
    DOCUMENT.sentences[0],
    DOCUMENT.mentions[0],
    qawl.annotate("اجتمعوا بلندن").mentions[0],  # "they met in London"
    DOCUMENT.quotes[1],
    ASKED.quotes[0],
    DOCUMENT.quotes[0].cue,
    DOCUMENT.quotes[0].speaker,
    DOCUMENT.speakers()[0],
    qawl.Normalizer(),
    qawl.Normalizer("SEARCH", teh_marbuta=False, digits="ArabicIndic"),
    qawl.Normalizer().normalize_aligned("ك\u064eتب"),  # "he wrote", with ARABIC FATHA
    qawl.Tokenizer("SOCIAL", tags=False),
    qawl.Segmenter("atb", form="restored"),
    qawl.Segmenter().segment("وبالبيت"),  # "and in the house"
    qawl.Segmenter().segment("وبالبيت")[0],
    qawl.Segmenter().segment("abc"),
    qawl.Entry("لندن", "city", "GN:2643743", canonical="لندن الكبرى", whole=True, payload="{}"),
    qawl.SentenceOptions(newlines="paragraph", semicolons=True),
    qawl.QuoteOptions(types=["direct"], floating=3, unclosed="drop"),
]


def name_of(value):
    return type(value).__name__


@pytest.mark.parametrize("value", OBJECTS, ids=name_of)
def test_pickled_and_copied_they_are_equal(value):
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(value, protocol))
        assert again == value and hash(again) == hash(value) and repr(again) == repr(value)
        assert type(again) is type(value)
    assert copy.copy(value) == value and copy.deepcopy(value) == value
    assert value != "another" and value is not None and value == unittest.mock.ANY


@pytest.mark.parametrize("value", OBJECTS, ids=name_of)
def test_they_are_read_only(value):
    for name in ["text", "start", "new"]:
        with pytest.raises((AttributeError, TypeError)):
            setattr(value, name, 1)


@pytest.mark.parametrize("value", OBJECTS, ids=name_of)
def test_they_are_shown_and_documented(value):
    assert repr(value).startswith(name_of(value))
    assert type(value).__doc__ and type(value).__module__ == "qawl"


def test_what_is_shown_makes_the_object_again():
    names = {name: getattr(qawl, name) for name in qawl.__all__}
    for value in OBJECTS:
        if isinstance(value, (qawl.Normalizer, qawl.Tokenizer, qawl.Segmenter, qawl.Entry, qawl.QuoteOptions)):
            assert eval(repr(value), names) == value


def test_a_pickled_pipeline_finds_the_same():
    names = qawl.Gazetteer([qawl.Entry("الخط", "line", "7")], rules=[("line", "before", "في")])
    pipeline = qawl.Pipeline(
        layers=["sentences", "mentions"],
        gazetteers=[names, qawl.Gazetteer.embedded()],
        abbreviations={"رئ": "title", "تحويلة": "label"},
        tokenizer=qawl.Tokenizer("SOCIAL"),
        sentence_options=qawl.SentenceOptions(semicolons=True),
        quote_options=qawl.QuoteOptions(min_words=2),
    )
    again = pickle.loads(pickle.dumps(pipeline))
    assert again.annotate(TEXT) == pipeline.annotate(TEXT)
    assert "line" in {mention.type for mention in again(TEXT).mentions}
    assert repr(again).startswith("Pipeline(") and not again(TEXT).tokens


def test_a_damaged_pickle_is_an_error():
    with pytest.raises(ValueError, match="tokens"):
        qawl._qawl._document("abc", '{"offset_unit":"chars","sentences":[],"tokens":'
                             '[{"span":[0,9],"kind":"word","script":"latin"}],"mentions":[]}')
    with pytest.raises(ValueError):
        qawl._qawl._quote("abc", "{}")


def test_equality_is_of_place_and_text():
    one, other = qawl.tokenize("نعم لا")[0], qawl.tokenize("نعم نعم")[0]  # "yes no", "yes yes"
    assert one != other and one == qawl.tokenize("نعم لا")[0]
    assert one != qawl.Span("نعم لا", 0, 3) and isinstance(one, qawl.Span)
    assert qawl.Span("نعم", 0, 2) == qawl.Span("نعم", 0, 2) != qawl.Span("نعم", 0, 3)
    assert len({*qawl.tokenize("نعم لا"), *qawl.tokenize("نعم لا")}) == 2


def test_tokens_are_a_sequence_of_the_language():
    tokens = DOCUMENT.tokens
    assert isinstance(tokens, collections.abc.Sequence)
    assert tokens is DOCUMENT.tokens and DOCUMENT[0] == tokens[0] and list(DOCUMENT) == list(tokens)
    assert tokens.index(tokens[2]) == 2 and tokens.count(tokens[2]) == 1 and tokens[2] in tokens
    with pytest.raises(ValueError, match="not in these tokens"):
        tokens.index(tokens[2], 3)
    with pytest.raises(IndexError, match="token 99 of"):
        tokens[99]
    with pytest.raises(TypeError):
        tokens["0"]
    assert DOCUMENT.mentions is DOCUMENT.mentions and DOCUMENT.quotes is DOCUMENT.quotes


def test_an_empty_document_is_true_and_has_nothing():
    document = qawl.annotate("")
    assert document and len(document) == 0 and document.sentences == () and document.quotes == ()
    assert document.speakers() == () and document.to_dict()["tokens"] == []


def test_quotes_tell_everything():
    first, second = DOCUMENT.quotes
    assert (first.id, first.type, first.text) == (1, "direct", "سنفتح الخط غدا")
    assert (first.speaker.name, first.speaker.how, first.speaker.gender) == ("هدى سلمان", "named", "feminine")
    assert (second.speaker.name, second.speaker.how, second.source) == ("هدى سلمان", "implied", None)
    assert (first.cue.text, first.cue.lemma, first.cue.word_class, first.cue.act) == ("قالت", "قال", "verb", "say")
    assert first.balance == "closed" and first.within is None and 0 < first.confidence <= 1
    assert first.why is None and ASKED.quotes[0].why["candidates"]
    assert first.to_dict() == DOCUMENT.to_dict()["quotes"][0]


def test_a_word_of_one_cut_has_an_infinite_margin():
    assert math.isinf(qawl.Segmenter().segment("abc").margin)
    best = qawl.Segmenter().n_best("وبالبيت", 3)
    assert len(best) > 1 and best[0] == qawl.Segmenter().segment("وبالبيت") and best[0].score >= best[1].score


def test_what_lies_where():
    document = qawl.annotate("عاد الوفد.  ثم زار لندن، وقال سامي حداد إن الطريق مفتوح.")
    # "The delegation returned. Then it visited London, and Sami Haddad said that the road is open."
    first, second = document.sentences
    assert document.tokens_in(first).texts() == ["عاد", "الوفد", "."]
    assert [name.text for name in document.mentions_in(second)] == ["لندن", "سامي حداد"]
    assert document.mentions_in(first) == () and len(document.quotes_in(second)) == 1 and not document.quotes_in(first)
    assert document.sentence_of(document.mentions[0]) == second
    assert document.sentence_of(qawl.Span(document.text, 10, 10)) is None
    assert document.sentence_of(qawl.Span(document.text, 999, 999)) is None
    assert len(document.tokens_in(qawl.Span(document.text, 1, 999))) == len(document) - 1
    assert len(document.tokens_in(qawl.Span(document.text, 999, 9999))) == 0
    with pytest.raises(TypeError):
        document.tokens_in((0, 3))


def test_dictionaries_are_json():
    entry = qawl.Entry("لندن", "city", id="1", exact=True, payload="{}")
    assert qawl.Entry(**entry.to_dict()) == entry
    cut = qawl.Segmenter().segment("وبالبيت")
    assert "".join(cut.word[start:end] for start, end in (piece["span"] for piece in cut.to_dict()["pieces"])) == cut.word
    assert qawl.Segmenter().segment("abc").to_dict()["margin"] is None
    speaker = DOCUMENT.speakers()[0].to_dict()
    assert (speaker["name"], speaker["quotes"]) == ("هدى سلمان", [1, 2])
    start, end = speaker["mentions"][0]
    assert DOCUMENT.text[start:end] == "وزيرة النقل هدى سلمان"
    for value in (entry.to_dict(), cut.to_dict(), speaker):
        assert json.loads(json.dumps(value, allow_nan=False)) == value


def test_transliteration():
    text = "ش\u064fك\u0652ر\u064bا"  # "thanks", with DAMMA, SUKUN and FATHATAN
    for scheme in ("BUCKWALTER", "SAFE_BUCKWALTER", "XML_BUCKWALTER", "HSB"):
        assert qawl.to_arabic(qawl.to_latin(text, scheme), scheme) == text
    assert qawl.to_latin("abc") == "abc" and qawl.to_latin("\ud83dب") == "\ufffdb"
    with pytest.raises(ValueError, match="scheme is \"bw\", expected one of BUCKWALTER, SAFE_BUCKWALTER"):
        qawl.to_latin(text, "bw")
