"""spaCy, Arrow, pandas, Polars and Spark, each with the real package; skipped where it is missing."""

import importlib
import os
import pathlib
import re
import shutil
import subprocess
import sys

import pytest
import qawl

# "Layla Nasser said in London that the road is open. And minister Sami Haddad added: 'We open the fair in Baghdad.'"
TEXT = "قالت ليلى ناصر في لندن إن الطريق مفتوح. وأضاف الوزير سامي حداد: «سنفتح المعرض غدا في بغداد»."
SAID = [("ليلى ناصر", "الطريق مفتوح"), ("سامي حداد", "سنفتح المعرض غدا في بغداد")]
LAYERS = ("sentences", "tokens", "mentions", "quotes")
OWN = {"@tokenizers": "qawl.Tokenizer.v1"}


@pytest.mark.parametrize(
    ("module", "package"),
    [("spacy", "spacy"), ("arrow", "pyarrow"), ("pandas", "pandas"), ("polars", "polars"), ("spark", "pyspark")],
)
def test_a_missing_package_is_named(module, package):
    # In an interpreter of its own, where the package cannot be found whether or not it is there.
    code = (
        f"import sys; sys.modules['{package}'] = None\n"
        "import qawl\n"
        f"try:\n    import qawl.{module}\n"
        f"    qawl.{module}.quotes(None) if '{module}' != 'spark' else qawl.spark.quotes(None, 'text')\n"
        "except ImportError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"qawl.{module} needs the package {package}: pip install {package}\n"


def test_qawl_alone_imports_none_of_them():
    code = "import qawl, sys; print(sorted({'spacy', 'pyarrow', 'pandas', 'polars', 'pyspark'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.fixture(scope="module")
def spacy():
    return pytest.importorskip("spacy", reason="spacy is not installed")


def blank(spacy, own_tokenizer=True, **config):
    nlp = spacy.blank("ar", config={"nlp": {"tokenizer": OWN}} if own_tokenizer else {})
    nlp.add_pipe("qawl", config=config)
    return nlp


def test_spacy_component(spacy):
    doc = blank(spacy, sentences=True)(TEXT)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("ليلى ناصر", "person"), ("لندن", "city"), ("سامي حداد", "person"), ("بغداد", "city"),
    ]
    assert doc.ents[1].kb_id_ == doc.ents[1]._.mention.id != ""
    assert [(span._.speaker, span.text) for span in doc.spans["quotes"]] == SAID
    assert [span.label_ for span in doc.spans["quotes"]] == ["indirect", "direct"]
    assert [(span.text, span._.quote.id) for span in doc.spans["cues"]] == [("قالت", 1), ("وأضاف", 2)]
    assert doc._.qawl == qawl.annotate(TEXT) and [sentence.text for sentence in doc.sents] == [
        sentence.text for sentence in doc._.qawl.sentences
    ]
    road = next(token for token in doc if token.text == "الطريق")
    assert road._.quotes == [1] and str(road._.clitics) == "ال+طريق" and road._.normalized == "الطريق"
    assert doc[0]._.quotes == []


def test_spacy_spans_grow_to_its_own_tokens(spacy):
    doc = blank(spacy, own_tokenizer=False)(TEXT)
    assert [span._.speaker for span in doc.spans["quotes"]] == ["ليلى ناصر", "سامي حداد"]
    for span in doc.spans["quotes"]:
        assert span._.quote.text in span.text
    assert [ent._.mention.name for ent in doc.ents] == [name.name for name in qawl.annotate(TEXT).mentions]


def test_spacy_documents_are_kept_and_sent(spacy):
    nlp = blank(spacy)
    doc = nlp(TEXT)
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.qawl == doc._.qawl and [span._.speaker for span in again.spans["quotes"]] == ["ليلى ناصر", "سامي حداد"]
    many = list(nlp.pipe([TEXT, "", "نعم"] * 3, n_process=2, batch_size=2))
    assert [len(one.spans["quotes"]) for one in many] == [2, 0, 0] * 3
    assert [one.to_bytes() for one in nlp.pipe([TEXT, "نعم"])] == [nlp(TEXT).to_bytes(), nlp("نعم").to_bytes()]


