"""Actions that are asked for by their name, as CKAN has it: ``get_action("user_delete")(context, data)``.

https://docs.ckan.org/en/2.11/extensions/plugins-toolkit.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

GIVES = "get_action"


def asked(follower: Follower, fn: Fn, callee: int) -> str:
    """The name of the action that a call runs; ``""`` where it runs something else."""
    record = fn.body.nodes[callee]
    if record[0] != ir.CALL or not record[2] or record[2][0] < 0 or follower.text(fn, record[1]).rpartition(".")[2] != GIVES:
        return ""
    given = fn.body.nodes[record[2][0]]
    return given[1] if given[0] == ir.CONST and isinstance(given[1], str) and given[1].isidentifier() else ""
