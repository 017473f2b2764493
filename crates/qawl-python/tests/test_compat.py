"""qawl.compat gives what camel-tools and pyarabic give, or differs for a listed reason."""

import importlib
import importlib.metadata
import importlib.util
import inspect
import pathlib
import pickle

import pytest
from hypothesis import given

import conftest
from qawl.compat.camel_tools.tokenizers.word import simple_word_tokenize
from qawl.compat.camel_tools.utils import charsets
from qawl.compat.camel_tools.utils.charmap import BuiltinCharMapNotFoundError, CharMapper, InvalidCharMapKeyError
from qawl.compat.camel_tools.utils.dediac import dediac_ar, dediac_hsb
from qawl.compat.camel_tools.utils.normalize import normalize_alef_hsb
from qawl.compat.camel_tools.utils.transliterate import Transliterator
from qawl.compat.pyarabic import araby, normalize

SCRIPT = pathlib.Path(__file__).resolve().parents[1] / "scripts" / "differential.py"


def differential():
    """The script that compares, as a module."""
    spec = importlib.util.spec_from_file_location("differential", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT_MODULE = differential()
CASES = SCRIPT_MODULE.camel_cases() + SCRIPT_MODULE.pyarabic_cases()


@pytest.fixture(scope="session")
def inputs():
    return SCRIPT_MODULE.Inputs(SCRIPT_MODULE.own_texts(), chance=1000)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.module}.{case.function}")
def test_as_the_real_package(case, inputs):
    package = case.module.partition(".")[0]
    pytest.importorskip(package, reason=f"{package} is not installed")
    if case.module.endswith(".word") and importlib.metadata.version("camel-tools") < "1.6":
        pytest.skip("camel-tools before 1.6 loses characters that are neither letters, digits nor marks")
    outcome = SCRIPT_MODULE.compare(case, inputs)
    assert outcome.tried > 500
    assert outcome.unexplained == []
    for reason in case.reasons:
        assert reason.applies(*reason.example), f"the example of «{reason.why}» is none"


def test_every_name_of_a_case_is_ours():
    for case in CASES:
        assert callable(SCRIPT_MODULE.function_of("qawl.compat.", case))


@pytest.mark.filterwarnings("ignore")
def test_letters_and_groups_are_those_of_pyarabic():
    real = pytest.importorskip("pyarabic.araby", reason="pyarabic is not installed")
    compared = 0
    for name, value in vars(real).items():
        if name.isupper() and hasattr(araby, name) and not name.endswith("_PATTERN"):
            ours = getattr(araby, name)
            # Groups are in the order of the alphabet.
            assert ours == value or sorted(ours) == sorted(value), name
            compared += 1
    assert compared > 90


@pytest.mark.parametrize("module", [araby, normalize], ids=lambda module: module.__name__)
def test_everything_public_is_documented(module):
    for name, value in vars(module).items():
        if inspect.isfunction(value) and not name.startswith("_"):
            assert value.__doc__, name


# Each difference once, so that it is kept where the packages are missing too.
def test_what_differs_by_design():
    assert dediac_hsb("\u00c4lbayt") == "\u00c4lbyt"
    assert normalize_alef_hsb("\u01cdlý \u0102lý") == "Alý Alý"
    assert CharMapper.builtin_mapper("ar2hsb")("إلى") == "\u01cdlý"
    assert CharMapper.builtin_mapper("hsb2ar")("\u01cdlý \u0102lý") == "إلى إلى"
    assert CharMapper.builtin_mapper("safebw2xmlbw")("BArs") == "VArs"
    assert simple_word_tokenize("نعم😀\u200d😀") == ["نعم", "😀\u200d😀"]
    assert araby.tokenize("سو\u0654ال\u00a0لا") == ["سو\u0654ال", "لا"]
    assert araby.sentence_tokenize("انتظر... ثم مضى") == ["انتظر...", "ثم مضى"]
    assert araby.normalize_hamza("سو\u0654ال") == araby.normalize_hamza("سؤال") == "سءال"
    assert araby.normalize_alef("مصطفى") == "مصطفى"
    assert araby.normalize_ligature("ب\ufefc") == "بلا"
    assert araby.is_arabicword("هد\u0649\u064b") and not araby.is_arabicword("نعم،")
    assert araby.separate("عل\u064e\u0651م") == araby.separate("عل\u0651\u064eم")
    assert not araby.vocalizedlike("وكتب", "كتب")
    assert normalize.normalize_searchtext("دمى") == "دمي"


