"""Many texts at once, and many threads on one pipeline."""

import concurrent.futures
import gc
import threading
import time

import pytest
import qawl

TEXTS = [
    "قالت ليلى منصور إن الطريق مفتوح.",  # "Layla Mansour said that the road is open"
    "عاد الوفد من لندن \ud83d.",  # "the delegation returned from London", with half an emoji
    "",
    "وصل الوزير إلى بغداد. ثم مضى.",  # "the minister arrived in Baghdad. Then he left."
]
MANY = TEXTS * 50


@pytest.mark.parametrize("threads", [None, 1, 2, 7, 1000, 10**9])
def test_batches_are_what_single_calls_are(threads):
    assert qawl.annotate_all(MANY, threads=threads) == [qawl.annotate(text) for text in MANY]
    pipeline, names = qawl.Pipeline(layers=["tokens"]), qawl.Gazetteer.embedded()
    assert pipeline.annotate_all(MANY, threads=threads) == [pipeline(text) for text in MANY]
    assert names.find_all(MANY, threads=threads) == [names.find(text) for text in MANY]
    normalizer, tokenizer, segmenter = qawl.Normalizer("SEARCH"), qawl.Tokenizer(), qawl.Segmenter()
    assert normalizer.normalize_all(MANY, threads=threads) == [normalizer(text) for text in MANY]
    assert tokenizer.tokenize_all(MANY, threads=threads) == [tokenizer(text) for text in MANY]
    words = tokenizer.split(TEXTS[0]) * 9
    assert segmenter.segment_all(words, threads=threads) == [segmenter(word) for word in words]
    assert segmenter.plus_all(words, threads=threads) == [str(segmenter(word)) for word in words]


def test_any_iterable_will_do():
    expected = qawl.annotate_all(TEXTS)
    assert qawl.annotate_all(iter(TEXTS)) == qawl.annotate_all(tuple(TEXTS)) == expected
    assert qawl.annotate_all(text for text in TEXTS) == expected
    assert qawl.annotate_all([]) == []


def test_what_is_no_text_is_one_clear_error():
    with pytest.raises(TypeError, match=r"texts\[1\] is of <class 'int'>, expected a str"):
        qawl.annotate_all(["نعم", 7])
    with pytest.raises(TypeError, match="texts is one str, expected a list"):
        qawl.annotate_all("نعم")
    with pytest.raises(ValueError, match="threads is 0, expected at least 1"):
        qawl.annotate_all(["نعم"], threads=0)
    with pytest.raises(ZeroDivisionError):
        qawl.annotate_all(1 / 0 for _ in range(2))


def test_one_pipeline_serves_many_threads():
    pipeline = qawl.Pipeline(gazetteers=[qawl.Gazetteer([("الطريق", "road")])])
    expected = [pipeline(text).to_json() for text in MANY]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for _ in range(5):
            assert list(pool.map(lambda text: pipeline(text).to_json(), MANY)) == expected


def test_one_document_is_looked_at_by_many_threads():
    document = qawl.annotate(TEXTS[0] * 200)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for looked in [lambda _: document.quotes, lambda _: document.tokens, lambda _: document.mentions]:
            assert len({id(found) for found in pool.map(looked, range(64))}) == 1


def test_others_run_during_a_long_call():
    text, others = " ".join(TEXTS) * 2000, 0
    done = threading.Event()
    thread = threading.Thread(target=lambda: (qawl.annotate(text), done.set()))
    thread.start()
    while not done.is_set():
        time.sleep(0.0001)
        others += 1
    thread.join()
    assert others > 3, "the interpreter was held all the time"


def test_documents_are_freed():
    class Text(str):
        pass

    freed = []

    class Witness(Text):
        def __del__(self):
            freed.append(1)

    document = qawl.annotate(Witness(TEXTS[0]))
    found = [document.tokens, document.quotes, document.mentions, document.sentences]
    del document
    assert not freed and found[0].source == TEXTS[0]
    del found
    gc.collect()
    assert freed
