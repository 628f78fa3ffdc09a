import logging

logger = logging.getLogger(__name__)


def ask(session, question):
    try:
        answer = session.post("https://rooms.example/ask", json=question)
        return answer.json()
    except Exception as error:
        if "429" in str(error):
            logger.error("too many questions: %s", error)
        elif session.closed:
            logger.error("the room is closed: %s", error)  # expect: without its traceback
        else:
            logger.error("no answer: %s", error)
        return None


def fetch(session, number):
    try:
        session.open()
        return session.get(number)
    except Exception as error:
        if isinstance(error, KeyError):
            return None
        logger.error("%s was not fetched: %s", number, error)  # expect: without its traceback
        return None
