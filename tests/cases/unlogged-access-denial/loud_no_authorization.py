from flask import Flask, request
from flask_login import current_user, login_required

from shop.answers import data_error, json_result
from shop.stores import ChatService, DocumentService

app = Flask(__name__)


@app.get("/thumbnails")
@login_required
def list_thumbnails():
    numbers = request.args.getlist("doc_ids")
    if not numbers:
        return json_result(data=False, message='Lack of "Document ID"')
    for number in numbers:
        if not DocumentService.accessible(number, current_user.id):
            return json_result(data=False, message="No authorization.")  # expect: a denied access leaves no security record
    return json_result(data=DocumentService.thumbnails(numbers))


@app.get("/chats/<number>")
@login_required
def show_chat(number):
    owned = ChatService.owned_by(number, current_user.id)
    if not owned:
        return data_error(message="You have no access to this chat!")  # expect: a denied access leaves no security record
    return json_result(data=owned.to_dict())
