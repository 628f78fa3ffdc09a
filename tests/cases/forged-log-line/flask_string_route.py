import logging

from flask import Blueprint

pages = Blueprint("pages", __name__)
logger = logging.getLogger(__name__)


@pages.get("/pages/<slug>")
def page(slug):
    logger.info(f"page {slug} shown")  # expect: slug
    return slug
