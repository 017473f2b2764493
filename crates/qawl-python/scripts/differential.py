"""Compares qawl.compat with the real camel-tools and pyarabic, function by function.

    python scripts/differential.py [--readme README.md] [TEXTS...]

Inputs are the texts of this repository, their words, all characters of the blocks that matter, and chance; then the
files that are named, or those of the variable QAWL_CORPUS (separated by colons): lines of text, or JSON lines with a
field ``text``. Prints a table: inputs tried, equal, different by design. A difference that no listed reason explains is
shown and makes the exit code 1. ``--readme`` writes the table into a file, between its two marks.

Needs ``pip install pyarabic`` and ``pip install --no-deps camel-tools``, of whose dependencies its helpers for strings
need no more than ``pip install six emoji regex``.
"""

from __future__ import annotations

import argparse
import importlib
import itertools
import json
import os
import pathlib
import random
import re
import sys
from typing import Any, Callable, NamedTuple

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
#: Of one file no more than so many characters.
LIMIT = 2_000_000
#: How many strings are made by chance.
CHANCE = 5_000

Input = tuple[Any, ...]


class Reason(NamedTuple):
    """Why results differ, and the inputs for which they may."""

    why: str
    applies: Callable[..., bool]
    example: Input


class Case(NamedTuple):
    """A function, the inputs it is tried with, and why it may differ."""

    module: str
    function: str
    inputs: str
    reasons: tuple[Reason, ...] = ()


def has(pattern: str) -> Callable[..., bool]:
    """The inputs with a match in any argument."""
    compiled = re.compile(pattern)
    return lambda *given: any(compiled.search(one) for one in given if isinstance(one, str))


def longer(*given: str) -> bool:
    """The words of which one has more letters than the other."""
    return len(bare(given[0])) != len(bare(given[1]))


def bare(word: str) -> str:
    """The letters of a word without marks."""
    return re.sub("[\u064b-\u0652]", "", word)


MARKS = "\u0610-\u061a\u0653-\u065f\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff"
WORD = Reason(
    "a word keeps its combining marks and joiners",
    has(f"[{MARKS}\u200c\u200d]"),
    ("\u0633\u0626\u0644 \u0633\u0648\u0654\u0627\u0644",),  # "he was asked a question", combining hamza
)
SPACE = Reason("no token is white space but a line break", has("[^\\S\n\t\r\f\v ]"), ("نعم\u00a0لا",))
COMBINING = Reason(
    "a combining hamza or madda belongs to the letter before it", has("[\u0653-\u0655]"), ("سو\u0654ال",)
)
FINAL = Reason("final forms of lam-alef too", has("[\ufef6\ufef8\ufefa\ufefc]"), ("ب\ufefc",))
MAKSURA = Reason("alef maksura stays, as documented", has("\u0649"), ("مصطفى",))
SHADDA_LAST = Reason(
    "a haraka counts before the shadda too; marks before any letter belong to none; a letter has one haraka",
    has("[\u064b-\u0650\u0652]\u0651|^[\u064b-\u0652]|\u0651\u0651|[\u064b-\u0652]{3}"),
    ("عل\u064e\u0651م",),
)
CARON = Reason("alef with hamza below has a caron, as its authors write it", has("\u0625|[<I\u0102\u01cd]"), ("إلى",))
MIDDLE_DOT = Reason("reads a caron and U+00B7 MIDDLE DOT too", has("[\u01cd\u00b7]"), ("\u01cdlý",))
WASLA = Reason("alef wasla is a letter", has("\u00c4"), ("\u00c4lbayt",))
EMOJI = Reason(
    "an emoji of several characters is one token, listed or not",
    has("[\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff\U000e0020-\U000e007f]"),
    ("نعم😀\u200d😀",),
)
WORD_RULES = Reason(
    "marks after alef maksura and the dagger alef are spelling, punctuation and signs are not",
    has(f"[\u0649\u0629].|[\u0670\u0671\u0653-\u0655\u0600-\u0620\u063b-\u063f]|[\u064b-\u0652]{{2}}|^\u0651"),
    ("هد\u0649\u064b",),
)
BOTH_HARAKAT = Reason(
    "the text is judged as it is given, also where a letter has two harakat",
    has("[\u064b-\u0650\u0652]{2}"),
    ("ء\u064f\u064eو",),
)
VEH = Reason("veh is rewritten too", has("[BV]"), ("BArs",))
COUNTED = Reason("counts the letters that differ", lambda *pair: bare(pair[0]) != bare(pair[1]), ("أ\u064eك\u0652ب\u064eر\u064f", "أ\u064eم\u064eام\u064e"))
LETTERS_DIFFER = Reason("words of different letters are not alike", longer, ("وكتب", "كتب"))
DOTS = Reason(
    "all marks are kept", has("[.,:;،؟?\n]{2}|[.,:;،؟?\n][\n\t\r ]*\n"), ("انتظر... ثم مضى",)
)
MANY = Reason("every sentence is cut, not the first 32", lambda text: len(re.findall("[.,:;،؟?\n]\\s", text)) > 31, ("لا. " * 40,))
START = Reason("marks of Arabic Extended-A and -B too", has("[\u0897-\u089f\u08ca-\u08ff]"), ("ب\u08f0",))

