from pydantic_settings import BaseSettings
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import create_async_engine


class Settings(BaseSettings):
    debug: bool = False
    database_url: str = "postgresql://db.example/app"


settings = Settings()
engine = create_engine(settings.database_url, echo=settings.debug)
other = create_async_engine(settings.database_url, echo=settings.debug, pool_pre_ping=True)
