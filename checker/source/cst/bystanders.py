"""Who it was and where it came from, in the words of the code at a place: what a security record can name."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from checker.source.cst.at_hand import AtHand
from checker.source.lexicon.words import split

Function = ast.FunctionDef | ast.AsyncFunctionDef
_SECRET = frozenset({
    "password", "passwd", "passphrase", "pwd", "pass", "token", "tokens", "jwt", "secret", "key", "keys", "code",
    "otp", "totp", "pin", "hash", "hashed", "cookie", "authorization", "signature"
})  # fmt: skip
_WHO = (
    ("username",), ("user", "name"), ("login", "name"), ("user", "id"), ("userid",), ("uid",), ("account", "id"), ("member", "id"),
    ("client", "id"), ("email",), ("user", "email"), ("email", "address"),
)  # fmt: skip
"""Last words of what says who somebody is, the surest first."""
_PEOPLE = frozenset({"user", "account", "member", "customer", "owner", "admin", "person", "principal"})
_PERSONS = frozenset((one,) for one in _PEOPLE)
_OF_TEXT = frozenset(dir(str)) | {"hex", "int"}
_THEIRS = frozenset({"id", "pk", "uid", "uuid", "get_id", "get_username"})
_FIELDS = frozenset({"data", "value"})
_CURRENT = ("current_user", "request.user", "self.request.user", "g.user", "self.current_user", "self.user.")
"""Who is logged in: a refusal is about them, and not about whom they asked for."""
_OF_ACTORS = frozenset({"authz_fail", "session_logout"})
"""Events that are about who is logged in."""
_REQUESTS = frozenset({"request", "req", "http_request"})
_VIEWS = ("View", "ViewSet", "APIView", "Handler")
_ADDRESSES = {
    "flask": "remote_addr", "quart": "remote_addr", "bottle": "remote_addr", "django": 'META.get("REMOTE_ADDR")',
    "rest_framework": 'META.get("REMOTE_ADDR")', "fastapi": "client", "starlette": "client", "aiohttp": "remote",
    "tornado": "remote_ip", "sanic": "ip", "pyramid": "client_addr", "falcon": "remote_addr",
}  # fmt: skip
"""The framework to the attribute of its request that holds the other side's address."""
_OF_CLASSES = frozenset({"django", "rest_framework", "tornado", "aiohttp"})
"""Frameworks whose classes of views keep the request as ``self.request``."""
_TYPED = frozenset({"fastapi", "starlette", "aiohttp"})
"""Frameworks whose handlers may be given something else under that name, so that the annotation must say what it is."""


def who(module: ast.Module, function: Function, known: AtHand, event: str) -> list[tuple[str, str]]:
    """Whom it is about, and who did it where that is somebody else: what each is called, and the expression."""
    about: list[tuple[int, int, str, str]] = []
    doing: list[tuple[int, int, str, str]] = []
    owners = _owners(known)
    for order, (text, node) in enumerate(_candidates(module, function, known, event)):
        rank, label = _rank(node)
        if label and text not in owners and not _is_column(node) and (event != "authz_fail" or _is_person(node)):
            (doing if text.startswith(_CURRENT) else about).append((rank, order, label, text))
    subject, actor = (min(found)[2:] if found else None for found in (about, doing))
    if event in _OF_ACTORS or event.startswith("authn_login") or actor is None or subject is None:
        one = (actor or subject) if event in _OF_ACTORS else (subject or actor)
        return [one] if one is not None else []
    return [subject, ("by", actor[1])]


def _is_column(node: ast.expr) -> bool:
    """Whether it is a class's: ``User.id`` in a query stands for everybody's."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and node.id[:1].isupper()


def _candidates(module: ast.Module, function: Function, known: AtHand, event: str) -> Iterator[tuple[str, ast.expr]]:
    for name in sorted(known.bound):
        yield name, ast.Name(name, ast.Load())
    yield from known.seen().items()
    sure = _sure(function, known)
    for node in ast.walk(function):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Load)
            and isinstance(node.value, ast.Name)
            and node.value.id in sure
        ):
            yield ast.unparse(node), node
    if event.startswith("authn_login"):
        return
    for text in _logged_in(module, function, known):
        yield text, ast.parse(text, mode="eval").body


def _sure(function: Function, known: AtHand) -> set[str]:
    """Names of somebody who is surely there: something of theirs was read before, or a parameter's type says so."""
    seen = known.seen().values()
    read = {one.value.id for one in seen if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name)}
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    typed = {one.arg for one in given if isinstance(one.annotation, ast.Name | ast.Attribute)}
    return known.bound & (read | {name for name in typed if not _stored(function, name)})


def _stored(function: Function, name: str) -> bool:
    return any(isinstance(node, ast.Name) and node.id == name and not isinstance(node.ctx, ast.Load) for node in ast.walk(function))


