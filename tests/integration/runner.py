"""The part of GitHub's runner that a composite action sees: steps, expressions, environment files."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_HEREDOC = re.compile(r"^([^=\n]+)<<(\S+)$")


@dataclass
class Runner:
    """One job's worth of runner."""

    action: Path
    """The action's own checkout."""
    workspace: Path
    temp: Path
    event: dict[str, Any] = field(default_factory=dict)
    """The event's payload."""
    steps: dict[str, dict[str, str]] = field(default_factory=dict)
    """Outputs of the steps so far."""
    environ: dict[str, str] = field(default_factory=dict)
    """What steps set by GITHUB_ENV."""
    log: str = ""
    summary: str = ""

    def run(self, inputs: dict[str, str], only: tuple[str, ...] = ()) -> tuple[int, dict[str, str]]:
        """Run the steps (or only those with these ids) until one fails; give its exit code and the action's outputs."""
        document = yaml.safe_load((self.action / "action.yml").read_text(encoding="utf-8"))
        unknown = set(inputs) - set(document["inputs"])
        assert not unknown, f"no such input: {unknown}"
        given = {name: inputs.get(name, spec.get("default", "")) for name, spec in document["inputs"].items()}
        code = 0
        for step in document["runs"]["steps"]:
            if only and step["id"] not in only:
                continue
            code = self._step(step, given)
            if code:
                break
        return code, {name: self._expand(spec["value"], given) for name, spec in document["outputs"].items()}

    def _step(self, step: dict[str, Any], inputs: dict[str, str]) -> int:
        assert step["shell"] == "bash"
        files = {
            name: self.temp / f"{name.lower()}_{step['id']}"
            for name in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")
        }
        for path in files.values():
            path.write_text("", encoding="utf-8")
        script = self.temp / f"{step['id']}.sh"
        script.write_text(self._expand(step["run"], inputs), encoding="utf-8")
        environ = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "INPUT_", "GITHUB_"))},
            **self.environ,
            **{name: str(path) for name, path in files.items()},
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(self.action),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temp),
            "XDG_CACHE_HOME": str(self.temp / "cache"),
            **{name: self._expand(value, inputs) for name, value in step.get("env", {}).items()},
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
            cwd=self.workspace, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
        self.log += done.stdout.decode("utf-8", "replace")
        self.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        self.steps[step["id"]] = parse(files["GITHUB_OUTPUT"].read_text(encoding="utf-8"))
        self.environ |= parse(files["GITHUB_ENV"].read_text(encoding="utf-8"))
        return done.returncode

    def _expand(self, text: str, inputs: dict[str, str]) -> str:
        """Replace each expression by its value, as text: what the runner does, and why none may stand in a script."""
        return _EXPRESSION.sub(lambda match: self._value(match[1], inputs), text)

    def _value(self, expression: str, inputs: dict[str, str]) -> str:
        """``a.b || c.d``: the first that is not empty."""
        contexts: dict[str, Any] = {
            "inputs": inputs,
            "github": {"event": self.event},
            "steps": {name: {"outputs": outputs} for name, outputs in self.steps.items()},
        }
        for part in expression.split("||"):
            value: Any = contexts
            for key in part.strip().split("."):
                value = value.get(key, "") if isinstance(value, dict) else ""
            if value:
                return str(value)
        return ""


def parse(text: str) -> dict[str, str]:
    """The names and values of an environment file; AssertionError for a line that GitHub's runner would refuse."""
    found: dict[str, str] = {}
    lines = iter(text.splitlines())
    for line in lines:
        heredoc = _HEREDOC.match(line)
        if heredoc:
            found[heredoc[1]] = "\n".join(iter(lines.__next__, heredoc[2]))
            continue
        name, equals, value = line.partition("=")
        assert equals, f"not a name and a value: {line!r}"
        found[name] = value
    return found
