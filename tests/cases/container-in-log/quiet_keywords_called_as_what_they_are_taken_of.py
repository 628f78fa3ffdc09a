import structlog

logger = structlog.get_logger(__name__)


def pay(client, store, amount):
    answer = client.create_payment(amount)
    logger.info("payment made", answer=answer["id"], amount=amount)
    store.put(answer["id"], answer["confirmation_token"])
    receipt = client.receipt(answer["id"])
    logger.info("receipt made", receipt=receipt.get("number"))
    return {"token": answer["confirmation_token"], "access": receipt.get("access_token")}
