"""What conditions prove of names, as the reader goes on: checked, looked up, missing, refused."""

from __future__ import annotations

import ast
from itertools import islice
from typing import Any

from checker.source import ir
from checker.source.index.conditions import empty, proven
from checker.source.index.expressions import Expressions
from checker.source.index.refusals import refused
from checker.source.index.settled import asked, known_behind, settled
from checker.source.index.worded import ANY_WORD
from checker.source.lexicon.words import split

REQUESTS = frozenset({"request", "req"})
"""What handlers call the request that they are given."""
_KEYS = frozenset((ir.CONST, ir.GLOBAL, ir.IMPORT))
"""Operations of a key: a literal, or a constant's name."""
_FAILING = frozenset("?-")
"""Marks of what is missing, and of a call's code."""
_OUTCOMES = frozenset({"ok", "success", "successful", "succeeded"})
"""Last words of names for how a call ended: true is well."""
_SHOWN = {"+": "literal", "%": "url", "/": "flat"}
"""Marks of what a test shows a value itself to be."""
_CALLED = frozenset("#^&$@<")
"""Marks of what a test shows a value, or what it is called, not to be; and of what stands under a key."""
_MOST_MARKS = 64
"""Names and marks of one value, one upon the other."""
_MOST_GIVEN = 12
"""Values by which something was looked up."""
_MOST_SOUGHT = 500
"""Parts of what a ``try`` guards that are looked at."""
_PROVES = frozenset({"token", "jwt", "cookie", "ticket", "assertion"})
"""Words of names for what is verified."""
_WRONG = frozenset({"error", "errors", "err", "problem", "problems", "issue", "issues", "violation", "violations", "failure", "invalid"})
"""Last words of names for what a check has found to be wrong."""
_CHECKS = frozenset({"validate", "check", "verify", "validation"})
"""First words of functions that give that, or nothing."""
_SCHEMES = frozenset({"basic", "bearer", "digest", "dpop", "hmac", "negotiate", "ntlm"})
"""What the first word of a header is compared with behind which a login stands: ``scheme, login = header.split()``."""
_PLAIN = frozenset((ast.Constant, ast.Name, ast.JoinedStr, ast.Dict, ast.List, ast.Tuple))
"""Expressions that look nothing up."""
_NOTED = frozenset((ir.VAR, ir.CHECKED, ir.TOUCHED))
_THROUGH = frozenset((ir.VAR, ir.UNPACK, ir.CHECKED, ir.TOUCHED))


