import os
from pathlib import Path, PurePath

from flask import Flask, request

app = Flask(__name__)
FOLDER = "packages"


@app.route("/packages")
def package():
    name = request.args.get("hash")
    if not os.path.exists(str(PurePath(Path(FOLDER), Path(name)))):
        app.logger.info("there is no %s", name)  # expect: reaches app.logger.info()
    return ""
