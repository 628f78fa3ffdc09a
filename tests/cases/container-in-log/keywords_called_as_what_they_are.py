import structlog

logger = structlog.get_logger(__name__)


def pay(client, store, amount):
    answer = client.create_payment(amount)
    logger.info("payment made", answer=answer, amount=amount)  # expect: its text shows the token
    store.put(answer["id"], answer["confirmation_token"])
    receipt = client.receipt(answer["id"])
    logger.info("receipt made", receipt=dict(receipt))  # expect: its text shows the token
    return {"token": answer["confirmation_token"], "access": receipt.get("access_token")}
