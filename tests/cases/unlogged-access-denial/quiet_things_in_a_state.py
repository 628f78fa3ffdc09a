from datetime import datetime

from flask import Flask, abort, request

from club.rooms import find_order, find_poll, find_room

app = Flask(__name__)


@app.post("/rooms/<int:number>/players")
def join(number):
    room = find_room(number)
    if room.full:
        return {"error": "no place is left"}, 403
    if not room.is_open:
        abort(403)
    room.players.append(request.form["nick"])
    return {}


@app.post("/orders/<int:number>/cancel")
def cancel(number):
    if find_order(number).has_been_shipped():
        abort(403)
    return {}


@app.post("/polls/<int:number>")
def vote(number):
    poll = find_poll(number)
    if poll.ends_at < datetime.now():
        abort(403)
    return {}
