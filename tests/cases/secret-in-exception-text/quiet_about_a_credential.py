def load(credential_parameters):
    try:
        (name,) = credential_parameters
    except ValueError:
        raise ValueError(f"Cannot load the secret named {' '.join(credential_parameters)!r}")
    return name


def arguments(database):
    password_transport = database.get("password_transport", "file")
    if password_transport not in ("file", "environment"):
        raise ValueError(f"Invalid password transport: {password_transport}")
