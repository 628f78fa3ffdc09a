import logging
import os

logger = logging.getLogger(__name__)


def header_names(response):
    logger.debug("response headers: %s", ", ".join(response.headers))
    logger.debug("rate limit %s", response.headers["X-RateLimit-Remaining"])
    logger.debug("retry after %s", response.headers.get("Retry-After"))


def cookies_count(jar):
    logger.debug("%d cookies", len(jar))
    logger.debug("cookie names %s", [cookie.name for cookie in jar])


def df_columns(frame):
    logger.info("columns %s", list(frame.columns))
    logger.info("has password column: %s", "password" in frame.columns)


def settings_names(settings):
    for name in dir(settings):
        logger.debug("setting %s", name)


def env_names():
    logger.info("environment has %s", sorted(os.environ))
    logger.info("missing %s", {"API_KEY", "SECRET"} - set(os.environ))


def is_set():
    logger.info("API_KEY is %s", "set" if "API_KEY" in os.environ else "missing")
    logger.info("token configured: %s", bool(os.environ.get("TOKEN")))
