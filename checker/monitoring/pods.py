"""Containers of Kubernetes pods, as far as they tell where a shipper keeps what it must not forget."""

from __future__ import annotations

import msgspec

from checker.model import Span


class PodContainer(msgspec.Struct, frozen=True):
    """One container. No rule's business."""

    span: Span
    name: str
    image: str
    command: str = ""
    """Its command and arguments."""
    kept: tuple[str, ...] = ()
    """Where it mounts what outlives the pod, or what is not known to be lost with it."""
    configured: bool = False
    """Whether it mounts a ConfigMap or a Secret."""

    def keeps(self, path: str) -> bool:
        """Whether what is written at a path is there after the pod is made anew."""
        return any(path == inside or path.startswith(f"{inside.rstrip('/')}/") for inside in self.kept)
