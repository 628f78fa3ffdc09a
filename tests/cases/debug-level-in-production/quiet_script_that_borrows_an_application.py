import argparse

from flask import Flask

app = Flask(__name__)
app.debug = True
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///shop.db"

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="write all pictures to a folder")
    parser.add_argument("-o", dest="folder")
    args = parser.parse_args()
    app.logger.info("to %s", args.folder)