class Vouching(Expressions):
    """What is known of names where a test holds or fails, or an exception was caught."""

    def _known(self, vouched: list[str], nothing: list[str]) -> None:
        """A test has vouched for the values of some names, and shown that others hold nothing."""
        scope = self.scope
        env = scope.env
        for found in vouched:
            kind, name = found[0], found[1:]
            if kind == "=":
                self._vouched_for(self._looked_up(env[name]) if name in env and not self._found_right(name) else [])
            elif kind in _FAILING:
                self._failed(kind, name)
            elif kind == "*":
                self._vouched_for(self._parts(env[name]) if name in env else [])
            elif kind in _CALLED:
                self._formed(kind, *name.partition(" ")[::2])
            elif kind == "!" or kind == "~":
                name, _, key = name.partition(" ")
                if name in env and (kind == "!" or self.told[key]):
                    scope.set(name, scope.add(ir.CHECKED, env[name], "error"))
            elif kind in _SHOWN:
                if name in env or (kind == "%" and name in scope.unbound):
                    scope.set(name, scope.add(ir.CHECKED, env.get(name, scope.unbound.get(name, 0)), _SHOWN[kind]))
            elif found in env:
                scope.set(found, scope.add(ir.CHECKED, env[found]))
        for name in nothing:
            if name in env:
                stripped = self._stripped(env[name])
                for other in [given for given, value in env.items() if value == stripped] if stripped else []:
                    scope.set(other, 0)
                scope.set(name, 0)

    def _let_through(self, vouched: list[str]) -> None:
        """The same of a comprehension, which also chooses by keys: ``{key: value for key, value in sent.items() if key in ALLOWED}``."""
        super()._let_through(vouched)
        self._known([found for found in vouched if found[0] == "$"], [])

    def _failed(self, kind: str, name: str) -> None:
        """What is missing was not found, or a call has failed: what was given beside it says why."""
        scope = self.scope
        if name in scope.env:
            read = self._read_from(scope.env[name]) if kind == "?" else []
            for other in (*read, *self._told_beside(name, _OUTCOMES if kind == "?" else frozenset())):
                scope.set(other, scope.add(ir.CHECKED, scope.env[other], "error"))
        if kind == "?":
            self._vouched_for(self._found_right(name))

    def _told_beside(self, name: str, called: frozenset[str] = frozenset()) -> list[str]:
        """The names of what a call gave beside how it ended: ``ok, answer = ask()``."""
        nodes, env = self.scope.nodes, self.scope.env
        if name not in env or (called and called.isdisjoint(split(name)[-1:])):
            return []
        pair = self._behind_notes(env[name])
        if pair[0] != ir.UNPACK or pair[2] != 0 or nodes[pair[1]][0] != ir.CALL:
            return []
        parts = ((other, self._behind_notes(value)) for other, value in env.items())
        return [other for other, part in parts if part[0] == ir.UNPACK and part[1] == pair[1] and part[2] > 0]

    def _behind_notes(self, value: int) -> tuple[Any, ...]:
        """What was assigned to a name, through what is noted of it."""
        node = self.scope.nodes[value]
        while node[0] in _NOTED:
            node = self.scope.nodes[node[2] if node[0] == ir.VAR else node[1]]
        return node

    def _stripped(self, value: int) -> int:
        """The node that is blank where a name is empty: ``stripped = value.strip()``; 0 for none."""
        nodes = self.scope.nodes
        made = nodes[nodes[value][2]] if nodes[value][0] == ir.VAR else [ir.OPAQUE]
        callee = nodes[made[1]] if made[0] == ir.CALL and not made[2] else [ir.OPAQUE]
        return int(callee[1]) if callee[0] == ir.ATTR and callee[2] == "strip" else 0

    def _sides(self, node: ast.IfExp) -> tuple[int, int]:
        """The same as of an ``if``: ``lang if lang in LANGUAGES else "en"`` is one of known values."""
        scope, test = self.scope, node.test
        read, bound = list[int](), dict[str, int | None]()
        for side, names, nothing in zip((node.body, node.orelse), proven(test), empty(test), strict=True):
            before = scope.mark()
            if names or nothing:
                self._known(names, nothing)
            read.append(self.value(side))
            bound.update({name: value for name, value in scope.back(before).items() if value and scope.nodes[value][0] == ir.VAR})
        scope.again(bound)  # names that are given a value within
        return read[0], read[1]

    def _formed(self, kind: str, name: str, key: str) -> None:
        """Note that what a client may have sent is no text, or that what stands under a name is not what it calls a secret."""
        scope, keys = self.scope, key.split(",")
        if name not in scope.env:
            return
        telling = key == ANY_WORD or any(self.told[one] for one in keys)
        if kind == "@":
            scope.set(name, scope.add(ir.CHECKED, scope.env[name], f"@{key}"))
        elif kind in ("&", "$") and _SCHEMES.isdisjoint(one.lower() for one in keys):
            self._beside(kind, name, telling)
        elif kind == "^" and telling:
            for other in [name, *self._called_so(scope.env[name])]:
                scope.set(other, scope.add(ir.CHECKED, scope.env[other], "named", *([keys] if len(keys) > 1 else [])))
        elif kind == "<":
            over = scope.nodes[scope.env[name]]
            taken = [name] if over[0] == ir.ELEM or (over[0] == ir.VAR and scope.nodes[over[2]][0] == ir.ELEM) else []
            for other in taken or self._called_so(scope.env[name]):
                scope.set(other, scope.add(ir.CHECKED, scope.env[other], "begun"))
        elif kind == "#" and scope.answers and self._may_be_sent(scope.env[name]):
            scope.set(name, scope.add(ir.CHECKED, scope.env[name]))

    def _beside(self, kind: str, name: str, telling: bool) -> None:
        """Note of what stands under a key in a loop over both that no secret is called so: the key is none of these, or one of them."""
        scope = self.scope
        if telling == (kind == "&"):
            for other in self._called_so(scope.env[name]):
                scope.set(other, scope.add(ir.CHECKED, scope.env[other], "named" if kind == "&" else "among"))

    def _called_so(self, key: int) -> list[str]:
        """The names of what stands under a key in a loop over both: ``for key, value in headers.items()``."""
        nodes = self.scope.nodes
        pair = nodes[key]
        while pair[0] in (ir.VAR, ir.CHECKED):
            pair = nodes[pair[2] if pair[0] == ir.VAR else pair[1]]
        if pair[0] != ir.UNPACK or pair[2] != 0:
            return []
        found = ((name, nodes[value]) for name, value in self.scope.env.items())
        parts = ((name, nodes[node[2]] if node[0] == ir.VAR else node) for name, node in found)
        return [name for name, part in parts if part[0] == ir.UNPACK and part[1] == pair[1] and part[2] == 1]

    def _found_right(self, name: str) -> list[str]:
        """The names that a check was given which found nothing wrong: ``problem = check_name(name)``, and there is no problem."""
        value = self.scope.env.get(name, 0) if _WRONG.intersection(split(name)[-1:]) else 0
        nodes = self.scope.nodes
        made = nodes[nodes[value][2]] if nodes[value][0] == ir.VAR else [ir.OPAQUE]
        callee = nodes[made[1]] if made[0] == ir.CALL else made
        called = callee[2] if callee[0] == ir.ATTR else callee[1] if callee[0] == ir.GLOBAL else ""
        return self._looked_up(value) if _CHECKS.intersection(split(str(called))[:1]) else []

    def _settled(self, value: ast.expr, made: int) -> None:
        """A statement was carried out: what it looked up by a name was found; in a handler of requests its function may tell that, or
        the answer where nothing was."""
        scope = self.scope
        if type(value) in _PLAIN:
            return
        self._vouched_for(settled(value))
        call = asked(value) if scope.answers else None
        if call is not None and scope.nodes[made][0] == ir.CALL:
            found = known_behind(*call) if scope.misses else []
            for name in call[1]:
                if name in scope.env and name not in REQUESTS and self._may_be_sent(scope.env[name]):
                    scope.set(name, scope.add(ir.CHECKED, scope.env[name], *(() if name in found else ("asked", made))))

    def _vouched_for(self, names: list[str]) -> None:
        """What these hold is that of something known, or has a harmless form."""
        scope = self.scope
        for name in names:
            if name in scope.env:
                scope.set(name, scope.add(ir.CHECKED, scope.env[name]))

    def _sought(self, body: list[ast.stmt]) -> None:
        """What a client sent is that of something known where looking it up failed for another reason than that there is no such thing."""
        if not self.scope.answers:
            return
        scope = self.scope
        for node in islice((part for statement in body for part in ast.walk(statement)), _MOST_SOUGHT):
            given = (*node.args, *(keyword.value for keyword in node.keywords)) if isinstance(node, ast.Call) else ()
            for item in given:
                if isinstance(item, ast.Name) and item.id in scope.env and self._may_be_sent(scope.env[item.id]):
                    scope.set(item.id, scope.add(ir.CHECKED, scope.env[item.id]))

    def _turned_down(self, body: list[ast.stmt]) -> None:
        """What a verifier was given opens nothing where it was not accepted: ``except BadSignature`` of ``loads(token)``."""
        scope = self.scope
        for node in islice((part for statement in body for part in ast.walk(statement)), _MOST_SOUGHT):
            given = node.args[0] if isinstance(node, ast.Call) and node.args else None
            if isinstance(given, ast.Name) and given.id in scope.env and not _PROVES.isdisjoint(split(given.id)):
                scope.set(given.id, scope.add(ir.CHECKED, scope.env[given.id], "refused"))

    def _may_be_sent(self, value: int) -> bool:
        """Whether a name may hold text of a request: a parameter, or what was read of something, and was not yet asked about many times."""
        node = self.scope.nodes[value]
        for _ in range(_MOST_MARKS):
            if node[0] not in (ir.VAR, ir.CHECKED, ir.TOUCHED, ir.UNION):
                break
            node = self.scope.nodes[node[2] if node[0] == ir.VAR else node[1][0] if node[0] == ir.UNION else node[1]]
        if node[0] == ir.CALL:
            callee = self.scope.nodes[node[1]]
            return bool(callee[0] == ir.ATTR and callee[2] == "get")
        return bool(node[0] in (ir.PARAM, ir.ITEM))

    def _looked_up(self, found: int) -> list[str]:
        """The names by which a value was looked up: ``found = find(kind, name)``, ``rows.filter(Row.name == name).first()``."""
        nodes, named = self.scope.nodes, set[str]()
        at = found
        while nodes[at][0] in _THROUGH:
            at = nodes[at][2] if nodes[at][0] == ir.VAR else nodes[at][1]
        waiting, given = [at], set[int]()
        while waiting and len(given) < _MOST_GIVEN:
            at = waiting.pop()
            call = nodes[at]
            if call[0] == ir.LAMBDA:
                named |= self.scope.captured.get(call[1], frozenset())
            if call[0] == ir.VAR:  # query = query_of(name); worker = session.scalar(query)
                waiting.append(call[2])
            if call[0] != ir.CALL:
                continue
            callee = nodes[call[1]]
            inner = [value for value in call[2] if value >= 0] + [value for _, value in call[3]]
            named |= self.scope.compared.get(at, frozenset())
            given.update(inner)
            waiting += inner
            if callee[0] == ir.ATTR:
                waiting.append(callee[1])
        return [name for name, value in self.scope.env.items() if self._before(value) in given or name in named] if given or named else []

    def _parts(self, path: int) -> list[str]:
        """The names of which a path is put together: ``folder / name / "config.json"``."""
        nodes, waiting, parts, named = self.scope.nodes, [path], set[int](), set[str]()
        while waiting and len(parts) < _MOST_GIVEN:
            at = waiting.pop()
            node = nodes[at]
            named |= self.scope.compared.get(at, frozenset())
            if node[0] in _NOTED:
                waiting.append(node[2] if node[0] == ir.VAR else node[1])
            elif node[0] == ir.JOIN:
                parts.update(node[1])
                waiting += node[1]
        return [name for name, value in self.scope.env.items() if value in parts or name in named] if parts or named else []

    def _before(self, value: int) -> int:
        """What a name held before a call that was given it."""
        node = self.scope.nodes[value]
        return node[1] if node[0] == ir.CHECKED and len(node) > 2 and node[2] == "asked" else value

    def _read_from(self, found: int) -> list[str]:
        """The names of the answers that a missing value was read from by a telling key: ``token = answer.get("token")``."""
        nodes = self.scope.nodes
        waiting, owners = [nodes[found]], set[int]()
        for _ in range(_MOST_GIVEN):
            if not waiting:
                break
            node = waiting.pop()
            if node[0] == ir.VAR:
                waiting.append(nodes[node[2]])
            elif node[0] == ir.UNION:
                waiting += [nodes[value] for value in node[1]]
            elif node[0] == ir.ITEM and isinstance(node[2], str) and self.told[node[2]]:
                owners.add(node[1])
            elif node[0] == ir.CALL:
                callee, first = nodes[node[1]], nodes[node[2][0]] if node[2] and node[2][0] >= 0 else None
                if callee[0] == ir.ATTR and callee[2] == "get" and first is not None and first[0] in _KEYS:
                    if isinstance(first[1], str) and self.told[first[1].rpartition(".")[2]]:
                        owners.add(callee[1])
                elif first is not None:
                    waiting.append(first)
        owners |= {text for owner in owners for text in self._decoded_from(owner)}
        return [name for name, value in self.scope.env.items() if value in owners] if owners else []

    def _decoded_from(self, answer: int) -> list[int]:
        """The answer, or its text, that was read as JSON: ``data = response.json()``, ``json.loads(text).get("token")``."""
        made = self._behind_notes(answer)
        callee = self.scope.nodes[made[1]] if made[0] == ir.CALL else made
        if made[0] != ir.CALL or callee[0] != ir.ATTR:
            return []
        if callee[2] == "json":
            return [callee[1]]
        return [value for value in made[2][:1] if value >= 0] if callee[2] == "loads" else []

    def _read_elsewhere(self, members: int) -> None:
        """A secret is only read from an answer in a branch that is left for good: behind it the answer has none."""
        scope = self.scope
        for owner in {owner for owner, *_ in list(scope.members)[members:]}:
            if owner in scope.env:
                scope.set(owner, scope.add(ir.CHECKED, scope.env[owner], "error"))

    def _lacking(self, body: list[ast.stmt]) -> None:
        """In ``except KeyError`` of ``answer["token"]`` there is no token in the answer."""
        scope = self.scope
        if len(body) > 1 or not isinstance(body[0], ast.Return | ast.Assign):
            return  # of several reads nobody knows which one failed
        reads = [part for part in ast.walk(body[0]) if isinstance(part, ast.Subscript)]
        read = reads[0] if len(reads) == 1 else None
        if read is not None and isinstance(read.value, ast.Name) and isinstance(read.slice, ast.Constant):
            name, key = read.value.id, read.slice.value
            if isinstance(key, str) and self.told[key] and name in scope.env:
                scope.set(name, scope.add(ir.CHECKED, scope.env[name], "error"))

    def _note_refused(self, test: ast.expr, sinks: int, side: int) -> None:
        """Note the sinks read since then where a test says that a server has refused."""
        scope = self.scope
        if len(scope.sinks) > sinks and refused(test)[side]:
            scope.refused.update(scope.sinks[sinks:])
