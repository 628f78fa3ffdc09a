import logging

from django.conf import settings
from django.core.management.base import BaseCommand

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Check the settings."

    def handle(self, *args, **options):
        logger.info("secret key in use: %s", settings.SECRET_KEY)  # expect: secret
        logger.info("debug is %s", settings.DEBUG)
