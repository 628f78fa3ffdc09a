from flask import Flask, jsonify, request

from shop.rights import ACE, ACL, application

app = Flask(__name__)


@app.post("/block/<username>/<perm>")
def block_user(username, perm):
    entry = ACE.deny(username, perm, request.form["reason"])
    if not ACL.contains(entry, application.acl):
        application.acl.append(entry)  # expect: a change of rights leaves no security record
    return jsonify(username=username)


@app.post("/unblock/<username>/<perm>")
def unblock_user(username, perm):
    entry = ACL.contains(ACE.deny(username, perm), application.acl)
    application.acl.remove(entry)  # expect: a change of rights leaves no security record
    return jsonify(username=username)
