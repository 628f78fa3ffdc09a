"""A baseline knows findings by what they are: it survives honest changes, hides no second one, and only shrinks."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import baseline
from checker.baseline import Entry, Matched
from checker.baseline.renamed import shape
from checker.errors import LogproofError
from tests.stages.projects import BLOCKS, FILLERS, HEAD, RENAMES, analysed, compact, exploded, module, renamed

Form = Callable[[str], str]
DAY = "2026-01-15"
SOME = st.permutations(range(len(BLOCKS))).flatmap(lambda order: st.integers(1, len(order)).map(lambda size: tuple(order[:size])))
FORMS = st.sampled_from((str, compact, exploded))
quick = settings(max_examples=25)
analysed({})  # the join raises the recursion limit for good; hypothesis wants to see no test do that


def entries_of(files: Mapping[str, str]) -> tuple[Entry, ...]:
    """A baseline of all that is found."""
    return baseline.accepted(analysed(files)[0], DAY, "it was there")


def matched(entries: Sequence[Entry], files: Mapping[str, str]) -> Matched:
    """The project's findings, parted."""
    found, code = analysed(files)
    return baseline.match(entries, found, code)


def told(result: Matched) -> list[str]:
    """What is new, readable in a failure."""
    return [f"{one.rule} {one.function}: {one.statement} [{one.properties}] {one.via}" for one in result.new]


def test_each_block_leaks_once() -> None:
    """The blocks that the properties are about have a finding each, and the fillers have none."""
    assert [len(analysed({"a.py": module(block)})[0]) for block in BLOCKS] == [1] * len(BLOCKS)
    assert analysed({"a.py": module(*FILLERS)})[0] == []


@quick
@given(SOME, st.data(), FORMS, FORMS, st.sampled_from(("shop/a.py", "shop/z.py", "billing/b.py")))
def test_moved_and_reformatted_code_stays_accepted(
    chosen: tuple[int, ...], data: st.DataObject, before: Form, after: Form, path: str
) -> None:
    """Blocks in another order, fillers between them, another format and another file name: nothing is new and nothing gone."""
    entries = entries_of({"shop/a.py": before(module(*(BLOCKS[number] for number in chosen)))})
    blocks = data.draw(st.permutations([*(BLOCKS[number] for number in chosen), *FILLERS]))
    result = matched(entries, {path: after(module(*blocks))})
    assert (told(result), result.left) == ([], {})


@quick
@given(SOME, st.sets(st.sampled_from(sorted(RENAMES))), FORMS, st.sampled_from(("shop/a.py", "shop/z.py")))
def test_names_around_a_finding_may_change(chosen: tuple[int, ...], names: set[str], form: Form, path: str) -> None:
    """Other names of variables, loggers and functions on the way leave every finding accepted, and an update makes them equal."""
    text = module(*(BLOCKS[number] for number in chosen))
    entries = entries_of({"shop/a.py": text})
    files = {path: form(renamed(text, {name: RENAMES[name] for name in names}))}
    result = matched(entries, files)
    assert (told(result), result.left) == ([], {})
    again = matched(baseline.updated(entries, result, {}), files)
    assert all(one.same for one in again.accepted)
    assert (again.new, again.left) == ([], {})


@quick
@given(SOME, st.data(), st.integers(1, 3), st.booleans(), FORMS)
def test_a_copy_of_a_leak_is_never_hidden(chosen: tuple[int, ...], data: st.DataObject, copies: int, apart: bool, form: Form) -> None:
    """However the code is moved and formatted: of more equal findings than were accepted, all further ones are shown."""
    blocks = [BLOCKS[number] for number in chosen]
    copied = data.draw(st.sampled_from([block for block in blocks if "class" not in block] or blocks))
    entries = entries_of({"shop/a.py": module(*blocks)})
    more = {f"shop/copy{number}.py": form(module(copied)) for number in range(copies)} if apart else {}
    text = module(*data.draw(st.permutations(blocks)))
    if not apart:
        line = next(line for line in copied.split("\n") if line.lstrip().startswith(("logger.", "raise ")))
        again = f"    if vault:\n    {line}\n" if "raise" in line else f"{line}\n"  # what follows a raise is never reached
        text = text.replace(f"{line}\n", again * copies + f"{line}\n")
    result = matched(entries, {"shop/a.py": form(text), **more})
    assert (len(result.new), result.left) == (copies, {})
    assert {one.rule for one in result.new} == {analysed({"a.py": module(copied)})[0][0].rule}


