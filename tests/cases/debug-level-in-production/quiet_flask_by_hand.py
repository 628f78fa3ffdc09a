"""What a developer starts, what only a development environment does, and a logger that has a level of its own."""

import logging
import os

from flask import Flask

app = Flask(__name__)
app.config.update(TESTING=False, DEBUG=False)

if os.environ.get("FLASK_ENV") == "development":
    app.config["DEBUG"] = True

other = Flask("other")
other.logger.setLevel(logging.INFO)
other.debug = True

if __name__ == "__main__":
    app.config["DEBUG"] = True
    app.run(debug=True)
