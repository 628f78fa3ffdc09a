from flask import Flask, jsonify, request

app = Flask(__name__)


class NoTicketError(Exception):
    pass


@app.errorhandler(NoTicketError)
def no_ticket(error):
    return jsonify({"error": str(error)}), 401


@app.get("/by-header")
def by_header():
    ticket = request.headers.get("X-Ticket", "").strip().strip(",")
    if not ticket:
        raise NoTicketError("Missing X-Ticket")
    return jsonify({})


@app.get("/by-address")
def by_address():
    value = request.args.get("ticket")
    if not value:
        raise NoTicketError("Missing ticket")
    return jsonify({})


@app.post("/by-form")
def by_form():
    ticket = request.headers.get("X-Ticket", None)
    if not ticket and app.config["FORMS"]:
        ticket = request.form.get("ticket", None)
    if not ticket:
        raise NoTicketError("Missing ticket")
    return jsonify({})


@app.post("/by-body")
def by_body():
    if not request.is_json:
        raise NoTicketError("Invalid content type. Must be application/json.")
    return jsonify({})
