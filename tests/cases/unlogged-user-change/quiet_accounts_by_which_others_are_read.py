from flask import Flask, request

from shop import forums

app = Flask(__name__)


@app.route("/crawler/account/delete", methods=["POST"])
def crawler_account_delete():
    forums.delete_forum_crawl_account(request.form["forum"], request.form["account"])
    return "", 204
