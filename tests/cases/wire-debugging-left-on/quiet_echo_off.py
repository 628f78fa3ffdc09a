from sqlalchemy import create_engine


def engines(url, settings):
    first = create_engine(url)
    second = create_engine(url, echo=False)
    third = create_engine(url, echo=None, pool_pre_ping=True)
    return first, second, third
