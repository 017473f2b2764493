"""What is no good is one clear error that names it and what was expected; options do what they say."""

import pickle

import pytest
import qawl


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: qawl.annotate(None), TypeError, "is not an instance of 'str'"),
        (lambda: qawl.annotate(b"abc"), TypeError, "is not an instance of 'str'"),
        (lambda: qawl.Normalizer("nlp"), ValueError, 'profile is "nlp", expected one of .*NLP'),
        (lambda: qawl.Normalizer(hamza=True), ValueError, 'rule of a Normalizer is "hamza", expected one of compose'),
        (lambda: qawl.Normalizer(digits="ascii"), ValueError, '"digits.ascii", expected one of'),
        (lambda: qawl.Normalizer(digits=True), ValueError, '"digits", expected one of'),
        (lambda: qawl.Normalizer(digits=7), TypeError, "digits is of <class 'int'>, expected a bool"),
        (lambda: qawl.Normalizer.from_rules(["digits.Ascii", "digits.ArabicIndic"]), ValueError, "exclude each other"),
        (lambda: qawl.Tokenizer("news"), ValueError, 'preset is "news", expected one of NEWS'),
        (lambda: qawl.Tokenizer(words=True), ValueError, '"words", expected one of addresses'),
        (lambda: qawl.Segmenter("d4"), ValueError, "scheme: expected one of d1"),
        (lambda: qawl.Segmenter(form="plain"), ValueError, 'form is "plain", expected one of surface'),
        (lambda: qawl.desegment(["نعم"], form="plain"), ValueError, 'form is "plain"'),
        (lambda: qawl.SentenceOptions(newlines="soft"), ValueError, 'newlines is "soft", expected one of hard'),
        (lambda: qawl.QuoteOptions(types=["said"]), ValueError, 'types is "said", expected one of direct'),
        (lambda: qawl.QuoteOptions(unclosed="keep"), ValueError, 'unclosed is "keep", expected one of to-paragraph'),
        (lambda: qawl.Pipeline(layers=["words"]), ValueError, 'layers is "words", expected one of sentences'),
        (lambda: qawl.Pipeline(abbreviations="رئ"), TypeError, "abbreviations is one str, expected a list"),
        (lambda: qawl.Pipeline(abbreviations={"رئ": "name"}), ValueError, '"رئ" is "name", expected one of title'),
        (lambda: qawl.annotate("نعم").to_json(offsets="words"), ValueError, "offsets: expected one of bytes"),
        (lambda: qawl.Gazetteer(["لندن"]), TypeError, r"entries\[0\] is 'لندن', expected an Entry or a tuple"),
        (lambda: qawl.Gazetteer([("", "city")]), ValueError, "name"),
        (lambda: qawl.Gazetteer([], profile="LOUD"), ValueError, 'profile is "LOUD"'),
        (lambda: qawl.Gazetteer([], rules=[("city", "near")]), ValueError, r'rules\[0\] is "near", expected one of before'),
        (lambda: qawl.Gazetteer([], rules=["city"]), TypeError, r"rules\[0\] is of <class 'str'>, expected \(type, when"),
        (lambda: qawl.Gazetteer([]).find("نعم", policy="any"), ValueError, 'policy is "any", expected one of leftmost'),
        (lambda: qawl.Gazetteer.from_bytes(b"abc"), ValueError, "gazetteer"),
        (lambda: qawl.Gazetteer.open("no such file.qgz"), FileNotFoundError, "no such file.qgz"),
        (lambda: qawl.read_entries("a\tb"), ValueError, "tsv: line 1"),
        (lambda: qawl.read_entries("", format="csv"), ValueError, 'format is "csv", expected one of tsv'),
        (lambda: qawl.Span("نعم", 2, 1), ValueError, "end is 1, expected an offset not before start, 2"),
        (lambda: qawl.Token("نعم", 0, 1, "verb"), ValueError, "kind: "),
        (lambda: qawl.quotes("نعم", [qawl.Mention("another text", 4, 12, "x")]), ValueError, "mention"),
        (lambda: qawl.quotes("نعم", ["نعم"]), TypeError, "is not an instance of 'Mention'"),
    ],
)
def test_errors(call, error, message):
    with pytest.raises(error, match=message):
        call()