SCHEMES = ("bw", "safebw", "xmlbw", "hsb")


def camel_cases() -> list[Case]:
    """What of camel-tools is compared."""
    cases = []
    kinds = {"ar": "any", **{scheme: scheme for scheme in SCHEMES}}
    for fold, (encoding, inputs) in itertools.product(("alef", "alef_maksura", "teh_marbuta"), kinds.items()):
        reasons = (MIDDLE_DOT,) if (fold, encoding) == ("alef", "hsb") else ()
        cases.append(Case("camel_tools.utils.normalize", f"normalize_{fold}_{encoding}", inputs, reasons))
    cases.append(Case("camel_tools.utils.normalize", "normalize_unicode", "any"))
    for encoding, inputs in kinds.items():
        reasons = (MIDDLE_DOT, WASLA) if encoding == "hsb" else ()
        cases.append(Case("camel_tools.utils.dediac", f"dediac_{encoding}", inputs, reasons))
    for one, other in itertools.permutations(kinds, 2):
        reasons = {"hsb": (MIDDLE_DOT,), "safebw": (VEH,), "xmlbw": (VEH,)}.get(one, ())
        reasons += (CARON,) if other == "hsb" else ()
        cases.append(Case("camel_tools.utils.charmap", f"{one}2{other}", kinds[one], reasons))
    cases.append(Case("camel_tools.tokenizers.word", "simple_word_tokenize", "any", (EMOJI,)))
    cases.append(Case("camel_tools.tokenizers.word", "simple_word_tokenize(split_digits=True)", "any", (EMOJI,)))
    return cases


def pyarabic_cases() -> list[Case]:
    """What of pyarabic is compared."""
    araby, search = "pyarabic.araby", "pyarabic.normalize"
    tests = "sukun shadda tatweel tanwin tashkeel haraka shortharaka ligature hamza alef yehlike wawlike teh small weak moon sun"
    cases = [Case(araby, f"is_{test}", "chars") for test in tests.split()]
    cases += [Case(araby, test, "chars") for test in ("order", "name")]
    cases += [Case(araby, test, "words") for test in ("has_shadda", "is_vocalized", "is_arabicrange", "last_char", "second_char")]
    cases += [Case(araby, test, "any") for test in ("is_vocalizedtext", "is_arabicstring")]
    cases.append(Case(araby, "is_arabicword", "words", (WORD_RULES,)))
    strips = ("strip_harakat", "strip_tashkeel", "strip_lastharaka", "strip_shadda", "strip_small", "strip_tatweel")
    cases += [Case(araby, strip, "any") for strip in (*strips, "normalize_teh")]
    cases.append(Case(araby, "strip_diacritics", "any", (START,)))
    cases.append(Case(araby, "normalize_ligature", "any", (FINAL,)))
    cases.append(Case(araby, "normalize_alef", "any", (MAKSURA,)))
    cases.append(Case(araby, "normalize_hamza", "any", (COMBINING,)))
    cases.append(Case(araby, "normalize_hamza(method='tasheel')", "any", (COMBINING,)))
    cases.append(Case(araby, "tokenize", "any", (WORD, SPACE)))
    cases.append(Case(araby, "tokenize_with_location", "any", (WORD,)))
    cases.append(Case(araby, "sentence_tokenize", "any", (DOTS, MANY)))
    cases.append(Case(araby, "fix_spaces", "any"))
    cases.append(Case(araby, "reduce_tashkeel", "any", (BOTH_HARAKAT,)))
    cases.append(Case(araby, "separate", "words", (SHADDA_LAST,)))
    cases.append(Case(araby, "joint", "separated"))
    cases.append(Case(araby, "vocalizedlike", "pairs", (LETTERS_DIFFER, SHADDA_LAST)))
    cases.append(Case(araby, "vocalized_similarity", "pairs", (LETTERS_DIFFER, SHADDA_LAST, COUNTED)))
    cases.append(Case(araby, "shaddalike", "pairs"))
    cases += [Case(search, strip, "any") for strip in ("strip_tashkeel", "strip_tatweel", "normalize_spellerrors")]
    cases.append(Case(search, "normalize_lamalef", "any", (FINAL,)))
    cases.append(Case(search, "normalize_hamza", "any", (MAKSURA, COMBINING)))
    cases.append(Case(search, "normalize_searchtext", "any", (MAKSURA, COMBINING, FINAL)))
    return cases


