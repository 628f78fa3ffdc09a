"""A helper that only counts what it is given answers nobody."""

import json
from http import HTTPStatus

import tornado.web

SEEN: dict[int, int] = {}


def note_error(status):
    SEEN[status] = SEEN.get(status, 0) + 1


class Status(tornado.web.RequestHandler):
    def get(self):
        note_error(HTTPStatus.UNAUTHORIZED)
        self.write(json.dumps(SEEN))
