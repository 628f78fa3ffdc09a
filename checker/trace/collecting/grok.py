"""Grok: named patterns that stand in others (``%{IP:client} %{WORD:verb}``), written out as an expression that RE2 runs.

The patterns are those of Logstash's own collection in the words of RE2, which has no lookaround and no atomic groups: what these keep
apart in the original (digits before a number) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from checker.trace.matching.patterns import captured, matches
from checker.trace.wording import Text, anything

_REFERENCE = re.compile(r"%\{(?P<name>\w+)(?::(?P<field>[^}:]+))?(?::(?P<kind>\w+))?\}")
_GROUP = re.compile(r"\(\?<(?P<field>[A-Za-z_]\w*)>")
_MOST = 400
PATTERNS: Mapping[str, str] = {
    "USERNAME": r"[a-zA-Z0-9._-]+", "USER": "%{USERNAME}", "EMAILLOCALPART": r"[a-zA-Z0-9!#$%&'*+\-/=?^_`{|}~.]+",
    "EMAILADDRESS": "%{EMAILLOCALPART}@%{HOSTNAME}", "INT": r"[+-]?[0-9]+", "BASE10NUM": r"[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)",
    "NUMBER": "%{BASE10NUM}", "BASE16NUM": "[+-]?(?:0x)?[0-9A-Fa-f]+", "POSINT": r"\b[1-9][0-9]*\b", "NONNEGINT": r"\b[0-9]+\b",
    "WORD": r"\b\w+\b", "NOTSPACE": r"\S+", "SPACE": r"\s*", "DATA": ".*?", "GREEDYDATA": ".*",
    "QUOTEDSTRING": r'"(?:\\.|[^\\"])*"|\'(?:\\.|[^\\\'])*\'', "QS": "%{QUOTEDSTRING}",
    "UUID": "[A-Fa-f0-9]{8}-(?:[A-Fa-f0-9]{4}-){3}[A-Fa-f0-9]{12}", "MAC": "(?:[A-Fa-f0-9]{2}[:-]){5}[A-Fa-f0-9]{2}",
    "IPV4": r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}", "IPV6": r"[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:%\w+)?", "IP": "(?:%{IPV4}|%{IPV6})",
    "HOSTNAME": r"\b[0-9A-Za-z][0-9A-Za-z-]{0,62}(?:\.[0-9A-Za-z][0-9A-Za-z-]{0,62})*\.?", "IPORHOST": "(?:%{IP}|%{HOSTNAME})",
    "HOSTPORT": "%{IPORHOST}:%{POSINT}", "UNIXPATH": r"(?:/[\w%!$@:.,+~-]*)+", "WINPATH": r"(?:[A-Za-z]+:|\\)(?:\\[^\\?*]*)+",
    "PATH": "(?:%{UNIXPATH}|%{WINPATH})", "URIPROTO": r"[A-Za-z](?:[A-Za-z0-9+\-.]+)+", "URIHOST": "%{IPORHOST}(?::%{POSINT})?",
    "URIPATH": r"(?:/[A-Za-z0-9$.+!*'(){},~:;=@#%&_\-]*)+", "URIPARAM": r"\?[A-Za-z0-9$.+!*'|(){},~@#%&/=:;_?\-\[\]<>]*",
    "URIPATHPARAM": "%{URIPATH}(?:%{URIPARAM})?", "URI": "%{URIPROTO}://(?:%{USER}(?::[^@]*)?@)?(?:%{URIHOST})?(?:%{URIPATHPARAM})?",
    "MONTH": r"\b(?:[Jj]an(?:uary)?|[Ff]eb(?:ruary)?|[Mm]ar(?:ch)?|[Aa]pr(?:il)?|[Mm]ay|[Jj]une?|[Jj]uly?|[Aa]ug(?:ust)?|[Ss]ep(?:tember)?|"
             r"[Oo]ct(?:ober)?|[Nn]ov(?:ember)?|[Dd]ec(?:ember)?)\b",
    "MONTHNUM": "(?:0?[1-9]|1[0-2])", "MONTHNUM2": "(?:0[1-9]|1[0-2])", "MONTHDAY": "(?:0[1-9]|[12][0-9]|3[01]|[1-9])",
    "DAY": "(?:Mon(?:day)?|Tue(?:sday)?|Wed(?:nesday)?|Thu(?:rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)", "YEAR": "(?:[0-9]{2}){1,2}",
    "HOUR": "(?:2[0123]|[01]?[0-9])", "MINUTE": "[0-5][0-9]", "SECOND": "(?:[0-5]?[0-9]|60)(?:[:.,][0-9]+)?",
    "TIME": "%{HOUR}:%{MINUTE}(?::%{SECOND})?", "DATE_US": "%{MONTHNUM}[/-]%{MONTHDAY}[/-]%{YEAR}",
    "DATE_EU": "%{MONTHDAY}[./-]%{MONTHNUM}[./-]%{YEAR}", "DATE": "(?:%{DATE_US}|%{DATE_EU})", "DATESTAMP": "%{DATE}[- ]%{TIME}",
    "ISO8601_TIMEZONE": "(?:Z|[+-]%{HOUR}(?::?%{MINUTE}))", "ISO8601_SECOND": "%{SECOND}", "TZ": "[APMCE][SD]T|UTC",
    "TIMESTAMP_ISO8601": "%{YEAR}-%{MONTHNUM}-%{MONTHDAY}[T ]%{HOUR}:?%{MINUTE}(?::?%{SECOND})?%{ISO8601_TIMEZONE}?",
    "HTTPDATE": "%{MONTHDAY}/%{MONTH}/%{YEAR}:%{TIME} %{INT}", "SYSLOGTIMESTAMP": "%{MONTH} +%{MONTHDAY} %{TIME}",
    "PROG": r"[\x21-\x5a\x5c\x5e-\x7e]+", "SYSLOGPROG": r"%{PROG:program}(?:\[%{POSINT:pid}\])?", "SYSLOGHOST": "%{IPORHOST}",
    "SYSLOGFACILITY": "<%{NONNEGINT:facility}.%{NONNEGINT:priority}>",
    "SYSLOGBASE": "%{SYSLOGTIMESTAMP:timestamp} (?:%{SYSLOGFACILITY} )?%{SYSLOGHOST:logsource} %{SYSLOGPROG}:",
    "SYSLOGLINE": "%{SYSLOGBASE} %{GREEDYDATA:message}",
    "LOGLEVEL": "(?:[Aa]lert|ALERT|[Tt]race|TRACE|[Dd]ebug|DEBUG|[Nn]otice|NOTICE|[Ii]nfo(?:rmation)?|INFO(?:RMATION)?|[Ww]arn(?:ing)?|"
                "WARN(?:ING)?|[Ee]rr(?:or)?|ERR(?:OR)?|[Cc]rit(?:ical)?|CRIT(?:ICAL)?|[Ff]atal|FATAL|[Ss]evere|SEVERE|[Ee]merg(?:ency)?|"
                "EMERG(?:ENCY)?)",
    "HTTPDUSER": "(?:%{EMAILADDRESS}|%{USER})",
    "COMMONAPACHELOG": '%{IPORHOST:clientip} %{HTTPDUSER:ident} %{HTTPDUSER:auth} \\[%{HTTPDATE:timestamp}\\] "(?:%{WORD:verb} '
                       '%{NOTSPACE:request}(?: HTTP/%{NUMBER:httpversion})?|%{DATA:rawrequest})" %{NUMBER:response} (?:%{NUMBER:bytes}|-)',
    "COMBINEDAPACHELOG": "%{COMMONAPACHELOG} %{QS:referrer} %{QS:agent}", "HTTPD_COMMONLOG": "%{COMMONAPACHELOG}",
    "HTTPD_COMBINEDLOG": "%{COMBINEDAPACHELOG}",
}  # fmt: skip


class Grok(msgspec.Struct, frozen=True):
    """An expression whose groups stand for fields."""

    expression: str
    fields: Mapping[str, str]
    """Group to field."""
    unknown: str = ""
    """The first pattern that is not known."""


def grok(pattern: str, own: Mapping[str, str] | None = None) -> Grok:
    """Write a pattern out; ``own`` are patterns that the configuration defines itself."""
    known = {**PATTERNS, **(own or {})}
    fields: dict[str, str] = {}
    missing: list[str] = []
    text = _GROUP.sub(lambda match: f"(?P<{_group(match['field'], fields)}>", pattern.replace("(?>", "(?:"))
    count = 0

    def written(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        told = known.get(match["name"])
        if told is None:
            missing.append(match["name"])
        inner = (told or ".*?").replace("(?>", "(?:")
        return f"(?P<{_group(match['field'], fields)}>{inner})" if match["field"] else f"(?:{inner})"

    while "%{" in text and count < _MOST:
        made = _REFERENCE.sub(written, text)
        if made == text:
            break
        text = made
    return Grok(text, fields, missing[0] if missing else "" if count < _MOST else "it goes too deep")


def _group(field: str, fields: dict[str, str]) -> str:
    name = f"g{len(fields)}"
    fields[name] = field
    return name


def grokked(text: Text, pattern: str, own: Mapping[str, str] | None = None) -> tuple[bool | None, dict[str, Text]]:
    """Whether a text fits, and the fields that are taken out of it."""
    made = grok(pattern, own)
    if made.unknown:
        return None, {}
    match = matches(text, made.expression)
    if not match.outcome:
        return match.outcome, {}
    found = captured(text, made.expression)
    taken = {field: found.get(group) for group, field in made.fields.items()}
    return True, {field: one if one is not None else anything(field) for field, one in taken.items() if one is None or one.parts}
