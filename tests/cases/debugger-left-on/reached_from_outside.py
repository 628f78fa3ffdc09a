import argparse

from dash import Dash
from flask import Flask
from flask_socketio import SocketIO
from werkzeug.serving import run_simple

app = Flask(__name__)
sockets = SocketIO(app)
board = Dash(__name__, server=app)


def serve():
    run_simple("0.0.0.0", 8000, app, use_debugger=True)  # expect: the debugger
    app.run("0.0.0.0", 8080, True)  # expect: the debugger


if __name__ == "__main__":
    port = argparse.ArgumentParser().parse_args().port
    sockets.run(app, host="0.0.0.0", port=port, debug=True)  # expect: the debugger
    board.run(host="::", debug=True)  # expect: the debugger