@quick
@given(SOME, st.data())
def test_it_only_shrinks(chosen: tuple[int, ...], data: st.DataObject) -> None:
    """What is fixed goes, what is left stays, what comes back is new; pruning twice is pruning once."""
    blocks = [BLOCKS[number] for number in chosen]
    left = data.draw(st.lists(st.sampled_from(blocks), unique=True))
    entries = entries_of({"a.py": module(*blocks)})
    found, code = analysed({"a.py": module(*left)})
    result = baseline.match(entries, found, code)
    gone = baseline.gone(entries, result, code)
    shrunk = baseline.pruned(entries, gone)
    assert sum(entry.count for entry in shrunk) == len(left)
    assert set(shrunk) <= set(entries)
    assert baseline.updated(entries, result, gone) == shrunk
    again = baseline.match(shrunk, found, code)
    assert (again.new, baseline.pruned(shrunk, baseline.gone(shrunk, again, code))) == ([], shrunk)
    assert len(matched(shrunk, {"a.py": module(*blocks)}).new) == len(blocks) - len(left)


@quick
@given(SOME)
def test_the_file_gives_back_what_was_written(chosen: tuple[int, ...]) -> None:
    """Writing, reading and writing again changes no byte, and the file is sorted whatever order it was given."""
    entries = entries_of({"a.py": module(*(BLOCKS[number] for number in chosen)), "b/c.py": module(BLOCKS[0])})
    text = baseline.text(entries)
    assert baseline.text(reversed(entries)) == text
    assert baseline.text(read(text).entries) == text


def read(text: str) -> baseline.Baseline:
    """The baseline that a text is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "b.json")
        path.write_text(text, encoding="utf-8")
        return baseline.read(path, "b.json")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('logger.info("%s", password)', 'logger.info("%s", api_key)'),
        ('logger.info("%s", password)', 'logger.info("now %s", password)'),
        ('logger.info("%s", password)', 'logger.info("%s", old_password)'),
        ('logger.info("%s", password)', "logger.info(password)"),
        ('logger.info("%s", password)', 'logger.info("%s, %s", password, api_key)'),
    ],
)
def test_another_leak_in_the_place_of_a_fixed_one_is_new(before: str, after: str) -> None:
    """Another value, another text or one more value in the same function is another finding; the entry's own is missing."""
    head = f"{HEAD}\n\ndef login(password, old_password, api_key):\n    check(password, old_password, api_key)\n    "
    result = matched(entries_of({"a.py": f"{head}{before}\n"}), {"a.py": f"{head}{after}\n"})
    assert (len(result.new), result.left) == (1, {0: 1})


def test_another_callers_secret_is_new() -> None:
    """A log function that was accepted with one caller's secret is shown when another caller's takes its place or joins it."""
    note = f'{HEAD}\n\ndef note(detail):\n    logger.info("note %s", detail)\n'
    first = "\n\ndef login(password):\n    note(password)\n"
    entries = entries_of({"a.py": note + first})
    for more in ("\n\ndef reset(password):\n    note(password)\n", "\n\ndef call(api_key):\n    note(api_key)\n"):
        assert len(matched(entries, {"a.py": note + more}).new) == (0 if "reset" in more else 1)
        keeping = f"{first.replace('note', 'print')}{more}"
        assert len([one for one in matched(entries, {"a.py": note + keeping}).new if one.function == "note"]) == 1


