import os

from django.conf import settings
from sqlalchemy import create_engine

engine = create_engine("postgresql://db.example/app", echo=settings.DEBUG)
other = create_engine("postgresql://db.example/other", echo=os.environ.get("SQL_ECHO") == "1")
if settings.DEBUG:
    third = create_engine("postgresql://db.example/third", echo=True)
