import logging

logger = logging.getLogger(__name__)


class Cloud:
    async def login(self):
        success, info = await self.hass.async_add_executor_job(self.control.login_result, self.code, self.user_code)
        if success:
            logger.debug("logged in: %s", info)  # expect: token
            self.auth = {"access_token": info["access_token"], "refresh_token": info["refresh_token"]}
        return success
