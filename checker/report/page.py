"""A page of HTML that stands for itself: no script, no font, no address of another host; light and dark as the reader's system is."""

from __future__ import annotations

from html import escape as _escape

from checker.report.escape import visible

LIGHT = """--paper: #ffffff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --box: #f6f8fa;
  --bad: #b42318; --bad-paper: #fdecea; --odd: #8a5300; --odd-paper: #fff4dc; --good: #116329; --good-paper: #e3f5e6;
  --some: #0b5394; --some-paper: #e4eefb; --none: #57606a; --none-paper: #eef0f2;"""
DARK = """--paper: #0f1318; --ink: #e3e8ee; --soft: #9aa5b1; --line: #38424d; --box: #171d24;
  --bad: #ff9d91; --bad-paper: #43180f; --odd: #f2c063; --odd-paper: #3b2b08; --good: #7ddb90; --good-paper: #10331b;
  --some: #8cc2ff; --some-paper: #122c4a; --none: #a9b3bd; --none-paper: #252c34;"""
_COLOURS = f"""
:root {{ color-scheme: light dark; {LIGHT} }}
@media (prefers-color-scheme: dark) {{ :root {{ {DARK} }} }}
"""
_STYLE = """* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 76rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; } h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
p { margin: .4rem 0; } .soft { color: var(--soft); } a { color: inherit; }
code { font: .9em/1.4 ui-monospace, monospace; background: var(--box); padding: .05em .3em; border-radius: 3px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .8rem 0; }
dt { color: var(--soft); } dd { margin: 0; } pre { overflow-x: auto; font-size: .85em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; white-space: nowrap; } td:first-child { white-space: nowrap; }
.verdict { display: inline-block; padding: 0 .5em; border-radius: 3px; font-weight: 600; font-size: .85em; white-space: nowrap; }
.violated { color: var(--bad); background: var(--bad-paper); } .accepted { color: var(--odd); background: var(--odd-paper); }
.unknown { color: var(--odd); background: var(--odd-paper); } .part { color: var(--some); background: var(--some-paper); }
.met { color: var(--good); background: var(--good-paper); } .uncheckable { color: var(--none); background: var(--none-paper); }
section.one { border-top: 1px solid var(--line); padding-top: .4rem; margin-top: 1rem; }
ul { margin: .3rem 0; padding-left: 1.3rem; } li { margin: .15rem 0; } details { margin: .3rem 0; } summary { cursor: pointer; }
figure { margin: 1rem 0; overflow-x: auto; } figcaption { color: var(--soft); margin-bottom: .4rem; }
@media print { body { max-width: none; } details:not([open]) > *:not(summary) { display: block; } }
"""


def page(title: str, body: str, style: str = "") -> str:
    """The whole document; ``body`` is HTML. It holds no ``##[command]``, which a CI runner that prints it would obey."""
    body = body.replace("##", "#&#35;")
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{text(title)}</title>'
    policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    styles = f"<style>{_COLOURS}{_STYLE}{style}</style>"
    return f'<!doctype html>\n<html lang="en">\n<head>{head}{policy}\n{styles}</head>\n<body>\n{body}</body>\n</html>\n'


def text(words: str) -> str:
    """Untrusted text between tags or in a quoted attribute; what hides or reorders text is spelled out."""
    return _escape(visible(" ".join(words.split())))


def code(words: str) -> str:
    """A piece of source, a path or a name."""
    return f"<code>{text(words)}</code>"
