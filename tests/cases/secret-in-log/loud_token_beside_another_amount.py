"""An amount of something else says nothing of what logs in."""

import logging

from wallets.evm import Transfer, Wallet

logger = logging.getLogger(__name__)


async def execute_transfer(wallet: Wallet, order: Transfer, session) -> str:
    logger.info("sending %s as %s", order.amount, session.token)  # expect: the token reaches logger.info()
    value_wei = int(order.amount * 10**18)
    return await wallet.send(to=order.to_address, value=value_wei)
