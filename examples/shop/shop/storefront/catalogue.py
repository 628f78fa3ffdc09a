"""Looking for things to buy."""

from __future__ import annotations

import logging

from flask import Blueprint, abort, render_template, request

logger = logging.getLogger(__name__)
pages = Blueprint("catalogue", __name__)

ARTICLES = {
    1: "mechanical keyboard",
    2: "monkey wrench",
    3: "passport cover",
    4: "secretary desk",
}
SORTS = {"price", "name", "newest"}


@pages.get("/search")
def search() -> str:
    """Articles whose name holds the words."""
    words = request.args.get("q", "")
    logger.info("search for " + words)
    found = {number: name for number, name in ARTICLES.items() if words.lower() in name}
    sort = request.args.get("sort", "name")
    if sort not in SORTS:
        logger.info("unknown sort order %r", sort)
        sort = "name"
    page = int(request.args.get("page", "1"))
    logger.debug("page %d of %d articles by %s", page, len(found), sort)
    return render_template("search.html", found=found, sort=sort, page=page)


@pages.get("/article/<int:number>")
def article(number: int) -> str:
    """One article."""
    if number not in ARTICLES:
        logger.info("no article %s", number)
        abort(404)
    keyword = ARTICLES[number].split()[0]
    logger.debug("article %d, keyword %s", number, keyword)
    return render_template("article.html", number=number, name=ARTICLES[number])
