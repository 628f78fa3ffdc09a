import sys

from flask import Flask, request

app = Flask(__name__)


@app.route("/login", methods=["POST"])
def login():
    password = request.form["password"]
    print("password", password)  # expect: password
    print(f"password {password}", file=sys.stderr)  # expect: password
    sys.stderr.write(password)  # expect: password
    print(request.headers)
    app.logger.info("pw %s", password)  # expect: password
    return ""
