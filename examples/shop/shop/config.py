"""Settings, read once from the environment."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

logger = logging.getLogger(__name__)

REQUIRED = ("SHOP_DB_PASSWORD", "SHOP_PAYMENT_API_KEY", "SHOP_SESSION_SECRET")


class MissingSetting(Exception):
    """A variable that the shop cannot start without is not set."""


@dataclass(frozen=True)
class Settings:
    """Everything that differs between installations."""

    db_host: str
    db_name: str
    db_user: str
    db_password: str
    payment_url: str
    payment_client_id: str
    payment_api_key: str
    session_secret: str
    smtp_host: str = "smtp.shop.example"
    base_url: str = "https://www.shop.example"
    otp_digits: int = 6
    password_min_length: int = 12
    token_lifetime: int = 3600

    @property
    def dsn(self) -> str:
        """The database's address as SQLAlchemy wants it."""
        return f"postgresql+psycopg://{self.db_user}:{quote(self.db_password)}@{self.db_host}/{self.db_name}"


def _required(name: str) -> str:
    value = os.environ.get(name)
    if not value:
        logger.critical("setting %s is missing; %d of %d secrets are set", name, _present(), len(REQUIRED))
        raise MissingSetting(f"{name} must be set; see docs/settings.md")
    return value


def _present() -> int:
    return sum(1 for name in REQUIRED if os.environ.get(name))


@lru_cache(maxsize=1)
def load_settings() -> Settings:
    """Read the environment; raises MissingSetting."""
    settings = Settings(
        db_host=os.environ.get("SHOP_DB_HOST", "localhost"),
        db_name=os.environ.get("SHOP_DB_NAME", "shop"),
        db_user=os.environ.get("SHOP_DB_USER", "shop"),
        db_password=_required("SHOP_DB_PASSWORD"),
        payment_url=os.environ.get("SHOP_PAYMENT_URL", "https://pay.example"),
        payment_client_id=os.environ.get("SHOP_PAYMENT_CLIENT_ID", "shop"),
        payment_api_key=_required("SHOP_PAYMENT_API_KEY"),
        session_secret=_required("SHOP_SESSION_SECRET"),
    )
    if len(settings.session_secret) < 32:
        logger.warning("SHOP_SESSION_SECRET has only %d characters; use 32 or more", len(settings.session_secret))
    logger.info("settings read: passwords need %d characters, tokens live %d s", settings.password_min_length, settings.token_lifetime)
    return settings
