import os
from pathlib import Path, PurePath

from flask import Flask, request

app = Flask(__name__)
FOLDER = "packages"


@app.route("/packages")
def package():
    name = request.args.get("hash")
    if os.path.exists(str(PurePath(Path(FOLDER), Path(name)))):
        app.logger.info(str(PurePath(Path(FOLDER), Path(name))))
    other = request.args.get("other")
    if os.path.isdir(os.path.join(FOLDER, other)):
        app.logger.info("found %s", other)
    return ""
