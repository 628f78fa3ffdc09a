import urllib.request

from flask import Flask, request

app = Flask(__name__)


@app.get("/feed")
def feed():
    opener = urllib.request.build_opener()
    opener.addheaders = [("User-agent", "shop")]
    return opener.open(request.args["url"]).read()  # expect: client controls
