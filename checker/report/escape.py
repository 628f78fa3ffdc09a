"""Untrusted text made harmless for a terminal, a CI log, Markdown, workflow commands and XML.

Every character that moves the cursor, reorders or hides text is shown as a Python escape (``\\x1b``, ``\\u202e``).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_HIDING = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""General categories of control, format (bidi, zero width), surrogate, private and line-separating characters."""
_COMMAND = re.compile(r"##(?=\w*\[)")
"""``##[command]`` and ``##vso[...]``, ``##teamcity[...]``: obeyed anywhere in a line by GitHub's, Azure's and TeamCity's runners."""
_LINE_COMMAND = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)
_PUNCTUATION = re.compile(r"([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")
_TELLING = re.compile(r"([\\`*_\[\]<>|~&$!#]|(?<=[Ww])\.|(?<=[A-Za-z]):(?=//)|^(?:::?|[-+=]|\d+[.)]))")
_NOT_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def spelled(character: str) -> str:
    """The escape of one character as Python writes it: ``\\x1b``, ``\\u202e``, ``\\U000e0041``."""
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def hides(character: str) -> bool:
    """Whether a character must not reach a screen as it is."""
    return not " " <= character <= "~" and unicodedata.category(character) in _HIDING


def visible(text: str, keep: str = "") -> str:
    """The text with every hiding character spelled out, line breaks and tabs too unless in ``keep``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(spelled(c) if c not in keep and hides(c) else c for c in text)


def one_line(text: str) -> str:
    """Prose as one line: white space folded, then `visible`."""
    return visible(" ".join(text.split()))


def log_line(line: str, *, start: bool = True) -> str:
    """A line for a terminal that no CI runner takes for a command.

    GitHub's runner obeys a line that begins with ``::``, white space aside; it and others obey ``##...[`` anywhere.
    Without ``start`` the text goes on in a line.
    """
    indent = len(line) - len(line.lstrip())
    if start and line.startswith("::", indent):
        line = f"{line[:indent]}\\x3a{line[indent + 1 :]}"
    return _COMMAND.sub(r"#\\x23", line)


def markdown(text: str) -> str:
    """Prose for one line of Markdown or one cell of a table: no markup, HTML, link or mention comes to life."""
    escaped = _TELLING.sub(lambda match: re.sub(_PUNCTUATION, r"\\\1", match[0]), one_line(text))
    return escaped.replace("@", "@<!-- -->")


def markdown_code(text: str, *, table: bool = False) -> str:
    """An inline code span; in a table's cell the pipes are escaped too."""
    shown = visible(text) or " "
    fence = "`" * (1 + longest_run(shown, "`"))
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    code = _COMMAND.sub(r"#\\x23", f"{fence}{pad}{shown}{pad}{fence}")
    return code.replace("|", "\\|") if table else code


def markdown_block(text: str, language: str = "") -> str:
    """A fenced block that its content cannot close."""
    shown = "\n".join(log_line(line) for line in visible(text, keep="\n\t").split("\n"))
    fence = "`" * max(3, 1 + longest_run(shown, "`"))
    return f"{fence}{language}\n{shown}\n{fence}"


def longest_run(text: str, character: str) -> int:
    """Length of the longest run of a character."""
    return max((len(run) for run in re.findall(f"{re.escape(character)}+", text)), default=0)


def workflow_data(text: str) -> str:
    """The message of a GitHub workflow command; line breaks stay line breaks."""
    shown = visible(text, keep="\n")
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def workflow_property(text: str) -> str:
    """A property's value of a GitHub workflow command (``file=``, ``title=``)."""
    return workflow_data(text).replace(":", "%3A").replace(",", "%2C")


def xml_text(text: str) -> str:
    """Text for an XML 1.0 element or quoted attribute; what XML cannot hold and what hides is spelled out."""
    shown = re.sub(_NOT_XML, lambda match: spelled(match[0]), visible(text, keep="\n\t"))
    for plain, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&apos;")):
        shown = shown.replace(plain, entity)
    return _COMMAND.sub("#&#35;", _LINE_COMMAND.sub(r"\1&#58;", shown))


def well_formed(text: str) -> str:
    """Text for JSON: a surrogate without its partner, which no UTF-8 reader takes, becomes U+FFFD."""
    return text if text.isascii() else re.sub("[\ud800-\udfff]", "\ufffd", text)


def json_text(value: Any) -> str:
    """A JSON document, indented by two, all ASCII, in which no runner finds a command."""
    import json  # the text report needs none

    return _COMMAND.sub(r"#\\u0023", json.dumps(value, indent=2)) + "\n"
