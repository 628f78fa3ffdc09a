"""Merkle trees: roots and inclusion proofs of RFC 6962, section 2.1."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def leaf(data: bytes) -> bytes:
    """The hash of an entry."""
    return hashlib.sha256(b"\x00" + data).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """The hash of a tree with these leaves' hashes, at least one."""
    if len(leaves) == 1:
        return leaves[0]
    half = _half(len(leaves))
    return hashlib.sha256(b"\x01" + root(leaves[:half]) + root(leaves[half:])).digest()


def proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes that lead from a leaf to the root, the leaf's neighbour first."""
    if len(leaves) == 1:
        return []
    half = _half(len(leaves))
    if index < half:
        return [*proof(leaves[:half], index), root(leaves[half:])]
    return [*proof(leaves[half:], index - half), root(leaves[:half])]


def _half(size: int) -> int:
    """The largest power of two below ``size``."""
    return 1 << (size - 1).bit_length() - 1
