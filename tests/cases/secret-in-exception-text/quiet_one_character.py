"""Of a text that is read character by character an error shows one; nobody logs in by the address of a Firebase database."""

TABLE = {"a": 1}


def encoded(password: str) -> bytes:
    parts = []
    for c in password:
        try:
            parts.append(TABLE[c])
        except KeyError:
            raise ValueError(f"no code for {c!r}") from None
    return bytes(parts)
