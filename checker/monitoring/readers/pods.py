"""Kubernetes: the containers of a pod with what they mount (API 1.31, ``PodSpec``)."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.values import Items
from checker.monitoring.fields import entries, items, text
from checker.monitoring.pods import PodContainer
from checker.monitoring.reader import Reader
from checker.monitoring.source import Place

_LOST = frozenset(("emptyDir", "configMap", "secret", "downwardAPI", "projected"))
"""Volumes that live as long as the pod, or that nothing is written to."""
_GIVEN = frozenset(("configMap", "secret", "projected"))
_SHIPPER = re.compile(r"fluent|promtail|alloy|vector|filebeat", re.IGNORECASE)


def _read(place: Place) -> Iterator[PodContainer]:
    listed = place.entries.get("containers")
    if listed is None or not isinstance(listed.data, Items) or place.templated:
        return
    volumes = {text(entries(one).get("name")): set(entries(one)) - {"name"} for one in items(place.entries.get("volumes"))}
    for one in items(listed):
        held = entries(one)
        if not _SHIPPER.search(text(held.get("image"))):
            continue
        mounts = [(text(entries(mount).get("mountPath")), text(entries(mount).get("name"))) for mount in items(held.get("volumeMounts"))]
        words = [str(word.data) for key in ("command", "args") for word in items(held.get(key))]
        kept = tuple(path for path, name in mounts if path and not volumes.get(name, set()) & _LOST)
        given = any(volumes.get(name, set()) & _GIVEN for _, name in mounts)
        yield PodContainer(held["image"].span, text(held.get("name")), text(held["image"]), " ".join(words), kept, given)


READER = Reader("pods", ((b"containers:", b"volumeMounts", b"image:"),), mapping=_read)
