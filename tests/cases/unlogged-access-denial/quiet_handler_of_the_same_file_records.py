from flask import Flask, g, jsonify

app = Flask(__name__)


class NotForYou(Exception):
    def __init__(self, text):
        super().__init__(text)
        self.text = text


class Broken(Exception):
    pass


@app.errorhandler(Broken)
def broken(error):
    return jsonify(message="broken"), 500


@app.errorhandler(NotForYou)
def not_for_you(error):
    app.logger.warning("user %s was refused: %s", g.user.id, error.text)
    return jsonify(message=error.text), 403


@app.get("/reports")
def reports():
    if not g.user.is_admin:
        raise NotForYou("only admins see reports")
    return jsonify([])
