import logging
import sys

from aiohttp import web

logger = logging.getLogger(__name__)


def main():
    logger.info("started as %s", sys.argv)  # expect: argv|command|arguments
    web.run_app(web.Application())
