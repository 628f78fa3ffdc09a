import asyncio


async def all_of(orders):
    await asyncio.gather(*orders, return_exceptions=True)  # expect: nothing looks at the result


class Shop:
    async def settle(self, bank):
        await asyncio.gather(*[bank.pay(order) for order in self.orders], return_exceptions=True)  # expect: nothing looks

    async def remind(self, post):
        await asyncio.gather(*[mail.send(post) for mail in self.mails], return_exceptions=True)  # expect: nothing looks
