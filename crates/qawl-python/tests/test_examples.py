"""Every example of the documentation and of the README runs; everything public is documented."""

import doctest
import importlib
import inspect
import pathlib
import pkgutil
import re

import pytest
import qawl
import qawl.compat

README = pathlib.Path(__file__).resolve().parents[1] / "README.md"


def documented():
    """Everything public, by name."""
    yield "qawl", qawl
    for name in qawl.__all__:
        value = getattr(qawl, name)
        if isinstance(value, str):
            continue
        yield name, value
        if inspect.isclass(value):
            for member, found in vars(value).items():
                if not member.startswith("_") and member != "RULES":
                    yield f"{name}.{member}", getattr(value, member, found)


@pytest.mark.parametrize(("name", "value"), list(documented()), ids=lambda value: value if isinstance(value, str) else "")
def test_examples_of_the_documentation(name, value):
    text = inspect.getdoc(value)
    assert text, f"{name} is not documented"
    run(text, name)
    is_class = inspect.isclass(value)
    assert ">>>" in text or not is_class or name in ("Document", "Normalizer"), f"{name} has no example"


@pytest.mark.parametrize("name", [found.name for found in pkgutil.walk_packages(qawl.compat.__path__, "qawl.compat.")])
def test_examples_of_the_compatible_modules(name):
    module = importlib.import_module(name)
    assert module.__doc__
    assert doctest.testmod(module).failed == 0


def test_examples_of_the_readme():
    blocks = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert blocks
    for number, block in enumerate(blocks, start=1):
        exec(compile(block, f"README, example {number}", "exec"), {})


def run(text, name):
    test = doctest.DocTestParser().get_doctest(text, {}, name, None, 0)
    assert doctest.DocTestRunner().run(test).failed == 0


def test_functions_have_signatures():
    for name, value in documented():
        if inspect.isroutine(value):
            assert str(inspect.signature(value)), name
