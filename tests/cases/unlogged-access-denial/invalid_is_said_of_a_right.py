from flask import Flask, abort, g, request

app = Flask(__name__)


@app.route("/workflows/<int:number>", methods=["DELETE"])
def remove(number):
    if number not in g.user.workflows:
        abort(403, "Invalid permission")  # expect: denied access
    return {}
