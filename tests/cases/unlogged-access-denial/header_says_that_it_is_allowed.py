from flask import Flask, abort, request

app = Flask(__name__)


@app.route("/tasks/clean")
def clean():
    if not request.headers.get("X-Scheduler-Cron"):
        abort(403)  # expect: clean() calls abort(403)
    app.works.clean()
    return "", 204
