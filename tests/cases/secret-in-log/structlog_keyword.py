import structlog

log = structlog.get_logger()


async def exchange(client, code, verifier):
    response = await client.post("/token", data={"code": code, "code_verifier": verifier})
    granted = response.json()
    log.info("token_granted", client=client.name, refresh_token=granted["refresh_token"])  # expect: token
    return granted
