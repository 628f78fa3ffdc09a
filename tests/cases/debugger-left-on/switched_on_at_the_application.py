from flask import Flask
from quart import Quart

app = Flask(__name__)
app.debug = True  # expect: switched on by `app.debug = True`
pages = Quart(__name__)
pages.config["DEBUG"] = True  # expect: `pages.config["DEBUG"] = True`


def create_app():
    made = Flask(__name__)
    made.debug = True  # expect: `made.debug = True`
    made.config["DEBUG"] = True  # expect: `made.config["DEBUG"] = True`
    return made
