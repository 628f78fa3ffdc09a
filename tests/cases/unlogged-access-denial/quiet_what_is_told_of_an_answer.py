from typing import NamedTuple

from flask import Flask, request

app = Flask(__name__)


class Reading(NamedTuple):
    status: int
    seconds: float


def worst(readings, user):
    if request.args["user"] != user.name:
        return Reading(403, 0.0)
    return max(readings)


@app.get("/readings")
def shown():
    return {"worst": worst([Reading(200, 0.4)], app.user)}
