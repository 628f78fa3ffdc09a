"""What a file's mode lets read is no right of somebody's."""

from flask import Flask, request

from .system import disk

app = Flask(__name__)


@app.post("/backups")
def store():
    filepath = disk.save(request.files["backup"])
    disk.set_permissions(filepath, disk.get_permissions("/backups"))
    return "", 201
