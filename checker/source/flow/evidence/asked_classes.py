"""Whether a value is asked for the class that it is of: then it is an object, of which the text shows no secret, more often than not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_ASKS = "isinstance"
_FAILURES = ("Error", "Exception")
_TEXTS = frozenset({"str", "bytes", "bytearray"})


def is_of_class(follower: Follower, fn: Fn, text: str) -> bool:
    """Whether a function asks of a value if it is of some class, ``isinstance(private_key, RSAPrivateKey)``, and not if it is text."""
    if _ASKS not in fn.head.called:
        return False
    nodes, asked = fn.body.nodes, list[str]()
    for call, slot in follower.given_to.slots(fn).get(text, ()):
        _, callee, given, *_ = nodes[call]
        if slot == 0 and len(given) > 1 and given[1] >= 0 and follower.text(fn, callee) == _ASKS:
            kinds = nodes[given[1]]
            asked += [follower.text(fn, kind).rpartition(".")[2] for kind in (kinds[1] if isinstance(kinds[1], list) else [given[1]])]
    return _TEXTS.isdisjoint(asked) and any(map(_is_class, asked))


def _is_class(name: str) -> bool:
    """Whether a name is that of a class, and of none that stands for a failure, ``isinstance(token, OAuthError)``."""
    return name[:1].isupper() and not name.isupper() and not name.endswith(_FAILURES)
