import logging

import pytest

logger = logging.getLogger(__name__)


@pytest.mark.parametrize("password", ["", "short", "long enough"])
def test_password_policy(password):
    logger.info("trying password %s", password)
    assert (len(password) > 8) == (password == "long enough")
