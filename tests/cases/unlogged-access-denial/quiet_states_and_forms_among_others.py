from http import HTTPStatus

from flask import Flask, jsonify, request

from works.models import Filing, Work, get_statuses

app = Flask(__name__)


class BusinessError(Exception):
    def __init__(self, error, status_code):
        self.error = error
        self.status_code = status_code


@app.route("/works/<number>", methods=["PUT"])
def put(number):
    work = Work.query.get(number)
    if work.status.status in get_statuses(read_only=True):
        return jsonify(errors="read only"), 403
    work.title = request.json["title"]
    return jsonify(work.as_dict())


@app.route("/filings/<number>/decision", methods=["POST"])
def decide(number):
    filing = Filing.query.get(number)
    filing_status = request.json["status"]
    if filing_status not in [Filing.Status.APPROVED.value, Filing.Status.REJECTED.value]:
        raise BusinessError(error="cannot set this status", status_code=HTTPStatus.FORBIDDEN)
    filing.decided = filing_status
    return "", 204


class NotAuthorized(Exception):
    code = 403


class InvalidHost(NotAuthorized):
    pass


def create_host(values):
    host = values.pop("id", None) or values.pop("name", None)
    if host is None:
        raise InvalidHost()
    return host


@app.route("/hosts", methods=["POST"])
def hosts():
    return create_host(request.json)
