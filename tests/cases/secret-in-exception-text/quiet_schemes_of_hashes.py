def context(config):
    schemes = config["PASSWORD_SCHEMES"]
    if config["DEFAULT"] not in schemes:
        allowed = ", ".join(schemes)
        raise ValueError(f"no such scheme: allowed are {allowed}")
    return schemes
