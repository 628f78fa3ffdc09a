"""Addresses and named tuples that are given other parts: what is left of them, and what comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import IN_QUERY, Flow, Place, but_query, mark, merge, without
from checker.source.ir import Node
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SPELLS = frozenset({"lower", "casefold", "strip", "rstrip", "lstrip"})
_MADE = frozenset((ir.ATTR, ir.JOIN, ir.VAR, ir.CONST, ir.ITEM, ir.CALL, ir.UNION))
_QUERIES = frozenset({"query", "params"})


def with_parts(follower: Follower, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
    """``urlparse(url)._replace(netloc=parts.hostname)``: the login stands in the part that is left out."""
    given = dict(node[3])
    if "netloc" not in given and "query" in given:
        return merge([but_query(follower.flow(fn, owner)), follower.flow(fn, given["query"])])
    if "netloc" not in given and (masked := _masked(follower, fn, owner, given)) is not None:
        return masked
    if "netloc" not in given or fn.body.nodes[given["netloc"]][0] not in _MADE or _is_same(fn, given["netloc"]):
        return None
    netloc = follower.flow(fn, given["netloc"])
    shows = any(item.category in ("url", "secret") for item in netloc.found) or any("url" not in ref.removed for ref in netloc.refs)
    return None if shows else without(follower.flow(fn, owner), ("url", "secret", "container"))


def _masked(follower: Follower, fn: Fn, owner: int, given: dict[str, int]) -> Flow | None:
    """``login._replace(password="***")`` of a named tuple; ``None`` where nothing is masked."""
    before = flows = [follower.flow(fn, owner)]
    for name, value in given.items():
        flows = follower.edits.overwritten(fn, flows, name, value)
    return merge(flows) if flows is not before else None


def _is_same(fn: Fn, value: int) -> bool:
    """Whether it is the part that an address has already, login included, in another spelling: ``parts.netloc.lower()``."""
    record = source(fn, value)
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
    if record[0] == ir.CALL and callee[0] == ir.ATTR and callee[2] in _SPELLS:
        record = source(fn, callee[1])
    return bool(record[0] == ir.ATTR and record[2] == "netloc")


def with_query(follower: Follower, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
    """yarl's ``url.with_query(None)``: of the query only what is given."""
    given = [follower.flow(fn, value) for value in (*(item for item in node[2] if item >= 0), *(value for _, value in node[3]))]
    return merge([but_query(follower.flow(fn, owner)), *(mark(flow, IN_QUERY) for flow in given)])


def copied_with(follower: Follower, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
    """httpx's ``url.copy_with(query=None)``: the same; what else is given is as it was."""
    given = dict(node[3])
    if _QUERIES.isdisjoint(given):
        return None
    return merge([but_query(follower.flow(fn, owner)), *(mark(follower.flow(fn, value), IN_QUERY) for value in given.values())])


def without_parameter(follower: Follower, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
    """``url.copy_remove_param("token")``, ``url.without_query_params("token")``: who names one knows which must not be seen."""
    return but_query(follower.flow(fn, owner))


def linked(follower: Follower, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
    """``request.url_for("reset", token=token)``: what stands in the places of a route, encoded; nothing of the request itself."""
    given = without(merge(follower.calls.arguments(fn, node)), ("untrusted",))
    return mark(given, "url") if given.found or given.refs else None


OTHER_PARTS: Final = {
    "_replace": with_parts, "with_query": with_query, "copy_with": copied_with, "copy_remove_param": without_parameter,
    "without_query_params": without_parameter, **dict.fromkeys(("url_for", "route_url", "route_path"), linked)
}  # fmt: skip
"""What gives each method of an address or a named tuple, by its name."""
