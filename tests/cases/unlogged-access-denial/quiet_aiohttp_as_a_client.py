import aiohttp


async def prices(session, supplier):
    async with session.get(supplier.url) as answer:
        if answer.status == 403:
            raise aiohttp.ClientResponseError(answer.request_info, answer.history, status=403)
        return await answer.json()
