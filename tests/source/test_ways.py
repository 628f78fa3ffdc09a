"""The order of things in a function."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.source import ir
from checker.source.index.module import index_bytes
from checker.source.ir import ways
from checker.source.names.elements import Fn
from checker.source.names.lookup import Names
from checker.vocabulary import Vocabulary

ROOT = Path(__file__).resolve().parents[2]


def read(text: str) -> list[Fn]:
    """Every function of a file, the module first."""
    return Names([index_bytes("example.py", text.encode(), Vocabulary())]).modules[0].functions


def written(fn: Fn, node: int) -> str:
    """A node as short text."""
    record = fn.body.nodes[node] if node >= 0 else [-1]
    if record[0] == ir.CALL:
        return f"{written(fn, record[1])}()"
    if record[0] == ir.COND:
        parts = [written(fn, part) for part in record[2]]
        return f"({f' {record[1]} '.join(parts)})" if len(parts) > 1 else f"{record[1]} {parts[0]}"
    if record[0] in (ir.VAR, ir.GLOBAL, ir.CONST):
        return str(record[1])
    if record[0] == ir.ATTR:
        return f"{written(fn, record[1])}.{record[2]}"
    if record[0] in (ir.CHECKED, ir.TOUCHED, ir.SET):
        return written(fn, record[1])
    return fn.head.params[record[1]] if record[0] == ir.PARAM else "-"


def outline(fn: Fn, block: ways.Block, indent: str = "") -> Iterator[str]:
    """The tree as text, a line for each step."""
    for step in block:
        if isinstance(step, ways.Branch):
            for arm in step.arms:
                yield f"{indent}if {written(fn, arm.condition)} [{', '.join(written(fn, one.node) for one in arm.test)}]"
                yield from outline(fn, arm.block, indent + "  ")
        elif isinstance(step, ways.Loop):
            yield f"{indent}loop {written(fn, step.condition)}"
            yield from outline(fn, step.block, indent + "  ")
            yield from outline(fn, step.orelse, indent + "  else ")
        elif isinstance(step, ways.With):
            yield f"{indent}with {', '.join(written(fn, item) for item in step.items)}"
            yield from outline(fn, step.block, indent + "  ")
        elif isinstance(step, ways.Try):
            yield f"{indent}try"
            yield from outline(fn, step.body, indent + "  ")
            for clause in step.handlers:
                yield f"{indent}except {' '.join(fn.body.handlers[clause.handler].types)}"
                yield from outline(fn, clause.block, indent + "  ")
            for word, part in (("else", step.orelse), ("finally", step.final)):
                yield from ([f"{indent}{word}", *outline(fn, part, indent + "  ")] if part else ())
        else:
            yield f"{indent}{plain(fn, step)}"


def plain(fn: Fn, step: ways.Step) -> str:
    """A step without parts as text."""
    if isinstance(step, ways.Called):
        return written(fn, step.node)
    if isinstance(step, ways.Exit):
        return f"{step.kind} {written(fn, step.value)}" + (f" from {written(fn, step.cause)}" if step.cause >= 0 else "")
    if isinstance(step, ways.Stored):
        store = fn.head.stores[step.position]
        return f"{store.owner}.{store.name} = {written(fn, store.value)}"
    if isinstance(step, ways.Put):
        return f"{written(fn, step.owner)}[{step.key}] = {written(fn, step.value)}"
    assert isinstance(step, ways.Bound | ways.Yielded)
    return f"{type(step).__name__.lower()} {written(fn, step.value)}"


CASES = {
    "calls come in the order in which they are made": ("""
a(b(c()), d=e()).f(g())
""", """
c()
b()
e()
a()
g()
a().f()
"""),
    "each arm of a branch has its test": ("""
if not check(x):
    deny()
elif x is None or other(x):
    return 1
else:
    x.y = found()
after()
""", """
if not check() [check()]
  deny()
if ((x is None) or other()) [other()]
  return 1
if - []
  found()
  x.y = found()
