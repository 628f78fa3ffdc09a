"""Which quotients are a part of a whole, so that they lie between 0 and 1 whatever happens."""

from __future__ import annotations

from checker import patterns as re
from checker.monitoring.expressions.tree import Aggregate, Binary, Call, Node, Selector, selectors

_PARTS = (
    (re.compile(r"node_memory_(?:MemAvailable|MemFree|Cached|Buffers|Active|Slab)_bytes"), ("node_memory_MemTotal_bytes",)),
    (re.compile(r"node_memory_Swap(?:Free|Cached)_bytes"), ("node_memory_SwapTotal_bytes",)),
    (re.compile(r"node_filesystem_(?:avail|free)_bytes"), ("node_filesystem_size_bytes",)),
    (re.compile(r"node_filesystem_files_free"), ("node_filesystem_files",)),
    (re.compile(r"kubelet_volume_stats_(?:available|used)_bytes"), ("kubelet_volume_stats_capacity_bytes",)),
    (re.compile(r"windows_logical_disk_free_bytes"), ("windows_logical_disk_size_bytes",)),
    (re.compile(r"windows_os_physical_memory_free_bytes"), ("windows_cs_physical_memory_bytes", "windows_os_visible_memory_bytes")),
    (re.compile(r"process_open_fds"), ("process_max_fds",)),
)
"""Metrics of the node, Windows and kubelet exporters, and the wholes that they are parts of."""
_ADDING = frozenset(("sum", "avg"))
_BUCKETS = "le"


def is_share(node: Binary) -> bool:
    """Whether it divides some series by all of the same kind, or a known part by its whole."""
    joined = not node.matching or (isinstance(node.left, Aggregate) and isinstance(node.right, Aggregate))
    return node.op == "/" and joined and _within(node.left, node.right)


def _within(part: Node, whole: Node) -> bool:
    """Whether the same is done to both, and what the part selects is among what the whole selects."""
    if isinstance(part, Selector) and isinstance(whole, Selector):
        return _selected(part, whole)
    if isinstance(part, Call) and isinstance(whole, Call):
        same = part.name == whole.name and part.name in ("rate", "irate", "increase", "count_over_time", "sum_over_time", "avg_over_time")
        return same and len(part.arguments) == len(whole.arguments) == 1 and _within(part.arguments[0], whole.arguments[0])
    if isinstance(part, Aggregate) and isinstance(whole, Aggregate):
        alike = part.op == whole.op and part.op in _ADDING and part.parameter is whole.parameter is None
        same = (part.grouping, sorted(part.labels)) == (whole.grouping, sorted(whole.labels))
        grouped = same or (part.op == "sum" and not whole.grouping)
        return alike and grouped and _within(part.operand, whole.operand) and (part.op == "sum" or _same_series(part, whole))
    return False


def _same_series(part: Node, whole: Node) -> bool:
    """A mean over some series says nothing of the mean over more of them."""
    return [_asked(one) for one in selectors(part)] == [_asked(one) for one in selectors(whole)]


def _selected(part: Selector, whole: Selector) -> bool:
    if part.alternatives or whole.alternatives or (part.range, part.offset) != (whole.range, whole.offset) or not whole.name:
        return False
    matchers = (*part.matchers, *whole.matchers)
    if part.log or whole.log or (part.range or 0) < 0 or any(one.label == _BUCKETS or one.unknown for one in matchers):
        return False
    some, every = _asked(part), _asked(whole)
    if part.name == whole.name:
        return every < some
    return every <= some and any(pattern.fullmatch(part.name) and whole.name in wholes for pattern, wholes in _PARTS)


def _asked(one: Selector) -> frozenset[tuple[str, str, str]]:
    return frozenset((matcher.label, matcher.op, matcher.value) for matcher in one.matchers)
