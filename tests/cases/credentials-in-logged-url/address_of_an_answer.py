import logging
from urllib.parse import quote_plus

import requests
import sqlalchemy

log = logging.getLogger(__name__)


def stations(api_key):
    answer = requests.get(f"https://weather.example/stations?api_key={api_key}")
    log.error("failed: %s", answer.url)  # expect: API key
    log.error("failed: %s", answer.request.url)  # expect: API key


def quiet_stations(api_key):
    answer = requests.get("https://weather.example/stations", headers={"X-Api-Key": api_key})
    log.error("failed: %s", answer.url)


def engine(user, password):
    options = f"DRIVER=odbc;UID={user};PWD={password}"
    made = sqlalchemy.create_engine(f"mssql+pyodbc:///?odbc_connect={quote_plus(options)}")
    log.info("made %s", made)  # expect: password


def quiet_engine(user, password):
    made = sqlalchemy.create_engine(f"mssql+pyodbc://{user}:{password}@db/stock")
    log.info("made %s", made)
