import traceback

import flask

app = flask.Flask(__name__)


@app.route("/tables/<name>")
def table(name):
    try:
        found = {"data": app.tables.read(name)}
        status = 200
    except Exception as error:
        status = 500
        found = {"error": str(error), "traceback": traceback.format_exc()}
    resp = flask.make_response(
        flask.jsonify(found), status  # expect: the traceback and the exception's text reach the client through flask.jsonify()
    )
    resp.headers["Content-Type"] = "application/json"
    return resp


@app.route("/columns/<name>")
def columns(name):
    try:
        return flask.jsonify(app.tables.columns(name))
    except KeyError:
        return flask.make_response(traceback.format_exc(), 500)  # expect: the traceback reaches the client through flask.make_response()
