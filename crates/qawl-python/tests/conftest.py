"""What the tests share: samples of our own, and any text there can be."""

import os
import pathlib

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
SAMPLES = sorted((REPOSITORY / "data" / "samples").glob("*.txt"))

settings.register_profile("qawl", deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "qawl"))

#: Pieces that the layers look for, so that chance meets them: reporting words, marks, names, and what is hard to
#: count: astral letters, marks, controls, and lone surrogates, which are no characters.
PIECES = [
    "قال", "وأضافت", "الوزير", "ليلى ناصر", "لندن", "وبالرياض", "إن", "أن", "«", "»", '"', ":", "،", ".", "؟",
    "د.", "٣٫٥", "10:30", "#وسم", "@name", "a@b.co", "https://example.org", "abc", "\n", "\n\n", " ", "\t",
    "\u064e", "\u0651", "\u0640", "\u200c", "\u200f", "\ufeff", "\ufdfa", "\u0627\u0653", "\U0001f600",
    "\U0001ee00", "\U00010efa", "e\u0301", "\x00", "\ud83d", "\udc00", "\udfff", "\ud800",
]

any_text = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.text(st.characters(), max_size=80),
    st.text(st.characters(categories=["Cs", "Lo", "Mn", "Po", "So"]), max_size=80),
)


def mended(text):
    """The text with U+FFFD REPLACEMENT CHARACTER for each lone surrogate, as the engine reads it."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


@pytest.fixture(scope="session")
def samples():
    """The sample articles: their names and texts."""
    assert SAMPLES, "the samples of the repository are missing"
    return {path.stem: path.read_text(encoding="utf-8") for path in SAMPLES}
