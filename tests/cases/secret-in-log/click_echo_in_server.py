import click
from flask import Flask

app = Flask(__name__)


@app.cli.command("rotate")
def rotate():
    signing_key = app.config["SIGNING_KEY"]
    click.echo(f"old signing key was {signing_key}", err=True)  # expect: key
    app.config["SIGNING_KEY"] = click.prompt("new key", hide_input=True)
