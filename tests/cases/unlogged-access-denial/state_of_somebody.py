from flask import Flask, abort
from flask_login import current_user

from club.rooms import find_room

app = Flask(__name__)


@app.post("/rooms/<int:number>/players")
def join(number):
    room = find_room(number)
    if room.private and current_user.id not in room.guests:
        abort(403)  # expect: denied access
    return {}


@app.get("/rooms/<int:number>")
def show(number):
    room = find_room(number)
    if not room.visible_to(current_user):
        abort(403)  # expect: denied access
    return {}
