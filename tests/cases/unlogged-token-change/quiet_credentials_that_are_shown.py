from aiohttp import web

from agent.holder import IndyHolder


async def remove(request: web.BaseRequest):
    profile = request["context"].profile
    async with profile.session() as session:
        holder = session.inject(IndyHolder)
        await holder.delete_credential(request.match_info["credential_id"])
    return web.json_response({})
