import logging

logger = logging.getLogger(__name__)


def authorization(domain, challenge):
    challenge_token = challenge["token"]
    found = {"domain": domain, "token": challenge_token}
    logger.info("authorization of %s: %s, %s", domain, challenge_token, found)
    return found


def confirmed(request, provider):
    credentials = dict(client_id=request.values.get("client_id"), state=request.values.get("state"))
    logger.debug("the client said %r", credentials)
    alg = provider.definitions["signing_alg"]["id_token"]
    logger.debug("signing by %s", alg)
    return provider.parse_jwt_request(credentials)


def schema(dsn, password):
    dsn = dsn + "PWD=" + password + ";"
    start, end = dsn.find("SCHEMA="), dsn.rfind(";")
    logger.debug("schema %s", dsn[start + 7 : end])
