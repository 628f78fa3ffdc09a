"""Libraries under whose names records are logged without the project saying so."""

from __future__ import annotations

BROUGHT = {"werkzeug": ("flask", "quart", "connexion", "odoo", "dash")}
"""Libraries that log while others serve by them, and which these are."""
LIBRARIES = frozenset(
    ("__main__", "aio_pika", "aiogram", "aiohttp", "aiokafka", "aiormq", "airflow", "alembic", "allauth", "amqp", "apscheduler",
     "asyncio", "asyncpg", "axes", "azure", "boto", "boto3", "botocore", "celery", "channels", "charset_normalizer", "chromadb",
     "concurrent", "corsheaders", "daphne", "dask", "discord", "distributed", "django", "django_auth_ldap", "djangosaml2", "dramatiq",
     "elastic_transport", "elasticsearch", "engineio", "factory", "faker", "fastapi", "faust", "firebase_admin", "flask", "flask_cors",
     "flower", "fontTools", "gevent", "geventwebsocket", "google", "granian", "graphene", "graphql", "gunicorn", "h11", "h2", "hpack",
     "httpcore", "httpx", "huey", "huggingface_hub", "hypercorn", "kafka", "kombu", "langchain", "ldap", "loguru", "luigi", "main",
     "markdown", "matplotlib", "motor", "mozilla_django_oidc", "multipart", "multiprocessing", "numba", "oauth2_provider", "oauthlib",
     "openai", "opensearch", "opensearchpy", "opentelemetry", "paramiko", "parso", "passlib", "pdfminer", "peewee", "pika", "PIL",
     "prefect", "psycopg", "py", "pymongo", "pyrogram", "python_multipart", "redis", "requests", "requests_oauthlib", "rest_framework",
     "root", "rq", "s3transfer", "saml2", "scrapy", "selenium", "sentry_sdk", "smart_open", "social", "socketio", "sqlalchemy",
     "sqlparse", "starlette", "strawberry", "stripe", "structlog", "telegram", "telethon", "tensorflow", "tornado", "tortoise",
     "transformers", "twisted", "urllib3", "uvicorn", "uwsgi", "waitress", "watchdog", "watchfiles", "watchgod", "weasyprint",
     "websockets", "zeep"),
)  # fmt: skip
"""Names that libraries log under which a project may well have without an import of its own."""