class Inputs:
    """The inputs by kind."""

    def __init__(self, texts: list[str], chance: int = CHANCE) -> None:
        self.words = sorted({word for text in texts for word in text.split()})
        blocks = (range(0x20, 0x250), range(0x600, 0x900), range(0x2000, 0x2070), range(0xFB50, 0xFE00), range(0xFE70, 0xFF00))
        self.chars = [chr(point) for block in blocks for point in block]
        self.texts = [*texts, *self.words, *self.chars, *(f"ب{char}ب" for char in self.chars), *by_chance(chance)]

    def of(self, kind: str) -> list[Input]:
        """Those of a kind, each the arguments of a call."""
        if kind in SCHEMES:
            return [(text,) for text in self._latin(kind)]
        if kind == "pairs":
            return self._pairs()
        if kind == "separated":
            separate = importlib.import_module("pyarabic.araby").separate
            return [pair for pair in map(separate, self.words) if pair and len(pair[0]) == len(pair[1])]
        return [(text,) for text in {"any": self.texts, "words": self.words, "chars": self.chars}[kind]]

    def _latin(self, scheme: str) -> list[str]:
        """Texts as camel-tools writes them in Latin characters."""
        mapper = importlib.import_module("camel_tools.utils.charmap").CharMapper.builtin_mapper(f"ar2{scheme}")
        return [mapper(text) for text in self.texts]

    def _pairs(self) -> list[Input]:
        words = self.words
        stripped = [bare(word) for word in words]
        # FATHA to DAMMA: a contradiction.
        other = [word.replace("\u064e", "\u064f") for word in words]
        return [*zip(words, stripped), *zip(stripped, words), *zip(words, other), *zip(words, words[1:]), *zip(words, words)]


def by_chance(count: int) -> list[str]:
    """Strings of letters, marks, spaces and signs, the same at each run."""
    chance = random.Random(20)
    letters = "ابتةهويىأإآؤئء\u0671\ufefb\ufefc" * 3 + "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670" * 3
    signs = "\u0640\u0653\u0654\u0655\u06e5\u06d6\u200c\u200d\u200f\ufeff .،؟!:\n\t\u00a0_#@'\"-+=٣3پa😀❤\ufe0f🇪🇬👍🏽"
    return ["".join(chance.choices(letters + signs, k=chance.randint(1, 12))) for _ in range(count)]


def function_of(package: str, case: Case) -> Callable[..., Any]:
    """The function of a case in a package: the real one, or ours where ``package`` is ``qawl.compat.``."""
    module = importlib.import_module(package + case.module)
    if case.module.endswith("charmap"):
        return module.CharMapper.builtin_mapper(case.function)
    name, _, keywords = case.function.rstrip(")").partition("(")
    function = getattr(module, name)
    if not keywords:
        return function
    key, _, value = keywords.partition("=")
    given = {key: True if value == "True" else value.strip("'")}
    return lambda text: function(text, **given)


class Outcome(NamedTuple):
    """What came of a case."""

    case: Case
    tried: int
    equal: int
    by_design: int
    unexplained: list[tuple[Input, Any, Any]]


def compare(case: Case, inputs: Inputs) -> Outcome:
    """Calls both functions with all inputs of a case."""
    theirs, ours = function_of("", case), function_of("qawl.compat.", case)
    tried = equal = by_design = 0
    unexplained = []
    for given in inputs.of(case.inputs):
        tried += 1
        expected, found = result(theirs, given), result(ours, given)
        if expected == found:
            equal += 1
        elif any(reason.applies(*given) for reason in case.reasons):
            by_design += 1
        else:
            unexplained.append((given, expected, found))
    return Outcome(case, tried, equal, by_design, unexplained)


