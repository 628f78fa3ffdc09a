from flask import Flask, jsonify, request

from shop.net import Rule, firewall

app = Flask(__name__)


@app.post("/rules/<port>")
def add_rule(port):
    firewall.acl.append(Rule(port, request.form["action"]))
    return jsonify(port=port)
