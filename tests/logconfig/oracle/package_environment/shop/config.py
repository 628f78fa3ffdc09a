class Base:
    LEVEL = "INFO"
    LOGGING = {
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {"console": {"class": "logging.StreamHandler", "level": LEVEL}},
        "root": {"level": LEVEL, "handlers": ["console"]},
    }


class Development(Base):
    LOGGING = {**Base.LOGGING, "root": {"level": "DEBUG", "handlers": ["console"]}}


settings = {"production": Base, "development": Development}
