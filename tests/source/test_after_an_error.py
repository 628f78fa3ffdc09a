"""What a bug leaves half done in one file is no part of what the next file is told."""

from __future__ import annotations

import pytest

from checker.source.flow.texts import Texts
from checker.source.program import Program
from tests.robustness import analysis

BROKEN = b"import logging\n\nlog = logging.getLogger(__name__)\n\n\ndef show(name):\n    text = f'{name} there'\n    log.info(text)\n"
LEAK = b"import logging\n\nlog = logging.getLogger(__name__)\n\n\ndef show(password):\n    log.info(password)\n"


def test_the_next_file_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """However deep an error strikes, the next file is followed from the beginning and tells the same."""
    modules = [analysis.index("broken.py", BROKEN), analysis.index("leak.py", LEAK)]
    alone = Program(modules, analysis.policy().vocabulary).told("leak.py")
    program = Program(modules, analysis.policy().vocabulary)
    with monkeypatch.context() as broken:
        broken.setitem(program.follower._readers, _number_of(program), _fail)
        with pytest.raises(IndexError):
            program.told("broken.py")
    assert program.follower.depth > 0
    assert program.told("leak.py").logs == alone.logs
    assert program.follower.depth == 0


def _number_of(program: Program) -> int:
    """The operation that the flow of a text goes through."""
    return next(number for number, reader in program.follower._readers.items() if getattr(reader, "__func__", None) is Texts.join)


def _fail(*_: object) -> None:
    raise IndexError
