"""Speed beside the packages that people use for the same, single thread.

    python scripts/speed.py TEXTS.jsonl [--rounds 7] [--size BYTES] [--compat]

With ``--compat`` the functions of qawl.compat are measured beside those of the same names; then ``pyarabic`` is needed too.

Each line of TEXTS holds a ``text``. The two of a pair run in turns, some texts at a time, so that what else the machine does
meets both; of each portion the best round counts, in time of the processor. Needs ``ahocorasick_rs camel-tools spacy``.
"""

import argparse
import gc
import json
import random
import time

import qawl

#: How many texts run before it is the other's turn.
PORTION = 40


def main():
    """Measures what was asked for and prints a line for each pair."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", metavar="TEXTS.jsonl")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--compat", action="store_true", help="the functions of qawl.compat instead")
    parser.add_argument("--size", type=int, default=3_000_000, help="about so many bytes of text (3000000)")
    asked = parser.parse_args()
    texts = read(asked.texts, asked.size)
    size = sum(len(text.encode("utf-8", "replace")) for text in texts)
    print(f"{len(texts)} texts, {size / 1e6:.1f} MB of UTF-8, best of {asked.rounds} rounds")
    print(f"{'task':<34}{'qawl MB/s':>11}{'peer MB/s':>11}{'ratio':>8}")
    for task, ours, peer in compatible() if asked.compat else pairs(texts):
        one, other = race(asked.rounds, texts, ours, peer)
        print(f"{task:<34}{size / one / 1e6:>11.1f}{size / other / 1e6:>11.2f}{other / one:>8.1f}", flush=True)


def read(path, size):
    """Whole texts, until they are so many bytes."""
    texts = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            texts.append(json.loads(line)["text"])
            size -= len(texts[-1].encode("utf-8", "replace"))
            if size < 0:
                break
    return texts


def race(rounds, texts, ours, peer):
    """The best seconds of both, over all texts, in turns."""
    for run in [ours, peer]:
        for text in texts[:PORTION]:
            run(text)  # warm: what is made once is made before
    gc.collect()
    gc.disable()
    totals = [0.0, 0.0]
    for at in range(0, len(texts), PORTION):
        for which, seconds in enumerate(best_of(rounds, texts[at : at + PORTION], [ours, peer])):
            totals[which] += seconds
    gc.enable()
    return totals


def best_of(rounds, texts, runs):
    """The best seconds of each, over these texts."""
    best = [float("inf")] * len(runs)
    for _ in range(rounds):
        for which, run in enumerate(runs):
            start = time.process_time()
            for text in texts:
                run(text)
            best[which] = min(best[which], time.process_time() - start)
    return best


def pairs(texts):
    """The tasks: a name, what we call, what the peer calls."""
    yield from normalizing()
    yield from tokenizing()
    yield from finding(texts)
    yield from annotating()


def compatible():
    """Functions of qawl.compat and those of the same names."""
    from importlib import import_module

    for module, function in [
        ("camel_tools.utils.dediac", "dediac_ar"),
        ("camel_tools.utils.normalize", "normalize_alef_ar"),
        ("camel_tools.tokenizers.word", "simple_word_tokenize"),
        ("pyarabic.araby", "strip_tashkeel"),
        ("pyarabic.araby", "tokenize"),
        ("pyarabic.normalize", "normalize_searchtext"),
    ]:
        ours, theirs = (getattr(import_module(package + module), function) for package in ("qawl.compat.", ""))
        yield f"compat {module}.{function}", ours, theirs
    mappers = [import_module(package + "camel_tools.utils.charmap").CharMapper for package in ("qawl.compat.", "")]
    yield "compat camel_tools.utils.charmap ar2bw", *(mapper.builtin_mapper("ar2bw") for mapper in mappers)


def normalizing():
    """The same rules by both."""
    from camel_tools.utils.dediac import dediac_ar
    from camel_tools.utils.normalize import normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar

    rules = ["alef", "wasla", "teh_marbuta", "alef_maksura.ToYeh", "marks.HARAKAT", "marks.SHADDA", "dagger_alef.Delete"]
    normalizer = qawl.Normalizer.from_rules(rules)

    def peer(text):
        text = normalize_alef_ar(dediac_ar(text))
        return normalize_teh_marbuta_ar(normalize_alef_maksura_ar(text))

    yield "normalize / dediac + 3 folds", normalizer.normalize, peer


def tokenizing():
    """Tokens that are made when looked at; and all of them as str, as the peer gives them."""
    from camel_tools.tokenizers.word import simple_word_tokenize

    yield "tokenize / simple_word_tokenize", qawl.Tokenizer().tokenize, simple_word_tokenize
    yield "split / simple_word_tokenize", qawl.Tokenizer().split, simple_word_tokenize


def finding(texts, number=100_000):
    """Names of two words, made of the words of the texts by chance."""
    import ahocorasick_rs

    chance = random.Random(11)
    tatweel = "\u0640"
    words = {word for text in texts for word in qawl.Tokenizer().split(text)}
    words = sorted(word for word in words if len(word) > 3 and word.isalpha() and tatweel not in word)
    names = sorted({" ".join(chance.sample(words, 2)) for _ in range(number)})
    gazetteer = qawl.Gazetteer((name, "name") for name in names)
    automaton = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    yield f"find {len(names)} names / ahocorasick_rs", gazetteer.find, automaton.find_matches_as_indexes


def annotating():
    """Sentences, tokens, names and quotes, beside tokens alone, both warm."""
    import spacy

    yield "annotate / spaCy's blank tokenizer", qawl.annotate, spacy.blank("ar").tokenizer


if __name__ == "__main__":
    main()
