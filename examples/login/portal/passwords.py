"""Checks passwords; what follows from that is the callers' affair, so nothing is recorded here."""

import bcrypt


def matches(password: str, digest: bytes) -> bool:
    """Whether a password is the one that the digest was made of."""
    return bcrypt.checkpw(password.encode(), digest)
