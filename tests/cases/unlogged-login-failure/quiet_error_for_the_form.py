from accounts.flow import AuthError, Flow


class PasswordLoginFlow(Flow):
    async def async_step_init(self, request, user_input=None):
        errors = {}
        if user_input is not None:
            try:
                self.provider.async_validate_login(user_input["name"], user_input["password"])
            except AuthError:
                errors["base"] = "invalid_auth"
            if not errors:
                return await self.async_finish(user_input)
        return self.async_show_form("init", errors=errors)
