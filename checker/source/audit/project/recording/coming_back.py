"""Whether a block comes back to whoever asked the function: who is refused inside it never reads what it did."""

from __future__ import annotations

from checker.source.ir.ways import Block, Exit, walk

_NEVER_BACK = ("raise", "exit")


def refuses(block: Block) -> bool:
    """Whether a block always raises at its end, and gives nothing back: ``log.info("no such right"); abort(403)``."""
    return not returns(block) and any(isinstance(one, Exit) and one.kind in _NEVER_BACK for one in block)


def returns(block: Block) -> bool:
    """Whether something in a block may give a value back."""
    return any(isinstance(one, Exit) and one.kind == "return" for one in walk(block))
