"""What stands between the parts of an expression, token by token: brackets, operators, comments and white space."""

from __future__ import annotations

import re
from collections.abc import Iterable

_TOKEN = re.compile(r"#[^\n]*|\s+|\w+|.", re.DOTALL)


def behind_template(text: str, dropped: Iterable[str]) -> str | None:
    """What stands between a template and its first argument, with a comma in the place of the dropped tokens, which come in this order.

    Brackets that close the template stay before the comma, comments and line ends behind it. ``None`` where a token is not there.
    """
    tokens: list[str] = _TOKEN.findall(text)
    closing = 0
    while closing < len(tokens) and (tokens[closing] == ")" or (tokens[closing].isspace() and ")" in tokens[closing:])):
        closing += 1
    waiting, kept = list(dropped), list[str]()
    for token in tokens[closing:]:
        if waiting and token == waiting[0]:
            waiting.pop(0)
            while kept and kept[-1] == " ":
                kept.pop()
        elif not (token.isspace() and "\n" not in token and (not kept or kept[-1].isspace())):
            kept.append(token)
    rest = "".join(kept)
    if waiting:
        return None
    return "".join(tokens[:closing]) + "," + (rest if rest[:1] == "\n" else f"{'  ' if rest[:1] == '#' else ' '}{rest.lstrip()}")


def behind_last(text: str, after: str) -> str | None:
    """What stands behind the last argument, without the comma that ends it and the bracket that closes the whole.

    ``after`` is the rest of the line behind that bracket: where there is none, no empty line is left.
    """
    tokens: list[str] = _TOKEN.findall(text)
    if not tokens or tokens[-1] != ")":
        return None
    tokens.pop()
    if "," in tokens:
        del tokens[tokens.index(",")]
    kept = "".join(tokens)
    if not kept.strip():
        return ""
    return kept if after.strip() else kept.rstrip()
