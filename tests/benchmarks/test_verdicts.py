"""Which verdict belongs to which finding, and what is counted."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks.precision.run import GROUPS, HERE, LISTS, MONITORING, results
from benchmarks.precision.scans import Found, Place, kept_folder, parsed
from benchmarks.precision.scores import Score, recall, row, score, table
from benchmarks.precision.verdicts import Verdict, checked, judged, load, lost, merged, save
from benchmarks.wheels import pins
from checker.rules import shipped

FOUND = Found("LP101", "secret-in-log", "the password reaches logger.info()", "high", Place("a.py", 3, 4), "f", ())
VERDICT = Verdict("shop", "1.0", "a.py", 3, "secret-in-log", "true", "p is what the user typed")


def test_a_verdict_is_found_by_place_and_rule() -> None:
    """Another line, file or rule is another finding."""
    others = [replace(FOUND, place=Place("a.py", 4, 4)), replace(FOUND, place=Place("b.py", 3, 4)), replace(FOUND, rule="container-in-log")]
    assert dict(judged([FOUND, *others], [VERDICT])) == {FOUND: VERDICT, **dict.fromkeys(others)}


def test_the_message_decides_only_among_several() -> None:
    """A verdict without a message holds for all in its place; one with a message for the one most like it, whatever its wording now."""
    token = replace(FOUND, message="the token reaches logger.info()")
    of_token = replace(VERDICT, verdict="false", message="the token is written by logger.info()")
    of_password = replace(VERDICT, message="the password is written by logger.info()")
    assert dict(judged([FOUND, token], [VERDICT])) == {FOUND: VERDICT, token: VERDICT}
    assert dict(judged([FOUND, token], [of_token, of_password])) == {FOUND: of_password, token: of_token}
    assert dict(judged([FOUND, token], [of_token])) == {FOUND: None, token: of_token}


def test_debatable_counts_as_false() -> None:
    """Precision is the share of true ones among those judged."""
    verdicts = [VERDICT, replace(VERDICT, verdict="debatable"), replace(VERDICT, verdict="false"), VERDICT, None]
    counted = score((FOUND, verdict) for verdict in verdicts)
    assert counted == Score(found=5, true=2, false=1, debatable=1)
    assert counted.precision == 0.5
    assert Score(found=2).precision is None


def test_low_confidence_is_counted_apart() -> None:
    """What is not shown by default is in the right half of the row alone."""
    low = replace(FOUND, confidence="low")
    false = replace(VERDICT, verdict="false")
    cells = row([(FOUND, VERDICT), (FOUND, None), (low, false)], [VERDICT, false], 4000)
    assert cells == ("2", "1", "1", "0", "0", "100.0%", "100.0%", "0.500", "1", "1", "0", "0.0%")


def test_what_is_not_shown_lowers_recall() -> None:
    """A true finding that is hidden or gone is missed; nothing is said where none was ever judged true."""
    hidden, gone, false = replace(VERDICT, line=8), replace(VERDICT, line=9), replace(VERDICT, line=10, verdict="false")
    assert recall([(FOUND, VERDICT), (replace(FOUND, confidence="low"), hidden)], [VERDICT, hidden, gone, false]) == pytest.approx(1 / 3)
    assert recall([(FOUND, false)], [false]) is None


def test_lost_findings_are_told() -> None:
    """A true verdict whose finding is hidden or gone is lost; a false one is not missed."""
    gone, false = replace(VERDICT, line=9), replace(VERDICT, line=10, verdict="false")
    assert list(lost([FOUND], [VERDICT, gone, false])) == [(gone, False)]
    assert list(lost([replace(FOUND, confidence="low")], [VERDICT, false])) == [(VERDICT, True)]


def test_a_verdict_on_a_function_holds_for_its_findings() -> None:
    """It is found whatever the line, for its rule alone; a verdict on the very line goes before it."""
    of_function = replace(VERDICT, function="f", line=1)
    elsewhere = [replace(FOUND, function="g"), replace(FOUND, rule="container-in-log")]
    moved = replace(FOUND, place=Place("a.py", 9, 9))
    assert dict(judged([FOUND, moved, *elsewhere], [of_function])) == {FOUND: of_function, moved: of_function, **dict.fromkeys(elsewhere)}
    of_line = replace(VERDICT, verdict="false")
    assert dict(judged([FOUND, moved], [of_function, of_line])) == {FOUND: of_line, moved: of_function}
    assert not list(lost([moved], [of_function]))
    assert list(lost(elsewhere, [of_function])) == [(of_function, False)]


def test_what_was_missed_counts_once_it_is_found() -> None:
    """An outcome that was found by reading lowers recall until a finding is shown for it, which is then a true one."""
    missed = replace(VERDICT, verdict="missed", function="f", line=1)
    assert recall([], [missed]) == 0.0
    pairs = list(judged([FOUND], [missed]))
    assert recall(pairs, [missed]) == 1.0
    assert score(pairs) == Score(found=1, true=1)
    assert not list(lost([], [missed]))


def test_verdicts_are_kept_sorted(tmp_path: Path) -> None:
    """What is saved is loaded again in order, and a second verdict on a finding takes the place of the first."""
    file = tmp_path / "verdicts.jsonl"
    earlier, other = replace(VERDICT, line=1), replace(VERDICT, verdict="false", reason="p is a page")
    save(merged([VERDICT, earlier], [other]), file)
    assert load(file) == [earlier, other]


@pytest.mark.parametrize("wrong", [replace(VERDICT, verdict="maybe"), replace(VERDICT, reason="")])
def test_incomplete_verdicts_are_refused(wrong: Verdict) -> None:
    """Each verdict is one of three words and has a reason."""
    with pytest.raises(ValueError, match="without a reason"):
        checked([VERDICT, wrong])


def test_the_verdicts_are_in_order() -> None:
    """verdicts.jsonl is sorted, judges each finding once, and speaks of releases that are pinned."""
    given = load()
    pinned = {(pin.name, pin.version) for name in GROUPS.values() for pin in pins(name)}
    assert given == merged([], given)
    assert {(one.package, one.version) for one in given} <= pinned


def test_the_verdicts_on_configurations_are_in_order() -> None:
    """configurations.jsonl is sorted, judges each finding once, and speaks of releases that are pinned."""
    given = load(HERE / "configurations.jsonl")
    pinned = {(pin.name, pin.version) for name in GROUPS.values() for pin in pins(name)}
    repositories = [line.split() for line in (LISTS / "configurations-repositories.txt").read_text(encoding="utf-8").splitlines()]
    pinned |= {(name, commit[:12]) for name, commit in (line for line in repositories if line[0] != "#")}
    assert given == merged([], given)
    assert {(one.package, one.version) for one in given} <= pinned
    right = sum(one.verdict == "true" for one in given)
    assert right >= 0.9 * len(given)


def test_the_last_verdicts_on_configurations_are_in_order() -> None:
    """configurations-2.jsonl is sorted, judges each finding once, speaks of commits that are pinned, and of none that was judged before."""
    given = load(HERE / "configurations-2.jsonl")
    repositories = [line.split() for line in (LISTS / "configurations-repositories.txt").read_text(encoding="utf-8").splitlines()]
    pinned = {(name, commit[:12]) for name, commit in (line for line in repositories if line[0] != "#")}
    assert given == merged([], given)
    assert {(one.package, one.version) for one in given} <= pinned
    assert {one.package for one in given}.isdisjoint(one.package for one in load(HERE / "configurations.jsonl"))


def test_the_verdicts_on_applications_are_in_order() -> None:
    """applications.jsonl is sorted, judges each finding once, and speaks of commits that its lists pin, and of rules that are."""
    given = load(HERE / "applications.jsonl")
    listed: list[list[str]] = []
    for name in ("applications-6.txt", "applications-7.txt", "applications-8.txt"):
        lines = (LISTS / name).read_text(encoding="utf-8").splitlines()
        pinned = [line.split() for line in lines if not line.startswith("#")]
        assert all(len(commit) == 40 for _, commit in pinned)
        assert pinned == sorted(pinned, key=lambda one: one[0].lower())
        listed += pinned
    assert given == merged([], given)
    assert {(one.package, one.version) for one in given} <= {(name, commit[:12]) for name, commit in listed}
    assert {one.rule for one in given} <= {rule.name for rule in shipped()}


def test_the_verdicts_on_monitoring_are_in_order() -> None:
    """monitoring.jsonl is sorted, judges each finding once, and speaks of the listed repositories and of rules LP6xx alone."""
    given = load(HERE / "monitoring.jsonl")
    lines = (LISTS / "monitoring-repositories.txt").read_text(encoding="utf-8").splitlines()
    listed = [line.split() for line in lines if not line.startswith("#")]
    assert all(len(commit) == 40 for _, commit in listed)
    assert len({name for name, _ in listed}) == len(listed)
    assert given == merged([], given)
    assert {(one.package, one.version) for one in given} <= {(name, commit[:12]) for name, commit in listed}
    assert {one.rule for one in given} <= {rule.name for rule in shipped() if rule.code.startswith(MONITORING)}


def test_checkouts_are_held_against_the_verdicts(tmp_path: Path) -> None:
    """A repository that lies in the folder is scanned and each finding paired with its verdict; one that does not is left out."""
    name, version = next((one.package, one.version) for one in load(HERE / "monitoring.jsonl"))
    folder = tmp_path / name
    folder.mkdir(parents=True)
    (folder / "alertmanager.yml").write_text("route: {receiver: team}\nreceivers: [{name: ops}]\n", encoding="utf-8")
    options = Namespace(monitoring=tmp_path, package=[], workdir=tmp_path / "work", jobs=1)
    (one,) = results("monitoring", options)
    assert (one.pin.name, one.pin.version) == (name, version)
    assert [(found.rule, found.place.line, verdict) for found, verdict in one.pairs] == [("undefined-alert-receiver", 1, None)]


def test_the_packages_are_apart() -> None:
    """No package is both read while the rules are made and left for the end."""
    groups = {name: {pin.name for pin in pins(file)} for name, file in GROUPS.items()}
    apart = [
        [name for name in GROUPS if name == "tuned" or name.startswith(("frozen", "errors"))],
        [name for name in GROUPS if name.startswith("auth")],
    ]
    for names in apart:
        for one, other in combinations(names, 2):
            assert not groups[one] & groups[other], (one, other)
    sizes = {name: len(packages) for name, packages in groups.items()}
    assert sizes == {
        "tuned": 16, "frozen": 8, "frozen-2": 8, "frozen-3": 8, "frozen-4": 15, "frozen-5": 56, "frozen-6": 51, "frozen-7": 38,
        "frozen-8": 13, "frozen-9": 71, "frozen-10": 25, "frozen-11": 24, "frozen-12": 19, "frozen-13": 12,
        "frozen-14": 9, "frozen-15": 18, "frozen-16": 11, "frozen-17": 11, "frozen-18": 18, "frozen-19": 18, "frozen-20": 26,
        "frozen-21": 15, "frozen-22": 270, "frozen-23": 521, "frozen-24": 221, "frozen-25": 159, "frozen-26": 147, "clean": 10,
        "auth": 12, "auth-frozen": 13, "auth-2": 6, "auth-3": 15, "auth-4": 7, "auth-5": 14,
        "auth-6": 20, "auth-7": 22, "auth-8": 18, "auth-9": 17, "auth-10": 11, "auth-11": 8, "auth-12": 24, "auth-26": 93, "auth-27": 64,
        "errors": 14, "errors-2": 27, "errors-3": 61, "errors-4": 43, "errors-5": 38, "errors-6": 38, "errors-7": 93, "errors-8": 61,
        "configurations": 65,
    }  # fmt: skip


def test_a_line_that_pins_nothing_is_refused(tmp_path: Path) -> None:
    """A package without its hash is not downloaded."""
    file = tmp_path / "packages.txt"
    file.write_text("# a comment\nshop==1.0\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"not pinned by version and hash: shop==1\.0"):
        pins(file)


def test_reports_are_read() -> None:
    """A finding about the run itself is none about the code, and an unread file is named."""
    span = {"path": "a.py", "line": 3, "column": 1, "end_line": 4, "end_column": 2}
    plain = {
        "code": "LP101",
        "rule": "secret-in-log",
        "message": "m",
        "confidence": "low",
        "span": span,
        "function": "f",
        "statement": "log(p)",
    }
    steps = [{"span": {**span, "line": 1}, "text": "the way in"}]
    own = {**plain, "code": "LP001", "rule": "unread-file", "span": {**span, "path": "b.py"}, "steps": []}
    scan = parsed({"findings": [{**plain, "steps": steps}, own], "summary": {"lines": 70}})
    assert scan.found == (Found("LP101", "secret-in-log", "m", "low", Place("a.py", 3, 4), "f", (Place("a.py", 1, 4, "the way in"),)),)
    assert not scan.found[0].shown
    assert (scan.lines, scan.unread) == (70, ("b.py",))


def test_a_folder_is_made_whole_or_not(tmp_path: Path) -> None:
    """Where writing fails, the next run writes again; where it does not, never again."""

    def fails(part: Path) -> None:
        part.mkdir()
        raise OSError("disk full")

    folder = tmp_path / "in" / "release"
    with pytest.raises(OSError, match="disk full"):
        kept_folder(folder, fails)
    assert not folder.exists()
    assert kept_folder(folder, Path.mkdir) == folder
    assert kept_folder(folder, fails).is_dir()


def test_tables_are_aligned() -> None:
    """Names stand on the left, numbers on the right."""
    assert table("rule", ("shown", "true"), {"a": ("1", "20"), "all of them": ("100", "3")}).splitlines() == [
        "rule         shown  true",
        "a                1    20",
        "all of them    100     3",
    ]