def result(function: Callable[..., Any], given: Input) -> Any:
    """What the function gives, or the kind of its error."""
    try:
        return function(*given)
    except Exception as error:
        return type(error)


def table(outcomes: list[Outcome]) -> str:
    """The outcomes as a table of Markdown; functions that differ nowhere share a line."""
    lines = ["| function | inputs tried | equal | different by design |", "| --- | ---: | ---: | ---: |"]
    for module, group in itertools.groupby(outcomes, key=lambda outcome: outcome.case.module):
        members = list(group)
        same = [outcome for outcome in members if outcome.equal == outcome.tried]
        if same:
            names = ", ".join(f"`{outcome.case.function}`" for outcome in same)
            lines.append(row(f"{module}: {names}", same))
        for outcome in members:
            if outcome not in same:
                lines.append(row(f"{module}: `{outcome.case.function}`", [outcome]))
    lines.append(row("all", outcomes))
    return "\n".join(lines)


def row(title: str, outcomes: list[Outcome]) -> str:
    """A line of the table."""
    counts = (sum(column) for column in zip(*((one.tried, one.equal, one.by_design) for one in outcomes)))
    return f"| {title} | " + " | ".join(f"{count:,}".replace(",", " ") for count in counts) + " |"


def examples(outcomes: list[Outcome]) -> str:
    """Of each reason an example, with both results."""
    lines = ["| reason | example | theirs | ours |", "| --- | --- | --- | --- |"]
    seen = set()
    for outcome in outcomes:
        for reason in outcome.case.reasons:
            if reason.why in seen:
                continue
            theirs = result(function_of("", outcome.case), reason.example)
            ours = result(function_of("qawl.compat.", outcome.case), reason.example)
            if theirs == ours:
                continue
            seen.add(reason.why)
            call = f"{outcome.case.function.partition('(')[0]}({', '.join(map(shown, reason.example))})"
            lines.append(f"| {reason.why} | `{call}` | `{shown(theirs)}` | `{shown(ours)}` |")
    return "\n".join(lines)


def shown(value: Any) -> str:
    """A value as Python writes it, short, with marks and invisible characters as escapes."""
    if isinstance(value, list) and len(value) > 20:
        return f"a list of {len(value)}"
    escaped = re.sub("[\u064b-\u065f\u0670\u200c\u200d\u00a0\u08f0\ufe70-\ufeff]", lambda c: f"\\u{ord(c.group()):04x}", repr(value))
    return escaped if len(escaped) <= 60 else f"{escaped[:57]}…"


def own_texts() -> list[str]:
    """The lines of the samples and haystacks of this repository."""
    files = [*(REPOSITORY / "data" / "samples").glob("*.txt"), *(REPOSITORY / "benches" / "haystacks").glob("*.txt")]
    return sorted({line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line})


def read(path: str) -> list[str]:
    """The texts of a file."""
    with open(path, encoding="utf-8") as file:
        text = file.read(LIMIT)
    lines = text.splitlines()
    if path.endswith(".jsonl"):
        # The last line may be cut.
        return [json.loads(line)["text"] for line in lines[:-1]]
    return [line for line in lines if line]


def main() -> int:
    """Compares, prints, and says by the exit code whether all is explained."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", default=[path for path in os.environ.get("QAWL_CORPUS", "").split(":") if path])
    parser.add_argument("--readme", type=pathlib.Path)
    arguments = parser.parse_args()
    texts = own_texts() + [text for path in arguments.texts for text in read(path)]
    inputs = Inputs(texts)
    outcomes = [compare(case, inputs) for case in camel_cases() + pyarabic_cases()]
    report = f"{table(outcomes)}\n\n{examples(outcomes)}\n"
    print(report)
    if arguments.readme:
        write(arguments.readme, report)
    unexplained = [(outcome.case, difference) for outcome in outcomes for difference in outcome.unexplained[:3]]
    for case, (given, theirs, ours) in unexplained:
        print(f"unexplained: {case.module} {case.function}{ascii(given)}: {ascii(theirs)}, ours {ascii(ours)}", file=sys.stderr)
    return 1 if unexplained else 0


def write(path: pathlib.Path, report: str) -> None:
    """Puts the report between the two marks of a file."""
    start, end = "<!-- differential -->\n", "<!-- /differential -->"
    before, _, rest = path.read_text(encoding="utf-8").partition(start)
    _, _, after = rest.partition(end)
    path.write_text(f"{before}{start}{report}{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
