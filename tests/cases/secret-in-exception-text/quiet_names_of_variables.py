import os


class EnvSecret:
    def __init__(self, env_vars: tuple[str, ...]) -> None:
        self._env_vars = env_vars

    def resolve(self) -> str:
        for env_var in self._env_vars:
            if value := os.getenv(env_var):
                return value
        raise ValueError(f"none of these variables is set: {self._env_vars}")
