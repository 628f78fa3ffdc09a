"""SARIF: what GitHub needs, and what Microsoft's own validator says of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from checker.model import Finding, Report, Severity, Span, Step
from checker.report.linehash import line_hashes
from checker.report.options import Options
from checker.report.sarif import render
from checker.report.sarif.places import region, uri

NOT_HERE = "the SARIF Multitool is not here: set LOGPROOF_SARIF_MULTITOOL, or npm install --prefix .ci/node @microsoft/sarif-multitool"


def multitool() -> str:
    """The program's path: from the environment, from ``.ci/node`` (the package for this system), or from PATH."""
    packages = Path(__file__).parents[2] / ".ci/node/node_modules/@microsoft"
    program = packages / f"sarif-multitool-{sys.platform}" / ("Sarif.Multitool.exe" if sys.platform == "win32" else "Sarif.Multitool")
    found = os.environ.get("LOGPROOF_SARIF_MULTITOOL") or (str(program) if program.exists() else None)
    found = found or shutil.which("Sarif.Multitool") or shutil.which("sarif-multitool")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(NOT_HERE)
        pytest.skip(NOT_HERE)
    return found


def judged(tmp_path: Path, text: str) -> list[tuple[str, str, str]]:
    """Level, rule and text of every error and warning that the Multitool has, by its Sarif and Ghas rules."""
    log, answer = tmp_path / "log.sarif", tmp_path / "answer.sarif"
    log.write_text(text, encoding="utf-8")
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}  # it needs no ICU then
    command = [multitool(), "validate", str(log), "--rule-kind", "Sarif;Ghas", "--output", str(answer), "--log", "ForceOverwrite"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert answer.exists(), run.stdout + run.stderr
    results = json.loads(answer.read_text(encoding="utf-8-sig"))["runs"][0]
    assert "1 files scanned" in run.stdout, run.stdout
    said = [(result.get("level", "warning"), result["ruleId"], str(result["message"])) for result in results.get("results", [])]
    return [one for one in said if one[0] in {"error", "warning"}]


def run_of(report: Report, **options: bool) -> dict[str, Any]:
    """The only run of a report's log."""
    log: dict[str, Any] = json.loads(render(report, Options(**options)))
    return log["runs"][0]  # type: ignore[no-any-return]


@pytest.mark.integration
@pytest.mark.parametrize("suppressed", [True, False])
def test_outside_judge_finds_nothing(tmp_path: Path, sample: Report, suppressed: bool) -> None:
    """Microsoft's Multitool has no error and no warning for flows, fixes, an unread file and suppressions."""
    run = run_of(sample, suppressed=suppressed)
    assert any("codeFlows" in result for result in run["results"])
    assert any("fixes" in result for result in run["results"])
    assert run["invocations"][0]["toolExecutionNotifications"]
    assert any("suppressions" in result for result in run["results"]) is suppressed
    assert judged(tmp_path, render(sample, Options(suppressed=suppressed))) == []


@pytest.mark.integration
def test_outside_judge_accepts_a_clean_run(tmp_path: Path, sample: Report) -> None:
    """A run without findings, and one without rules, are valid too."""
    assert judged(tmp_path, render(replace(sample, findings=(), suppressed=()), Options())) == []


@pytest.mark.integration
def test_outside_judge_does_judge(tmp_path: Path, sample: Report) -> None:
    """The same log with a rule's help taken away and a region turned around is refused: the judge is awake."""
    log = json.loads(render(sample, Options()))
    del log["runs"][0]["tool"]["driver"]["rules"][1]["help"]
    log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["endColumn"] = 1
    rules = {rule.partition("/")[0] for _, rule, _ in judged(tmp_path, json.dumps(log))}
    assert {"GH2012", "SARIF1007"} <= rules


@pytest.mark.parametrize(("severity", "level"), list(zip(Severity, ["note", "warning", "error", "error"], strict=True)))
def test_levels(sample: Report, severity: Severity, level: str) -> None:
    """Low is a note, medium a warning, high and critical an error."""
    finding = replace(sample.findings[0], severity=severity)
    assert run_of(replace(sample, findings=(finding,)))["results"][0]["level"] == level


def test_flow_only_where_something_flows(sample: Report) -> None:
    """Two steps are a flow in their order; a single one is a related place."""
    flows = {result["ruleId"]: result for result in run_of(sample)["results"] if result["ruleId"] == "LP103" or "codeFlows" in result}
    steps = flows["LP101"]["codeFlows"][0]["threadFlows"][0]["locations"]
    assert [step["location"]["message"]["text"] for step in steps] == [
        "the password is read from the request", "returned by `read_password`", "kept as `password`", "written to the log",
    ]  # fmt: skip
    assert [step["executionOrder"] for step in steps] == [1, 2, 3, 4]
    assert "codeFlows" not in flows["LP103"]
    assert flows["LP103"]["relatedLocations"][0]["message"]["text"] == "a single step is a place and no flow"


def test_unread_file_is_result_and_notification(sample: Report) -> None:
    """A file that was not read is seen among the results and among the tool's own notifications."""
    run = run_of(sample)
    notifications = run["invocations"][0]["toolExecutionNotifications"]
    assert [note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for note in notifications] == [
        "old/caf%C3%A9%20100%25%FF.py"
    ]
    assert run["tool"]["driver"]["notifications"][notifications[0]["descriptor"]["index"]]["id"] == "LP001"
    assert sum(result["ruleId"] == "LP001" for result in run["results"]) == 1


def test_suppressed_results_only_where_asked_for(sample: Report) -> None:
    """Suppressed findings are left out, and with the option stand there with their reason."""
    assert not any("suppressions" in result for result in run_of(sample)["results"])
    (hidden,) = [result for result in run_of(sample, suppressed=True)["results"] if "suppressions" in result]
    assert hidden["suppressions"][0]["kind"] == "inSource"
    assert hidden["suppressions"][0]["justification"] == "only in `tests` | never\\x1b[0m live"


def test_rules_carry_what_github_shows(sample: Report) -> None:
    """Each result's rule is where its index says, with security severity, precision, tags, and CWE taxa that exist."""
    run = run_of(sample)
    rules, taxa = run["tool"]["driver"]["rules"], run["taxonomies"][0]["taxa"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    secret = rules[1]
    assert secret["properties"]["security-severity"] == "9.5"
    assert secret["properties"]["precision"] == "high"
    assert {"security", "external/cwe/cwe-532", "external/owasp/owasp-a09-2021"} <= set(secret["properties"]["tags"])
    assert [taxa[link["target"]["index"]]["id"] for link in secret["relationships"]] == ["532", "200"]


def test_region_text_is_the_text(sample: Report) -> None:
    """Snippet and context hold exactly what the region covers, over lines and with CR LF too."""
    text = "a\r\n  b(\r\n  c)\r\nd"
    assert region(Span("f", 2, 3, 3, 5), {"f": text})["snippet"]["text"] == "b(\n  c)"
    place = run_of(sample)["results"][1]["locations"][0]["physicalLocation"]
    assert place["region"]["snippet"]["text"] == 'log.info("login of %s with %s", user, password)'
    assert place["region"]["snippet"]["text"] in place["contextRegion"]["snippet"]["text"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a b/c#d?.py", "a%20b/c%23d%3F.py"),
        ("100%.py", "100%25.py"),
        ("C:x.py", "C%3Ax.py"),
        ("\u00e9.py", "%C3%A9.py"),
        ("\udcff.py", "%FF.py"),
        ("\ud800.py", "%3F.py"),
    ],
)
def test_uri(path: str, expected: str) -> None:
    """A path is one relative reference, whatever characters or bytes it is made of."""
    assert uri(path) == expected


def test_message_makes_no_link(sample: Report) -> None:
    """A scanned file's text becomes no link that a viewer shows, and every message ends as a sentence."""
    for result in run_of(sample)["results"]:
        assert "](" not in result["message"]["text"]
        assert result["message"]["text"].endswith(".")


def test_text_of_a_finding_never_breaks_the_log(sample: Report) -> None:
    """Lone surrogates, NUL and places beyond the source still give a log that UTF-8 can hold."""
    odd = Span("\udc80", 900, 1, 900, 2)
    finding = Finding(
        "LP101", "secret-in-log", "\ud800\x00", Severity.LOW, sample.findings[0].confidence, odd, "", "", (Step(odd, "\udfff"),) * 2
    )
    text = render(replace(sample, findings=(finding,), sources={"\udc80": "x\ud800"}), Options())
    assert text.isascii()
    assert not any("\ud800" <= character <= "\udfff" for character in str(json.loads(text)))


# The expected values stand in GitHub's own test of this hash (codeql-action, src/fingerprints.test.ts).
ENDS = ["e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1",
        "c129715d7a2bc9a3:1"]  # fmt: skip
HASHES = {
    "": ["c129715d7a2bc9a3:1"],
    " a\nb\n  \t\tc\n d": ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
    " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End": [
        "8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1", "b86d3392aea1be30:1", "e6ceba753e1a442:1",
    ],
    " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n": ENDS,
    " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r": ENDS,
    " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n": ENDS,
    " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n": ENDS,
    "Lorem ipsum dolor sit amet.\n" * 10: [
        *(f"a7f2ff13bc495cf2:{count}" for count in range(1, 7)),
        "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1",
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", HASHES)
def test_line_hash_is_githubs(text: str) -> None:
    """The hash of every line is bit for bit the one that GitHub's upload action would compute."""
    assert list(line_hashes(text)) == HASHES[text]


def test_line_hash_counts_utf16_units() -> None:
    """A character beyond the basic plane counts as the two units that JavaScript sees."""
    units = [0xD83D, 0xDD11, 0xFFFF]
    value = sum(unit * pow(37, 99 - place) for place, unit in enumerate(units)) % 2**64
    assert line_hashes("\U0001f511") == (f"{value:x}:1",)


def test_line_hash_of_moved_line_stays(sample: Report) -> None:
    """Lines put before a finding leave its hash as it was."""
    before = run_of(sample)["results"][1]["partialFingerprints"]
    moved = replace(sample.findings[1], span=Span("shop/auth.py", 12, 5, 12, 52))
    sources = {**sample.sources, "shop/auth.py": "# one\n# two\n" + sample.sources["shop/auth.py"]}
    after = run_of(replace(sample, findings=(moved,), sources=sources))["results"][0]["partialFingerprints"]
    assert after == before
    assert set(before) == {"primaryLocationLineHash", "logproof/v1"}
