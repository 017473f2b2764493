"""The same results as the Rust library: as its command writes them.

``QAWL_COMMAND`` names the command; ``QAWL_CORPUS`` a file of JSON lines with ``text``, beside the samples.
"""

import itertools
import json
import os
import subprocess
import sys

import pytest
import qawl
from conftest import SAMPLES

COMMAND = os.environ.get("QAWL_COMMAND")
CORPUS = os.environ.get("QAWL_CORPUS")

needs_command = pytest.mark.skipif(not COMMAND, reason="QAWL_COMMAND names no command to compare with")


def rust(*arguments):
    done = subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, check=True)
    return done.stdout.decode()


def python(*arguments):
    command = [sys.executable, "-m", "qawl", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


@needs_command
@pytest.mark.parametrize("offsets", ["bytes", "chars", "utf16"])
def test_the_json_of_the_samples(samples, offsets):
    lines = rust("annotate", "--format", "json", "--offsets", offsets, *SAMPLES).splitlines()
    assert len(lines) == len(samples)
    for (name, text), line in zip(samples.items(), lines):
        assert qawl.annotate(text).to_json(name, offsets=offsets) == line


@needs_command
@pytest.mark.parametrize("form", [["--format", "json"], ["--format", "json", "--offsets", "utf16"], ["--format", "text"]])
def test_the_command(form):
    assert python("annotate", *form, *SAMPLES) == rust("annotate", *form, *SAMPLES)


@needs_command
def test_names_of_ones_own(tmp_path):
    names = tmp_path / "names.qgz"
    qawl.Gazetteer([("وزراء المياه", "body"), ("العرب", "people")]).save(names)
    arguments = ["annotate", "--gazetteer", names, SAMPLES[0]]
    assert python(*arguments) == rust(*arguments)


@needs_command
@pytest.mark.skipif(not CORPUS, reason="QAWL_CORPUS names no corpus")
def test_a_whole_corpus():
    with open(CORPUS, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    arguments = [COMMAND, "annotate", "--format", "json", "--offsets", "chars", "--jsonl", "--progress", "never", CORPUS]
    documents = iter(qawl.annotate_all(texts))
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, encoding="utf-8") as process:
        for number, (line, document) in enumerate(itertools.zip_longest(process.stdout, documents)):
            assert document.to_json(json.loads(line)["doc"]) + "\n" == line, f"document {number}"
            check_slices(document)
    assert process.returncode == 0


def check_slices(document):
    text = document.text
    assert document.tokens.texts() == [text[start:end] for start, end in document.tokens.spans()]
    for span in [*document.sentences, *document.mentions]:
        assert text[span.start : span.end] == span.text