def _logged_in(module: ast.Module, function: Function, known: AtHand) -> Iterator[str]:
    imports = dict(_imports(module))
    if imports.get("current_user", "").partition(".")[0] in ("flask_login", "flask_security") and "current_user" not in known.bound:
        yield "current_user.get_id()"
    if _framework(module) in ("django", "rest_framework"):
        for request in _requests(module, function, known):
            user = f"{request}.user"
            if any(isinstance(node, ast.Attribute) and node.attr == "user" and ast.unparse(node) == user for node in ast.walk(module)):
                yield f"{user}.pk"


def _rank(node: ast.expr) -> tuple[int, str]:
    """How surely an expression says who somebody is, the least first, and by what word; ``""`` where it does not."""
    owner, last = _last(node)
    if last in _FIELDS:
        owner, last = _last(owner) if owner is not None else (None, "")
    words = split(last)
    if not _SECRET.isdisjoint(split(ast.unparse(node))):
        return 0, ""
    for rank, wanted in enumerate(_WHO):
        if words[-len(wanted) :] == wanted and len(words) <= len(wanted) + 1:
            return rank, "_".join(words)
    if last in _THEIRS and owner is not None:
        person = split(_last(owner)[1])[-1:]
        return (len(_WHO) // 2, person[0]) if person and person[0] in _PEOPLE else (0, "")
    return 0, ""


def _owners(known: AtHand) -> set[str]:
    """Expressions of which something was read that no text has: ``form.username`` is no name where ``form.username.data`` is."""
    parts = (node for node in known.seen().values() if isinstance(node, ast.Attribute) and node.attr not in _OF_TEXT)
    return {ast.unparse(node.value) for node in parts}


def _is_person(node: ast.expr) -> bool:
    """Whether an expression names who asks, and not whose thing was asked for: ``user.email``, and not ``comment.user_id``."""
    owner, last = _last(node)
    return (owner is None and split(last)[-1:] != ("id",)) or (owner is not None and split(_last(owner)[1])[-1:] in _PERSONS)


def _last(node: ast.expr) -> tuple[ast.expr | None, str]:
    """Whose it is, and its last name: of ``form["email"]`` and ``form.get("email")`` that is ``email``."""
    if isinstance(node, ast.Name):
        return None, node.id
    if isinstance(node, ast.Attribute):
        return node.value, node.attr
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return node.value, str(node.slice.value)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        key = node.args[0] if node.args else None
        if node.func.attr == "get":
            return node.func.value, str(key.value) if isinstance(key, ast.Constant) else ""
        return node.func.value, node.func.attr
    return None, ""


def whence(module: ast.Module, function: Function, known: AtHand) -> str:
    """The expression for the address that a request came from, ``""`` where no request is at hand."""
    address = _ADDRESSES.get(_framework(module), "")
    request = next(_requests(module, function, known), "") if address else ""
    return f"{request}.{address}" if request else ""


def _requests(module: ast.Module, function: Function, known: AtHand) -> Iterator[str]:
    framework = _framework(module)
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    for one in given:
        if one.arg in _REQUESTS and one.arg in known.bound and not _stored(function, one.arg) and _is_request(function, one, framework):
            yield one.arg
    if "self" in known.bound and framework in _OF_CLASSES and _of_view(module, function):
        yield "self.request"
    imported = dict(_imports(module)).get("request", "")
    if imported.partition(".")[0] == framework and "request" not in {one.arg for one in given} and not _stored(function, "request"):
        yield "request"


def _is_request(function: Function, one: ast.arg, framework: str) -> bool:
    """Whether a parameter is surely the framework's request, and always given."""
    text = ast.unparse(one.annotation) if one.annotation is not None else ""
    if one in _with_default(function):
        return False
    if not text:
        return framework not in _TYPED - {"aiohttp"}
    return text.rpartition(".")[2] in ("Request", "HTTPConnection") or (framework == "django" and text.endswith("HttpRequest"))


def _with_default(function: Function) -> list[ast.arg]:
    """Parameters that may be left out."""
    arguments = function.args
    given = [*arguments.posonlyargs, *arguments.args]
    named = [one for one, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if value is not None]
    return [*given[len(given) - len(arguments.defaults) :], *named]


def _of_view(module: ast.Module, function: Function) -> bool:
    """Whether the function is a method of a class that answers requests, which has the request as ``self.request``."""
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef) and function in node.body:
            return any(ast.unparse(base).endswith(_VIEWS) for base in node.bases)
    return False


def _framework(module: ast.Module) -> str:
    """The web framework that a module imports: that of its ``request``, else the first."""
    imports = _imports(module)
    own = next((dotted.partition(".")[0] for name, dotted in imports if name in ("request", "Request", "HttpRequest")), "")
    if own in _ADDRESSES:
        return own
    return next((dotted.partition(".")[0] for _, dotted in imports if dotted.partition(".")[0] in _ADDRESSES), "")


def _imports(module: ast.Module) -> list[tuple[str, str]]:
    """Names that the module's head imports, and what they are."""
    found = []
    for node in module.body:
        if isinstance(node, ast.Import):
            found += [(alias.asname or alias.name.partition(".")[0], alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found += [(alias.asname or alias.name, f"{node.module}.{alias.name}") for alias in node.names]
    return found
