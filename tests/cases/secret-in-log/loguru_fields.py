from loguru import logger
from passlib.hash import argon2


def create(user, pwd):
    logger.info("creating {name} with {pw}", name=user.name, pw=pwd)  # expect: password|pwd
    user.password_hash = argon2.hash(pwd)
    logger.success("created {}", user.id)
