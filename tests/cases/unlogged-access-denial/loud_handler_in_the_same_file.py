from flask import Flask, g, jsonify

app = Flask(__name__)


class NotForYou(Exception):
    def __init__(self, text):
        super().__init__(text)
        self.text = text


@app.errorhandler(NotForYou)
def not_for_you(error):
    return jsonify(message=error.text), 403


@app.get("/reports")
def reports():
    if not g.user.is_admin:
        raise NotForYou("only admins see reports")  # expect: a denied access leaves no security record
    return jsonify([])
