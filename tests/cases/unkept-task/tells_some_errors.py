import asyncio
import logging

logger = logging.getLogger(__name__)


class Shop:
    async def order(self, cart):
        asyncio.create_task(self._mail(cart))  # expect: _mail()
        asyncio.create_task(self._charge(cart))  # expect: _charge()
        asyncio.create_task(self._pack(cart))  # expect: _pack()

    async def _mail(self, cart):
        address = await self.find_address(cart)
        try:
            await self.send(address, cart)
        except Exception:
            logger.exception("no mail")

    async def _charge(self, cart):
        try:
            await self.pay(cart)
        except ConnectionError:
            logger.exception("no payment")

    async def _pack(self, cart):
        try:
            await self.send(None, cart)
        except Exception:
            logger.exception("not packed")
            raise

    async def find_address(self, cart):
        return await cart.customer.address()

    async def send(self, address, cart):
        await cart.send(address)

    async def pay(self, cart):
        await cart.pay()