after()
"""),
    "handlers, else and finally belong to their try": ("""
try:
    one()
except KeyError as error:
    x = 1
    raise ValueError("x") from error
except (OSError, ValueError):
    pass
except Exception:
    raise RuntimeError from None
else:
    two()
finally:
    three()
""", """
try
  one()
except KeyError
  bound 1
  ValueError()
  raise ValueError() from -
except OSError ValueError
except Exception
  raise RuntimeError from None
else
  two()
finally
  three()
"""),
    "loops have what is done when they end": ("""
for item in items():
    if item:
        continue
    else:
        break
else:
    nothing()
while ready() and x != 3:
    wait()
""", """
items()
loop -
  if item []
    continue -
  if - []
    break -
  else nothing()
loop (ready() and (x != 3))
  wait()
"""),
    "a context's call comes before what it encloses": ("""
with opened() as file, x:
    session["user"] = 1
    del session["user"]
raise
""", """
opened()
with opened(), x
  session[user] = 1
  session[user] = -
raise -
"""),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_tree(name: str) -> None:
    """The tree has every step of a function in its place."""
    text, expected = CASES[name]
    body = "".join(f"    {line}\n" for line in text.strip().splitlines())
    fn = read(f"def f(x, items, ready, session):\n{body}")[1]
    assert list(outline(fn, fn.steps)) == expected.strip().splitlines()


def test_match() -> None:
    """A match has an arm for each case, and is total where one of them takes everything."""
    fn = read("def f(x):\n    match kind():\n        case 1:\n            one()\n        case _:\n            abort(401)\n    never()\n")[1]
    assert list(outline(fn, fn.steps)) == ["kind()", "if - []", "  one()", "if - []", "  abort()", "  exit abort()", "never()"]
    assert fn.steps[1].total  # type: ignore[union-attr]  # it is the branch


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("return 1", True),
        ("if x:\n    return 1", False),
        ("if x:\n    return 1\nelse:\n    raise x", True),
        ("try:\n    return x()\nexcept KeyError:\n    pass", False),
        ("try:\n    return x()\nexcept KeyError:\n    raise", True),
        ("with x:\n    abort(403)", True),
        ("with suppress(OSError):\n    return x()", False),
        ("for y in x:\n    return y", False),
    ],
)
def test_ends(text: str, never: bool) -> None:
    """A block ends where none of its ways comes to its end."""
    fn = read("def f(x):\n" + "".join(f"    {line}\n" for line in text.splitlines()))[1]
    assert ways.ends(fn.steps) == never


def test_real_code_is_complete() -> None:
    """Of every function of this package each call stands in the tree exactly once and in order, and each way out is there."""
    for path in sorted(ROOT.glob("checker/**/*.py")):
        text = path.read_text(encoding="utf-8")
        functions = read(text)
        found = [fn for fn in functions if fn.head.name and "<lambda>" not in fn.head.name]
        leaving = sum(isinstance(node, (ast.Return, ast.Raise, ast.Break, ast.Continue)) for node in ast.walk(ast.parse(text)))
        steps = {fn: list(ways.walk(fn.steps)) for fn in functions}
        assert sum(isinstance(step, ways.Exit) and step.kind != "exit" for fn in found for step in steps[fn]) == leaving, path
        for fn, all_steps in steps.items():
            assert sorted(step.node for step in all_steps if isinstance(step, ways.Called)) == sorted(fn.body.calls), fn.head.name


def test_deep_code_needs_no_stack() -> None:
    """Thousands of branches one after the other, and hundreds inside each other, are put together without recursion."""
    chain = "    if x == 0:\n        a()\n" + "".join(f"    elif x == {number}:\n        a()\n" for number in range(5_000))
    deep = "".join(f"{'    ' * level}if x:\n" for level in range(1, 90)) + f"{'    ' * 90}a()\n"
    for text in (chain, deep):
        fn = read(f"def f(x):\n{text}")[1]
        assert sum(isinstance(step, ways.Called) for step in ways.walk(fn.steps)) == len(fn.body.calls)
