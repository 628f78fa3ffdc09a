"""Draws the README's pictures from real runs: ``python docs/picture.py``."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
PICTURES = {
    "output.svg": ("check", "examples/shop/shop/orders.py"),
    "login.svg": ("check", "examples/login/portal/members.py"),
}
"""File below ``docs`` to the command whose output it shows."""
TRACED = ("authn_login_fail", "authn_token_reuse", "authz_fail", "privilege_permissions_changed")
"""Events of ``examples/watched`` whose ways ``trace.svg`` shows."""
_WIDTH = 100
"""Columns; what `logproof` writes where there is no terminal."""
_THEME = TerminalTheme(
    (13, 17, 23),
    (201, 209, 217),
    [(72, 79, 88), (255, 123, 114), (86, 211, 100), (227, 179, 65), (88, 128, 175), (210, 168, 255), (86, 196, 221), (230, 237, 243)],
    [(110, 118, 129), (255, 161, 152), (126, 231, 135), (242, 204, 96), (121, 192, 255), (226, 197, 255), (118, 227, 234), (255, 255, 255)],
)
_FORMAT = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{alt}">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""Rich's own form without the fonts that it would have a reader fetch."""


def printed(words: tuple[str, ...]) -> str:
    """What a command prints in colour."""
    environ = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "LOGPROOF_TODAY")}
    command = [sys.executable, "-m", "checker", *words, "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, env={**environ, "FORCE_COLOR": "1"}, stdout=subprocess.PIPE, check=False)
    if done.returncode != 1:
        raise SystemExit(f"logproof {' '.join(words)} ended with {done.returncode}")
    return done.stdout.decode()


def picture(command: tuple[str, ...]) -> str:
    """The SVG: a command, and below it what it prints."""
    console = Console(record=True, width=_WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor", legacy_windows=False)
    words = f"logproof {' '.join(command)}"
    console.print(Text.assemble(("$ ", "bold green"), (words, "bold")))
    console.print(Text.from_ansi(printed(command).rstrip()), no_wrap=True)
    form = _FORMAT.replace("{alt}", f"What {words} prints, in colour")
    svg = console.export_svg(title="logproof", theme=_THEME, code_format=form, unique_id="logproof")
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


def ways() -> str:
    """The matrix of the example of a whole system, as `logproof trace` draws it for a page."""
    from checker import pipeline
    from checker.report.trace.matrix import drawing
    from checker.trace.model import Matrix

    folder = str(ROOT / "examples" / "watched")
    found = pipeline.trace(pipeline.Request((), folder, cache=False, jobs=1)).matrix
    return drawing(Matrix(tuple(chain for chain in found.chains if chain.event.name in TRACED)), "trace", alone=True) + "\n"


if __name__ == "__main__":
    (ROOT / "docs" / "trace.svg").write_text(ways(), encoding="utf-8")
    for name, command in PICTURES.items():
        (ROOT / "docs" / name).write_text(picture(command), encoding="utf-8")
