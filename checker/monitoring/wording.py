"""What an alert's texts claim in numbers: so many per minute, above so many percent, for so many minutes, more than so many."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from checker import patterns as re
from checker.model import Span
from checker.monitoring.model import AlertRule

VALUE = "\N{WHITE SQUARE}"
"""Stands for the value that the template fills in."""
_OTHER = "\N{HORIZONTAL ELLIPSIS}"
_TEMPLATE = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}", re.DOTALL)
_VALUE = re.compile(r"\{\{-?\s*(?:printf\s+\"[^\"]*\"\s+)?(?:humanize\w*\s+)?\$(?:value|values\.\w+(?:\.Value)?)\s*(?:\|[^}]*)?-?\}\}")
_SHOWN = re.compile(
    r"\{\{-?(?P<inside>[^{}]{0,80}?\$(?:value|values\.\w+(?:\.Value)?)\b[^{}]{0,80})\}\}"
    r"\s{0,2}(?P<sign>[%\N{FULLWIDTH PERCENT SIGN}]|percent\b)?"
)
_SCALED = re.compile(r"humanizePercentage|\bmul\b|\*|\be?mulf?\b|first|query|label", re.IGNORECASE)
"""What makes another number of the value before it is shown."""
_URL = re.compile(r"https?://\S+")
_NOT_PROSE = re.compile(r"runbook|playbook|dashboard|url|link|query|image|grafana|icon", re.IGNORECASE)
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+|(?<!\d)\d+(?:\.\d+)?)"
_MORE = (
    r"(?:above|over|exceed(?:s|ed|ing)?|greater than|more than|higher than|larger than|at least|"
    r"below|under|less than|lower than|fewer than|"
    r"reached|>=?|≥|<=?|≤)(?: or equal(?: to)?)?"
)
_MORE_IN_WORDS = _MORE.replace("|>=?|≥|<=?|≤", "")
_MORE_ELSEWHERE = (
    r"(?:über|mehr als|weniger als|plus de|moins de|supérieure? à|inférieure? à|más de|menos de|mayor que|menor que|mais de|acima de"
    r"|больше|более|выше|меньше|менее|ниже|已?超过?|超出|大于|小于|高于|低于|多于|少于)"
)
_TIME_ELSEWHERE = r"(?:min|seg|sek|sec|stund|tag|heure|hora|jour|día|dia|jahr|mes|mois|день|дн|час|мин|сек|分|秒|小时|天|倍)"
_RATE = re.compile(
    rf"(?:{_NUMBER}|{VALUE})\s*(?P<of>(?:[^\W\d_]+(?:-[^\W\d_]+)?\s+){{0,3}}?(?:[^\W\d_]+(?=/))?)(?:per|/|every|an?(?=\s)|par|por|pro)\s*"
    r"(?P<times>\d{1,3}\s*-?)?(?P<unit>seconds?|secs?|s|minutes?|mins?|hours?|hr|heures?|horas?|secondes?|segundos?|minutos?|stunde|sekunde)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"{VALUE}\s+(?P<of>(?:[^\W\d_]+(?:[-_][^\W\d_]+)*\s+){{1,6}}?)(?:in|within|during|over)\s+the\s+(?:last|past)\s+{_NUMBER}?\s*-?"
    r"(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|[smh])\b",
    re.IGNORECASE,
)
"""The value as a number of things within a time."""
_NO_COUNT = re.compile(r"\b(?:per|rate|ratio|average|avg|percent|seconds?|ms|milliseconds?|latency|mean|bytes|[kmg]i?b)\b", re.IGNORECASE)
_PERCENT = re.compile(rf"(?<!\w){_MORE}\s*(?:the )?(?:threshold (?:of )?)?{_NUMBER}\s*(?:%|percent\b)", re.IGNORECASE)
_WINDOW = re.compile(
    r"\b(?:for|in|over|during)\s+(?:(?:more than|longer than|at least|over)\s+)?(?:the\s+)?(?:last|past|previous|preceding)?\s*"
    rf"{_NUMBER}\s*-?(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|[smhdw])\b",
    re.IGNORECASE,
)
_TIME_UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|ms|[smhdw]|milliseconds?)\b"
_THRESHOLD = re.compile(
    rf"(?<!\w){_MORE_IN_WORDS}\s*{_NUMBER}(?!\s*(?:%|percent|-?{_TIME_UNIT}))(?![\d.]*\w)"
    r"(?!\s*(?:[A-Za-z-]+\s+){0,3}(?:per|/)\s*)(?!\s*(?:[kKMGTP]i?B\b|bytes))",
    re.IGNORECASE,
)
_LATENCY = re.compile(
    rf"(?<!for )(?<!last )(?<!past )(?<!\w){_MORE}\s*(?:the )?(?:threshold (?:of )?)?{_NUMBER}\s*-?"
    r"(?P<unit>ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b",
    re.IGNORECASE,
)
_UPWARDS = re.compile(r"(?:above|over|exceed(?:s|ed|ing)?|greater than|more than|higher than|larger than)\b", re.IGNORECASE)
_DOWNWARDS = re.compile(r"(?:below|under|less than|lower than|fewer than)\b", re.IGNORECASE)
_WANTED = re.compile(
    r"\b(?:should|must|needs?|target|objective|sl[oia]s?|expect\w*|normal\w*|usual\w*|requir\w*|keep|stay\w*|remain\w*|not|no longer|never|"
    r"until|unless|goal|minimum|maximum|ensure|bring|back|return\w*|recover\w*|resol\w*|if|instead|from|allow\w*|limit\w*|threshold|budget|was|were|can|may)\b|n't\b",
    re.IGNORECASE,
)
"""Words before a comparison that may speak of what is well, and not of what is the matter."""
_DAYS = re.compile(rf"(?<!\w){_MORE}\s*{_NUMBER}\s*-?(?P<unit>days?)\b", re.IGNORECASE)
_THRESHOLD_ELSEWHERE = re.compile(
    rf"{_MORE_ELSEWHERE}\s*{_NUMBER}(?!\s*(?:%|％|percent|{_TIME_UNIT}|{_TIME_ELSEWHERE}|[kKMGTкКМГТ]i?[BoБ]))(?![\d.]*[A-Za-z\d])(?!\s*\S{{1,20}}\s*/)",
    re.IGNORECASE,
)
_PERCENT_ELSEWHERE = re.compile(rf"{_MORE_ELSEWHERE}\s*{_NUMBER}\s*[%\N{{FULLWIDTH PERCENT SIGN}}]", re.IGNORECASE)
_IN_NAME = re.compile(r"(?:GreaterThan|MoreThan|HigherThan|LessThan|LowerThan|FewerThan|Above|Over|Below|Under)_?(?P<number>\d{1,9})$")
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}


class Claim(msgspec.Struct, frozen=True):
    """One number in a text."""

    kind: str
    """``rate``, ``percent``, ``window`` or ``threshold``."""
    number: float | None
    """``None`` for the alert's value."""
    unit: float
    """Seconds that a rate or a duration is told in; else 1."""
    text: str
    span: Span
    direction: str = ""
    """``above`` or ``below``, where the text says that the value is so; ``""`` where it does not, or may speak of how it should be."""


