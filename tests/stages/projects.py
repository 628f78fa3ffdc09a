"""Small projects for the tests of what makes two findings the same, and what an honest change does to their text."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Mapping
from pathlib import Path

from checker import verdict
from checker.baseline import Code
from checker.model import Finding
from checker.policy.effective import RuleSetting
from checker.source.cst.walk import examine
from checker.source.ir.enclosing import Enclosing
from tests.robustness import analysis

HEAD = "import logging\n\nlogger = logging.getLogger(__name__)\n"
BLOCKS = (
    """\
def login(user, password):
    logger.info("login of %s with %s", user, password)
""",
    """\
def reset(user, token):
    note = {"user": user, "token": token}
    if user:
        logger.warning(f"reset of {user}: {note['token']!r}")
""",
    """\
class Client:
    def __init__(self, api_key):
        self.api_key = api_key

    def call(self, address):
        logger.debug("calling " + address + " with " + self.api_key, extra={"attempt": 1, "last": False})
""",
    """\
def write(event, detail):
    logger.info("%s: %s", event, detail)


def pay(order, card_number):
    audit(order, card_number)


def audit(order, instrument):
    write("payment", "order={} instrument={}".format(order, instrument))
""",
    """\
def unlock(vault, passphrase):
    raise PermissionError("vault %s does not open with %s" % (vault, passphrase))
""",
    """\
async def renew(session, secret_key):
    found = await session.get("/renew")
    logger.error("renewing", extra=dict(code=found, secret_key=secret_key));
    return found
""",
)  # fmt: skip
"""Each leaks once, in its own way."""
FILLERS = (
    "def total(items):\n    return sum(item.price for item in items)\n",
    'GREETING = "hello"\n',
    'def greet(user):\n    logger.info("hello %s", GREETING)\n',
    "# nothing but a comment\n",
)
RENAMES = {
    "user": "person", "order": "purchase", "event": "topic", "logger": "_log", "audit": "book", "write": "put", "note": "memo",
    "address": "url_part", "found": "answer", "vault": "store", "greet": "welcome", "instrument": "means", "detail": "rest",
}  # fmt: skip
"""Names that stand around what leaks."""


def module(*blocks: str) -> str:
    """A file of these blocks."""
    return "\n\n".join((HEAD, *blocks))


def analysed(files: Mapping[str, str]) -> tuple[list[Finding], Code]:
    """What is found in a project, and what a baseline needs to know of it."""
    modules = [analysis.index(path, text.encode()) for path, text in sorted(files.items())]
    assert not [one for one in modules if one.unread]
    functions = Enclosing(one.outline() for one in modules)
    suspects = [one for one in analysis.suspects(modules) if one.rule.code.startswith("LP1")]
    found = [
        _finding(one.suspect.rule.name, one, functions)
        for path, text in files.items()
        for one in examine(path, text.encode(), [suspect for suspect in suspects if _path(suspect) == path])
    ]
    code = Code(functions, lambda path: files.get(path, ""), lambda path: True, lambda rule, path: True, frozenset())
    return list(verdict.ordered(found)), code


def _path(suspect: analysis.Suspect) -> str:
    return str((suspect.message.span or suspect.fact.span).path)


def _finding(name: str, one: analysis.Examined, functions: Enclosing) -> Finding:
    setting: RuleSetting = analysis.policy().rules[name]
    found = verdict.finding(one.suspect.rule, setting, one.message, one.span, one.function, one.statement)
    return verdict.via(found, functions.at)


def compact(text: str) -> str:
    """As few lines, quotes of the other kind and comments as can be."""
    return ast.unparse(ast.parse(text)) + "\n"


def exploded(text: str) -> str:
    """A line break and a comment behind every comma and opening bracket, and other quotes."""
    out: list[tuple[int, str]] = []
    depth = 0
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        said = token.string
        if token.type == tokenize.STRING and said[0] == '"' and "'" not in said and "\\" not in said:
            said = f"'{said[1:-1]}'"
        out.append((token.type, said))
        depth += (said in ("(", "[", "{")) - (said in (")", "]", "}"))
        if said in ("(", "[", "{", ",") and depth and token.type == tokenize.OP:
            out += [(tokenize.COMMENT, "# why\n"), (tokenize.NL, "\n")]
    return tokenize.untokenize(out)


def renamed(text: str, names: Mapping[str, str]) -> str:
    """With other names, wherever they are names and not text."""

    class _Renamer(ast.NodeTransformer):
        def generic_visit(self, node: ast.AST) -> ast.AST:
            for field in ("id", "arg", "name"):
                old = getattr(node, field, None)
                if isinstance(old, str) and not (isinstance(node, ast.keyword | ast.alias)):
                    setattr(node, field, names.get(old, old))
            return super().generic_visit(node)

    return ast.unparse(_Renamer().visit(ast.parse(text))) + "\n"


def write(root: Path, files: Mapping[str, str]) -> None:
    """Make the project on the disk."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
