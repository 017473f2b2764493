"""The command ``python -m qawl annotate``, as that of the Rust command ``qawl annotate``.

It reads texts and JSON lines and writes the formats ``json`` and ``text``, byte for byte as the Rust command does.
That one has more: packed files, folders, pages, other formats, runs that are continued.
"""

import argparse
import json
import os
import pathlib
import sys
import tempfile

import qawl
from qawl import _summary

#: How many characters are annotated at once, by all threads together.
PORTION = 1 << 22


class BadInput(Exception):
    """One line that says which file and what was expected."""


def main(arguments=None):
    """Runs the command and returns its exit code: 0, or 2 with one line on standard error."""
    asked = parser().parse_args(arguments)
    try:
        run(asked)
    except BadInput as error:
        print(f"qawl: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever reads has read enough. Python would complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return 130
    return 0


def parser():
    """What can be asked for."""
    whole = argparse.ArgumentParser(prog="python -m qawl", description=qawl.__doc__.splitlines()[0])
    whole.add_argument("--version", action="version", version=f"qawl {qawl.__version__}")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    help = "find everything: sentences, tokens, names, and who said what"
    annotate = commands.add_parser("annotate", help=help, description=help)
    add = annotate.add_argument
    add("files", nargs="*", metavar="FILE", help="one document each; standard input where none is named, and for -")
    add("--format", choices=["text", "json"], help="text on a terminal, json elsewhere")
    add("--offsets", choices=["bytes", "chars", "utf16"], default="bytes", help="what offsets count (bytes)")
    add("--jsonl", action="store_true", help="read a JSON object a line, one document each")
    add("--field", default="text", metavar="NAME", help="the field of a JSON line that holds the text")
    add("--id", metavar="NAME", help="the field that holds the id; by default id, where a line has one")
    add("--gazetteer", action="append", default=[], metavar="FILE.qgz", help="names of your own; may be repeated")
    add("--threads", type=threads, metavar="N", help="by default as many as the machine runs at once")
    add("-o", "--output", metavar="FILE", help="write to FILE, whole or not at all")
    return whole


def threads(text):
    """A number of threads."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is too few, expected at least 1")
    return number


def run(asked):
    """Annotates every document and writes it."""
    lists = [opened(path) for path in asked.gazetteer]
    pipeline = qawl.Pipeline(gazetteers=lists)
    is_terminal = asked.output in (None, "-") and sys.stdout.isatty()
    write = line_of if (asked.format or ("text" if is_terminal else "json")) == "json" else _summary.of
    with Output(asked.output) as output:
        between = ""
        for ids, texts in portions(documents(asked)):
            for id, document in zip(ids, pipeline.annotate_all(texts, threads=asked.threads)):
                written = write(id, document, asked.offsets)
                output.write((between + written).encode("utf-8", "replace"))
                between = "" if write is line_of else "\n"


def line_of(id, document, offsets):
    """One line of JSON."""
    return document.to_json(id, offsets=offsets) + "\n"


def opened(path):
    """A compiled list of names."""
    try:
        return qawl.Gazetteer.open(path)
    except OSError as error:
        raise BadInput(f"{path}: {reason(error)}") from None
    except ValueError as error:
        raise BadInput(error) from None


def portions(documents):
    """Some documents at a time: their ids and their texts."""
    documents = iter(documents)
    for first in documents:
        ids, texts, size = [first[0]], [first[1]], len(first[1])
        while size < PORTION and (following := next(documents, None)):
            ids.append(following[0])
            texts.append(following[1])
            size += len(following[1])
        yield ids, texts


def documents(asked):
    """The documents of all files: their ids and their texts."""
    for path in asked.files or ["-"]:
        is_stdin = path == "-"
        label, id = ("stdin", "stdin") if is_stdin else (path, pathlib.Path(path).stem)
        try:
            with sys.stdin.buffer if is_stdin else open(path, "rb") as file:
                if asked.jsonl:
                    yield from lines(asked, label, id, file)
                else:
                    yield id, text_of(label, file.read())
        except OSError as error:
            raise BadInput(f"{label}: {reason(error)}") from None


def text_of(label, content, line=1):
    """UTF-8 as text."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line += content.count(b"\n", 0, error.start)
        at = error.start - content.rfind(b"\n", 0, error.start) - 1
        raise BadInput(f"{label}: line {line}: not UTF-8 at byte {at}, expected text in UTF-8") from None


def lines(asked, label, id, file):
    """The documents of a file of JSON lines."""
    for number, content in enumerate(file, start=1):
        line = text_of(label, content, number).lstrip("\ufeff").strip()
        if line:
            try:
                yield one_line(asked, line, f"{id}:{number}")
            except ValueError as error:
                raise BadInput(f"{label}: line {number}: {error}") from None


def one_line(asked, line, own):
    """The id and the text of a JSON line; ``own`` is the id where it has none."""
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON at column {error.colno}: {error.msg}") from None
    if not isinstance(found, dict):
        raise ValueError("expected a JSON object, found another value")
    name = asked.id or "id"
    if asked.id and asked.id not in found:
        raise ValueError(f'no field "{name}", expected one with the id')
    id = found.get(name)
    if id is None and not asked.id:
        id = own
    if isinstance(id, bool) or not isinstance(id, (str, int, float)):
        raise ValueError(f'the field "{name}" is no string and no number, expected an id')
    if asked.field not in found:
        raise ValueError(f'no field "{asked.field}", expected one with the text')
    if not isinstance(found[asked.field], str):
        raise ValueError(f'the field "{asked.field}" is no string, expected the text')
    return str(id), found[asked.field]


def reason(error):
    """Why a file cannot be read or written, in the words of the Rust command."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    return (error.strerror or str(error)).lower()


class Output:
    """Standard output, or a file that appears whole or not at all."""

    def __init__(self, path):
        self.path = None if path in (None, "-") else path
        self.file = sys.stdout.buffer if self.path is None else None

    def __enter__(self):
        if self.path is not None:
            folder = os.path.dirname(os.path.abspath(self.path))
            try:
                self.file = tempfile.NamedTemporaryFile(dir=folder, prefix=".qawl-", delete=False)
            except OSError as error:
                raise BadInput(f"{self.path}: {reason(error)}") from None
        return self.file

    def __exit__(self, kind, *_):
        if self.path is None:
            self.file.flush()
            return
        self.file.close()
        if kind is None:
            # A temporary file is readable by its owner alone; the result is as files are here.
            mask = os.umask(0)
            os.umask(mask)
            os.chmod(self.file.name, 0o666 & ~mask)
            os.replace(self.file.name, self.path)
        else:
            os.unlink(self.file.name)


if __name__ == "__main__":
    sys.exit(main())
