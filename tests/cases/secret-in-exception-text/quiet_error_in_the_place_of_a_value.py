def login(server, client):
    auth_code = server.wait_for_code()
    if isinstance(auth_code, BaseException):
        raise RuntimeError(f"authorization failed: {auth_code}")
    return client.exchange(auth_code)
