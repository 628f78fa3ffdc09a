SQL_ALCHEMY_CONN = "sqlite:///shop.db"


def is_sqlite_path_relative(url: str) -> bool:
    return url.startswith("sqlite:///") and not url.startswith("sqlite:////")


def configure() -> None:
    if is_sqlite_path_relative(SQL_ALCHEMY_CONN):
        raise ValueError(f"cannot use the relative path {SQL_ALCHEMY_CONN}")


def check(database_url: str) -> None:
    if database_url.startswith("sqlite"):
        raise ValueError(f"no file please: {database_url}")
