class ConfigurationError(Exception):
    pass


def init_db(db_url: str) -> None:
    if db_url == "sqlite:///":
        raise ConfigurationError(f"bad address {db_url}, use sqlite:// for a database in memory")
