"""What a run says of itself: what it could not read, did not do, was told to leave; and the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import checker
from checker import logconfig, suppress, tree, verdict, walks, work
from checker.baseline import Code
from checker.discover import Listing
from checker.faults import FAULT
from checker.model import Finding, Report, Span
from checker.policy import Effective, matches
from checker.run.request import Run
from checker.run.saying import finding_of, line_of, said_of
from checker.run_facts import Comment, UnreadFile
from checker.source.facts.outcomes import RequiredUnknown
from checker.source.facts.records import Unfollowed
from checker.source.index.module import TEMPLATE
from checker.source.ir import Outline
from checker.standing import Standing

_NAMED = 5
"""So many left-out files that were named get a sentence of their own."""


def unread_configurations(run: Run, facts: Iterable[Any]) -> Iterator[UnreadFile]:
    """Files of configuration that could not be read."""
    for fact in facts:
        if isinstance(fact, logconfig.UnreadConfig) and run.wants(fact.span.path, test=False):
            yield UnreadFile(fact.span, fact.reason)


def unread_of(run: Run, modules: Iterable[Outline]) -> Iterator[UnreadFile]:
    """Python files that could not be read."""
    for module in modules:
        if module.unread and run.wants(module.path, test=module.test):
            yield UnreadFile(line_of(module.path, module.unread_line), module.unread)


def faults_apart(run: Run, unfollowed: Iterable[Unfollowed]) -> tuple[list[Unfollowed], list[UnreadFile]]:
    """What was given up at its bounds, and the files that logproof itself failed on."""
    every = list(unfollowed)
    failed = [fact for fact in every if fact.what.startswith(FAULT)]
    told = [UnreadFile(line_of(fact.path, 1), fact.what) for fact in failed if run.wants(fact.path, test=False)]
    return [fact for fact in every if fact not in failed], told


def expected(policy: Effective, fact: UnreadFile | RequiredUnknown) -> bool:
    """Whether nobody is surprised that a file is not read: the settings say so, or it is a template."""
    return matches(policy.unread_ok, fact.span.path) or (isinstance(fact, UnreadFile) and fact.reason == TEMPLATE)


def comments_of(run: Run, module: Outline) -> Iterator[Comment]:
    """A file's suppressions, as far as it is reported on."""
    if module.comments and run.wants(module.path, test=module.test):
        for record in module.comments:
            yield suppress.parse(module.path, record, run.known)


def about_the_run(
    run: Run, unread: Sequence[UnreadFile | RequiredUnknown], comments: Sequence[Comment], parted: suppress.Silenced, code: Code
) -> Iterator[Finding]:
    """What the rules say of the run itself."""
    waivers = [waiver for waiver in run.policy.waivers if run.project.covers(waiver.file)]
    facts: list[Any] = [
        *(fact for fact in unread if not expected(run.policy, fact)),
        *comments,
        *suppress.unused(comments, parted.used, run.ran, work.line_reader(code.text), run.known),
        *suppress.expired(comments, waivers, run.known),
        *suppress.idle(waivers, parted.waived, run.looked, run.known),
    ]
    said = [
        finding_of(run, walks.Walked(rule, message, message.span or fact.span), code) for rule, fact, message in said_of(run, facts, None)
    ]
    return verdict.ordered(found for found in said if run.ran(found.rule, found.span.path))


def order(found: Finding) -> tuple[Span, str, str]:
    """By place; at one place by code."""
    return found.span, found.code, found.message


def report_of(
    run: Run, index: work.Index, stood: Standing, silenced: Sequence[Finding], hidden: int, notes: Sequence[str],
    unread: Sequence[UnreadFile], text: Callable[[str], str],
) -> Report:  # fmt: skip
    """The run as all formats report it."""
    kept = (found for found in silenced if found.confidence >= run.policy.min_confidence and run.asked_for(found))
    suppressed = tuple(sorted([*kept, *stood.accepted], key=order))
    shown = tuple(stood.shown)
    named = {span.path for found in (*shown, *suppressed) for span in (found.span, *(step.span for step in (*found.steps, *found.related)))}
    return Report(
        shown,
        suppressed,
        tuple(rule.info() for rule in run.rules),
        {path: text(path) for path in sorted(named & run.files.keys())},
        files=sum(not module.unread for module in index.outlines),
        lines=sum(module.lines for module in index.outlines),
        hidden=hidden,
        notes=tuple(notes),
        unread=sum(not expected(run.policy, fact) for fact in unread),
        baseline=stood.baseline.label if stood.baseline else "",
        root=tree.shown(run.project.root),
        version=checker.__version__,
    )


def notes_of(run: Run, listing: Listing, index: work.Index, unread: Sequence[UnreadFile]) -> Iterator[str]:
    """What a reader should know of what was not done."""
    named = [fact for fact in unread if matches(run.policy.unread_ok, fact.span.path)]
    templates = sum(expected(run.policy, fact) for fact in unread) - len(named)
    left_out = {**listing.left_out, **dict.fromkeys(index.generated, "generated")}
    for path in sorted(set(run.project.asked) & left_out.keys())[:_NAMED]:
        yield f"{path} was named and left out: {left_out[path]}."
    if not any(run.project.covers(module.path) for module in index.outlines):
        yield "There was no Python file to check."
    if left_out:
        counts = Counter(left_out.values()).most_common()
        told = ", ".join(f"{count} {reason}" for reason, count in sorted(counts))
        yield f"Left out: {told}."
    if listing.gone and tree.is_sparse(run.project.root):
        yield f"Not there, as the checkout is sparse: {listing.gone} of the Python files that git tracks."
    if named:
        yield f"Not analysed, as unread-ok says: {len(named)}."
    if templates:
        yield f"Not analysed, as templates are no Python source: {templates}."


def given_up(unfollowed: Sequence[Unfollowed]) -> Iterator[str]:
    """What was not followed to its end."""
    if unfollowed:
        files = list(dict.fromkeys(fact.path for fact in unfollowed))
        where = files[0] if len(files) == 1 else f"{len(files)} files, the first of them {files[0]}"
        what = "; ".join(sorted({fact.what for fact in unfollowed}))
        yield f"Not followed to the end in {where}, so that findings can be missing: {what}."
