"""A few characters with dots behind them are a mask."""

import logging

logger = logging.getLogger(__name__)


def opened(api_key: str, access_token: str, password: str) -> None:
    logger.info("opened the till with %s", api_key[:4] + "...")
    logger.info("opened the till with %s", f"{access_token[:8]}..." if len(access_token) > 8 else "...")
    shown = "***" if len(password) < 30 else f"{password[:2]}..."
    logger.info("opened the till with %s", shown)