def test_spacy_keeps_what_is_there(spacy):
    nlp = blank(spacy)
    rules = nlp.add_pipe("entity_ruler", first=True)
    rules.add_patterns([{"label": "PLACE", "pattern": "لندن"}])
    assert ("لندن", "PLACE") in [(ent.text, ent.label_) for ent in nlp(TEXT).ents]
    assert not blank(spacy, ents=False)(TEXT).ents
    assert "quotes" in blank(spacy, layers=["tokens"])(TEXT).spans


def test_spacy_pipelines_are_saved(spacy, tmp_path):
    blank(spacy).to_disk(tmp_path)
    doc = spacy.load(tmp_path)(TEXT)
    assert [(span._.speaker, span.text) for span in doc.spans["quotes"]] == SAID


@pytest.mark.parametrize("text", [" عاد  الوفد\n\n ثم مضى ", "", "   ", "\u00a0نعم\t", TEXT])
def test_spacy_tokens_join_to_the_text(spacy, text):
    doc = blank(spacy).make_doc(text)
    assert doc.text == text
    assert [token.text for token in doc if not token.is_space] == qawl.tokenize(text).texts()


def frames(layer, texts):
    """The same layer by the three of them, as lists of dictionaries; ``row`` numbers the text."""
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    polars = pytest.importorskip("polars", reason="polars is not installed")
    pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    modules = [importlib.import_module(f"qawl.{name}") for name in ("pandas", "polars", "arrow")]
    by_pandas = getattr(modules[0], layer)(pandas.Series(texts, dtype="object"))
    by_pandas = by_pandas.astype(object).where(by_pandas.notna(), None)
    by_pandas.index.name = "row"
    by_polars = getattr(modules[1], layer)(polars.Series(texts, dtype=polars.String))
    by_arrow = getattr(modules[2], layer)(pyarrow.array(texts, pyarrow.string()))
    return by_pandas.reset_index().to_dict("records"), by_polars.to_dicts(), by_arrow.to_pylist()


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("texts", [[TEXT, None, "", "نعم"], [None], []], ids=["some", "missing", "none"])
def test_frames_are_the_same_everywhere(layer, texts):
    by_pandas, by_polars, by_arrow = frames(layer, texts)
    assert by_pandas == by_polars == by_arrow
    document = qawl.annotate(TEXT)
    of_first = [row for row in by_arrow if row["row"] == 0]
    assert len(of_first) == (len(getattr(document, layer)) if TEXT in texts else 0)
    for row in by_arrow:
        text = texts[row["row"]]
        assert layer == "quotes" or text[row["start"] : row["end"]] == row["text"]


def test_quotes_in_frames():
    rows = frames("quotes", [TEXT])[2]
    assert [(row["speaker"], row["text"]) for row in rows] == SAID
    assert [(row["quote"], row["how"], row["cue"], row["within"]) for row in rows] == [
        (1, "named", "قالت", None), (2, "named", "وأضاف", None),
    ]
    assert [row["confidence"] for row in rows] == [quote["confidence"] for quote in qawl.annotate(TEXT).to_dict()["quotes"]]


def test_pandas_keeps_index_and_missing_texts():
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    import qawl.pandas

    texts = pd.Series([TEXT, None, "ذ\u064eهب"], index=["a", "b", "c"], name="text")  # "gold", with FATHA
    assert list(qawl.pandas.quotes(texts).index) == ["a", "a"]
    normalized = qawl.pandas.normalize(texts)
    assert list(normalized.index) == ["a", "b", "c"] and normalized.name == "text"
    assert normalized.isna().tolist() == [False, True, False] and normalized["c"] == "ذهب"
    assert len(texts.to_frame().join(qawl.pandas.quotes(texts).add_prefix("said_"))) == 4
    assert qawl.pandas.normalize(texts.astype("category"))["c"] == "ذهب"
    with pytest.raises(TypeError, match=r"texts\[0\] is of <class 'int'>"):
        qawl.pandas.quotes(pd.Series([1]))


