class ConfigurationError(Exception):
    pass


def init_db(db_url: str) -> None:
    if db_url != "sqlite://" and not db_url.startswith("postgresql"):
        raise ConfigurationError(f"bad address {db_url}")  # expect: database URL
