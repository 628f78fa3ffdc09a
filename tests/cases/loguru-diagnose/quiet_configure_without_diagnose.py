import sys

from loguru import logger

logger.configure(handlers=[{"sink": sys.stdout, "diagnose": False, "backtrace": True}], extra={"service": "api"})