def claims(alert: AlertRule) -> Iterator[Claim]:
    """Every claim of the texts that people read, and of the name."""
    named = _IN_NAME.search(alert.name)
    if named is not None:
        way = "below" if re.match(r"Less|Lower|Fewer|Below|Under", named[0]) else "above"
        yield Claim("threshold", float(named["number"]), 1.0, alert.name, alert.span, way)
    for key, told in alert.annotations.items():
        if isinstance(told.value, str) and not _NOT_PROSE.search(key) and len(told.value) < 10_000:
            yield from _of_value(told.value, told.span)
            yield from _of_count(told.value, told.span)
            yield from _of_text(_TEMPLATE.sub(_OTHER, _VALUE.sub(VALUE, _URL.sub(_OTHER, told.value))), told.span)


def _of_value(text: str, span: Span) -> Iterator[Claim]:
    """The value itself, where it is shown as a percentage: ``{{ $value | printf "%.1f" }}%``."""
    for match in _SHOWN.finditer(text):
        if (match["sign"] or "%%" in match["inside"]) and not _SCALED.search(match["inside"]):
            yield Claim("percent", None, 1.0, " ".join(match[0].split()), span)
        elif re.search(r"\|\s{0,4}humanizePercentage\s{0,4}-?$", match["inside"]):
            yield Claim("share", None, 1.0, " ".join(match[0].split()), span)


def _of_count(text: str, span: Span) -> Iterator[Claim]:
    """The value itself, where the text counts with it what was within a time: ``{{ $value }} failures in the last 5 minutes``."""
    plain = _SHOWN.sub(lambda match: f"{_OTHER if _SCALED.search(match['inside']) or match['sign'] else VALUE} ", _URL.sub(_OTHER, text))
    for match in _COUNTED.finditer(" ".join(_TEMPLATE.sub(_OTHER, plain).split())):
        if not _NO_COUNT.search(match["of"]):
            unit = float(match["number"] or 1) * SECONDS[match["unit"][:1].lower()]
            yield Claim("rate", None, unit, match[0].replace(VALUE, "its value"), span)


def _of_text(text: str, span: Span) -> Iterator[Claim]:
    text = " ".join(text.split())
    for kind, pattern in (("rate", _RATE), ("percent", _PERCENT), ("percent", _PERCENT_ELSEWHERE), ("window", _WINDOW),
                          ("threshold", _THRESHOLD), ("threshold", _THRESHOLD_ELSEWHERE), ("threshold", _DAYS),
                          ("time", _LATENCY)):  # fmt: skip
        for match in pattern.finditer(text):
            written = match["number"]
            number = float(written.replace(",", "")) if written else None
            told = "h" if match.groupdict().get("unit", "").lower() == "stunde" else match.groupdict().get("unit", "")[:1].lower()
            unit = float(SECONDS[told]) if told else 1.0
            if kind == "rate" and match["unit"].lower() == "s" and "/" not in match[0]:
                continue
            if kind == "rate" and match["times"]:
                unit *= max(1.0, float(match["times"].rstrip(" -")))
            shown = match[0].replace(VALUE, "its value").strip()
            if kind == "time" and re.match(r"ms|milli", match["unit"], re.IGNORECASE):
                unit = 0.001
            whole = number * unit if kind in ("window", "time") and number is not None else number
            yield Claim(kind, whole, unit, shown, span, _direction(text, match))


def _direction(text: str, match: re.Match[str]) -> str:
    """Which way a comparison in words goes, where the words before it in the sentence say that it is so."""
    way = "above" if _UPWARDS.match(match[0]) else "below" if _DOWNWARDS.match(match[0]) else ""
    before = re.split(r"[.;!?:(\n] |[.;!?(]$", text[max(0, match.start() - 80) : match.start()])[-1]
    after = text[match.end() : match.end() + 40]
    return "" if _WANTED.search(before) or re.match(r"[\s,)]*(?:is|are|=|means)\s+(?:normal|fine|ok|good|healthy|expected)", after) else way
