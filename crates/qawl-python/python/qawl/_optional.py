"""Packages that are there only where someone wants them."""

from __future__ import annotations

import importlib
from typing import Any


def needed(package: str, module: str) -> Any:
    """The package, or a module of it; an error that says who needs it and how to get it."""
    whole = package.partition(".")[0]
    try:
        importlib.import_module(whole)
    except ModuleNotFoundError as error:
        # One that is there and lacks something itself says so better.
        if error.name != whole:
            raise
        raise ModuleNotFoundError(f"{module} needs the package {whole}: pip install {whole}", name=whole) from None
    return importlib.import_module(package)
