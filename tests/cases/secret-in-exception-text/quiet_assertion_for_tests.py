def assert_user(user, name, raw_password=None):
    if user.name != name:
        raise AssertionError(f"{user.name!r} is not {name!r}")
    if raw_password is not None and not user.check_password(raw_password):
        raise AssertionError(f"password {raw_password!r} is wrong")
