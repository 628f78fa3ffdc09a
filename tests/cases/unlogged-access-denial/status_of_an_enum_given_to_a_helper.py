from http import HTTPStatus

from flask import Flask, request

from shop.answers import problem
from shop.files import ROOT

app = Flask(__name__)


def http_problem(status_code, title):
    return problem(title), status_code


@app.route("/static/<path:name>")
def static_file(name):
    wanted = (ROOT / name).resolve()
    if not wanted.is_relative_to(ROOT):
        return http_problem(HTTPStatus.FORBIDDEN, "Forbidden")  # expect: denied access
    return wanted.read_bytes()
