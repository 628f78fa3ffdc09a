"""Small whole projects for tests of the trace: files in a folder, followed as the command follows them."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from checker import pipeline
from checker.pipeline import Request
from checker.trace.model import Chain, Hop, Matrix

LOGGER = """
    import logging
    logger = logging.getLogger(__name__)

    def login(user, password):
        if not user.check_password(password):
            logger.warning("login failed for %s", user.username)
            return None
        return user
"""
PLAIN = """
    import logging.config
    logging.config.dictConfig({
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
        "handlers": {"file": {"class": "logging.FileHandler", "filename": "/var/log/shop/app.log", "formatter": "plain"}},
        "root": {"handlers": ["file"], "level": "INFO"},
    })
"""
JSON = PLAIN.replace(
    '{"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}',
    '{"()": "pythonjsonlogger.json.JsonFormatter", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}',
)
PROMTAIL = """
    clients: [{url: "https://loki.shop.net/loki/api/v1/push"}]
    positions: {filename: /var/lib/promtail/positions.yaml}
    scrape_configs:
      - job_name: shop
        static_configs:
          - targets: [localhost]
            labels: {app: shop, __path__: /var/log/shop/*.log}
"""
ALERTMANAGER = """
    route:
      receiver: team
      group_wait: 10s
    receivers:
      - name: team
        slack_configs: [{channel: "#alerts", api_url_file: /etc/alertmanager/slack}]
"""


def rule(expression: str, *, name: str = "LoginFailures", wait: str = "1m") -> str:
    """A file with one alert rule."""
    return f"""
    groups:
      - name: security
        interval: 30s
        rules:
          - alert: {name}
            expr: '{expression}'
            for: {wait}
            labels: {{severity: page}}
            annotations: {{runbook_url: "https://runbooks.shop.net/login"}}
    """


def traced(folder: Path, files: dict[str, str]) -> Matrix:
    """The matrix of a project with these files."""
    for name, text in {"pyproject.toml": '[project]\nname = "shop"\nversion = "1"\n', **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return pipeline.trace(Request(cwd=str(folder), cache=False, jobs=1)).matrix


def shop(folder: Path, expression: str, **others: str) -> Chain:
    """The chain of a failed login in a shop whose alert rule has this expression; other files by their key."""
    files = {
        "shop/accounts.py": others.get("code", LOGGER),
        "shop/logs.py": others.get("logs", PLAIN),
        "deploy/promtail.yaml": others.get("promtail", PROMTAIL),
        "deploy/loki-rules.yaml": rule(expression, name=others.get("name", "LoginFailures")),
        "deploy/alertmanager.yml": others.get("alertmanager", ALERTMANAGER),
    }
    (chain,) = traced(folder, files).of("authn_login_fail")
    return chain


def end(chain: Chain) -> Hop:
    """The last hop."""
    return chain.hops[-1]
