"""The parameters of the standard library's handlers, held against the library itself."""

from __future__ import annotations

import inspect
import logging
import logging.handlers

import pytest

from checker.logconfig.parameters import PARAMETERS


@pytest.mark.parametrize("dotted", PARAMETERS)
def test_a_handlers_parameters_are_those_of_its_constructor(dotted: str) -> None:
    """The table begins with what this Python's constructor takes, in its order; a newer Python may take one more."""
    module, _, name = dotted.rpartition(".")
    made = getattr(logging.handlers if module == "logging.handlers" else logging, name)
    taken = tuple(inspect.signature(made).parameters)
    assert PARAMETERS[dotted][: len(taken)] == taken
