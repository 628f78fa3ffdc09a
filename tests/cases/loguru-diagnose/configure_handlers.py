import sys

from loguru import logger

logger.configure(handlers=[{"sink": sys.stdout, "level": "DEBUG", "diagnose": True}])  # expect: diagnose
