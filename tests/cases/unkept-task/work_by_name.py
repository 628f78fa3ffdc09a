import asyncio


async def order(cart, mail):
    confirming = mail.confirm(cart)
    asyncio.create_task(confirming)  # expect: a task for mail.confirm() that nothing keeps
