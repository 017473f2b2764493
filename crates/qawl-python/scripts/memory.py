"""Memory stays flat over many calls of everything.

    python scripts/memory.py [CALLS]

A million by default. The resident size is read after a tenth, when every cache is filled, and at the end; it fails where
it grew by more than 4 MB.
"""

import gc
import pickle
import sys

import qawl

TEXTS = [
    "قالت ليلى منصور في لندن: «سنبدأ غدا». وأضافت أن العمل يستغرق شهرا.",
    # Layla Mansour said in London: "We start tomorrow." She added that the work takes a month.
    "عاد الوفد \ud83d من بغداد.",  # "the delegation returned from Baghdad", with half an emoji
    "plain ASCII, 10:30",
    "",
]
#: How much it may grow, in kilobytes: less than four bytes a call.
MOST = 4 << 10

names = qawl.Gazetteer([("ليلى منصور", "person"), ("الوفد", "body")])
normalizer = qawl.Normalizer("SEARCH")
segmenter = qawl.Segmenter()


def annotate(text):
    """Every layer and every object of it."""
    document = qawl.annotate(text)
    for quote in document.quotes:
        (quote.content, quote.cue, quote.source, quote.speaker, quote.text, repr(quote))
    (list(document), document.sentences, document.mentions, document.speakers())
    (document.to_dict(), hash(document), document == document)


CALLS = [
    annotate,
    qawl.annotate,
    normalizer.normalize,
    lambda text: normalizer.normalize_aligned(text).to_original(0, 3).text,
    lambda text: qawl.tokenize(text).texts(),
    lambda text: qawl.sentences(text, abbreviations=["رئ"]),
    segmenter.segment,
    names.find,
    lambda text: qawl.tokenize(None) if text == TEXTS[3] else None,
    lambda text: pickle.loads(pickle.dumps(qawl.tokenize(text))),
]


def resident():
    """Kilobytes of this process that are in memory."""
    gc.collect()
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))


def main():
    """Calls everything in turn and compares."""
    calls = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    before = None
    for number in range(calls):
        if number == calls // 10:
            before = resident()
        try:
            CALLS[number % len(CALLS)](TEXTS[number // len(CALLS) % len(TEXTS)])
        except TypeError:
            pass  # an error must not leak either
    after = resident()
    print(f"{calls} calls: {before} kB after a tenth, {after} kB at the end")
    if after - before > MOST:
        sys.exit(f"memory grew by {after - before} kB, expected at most {MOST}")


if __name__ == "__main__":
    main()
