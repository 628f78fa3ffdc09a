"""What an operating system lets read or write of a file is nobody's right in an application."""

import os

from flask import Flask, request

app = Flask(__name__)


class Importer:
    def set_permissions(self, files=(), dirs=()):
        for path in files:
            os.chmod(path, 0o644)

    @app.post("/albums")
    def fix(self):
        paths = request.json["tracks"]
        self.set_permissions(files=paths, dirs=[])
        return {}
