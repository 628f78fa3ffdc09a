from flask import Flask, abort, request
from werkzeug.security import check_password_hash

app = Flask(__name__)


@app.post("/login")
def login(users):
    user = users.get(request.form["name"])
    if not check_password_hash(user.password_hash, request.form["password"]):
        with open("/var/log/shop/auth.log", "a") as file:
            file.write(f"Login failed for {user.id}\n")
        abort(401)
    return user.start()


@app.post("/login/answers")
def login_answers(users):
    user = users.get(request.form["name"])
    if not check_password_hash(user.password_hash, request.form["password"]):
        with open("/srv/shop/answers.txt", "a") as file:
            file.write(f"Login failed for {user.id}\n")
        abort(401)  # expect: a failed login leaves no security record
    return user.start()
