def check(known, api_key):
    if api_key not in known:
        raise PermissionError(f"API key {api_key} may not read this")  # expect: the API key stands in the text


def unlock(vault, password):
    raise PermissionError(f"vault {vault} does not open with {password}")  # expect: the password stands in the text


def sign_in(access_token):
    if access_token.count(".") != 2:
        raise ValueError("not a JWT: " + access_token)  # expect: the token stands in the text
