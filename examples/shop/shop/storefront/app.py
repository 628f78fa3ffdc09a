"""The storefront's application factory."""

from __future__ import annotations

from flask import Flask

from shop import __version__, logs
from shop.config import load_settings
from shop.storefront import accounts, catalogue, checkout, requestlog


def create_app() -> Flask:
    """Build the application; raises MissingSetting."""
    logs.configure()
    settings = load_settings()
    app = Flask(__name__)
    app.secret_key = settings.session_secret
    app.config["SESSION_COOKIE_SECURE"] = True
    app.register_blueprint(accounts.pages)
    app.register_blueprint(catalogue.pages)
    app.register_blueprint(checkout.pages)
    requestlog.install(app)
    app.logger.info("storefront %s starts with database %s", __version__, settings.dsn)
    app.logger.info("session cookie %s, secret key set: %s", app.config["SESSION_COOKIE_NAME"], bool(app.secret_key))
    return app
