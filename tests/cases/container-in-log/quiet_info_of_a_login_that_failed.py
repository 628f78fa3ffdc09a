import logging

logger = logging.getLogger(__name__)


class Cloud:
    async def login(self):
        success, info = await self.hass.async_add_executor_job(self.control.login_result, self.code, self.user_code)
        if success:
            self.auth = {"access_token": info["access_token"], "refresh_token": info["refresh_token"]}
        else:
            logger.warning("Login failed: %s", info)
            self.error = info.get("msg", "unknown error")
        return success
