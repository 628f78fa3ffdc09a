def resolve(api_key: str | None, default=None):
    value = api_key if api_key is not None else default
    if isinstance(value, str):
        stripped = value.strip()
        if stripped:
            return stripped
    raise ValueError(f"no API key: {value!r}")


def check(api_key):
    if not isinstance(api_key, str) or not api_key.strip():
        raise ValueError(f"not an API key: {api_key!r}")


def test(password):
    if not password.strip():
        raise ValueError(f"a blank password: {password!r}")
