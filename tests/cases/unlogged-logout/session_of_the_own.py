from flask import Flask, g, redirect

app = Flask(__name__)


@app.route("/logout")
def logout():
    g.user.logout_session()  # expect: logout
    return redirect("/")
