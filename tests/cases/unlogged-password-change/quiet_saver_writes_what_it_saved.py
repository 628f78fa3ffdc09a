"""What ends with its ``with`` writes a record of what was changed in it."""

import tornado.web

from wiki import crypto


class AccountSaver:
    def __init__(self, doc, db):
        self.doc = doc
        self.db = db
        self.changed = {}

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            return False
        self.db.put(self.doc)
        self.write_log()

    def set_password(self, new):
        self.doc["password"] = crypto.hashed_password(new)
        self.changed["password"] = "******"

    def write_log(self):
        self.db.put({"doctype": "log", "doc": self.doc["_id"], "changed": self.changed})


class Password(tornado.web.RequestHandler):
    @tornado.web.authenticated
    def post(self):
        with AccountSaver(self.current_user, self.application.db) as saver:
            saver.set_password(self.get_argument("password"))
        self.redirect("/")
