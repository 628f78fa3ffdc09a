import errno
import os
from contextlib import contextmanager

from flask import Flask, abort

app = Flask(__name__)


@contextmanager
def told():
    try:
        yield
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EPERM}:
            abort(403)
        raise


@app.post("/files/<path:name>")
def store(name):
    if not is_writable(name):
        abort(403)
    try:
        with open(name, "wb") as file:
            file.write(b"")
    except PermissionError:
        abort(403)
    return "stored"


def is_writable(path):
    return os.access(path, os.W_OK)
