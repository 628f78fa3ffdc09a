import base64
import json
import logging

logger = logging.getLogger(__name__)


def proof_of(credential):
    try:
        signature = base64.b64decode(credential["proof"])
    except Exception as error:
        logger.error("the proof of %s cannot be read: %s", credential["id"], error)
        return None
    return signature


def limits_of(row):
    try:
        return json.loads(row.limits)
    except Exception as error:
        logger.error("no limits in row %s: %s", row.number, error)
        return {}


async def keep(database, talk):
    number = await database.insert("talks", talk)
    try:
        for message in talk.messages:
            await database.insert("messages", message, number)
    except Exception:
        try:
            await database.execute("DELETE FROM talks WHERE id = $1", number)
        except Exception as error:
            logger.error("talk %s is left half written: %s", number, error)
        raise


def cache_clear(cache):
    try:
        if cache.folder.exists():
            cache.empty(cache.folder)
            return True
        return False
    except Exception as error:
        logger.error("the cache is as it was: %s", error)
        return False


def decision_of(answer):
    try:
        found = answer.json()
    except Exception:
        logger.error("the server's answer is no JSON")
        return "deny"
    return found["decision"]
