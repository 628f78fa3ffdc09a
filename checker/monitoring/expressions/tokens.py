"""PromQL and LogQL to tokens; placeholders of templates are tokens of their own."""

from __future__ import annotations

import msgspec

from checker import patterns as re

MOST = 4_000
"""Tokens of one expression."""
LONGEST = 40_000
"""Characters of one expression."""
_DURATION = r"(?:\d+(?:\.\d+)?(?:ms|[smhdwy]))+"
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+|\#[^\n]*)
  | (?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`)
  | (?P<hole>\{{\{{.*?\}}\}}|\{{%.*?%\}}|\$\{{[^}}]*\}}|\$\w+|<[A-Za-z][\w ]*>|%\(\w+\)[sdfg.\d]*)
  | (?P<size>\d+(?:\.\d+)?(?:[kKMGTPE]i?)?[bB]\b)
  | (?P<duration>{_DURATION})(?![\w.])
  | (?P<number>0[xX][0-9a-fA-F]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)
  | (?P<word>(?:[A-Za-z_]|:(?=[A-Za-z_]))[\w:]*(?:\.[A-Za-z_]\w*)*)
  | (?P<op>\|=|\|~|\|>|!>|=~|!~|==|!=|>=|<=|[-+*/%^(){{}}\[\],=<>|@:])
    """,
    re.VERBOSE | re.DOTALL,
)
_UNIT = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0, "w": 604800.0, "y": 31536000.0}
_PART = re.compile(r"((?<!\d)\d+(?:\.\d+)?)(ms|[smhdwy])")
_SIZES = {"": 1, "k": 1e3, "m": 1e6, "g": 1e9, "t": 1e12, "p": 1e15, "e": 1e18}
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}


class NotAnExpressionError(ValueError):
    """The text does not parse; says at which offset."""

    def __init__(self, what: str, at: int) -> None:
        super().__init__(what)
        self.at = at


class Token(msgspec.Struct, frozen=True):
    """One token."""

    kind: str
    """``text``, ``hole``, ``size``, ``duration``, ``number``, ``word``, ``op`` or ``end``."""
    text: str
    at: int


def tokens(text: str) -> list[Token]:
    """Every token, ``end`` last; raises `NotAnExpressionError`."""
    if len(text) > LONGEST:
        raise NotAnExpressionError(f"it is longer than {LONGEST} characters", 0)
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise NotAnExpressionError(f"unexpected {text[at]!r}", at)
        if match.lastgroup != "space":
            found.append(Token(match.lastgroup or "", match[0], at))
        at = match.end()
        if len(found) > MOST:
            raise NotAnExpressionError(f"it has more than {MOST} tokens", at)
    return [*found, Token("end", "", len(text))]


def seconds(text: str) -> float | None:
    """A duration in seconds (``1h30m``), ``None`` for what is none."""
    text = text.strip()
    if text == "0":
        return 0.0
    if not re.fullmatch(_DURATION, text) or len(text) > 60:
        return None
    return sum(float(number) * _UNIT[unit] for number, unit in _PART.findall(text))


def size(text: str) -> float:
    """A size in bytes (``20MB``, ``1KiB``)."""
    number = re.match(r"\d+(?:\.\d+)?", text)
    amount = float(number[0]) if number else 0.0
    unit = text[number.end() :].lower().rstrip("b") if number else ""
    return amount * (1024 ** (1 + "kmgtpe".index(unit[0])) if unit.endswith("i") else _SIZES.get(unit, 1))


def unquoted(text: str) -> str:
    """What a string token stands for."""
    if text.startswith("`"):
        return text[1:-1]
    return _ESCAPE.sub(_unescaped, text[1:-1])


def _unescaped(match: re.Match[str]) -> str:
    code = match[0][1:]
    if code[0] in "xu" and len(code) > 1:
        return chr(int(code[1:], 16))
    return _ESCAPED.get(code, code)