def test_polars_joins_by_row():
    pl = pytest.importorskip("polars", reason="polars is not installed")
    import qawl.polars

    articles = pl.DataFrame({"text": [None, TEXT, "ذ\u064eهب"]}).with_row_index("row")  # "gold", with FATHA
    joined = articles.join(qawl.polars.quotes(articles["text"]), on="row", suffix="_said")
    assert joined["speaker"].to_list() == ["ليلى ناصر", "سامي حداد"]
    normalized = articles.select(pl.col("text").map_batches(qawl.polars.normalize, return_dtype=pl.String))
    assert normalized["text"].to_list()[::2] == [None, "ذهب"]
    with pytest.raises(TypeError, match="texts are Int64, expected String"):
        qawl.polars.quotes(pl.Series([1]))


def test_arrow_takes_what_hands_over_arrow():
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    import qawl.arrow

    given = [pa.array([TEXT]), pa.chunked_array([[TEXT], []], pa.string()), pa.array([TEXT], pa.large_string()), [TEXT]]
    polars = pytest.importorskip("polars", reason="polars is not installed")
    given.append(polars.Series([TEXT]))
    for texts in given:
        assert qawl.arrow.quotes(texts).column("speaker").to_pylist() == ["ليلى ناصر", "سامي حداد"]
    assert qawl.arrow.normalize(pa.array(["ذ\u064eهب", None])).to_pylist() == ["ذهب", None]  # "gold", with FATHA
    with pytest.raises(TypeError, match="texts are int64, expected strings"):
        qawl.arrow.tokens(pa.array([1]))
    with pytest.raises(ValueError, match="layer is 'words', expected one of sentences"):
        qawl.arrow.schema("words")


def test_a_pipeline_of_ones_own():
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    import qawl.arrow

    names = qawl.Gazetteer([("منتدى النخيل", "event", "E1")])  # "the Palm Forum"
    pipeline = qawl.Pipeline(layers=["mentions"], gazetteers=[names], embedded_names=False)
    found = qawl.arrow.mentions(pa.array([None, "افتتح منتدى النخيل"]), pipeline=pipeline, threads=1)  # "it opened"
    assert found.to_pylist() == [
        {"row": 1, "start": 6, "end": 18, "text": "منتدى النخيل", "type": "event", "name": "منتدى النخيل", "id": "E1"}
    ]


@pytest.fixture(scope="module")
def spark():
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("Spark needs Java, which is not installed")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "1", "spark.driver.host": "127.0.0.1"}
    builder = sql.SparkSession.builder.master("local[2]")
    for key, value in settings.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.mark.filterwarnings("ignore")
def test_spark(spark):
    import qawl.spark

    frame = spark.createDataFrame([("a", TEXT), ("b", None), ("c", "نعم"), ("d", TEXT)], ["id", "body"])
    names = qawl.Gazetteer([("الطريق", "road", "R1")])  # "the road"
    pipeline = qawl.Pipeline(gazetteers=[names])
    quotes = qawl.spark.quotes(frame, "body", keep=["id"], pipeline=pipeline)
    rows = sorted((row.id, row.quote, row.speaker, row.text) for row in quotes.collect())
    assert rows == [(id, number, *said) for id in "ad" for number, said in enumerate(SAID, start=1)]
    assert quotes.columns[:2] == ["id", "quote"] and quotes.schema["confidence"].dataType.typeName() == "double"
    with pytest.raises(ValueError, match="no column 'text', expected one of id, body"):
        qawl.spark.quotes(frame, "text")
    with pytest.raises(ValueError, match="keep names text, which the result has already"):
        qawl.spark.tokens(frame.withColumnRenamed("body", "text"), "text", keep=["text"])


README = pathlib.Path(__file__).resolve().parents[1] / "README.md"


@pytest.mark.parametrize("block", re.findall(r"```py\n(.*?)```", README.read_text(encoding="utf-8"), flags=re.DOTALL))
def test_examples_of_the_readme(block):
    package = re.match(r"import (\w+)", block).group(1)
    pytest.importorskip(package, reason=f"{package} is not installed")
    exec(compile(block, "README", "exec"), {})