def test_a_lone_surrogate_is_replaced_where_a_text_changes():
    assert dediac_ar("ب\ud83d") == "ب\ud83d"
    assert dediac_ar("ب\u064e\ud83d") == "ب\ufffd"


@given(conftest.any_text)
def test_any_text_goes_through(text):
    assert "".join(simple_word_tokenize(text)) == "".join(text.split())
    assert "".join(simple_word_tokenize(text, split_digits=True)) == "".join(text.split())
    for word in araby.tokenize_with_location(text):
        assert text[word["start"] : word["end"]] == word["token"]
    assert "".join(araby.tokenize(text)) == "".join(c for c in text if not c.isspace() or c == "\n")
    assert not araby.is_vocalized(araby.strip_tashkeel(text))
    assert araby.joint(*araby.separate(araby.strip_tashkeel(text))) == araby.strip_tashkeel(text)


def test_bad_maps_are_errors():
    with pytest.raises(InvalidCharMapKeyError, match="'ab' is neither a character nor a range"):
        CharMapper({"ab": "c"})
    with pytest.raises(InvalidCharMapKeyError):
        CharMapper({"z-a": "c"})
    with pytest.raises(TypeError, match="the value of 'a' is int"):
        CharMapper({"a": 1})
    with pytest.raises(TypeError, match="charmap is list"):
        CharMapper([])
    with pytest.raises(BuiltinCharMapNotFoundError, match="no map 'arclean' is built in, expected one of ar2bw"):
        CharMapper.builtin_mapper("arclean")
    with pytest.raises(TypeError, match="expected str, got NoneType"):
        CharMapper.builtin_mapper("ar2bw")(None)
    with pytest.raises(ValueError, match="marker is ''"):
        Transliterator(CharMapper({}), "")


def test_mappers(tmp_path):
    path = tmp_path / "map.json"
    path.write_text('{"charMap": {"a-c": "x", "d": null, "e": ""}, "default": "?"}', encoding="utf-8")
    mapper = CharMapper.mapper_from_json(path)
    assert mapper("abcdef") == "xxxd?"
    assert pickle.loads(pickle.dumps(CharMapper.builtin_mapper("bw2hsb")))("$") == "š"
    marked = Transliterator(CharMapper.builtin_mapper("bw2ar"))
    assert marked.transliterate("ktb @@IGNORE@@ktb ktb") == "كتب @@IGNORE@@ktb كتب"
    assert marked.transliterate("ktb @@IGNORE@@ktb", ignore_markers=True, strip_markers=True) == "كتب كتب"


def test_sets_of_unicode_are_made_once():
    assert charsets.UNICODE_PUNCT_CHARSET is charsets.UNICODE_PUNCT_CHARSET
    assert charsets.UNICODE_PUNCT_SYMBOL_CHARSET == charsets.UNICODE_PUNCT_CHARSET | charsets.UNICODE_SYMBOL_CHARSET
    with pytest.raises(AttributeError, match="NO_SUCH"):
        charsets.NO_SUCH


def test_conditions_and_morphs():
    text = "قرأ\u064e Python بسرعة"  # "he read Python quickly", with FATHA
    assert araby.tokenize(text, araby.is_arabicrange, araby.strip_tashkeel) == ["قرأ", "بسرعة"]
    assert araby.tokenize(text, conditions=[str.isascii, str.istitle], morphs=[str.upper, str.lower]) == ["python"]
    assert araby.tokenize("") == []
