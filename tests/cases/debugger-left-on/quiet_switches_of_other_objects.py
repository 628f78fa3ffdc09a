from flask import Flask

app = Flask(__name__)
app.debug = False
app.config["TESTING"] = True


class Shop:
    def __init__(self):
        self.debug = True
        self.config = {}
        self.config["DEBUG"] = True


def create_app(config):
    made = Flask(__name__)
    made.debug = config.debug
    made.config["DEBUG"] = config.debug
    if config.development:
        made.debug = True
        made.config["DEBUG"] = True
    return made