def test_a_locked_rule_is_never_hidden() -> None:
    """An entry of a locked rule hides nothing and counts as gone."""
    files = {"a.py": module(BLOCKS[0])}
    entries = entries_of(files)
    found, code = analysed(files)
    locked = baseline.Code(code.functions, code.text, code.covers, code.ran, frozenset(("secret-in-log",)))
    result = baseline.match(entries, found, locked)
    assert (len(result.new), baseline.gone(entries, result, locked)) == (1, {0: 1})


def test_a_part_of_the_project_is_not_the_project() -> None:
    """While a file is left out of the run, its accepted finding is not gone, and its copy elsewhere is no accepted one."""
    entries = entries_of({"a.py": module(BLOCKS[0])})
    found, code = analysed({"a.py": module(BLOCKS[0]), "b.py": module(BLOCKS[0])})
    part = baseline.Code(code.functions, code.text, lambda path: path == "b.py", code.ran, frozenset())
    result = baseline.match(entries, [one for one in found if one.span.path == "b.py"], part)
    assert (len(result.new), baseline.gone(entries, result, part)) == (1, {})


def test_what_did_not_run_is_not_gone() -> None:
    """An entry of a rule that was off, or whose finding is hidden for its confidence, stays."""
    entries = entries_of({"a.py": module(BLOCKS[0])})
    found, code = analysed({"a.py": module(BLOCKS[0])})
    off = baseline.Code(code.functions, code.text, code.covers, lambda rule, path: False, frozenset())
    nothing = baseline.match(entries, [], code)
    assert baseline.gone(entries, nothing, off) == {}
    assert baseline.gone(entries, nothing, code, found) == {}
    assert baseline.gone(entries, nothing, code) == {0: 1}


def test_the_first_of_equal_findings_are_the_accepted_ones() -> None:
    """Which of several equal findings is shown does not depend on chance: the last ones in the file."""
    text = module(BLOCKS[0])
    entries = entries_of({"a.py": text})
    line = BLOCKS[0].rstrip("\n").split("\n")[-1]
    (new,) = matched(entries, {"a.py": text.replace(line, f"{line}\n{line}\n{line}").replace(f"{line}\n{line}\n", f"{line}\n\n", 1)}).new
    assert new.span.line == max(one.span.line for one in analysed({"a.py": text.replace(line, f"{line}\n\n{line}")})[0])


def test_words_of_texts_are_no_names() -> None:
    """In the shape of a statement names are blanks, f-strings' fields are code, and texts and keywords stay."""
    assert shape('log("a b", f"c {d.e[\\"f\\"]} {{g}}", h if i else j)') == '_("a b", f"c {_._[\\"f\\"]} {{g}}", _ if _ else _)'


def test_every_trouble_has_a_place_and_a_hint() -> None:
    """Whatever is cut off or changed in a file, it is refused with a message and never read in part."""
    text = baseline.text(entries_of({"a.py": module(*BLOCKS)}))
    for end in range(0, len(text) - 2, 97):
        with pytest.raises(LogproofError) as caught:
            read(text[:end])
        assert caught.value.problems[0].hint
    for field in ("statement", "function", "leaks", "value", "rule"):
        with pytest.raises(LogproofError, match="does not belong to this entry"):
            read(text.replace(f'"{field}": "', f'"{field}": "x', 1))


def test_an_entry_stands_once() -> None:
    """The same entry twice, as a careless merge leaves it, would hide a second finding: it is refused."""
    text = baseline.text(entries_of({"a.py": module(BLOCKS[0])}))
    start, end = text.index("    {"), text.index("    }") + len("    }")
    with pytest.raises(LogproofError, match="the same entry stands in line"):
        read(f"{text[:end]},\n{text[start:end]}{text[end:]}")
