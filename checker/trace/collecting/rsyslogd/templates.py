"""rsyslog's templates: strings with properties, and lists of constants and properties, with their formats for JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from checker.monitoring.syslog import Statement
from checker.trace.collecting.rsyslogd.message import Message
from checker.trace.wording import Hole, Text, anything, joined, known

_PROPERTY = re.compile(r"%(?P<name>[\w.$!@-]+)(?::(?P<rest>[^%]*))?%")
_OLD = re.compile(r"\s*(?P<name>[\w-]+)\s*,\s*\"(?P<text>(?:\\.|[^\"\\])*)\"")
_ESCAPED = {"n": "\n", "t": "\t", "\\": "\\", '"': '"', "'": "'", "%": "%"}
STANDARD = {
    "RSYSLOG_FileFormat": "%timestamp% %hostname% %syslogtag%%msg%",
    "RSYSLOG_TraditionalFileFormat": "%timestamp% %hostname% %syslogtag%%msg%",
    "RSYSLOG_ForwardFormat": "<%pri%>%timestamp% %hostname% %syslogtag%%msg%",
    "RSYSLOG_TraditionalForwardFormat": "<%pri%>%timestamp% %hostname% %syslogtag%%msg%",
    "RSYSLOG_SyslogProtocol23Format": "<%pri%>1 %timestamp% %hostname% %app-name% %procid% %msgid% %structured-data% %msg%",
    "StdJSONFmt": '{"message":"%msg:::json%","fromhost":"%hostname%","facility":"%syslogfacility-text%","priority":"%syslogpriority-text%",'
                  '"timereported":"%timereported%","timegenerated":"%timegenerated%"}',
}  # fmt: skip
"""Those that rsyslog brings."""


def filled(name: str, program: Sequence[Statement], message: Message) -> Text | None:
    """A template's text; ``None`` where there is none of the name, or it is of a kind that is not followed."""
    for at, one in enumerate(program):
        if one.name == "$template":
            old = _OLD.match(one.text("value"))
            if old is not None and old["name"] == name:
                return _string(old["text"], message)
        elif one.name == "template" and one.text("name") == name:
            return _of_object(one, program[at + 1 :], message)
    return _string(STANDARD[name], message) if name in STANDARD else None


def _of_object(one: Statement, behind: Sequence[Statement], message: Message) -> Text | None:
    kind = one.text("type").lower()
    if kind == "string":
        return _string(one.text("string"), message)
    if kind == "subtree" and one.text("subtree") in ("$!", "!all-json"):
        return anything("all variables")
    if kind != "list":
        return None
    parts = list(_listed(behind, message))
    if one.text("option.jsonf") != "on":
        return joined(parts)
    return joined((known("{"), *(part for number, held in enumerate(parts) for part in (known(", " if number else ""), held)), known("}")))


def _listed(behind: Sequence[Statement], message: Message) -> Iterator[Text]:
    for one in behind:
        if one.name not in ("constant", "property"):
            return
        outname, format_ = one.text("outname"), one.text("format").lower()
        value = known(_unescaped(one.text("value"))) if one.name == "constant" else message.value(one.text("name"))
        if format_.startswith("json"):
            value = _escaped(value)
        blank = " " if one.name == "constant" else ""  # as rsyslogd 8.2302 writes it
        yield joined((known(f'"{outname}":{blank}"'), value, known('"'))) if format_ in ("jsonf", "jsonfr") and outname else value


def _string(text: str, message: Message) -> Text:
    parts: list[Text] = []
    at = 0
    for match in _PROPERTY.finditer(text):
        parts.append(known(_unescaped(text[at : match.start()])))
        value, told = message.value(match["name"]), (match["rest"] or "").lower()
        options = told.split(":")[-1].split(",")
        if told and told.split(":")[0]:
            value = anything(match["name"])  # only a part of it
        value = _escaped(value) if any(one.startswith("json") for one in options) else value
        named = next((one for one in options if one.startswith("jsonf")), "")
        parts.append(joined((known(f'"{match["name"]}":"'), value, known('"'))) if named else value)
        at = match.end()
    return joined((*parts, known(_unescaped(text[at:]))))


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda one: _ESCAPED.get(one[1], one[0]), text)


def _escaped(value: Text) -> Text:
    return Text(tuple(part if isinstance(part, Hole) else json.dumps(part)[1:-1] for part in value.parts))
