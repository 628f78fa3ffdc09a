"""One of the documents whose say is put over each other: settings, packs, policies, command line."""

from __future__ import annotations

import msgspec

from checker.policy.document import Document


class Layer(msgspec.Struct, frozen=True):
    """One document's say, with how strict to be about it."""

    document: Document
    label: str
    """For origins: the document's, or ``command line``."""
    shipped: bool = False
    """A shipped pack may name rules that this run does not have."""
