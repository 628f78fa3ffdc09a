"""Methods that make one text of another, or of several: formatting, joining, replacing, decoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.source import ir
from checker.source.flow.captions import around_each, entitled
from checker.source.flow.holding.iterated_keys import is_keyed
from checker.source.flow.holding.literal_tables import texts
from checker.source.flow.holding.parts import keys_only
from checker.source.flow.literal import bare, plain, source
from checker.source.flow.origin import UNKNOWN, Flow, Found, Place, mark, merge, without
from checker.source.flow.schemes import behind_scheme
from checker.source.flow.shown_by_repr import is_listed
from checker.source.flow.text_pieces import SIGNS, formatted
from checker.source.flow.texts import beginning
from checker.source.index.templates import brace_conversions, numbered
from checker.source.ir import Node
from checker.source.lexicon.masks import is_mask
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_OF_NAMES = frozenset({"headers", "cookies", "environ"})
"""Containers that are mappings by what they are called."""

_ENVIRONMENT = "environ"
"""The kind of container that is the environment of a process."""


class TextMethods:
    """Methods that make a text; each answers ``None`` where the name alone tells nothing."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower

    def decoded(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``json_decoder.decode(body)``: what a decoder makes of its argument."""
        decodes = self.follower.text(fn, owner).lower().rpartition(".")[2].endswith(("decoder", "json", "parser"))
        return self.follower.flow(fn, plain(node[2][0])) if decodes and node[2] else None

    def one_line(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``text.splitlines()``: no line break is left."""
        return without(self.follower.flow(fn, owner), ("untrusted",))

    def joined(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``", ".join(headers)`` joins the names."""
        if len(node[2]) != 1 or node[2][0] < 0:
            return None
        record = source(fn, node[2][0])
        named = record[0] == ir.ATTR or tuple(record[:2]) == (ir.PARAM, fn.head.kwarg) or is_keyed(self.follower.names, fn, node[2][0])
        given = self.follower.loops.iterated(fn, node[2][0]) if named else self.follower.flow(fn, node[2][0])
        whole = self.follower.text(fn, node[2][0])
        read = any(item.kind == "members" and (record[0] == ir.PARAM or item.text == whole) for item in given.found)
        called = any(item.kind in _OF_NAMES and item.text == whole and not item.member for item in given.found)
        given = keys_only(given) if read or called else given  # of which a key is read, so that it is a mapping
        if record[0] == ir.COMP and record[2] and fn.body.nodes[owner][1:] == [""] and fn.body.nodes[bare(fn, record[1])][0] == ir.ELEM:
            given = without(given, ("untrusted",))  # the characters that pass a test: ``"".join(c for c in text if c.isprintable())``
        return mark(merge([self.follower.flow(fn, owner), given]), "format")

    def words(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``text.split()``"""
        parts = not (node[2] or node[3]) or self.follower.calls.constant(fn, node, 0) == "\n"  # text.split() parts there, too
        return self.one_line(fn, node, owner, text, place) if parts else None

    def encoded(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``text.encode("unicode_escape")`` shows line breaks as two characters."""
        if self.follower.calls.constant(fn, node, 0) in ("unicode_escape", "unicode-escape", "string_escape"):
            return without(self.follower.flow(fn, owner), ("untrusted",))
        return None

    def formatted(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``template.format(...)``: each argument as its field shows it."""
        template = fn.body.nodes[owner]
        literal = template[1] if template[0] == ir.CONST and isinstance(template[1], str) else ""
        if literal and "{" not in literal:  # a field was forgotten
            return self.follower.flow(fn, owner)
        fields = numbered(brace_conversions(literal or self.follower.mappings.literal(fn, owner) or ""))
        keys = [name.partition(".")[0].partition("[")[0] or str(number) for number, (name, _) in enumerate(fields)]
        kinds: dict[str, str] = dict(zip(keys, (kind for _, kind in fields), strict=True))
        said = dict(zip(keys, around_each(literal), strict=False))
        flows = [self.follower.flow(fn, owner)]
        given = [(str(position), plain(argument)) for position, argument in enumerate(node[2])] + [(name, value) for name, value in node[3]]
        if fn.body.nodes[node[1]][2] == "format_map":
            given = [("", value) for _, value in given]
        speaks = any(sign in literal for sign in SIGNS)
        options = self.follower.commands.behind(formatted(fn.body.nodes, node) or []) if speaks else {}
        for name, value in _shown(literal, keys, given):
            if not name:  # template.format(**settings): what the text asks for, not the whole mapping
                flows += self._asked_for(fn, value, [field for field, _ in fields], self.follower.calls.at(fn, node))
                continue
            parts = [field for field, _ in fields if "." in field and field.partition(".")[0] == name]
            if parts and not any(field.partition("[")[0] == name for field, _ in fields):
                flows += [self.follower.attributes.in_template(fn, value, field, self.follower.calls.at(fn, node)) for field in parts]
                continue
            flow = self._argument(fn, value, name, [field for field, _ in fields], self.follower.calls.at(fn, node))
            flow = self.follower.commands.named(fn, value, flow, options[value]) if value in options else flow
            around = said.get(name, ("", ""))
            found = behind_scheme(self.follower, fn, value, around, alone=len(fields) == 1)
            flow = entitled(flow, self.follower.text(fn, value), around) if found is None else merge([flow, Flow((found,))])
            kind = "r" if is_listed(self.follower.names, fn, value) else kinds.get(name, "")
            if kind != "d":
                flows.append(mark(flow, "repr") if kind == "r" else beginning(flow) if kind == "s" else flow)
        flow = merge(flows)
        return self.follower.texts.address(literal, flow)

    def _argument(self, fn: Fn, value: int, name: str, fields: list[str], place: Place) -> Flow:
        """What a template shows of one argument: of ``"{env[STAGE]}"`` the item, of a template from outside not the whole environment."""
        if items := _items_only(name, fields):
            text, item = self.follower.text(fn, value), self.follower.mappings.item
            return merge([item(fn, value, int(key) if key.isdigit() else key, f"{text}[{key!r}]", place) for key in items])
        flow = self.follower.flow(fn, value)
        flow = flow if name.isdigit() else self.follower.by_name.named(fn, flow, name, name, place, value)
        return flow if fields else _without_environment(flow)

    def _asked_for(self, fn: Fn, owner: int, fields: list[str], place: Place) -> list[Flow]:
        """The values of a mapping that a template names, as far as the template is known."""
        if not fields:
            flow = self.follower.flow(fn, owner)
            return [without(flow, ("container",))] if flow.found or flow.refs else []
        text, item = self.follower.text(fn, owner), self.follower.mappings.item
        whole = [field for field in fields if field and "." not in field]
        parts = [field for field in fields if "." in field]
        told = [self.follower.by_name.named(fn, UNKNOWN, field.rpartition(".")[2], field, place) for field in parts]
        return [*(item(fn, owner, field.partition("[")[0], f"{text}[{field!r}]", place) for field in whole), *told]

    def substituted(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``Template(text).substitute(environ)``: the values that the text asks for, not the whole mapping."""
        given = merge(self.follower.calls.arguments(fn, node))
        return merge([self.follower.flow(fn, owner), without(given, ("container",))]) if given.found or given.refs else None

    def pattern_sub(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``PATTERN.sub(new, text)``: by a mask, or by what takes line breaks out."""
        if len(node[2]) < 2:
            return None
        given = self.follower.calls.constant(fn, node, 0)
        flow = self.follower.flow(fn, node[2][1]) if node[2][1] >= 0 else UNKNOWN
        name = self.follower.text(fn, owner)
        telling = any(self.follower.lexicon.tell(part) for part in name.split("."))
        tabled = list(texts(self.follower.names, fn, node[2][0])) if given is None and node[2][0] >= 0 else []
        if any(map(is_mask, [given, *tabled])) or telling or self.follower.lexicon.masks(name.rpartition(".")[2]):
            return without(flow, ("secret", "grave", "personal", "container", "url"))
        return flow if tabled else without(flow, ("untrusted",))

    def replaced(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``text.replace(old, new)``: with a mask, without line breaks, or with a secret that it puts in."""
        if len(node[2]) < 2:
            return None
        flow = self.follower.flow(fn, owner)
        old, new = self.follower.calls.constant(fn, node, 0), self.follower.calls.constant(fn, node, 1)
        removed = self.follower.flow(fn, node[2][0]) if node[2][0] >= 0 else UNKNOWN
        if is_mask(new):
            return _but(flow, removed) if removed.found else without(flow, ("secret", "grave", "personal", "container", "url"))
        if isinstance(old, str) and isinstance(new, str) and ("\n" in old or "\r" in old) and not ("\n" in new or "\r" in new):
            return without(flow, ("untrusted",))
        if any(map(_is_login, removed.found)) and (new is not None or not self._shows(fn, node[2][1])):
            return without(flow, ("secret", "url", "container"))
        return merge([flow, self._put_in(fn, node[2][1])]) if isinstance(old, str) and new is None and node[2][1] >= 0 else flow

    def _put_in(self, fn: Fn, value: int) -> Flow:
        """The secrets that stand in a text in the place of a literal: ``url.replace("https://", f"https://{token}@")``."""
        given = self.follower.flow(fn, value)
        return Flow(tuple(item for item in given.found if item.category in ("secret", "grave") or (item.category == "url" and item.member)))

    def _shows(self, fn: Fn, node: int) -> bool:
        """Whether a secret is still in what takes its place: ``token[:4] + "..."`` shows none."""
        return node < 0 or any(item.category in ("secret", "grave") for item in self.follower.flow(fn, node).found)


def _is_login(item: Found) -> bool:
    """Whether it is a secret, or what stands with one before the host of an address: ``f"{user}:{password}@"``."""
    return item.category == "secret" or (item.category == "url" and bool(item.member))


def _but(flow: Flow, removed: Flow) -> Flow:
    """A text without one secret that was put in it; what else it tells is still there."""
    labels = {item.label for item in removed.found if item.category in ("secret", "grave")}
    found = tuple(
        item for item in flow.found if item.label not in labels and item.member not in labels and (item.member or item.kind != "body")
    )
    kept = tuple(item for item in found if item.category == "container" and item.member)
    return replace(without(flow, ("secret", "grave", "personal", "container", "url")), found=kept, clean=not kept)


def _shown(literal: str, keys: list[str], given: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The arguments that a text which is written out asks for: of ``"{host}".format(host=host, token=token)`` not the token."""
    nested = literal.replace("{{", "").count("{") != len(keys)  # ``"{:{width}}"``
    return [one for one in given if not one[0] or one[0] in keys] if literal and not nested else given


def _items_only(name: str, fields: list[str]) -> list[str]:
    """The keys that a template asks an argument for, ``["STAGE"]`` of ``"{env[STAGE]}"``; none where it shows the whole of it, too."""
    own = [field.partition("[") for field in fields if field.partition("[")[0].partition(".")[0] == name]
    return [] if any(head != name or not key.endswith("]") or "]" in key[:-1] for head, _, key in own) else [key[:-1] for _, _, key in own]


def _without_environment(flow: Flow) -> Flow:
    """A flow without the environment as a whole; what is read of it stays."""
    return replace(flow, found=tuple(item for item in flow.found if item.kind != _ENVIRONMENT or item.member))
