from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine


def sessions(url):
    engine = create_async_engine(url, echo="debug", pool_size=5)  # expect:
    return async_sessionmaker(engine)
