from flask import Flask, g

app = Flask(__name__)
FORBIDDEN = {"error": "no"}, 403


@app.get("/invoices")
def invoices():
    if not g.member.may("read invoices"):
        return FORBIDDEN  # expect: denied access
    return {"invoices": []}
