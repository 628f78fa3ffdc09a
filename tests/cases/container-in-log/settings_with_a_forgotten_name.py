from typing import Optional

from loguru import logger
from pydantic import BaseSettings, Field


class ShopSettings(BaseSettings):
    shop_url: str = "http://localhost"
    shop_database: str = "data/shop"
    shop_private_key: Optional[str] = Field(default=None)
    shop_bank_key: Optional[str] = Field(default=None)
    shop_courier_api_key: Optional[str] = Field(default=None)


settings = ShopSettings()

for key, value in settings.dict().items():
    if key in ["shop_private_key", "shop_bank_key"]:
        value = "********" if value is not None else None
    if key == "shop_database" and value and value.startswith("postgres://"):
        value = "postgres://********"
    logger.debug(f"{key}: {value}")  # expect: its text shows the API key
