"""Of several passwords an error shows a whole one."""

TABLE = {"a": 1}


def encoded(passwords: list[str]) -> bytes:
    parts = []
    for password in passwords:
        try:
            parts.append(TABLE[password])
        except KeyError:
            raise ValueError(f"no code for {password!r}") from None  # expect: the password
    return bytes(parts)
