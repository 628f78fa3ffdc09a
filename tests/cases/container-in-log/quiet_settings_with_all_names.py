from typing import Optional

from loguru import logger
from pydantic import BaseSettings, Field


class ShopSettings(BaseSettings):
    shop_url: str = "http://localhost"
    shop_private_key: Optional[str] = Field(default=None)
    shop_courier_api_key: Optional[str] = Field(default=None)


settings = ShopSettings()

for key, value in settings.dict().items():
    if key in ["shop_private_key", "shop_courier_api_key"]:
        value = "********" if value is not None else None
    logger.debug(f"{key}: {value}")


def once_more():
    for key, value in settings.dict().items():
        if key == "shop_private_key":
            value = "***"
        elif key == "shop_courier_api_key":
            value = "***"
        logger.debug("%s = %s", key, value)
