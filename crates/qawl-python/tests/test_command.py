"""The command ``python -m qawl``."""

import io
import json
import subprocess
import sys

import pytest
import qawl
from qawl.__main__ import main


class Bytes:
    """Standard input or output that holds bytes."""

    def __init__(self, content=b""):
        self.buffer = io.BytesIO(content)
        self.buffer.close = lambda: None

    def isatty(self):
        return False


def run(monkeypatch, *arguments, stdin=b""):
    output = Bytes()
    monkeypatch.setattr(sys, "stdin", Bytes(stdin))
    monkeypatch.setattr(sys, "stdout", output)
    code = main(["annotate", *map(str, arguments)])
    return code, output.buffer.getvalue().decode()


def test_a_text_from_standard_input(monkeypatch):
    code, written = run(monkeypatch, stdin="نعم\n".encode())  # "yes"
    assert code == 0 and json.loads(written) == qawl.annotate("نعم\n").to_dict("stdin", offsets="bytes")


def test_lines_of_json(monkeypatch, tmp_path):
    path = tmp_path / "news.jsonl"
    lines = [{"text": "نعم"}, {"text": "لا", "id": 7}, {"text": "\ud83d", "id": "x"}]  # "yes", "no"
    path.write_text("\ufeff" + "\n".join(map(json.dumps, lines)) + "\n\n", encoding="utf-8")
    code, written = run(monkeypatch, "--jsonl", path, "--offsets", "chars", "--threads", "2")
    assert code == 0 and [json.loads(line)["doc"] for line in written.splitlines()] == ["news:1", "7", "x"]
    output = tmp_path / "found.jsonl"
    code, nothing = run(monkeypatch, "--jsonl", path, "--offsets", "chars", "-o", output)
    assert code == 0 and nothing == "" and output.read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    ("arguments", "stdin", "message"),
    [
        (["nofile.txt"], b"", "qawl: nofile.txt: no such file"),
        ([], b"a\nb\xff", "qawl: stdin: line 2: not UTF-8 at byte 1, expected text in UTF-8"),
        (["--jsonl"], b'{"text":1}', 'qawl: stdin: line 1: the field "text" is no string, expected the text'),
        (["--jsonl"], b'{"text":"a"}\n{}', 'qawl: stdin: line 2: no field "text", expected one with the text'),
        (["--jsonl"], b"[]", "qawl: stdin: line 1: expected a JSON object, found another value"),
        (["--jsonl"], b'\n{"te', "qawl: stdin: line 2: not JSON at column"),
        (["--jsonl", "--id", "n"], b'{"text":""}', 'qawl: stdin: line 1: no field "n", expected one with the id'),
        (["--jsonl"], b'{"text":"","id":[]}', 'the field "id" is no string and no number, expected an id'),
        (["--gazetteer", "no.qgz"], b"", "qawl: no.qgz: no such file"),
        (["--gazetteer", __file__], b"", "qawl: "),
        (["-o", "no/folder/x"], b"", "qawl: no/folder/x: no such file"),
    ],
)
def test_bad_input_is_one_line(monkeypatch, capsys, tmp_path, arguments, stdin, message):
    monkeypatch.chdir(tmp_path)
    code, _ = run(monkeypatch, *arguments, stdin=stdin)
    error = capsys.readouterr().err
    assert code == 2 and message in error and error.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_whole_or_not_written(monkeypatch, capsys, tmp_path):
    output = tmp_path / "found.jsonl"
    output.write_text("before")
    code, _ = run(monkeypatch, "--jsonl", "-o", output, stdin=b'{"text":"a"}\nbad')
    assert code == 2 and output.read_text() == "before" and list(tmp_path.iterdir()) == [output]


def test_a_closed_pipe_ends_quietly(samples):
    line = json.dumps({"text": samples["council"]}) + "\n"
    command = [sys.executable, "-m", "qawl", "annotate", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        process.stdin.write(line.encode() * 40)
        process.stdin.close()
        assert process.stderr.read() == b"" and process.wait() == 0


def test_help_and_version():
    for arguments in [["--version"], ["--help"], ["annotate", "--help"]]:
        done = subprocess.run([sys.executable, "-m", "qawl", *arguments], capture_output=True, check=True)
        assert done.stdout and not done.stderr
