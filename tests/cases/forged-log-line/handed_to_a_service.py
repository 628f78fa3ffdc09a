# file: blog/service.py
import logging

logger = logging.getLogger(__name__)


class Comments:
    def __init__(self, store):
        self._store = store

    def add(self, post_id, author, text):
        logger.info("comment on %d by %s", post_id, author)  # expect:
        return self._store.insert(post_id, author, text)
# file: blog/views.py
from flask import Blueprint, current_app, request

from blog.service import Comments

pages = Blueprint("comments", __name__)


@pages.post("/posts/<int:post_id>/comments")
def comment(post_id):
    Comments(current_app.store).add(post_id, request.form["author"], request.form["text"])
    return "", 201
