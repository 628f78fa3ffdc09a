import logging
import time

logger = logging.getLogger(__name__)


def until_there(shop):
    while not shop.is_open:
        try:
            shop.door.frame()
        except Exception:
            pass
        time.sleep(1)


def serve(shelves):
    while True:
        try:
            fill(shelves)
        except Exception:
            pass
        time.sleep(5)


def fill(shelves):
    for shelf in shelves:
        try:
            shelf.fill()
        except ValueError:
            logger.error("shelf %s", shelf)


def serve_all(sessions):
    while sessions:
        try:
            cleanup_sessions(sessions)
        except Exception:
            pass
        time.sleep(5)


def cleanup_sessions(sessions):
    for session in sessions:
        session.finish()
