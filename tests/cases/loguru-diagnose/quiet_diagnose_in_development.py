import sys

from django.conf import settings
from loguru import logger

logger.remove()
logger.add(sys.stderr, diagnose=settings.DEBUG)
