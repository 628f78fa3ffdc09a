"""A few characters of a key that does not look like one: a shorter one would be no key."""

import os
import warnings


def load() -> str:
    key = os.environ.get("TRACKER_API_KEY", "")
    if not key.startswith("tk_"):
        warnings.warn(f"the key should begin with 'tk_' and not with {key[:3] if len(key) >= 3 else key!r}", stacklevel=2)
    return key
