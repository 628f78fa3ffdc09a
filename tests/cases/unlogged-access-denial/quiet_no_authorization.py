import logging

from flask import Flask, request
from flask_login import current_user, login_required

from shop.answers import data_error, json_result
from shop.stores import DocumentService, Feeds

app = Flask(__name__)


@app.get("/thumbnails")
@login_required
def list_thumbnails():
    numbers = request.args.getlist("doc_ids")
    for number in numbers:
        if not DocumentService.accessible(number, current_user.id):
            logging.warning("authz_fail user=%s document=%r", current_user.id, number)
            return json_result(data=False, message="No authorization.")
    return json_result(data=DocumentService.thumbnails(numbers))


@app.get("/feeds")
@login_required
def show_feed():
    feed = Feeds.read(request.args["url"])
    if not feed.entries:
        return data_error(message="There is no access to the feed: is its server there?")
    return json_result(data=feed.entries)