def test_layers():
    text = "قال سامي حداد في لندن إن الطريق مفتوح."  # "Sami Haddad said in London that the road is open"
    for layers in [[], ["sentences"], ["tokens"], ["mentions"], ["quotes"], ["tokens", "quotes"]]:
        document = qawl.Pipeline(layers=layers).annotate(text)
        filled = {"sentences", "tokens", "mentions", "quotes"} & {
            name for name in ["sentences", "tokens", "mentions", "quotes"] if len(getattr(document, name))
        }
        assert filled == set(layers)
    assert not qawl.Pipeline(embedded_names=False).annotate("عاد من لندن").mentions  # "he returned from London"


def test_abbreviations():
    text = "وصل رئ. الاتحاد. اتصل على تحويلة. 12"  # "the Prs. of the union arrived. Call ext. 12"
    count = lambda **options: len(qawl.Pipeline(**options).annotate(text).sentences)  # noqa: E731
    assert (count(), count(abbreviations=["رئ"]), count(abbreviations={"رئ": "title", "تحويلة": "label"})) == (4, 3, 2)


def test_abbreviations_are_kept_as_they_were_given():
    words = ["رئ"]
    for given in [words, iter(words), set(words)]:
        pipeline = qawl.Pipeline(abbreviations=given)
        copy = pickle.loads(pickle.dumps(pipeline))
        assert len(copy.annotate("وصل رئ. الاتحاد.").sentences) == 1  # "the Prs. of the union arrived"
    pipeline = qawl.Pipeline(abbreviations=words)
    words.append("الاتحاد")
    assert "الاتحاد" not in repr(pipeline)


def test_every_rule_of_a_normalizer_can_be_switched_off():
    for profile in ["NLP", "SEARCH", "SEARCH_LOOSE"]:
        rules = qawl.Normalizer(profile).rules
        for rule in rules:
            field = rule.partition(".")[0]
            rest = tuple(other for other in rules if other.partition(".")[0] != field)
            assert qawl.Normalizer(profile, **{field: False}).rules == rest
            assert qawl.Normalizer(profile, **{field: None}).rules == rest
    assert qawl.Normalizer(None).rules == () and qawl.Normalizer(None, digits="Keep").rules == ()
    assert qawl.Normalizer(None, marks=["SHADDA", "HARAKAT"]).rules == ("marks.HARAKAT", "marks.SHADDA")
    assert set(qawl.Normalizer("NLP").rules) < set(qawl.Normalizer.RULES)
    assert qawl.Normalizer("NLP@1") == qawl.Normalizer("NLP") == qawl.Normalizer()


def test_quotes_take_mentions_from_anywhere():
    text = "\U0001f600 قال فلان الفلاني إن الطريق مفتوح."  # an emoji, "so-and-so said that the road is open"
    start = text.index("فلان")
    own = qawl.Mention(text, start, start + len("فلان الفلاني"), "person", id="1")
    quote = qawl.quotes(text, [own])[0]
    assert quote.speaker.name == "فلان الفلاني" == own.text == own.name
    assert qawl.quotes(text, []) and quote.content[0].text == "الطريق مفتوح"


def test_lists_are_saved_opened_and_read(tmp_path):
    entries = [qawl.Entry("لندن", "city", "GN:2643743"), qawl.Entry("مارس", "month", context=True)]  # London, March
    names = qawl.Gazetteer(entries, rules=[("month", "number")])
    path = tmp_path / "names.qgz"
    names.save(path)
    again = qawl.Gazetteer.open(path)
    assert again.to_bytes() == names.to_bytes() == path.read_bytes() and list(tmp_path.iterdir()) == [path]
    assert sorted(again, key=repr) == sorted(entries, key=repr) and len(again) == 2 and again.profile == "SEARCH@1"
    assert [name.text for name in again.find("في 3 مارس مارس الرياضة بلندن")] == ["مارس", "لندن"]
    with pytest.raises(FileNotFoundError, match="folder.qgz"):
        names.save(tmp_path / "no" / "folder.qgz")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ValueError, match="names.qgz"):
        qawl.Gazetteer.open(path)
    found = qawl.Gazetteer.embedded().find("عاد من لندن", only=["country"])  # "he returned from London"
    assert found == [] and repr(qawl.Gazetteer.embedded()).startswith("<Gazetteer, embedded, ")
