def resolve(api_key: str):
    stripped = api_key.strip()
    if stripped.startswith("sk-"):
        return stripped
    raise ValueError(f"wrong API key: {api_key!r}")  # expect: the API key stands in the text of ValueError


def check(password):
    if password.strip() != password:
        raise ValueError(f"a password with blanks: {password!r}")  # expect: the password stands in the text of ValueError
