import json
import logging

logger = logging.getLogger()


def main(credentials):
    return write_access_log(
        {
            "status": 200,
            "body": {"dry_run": False, "credentials": {"user": credentials.user, "passphrase": credentials.passphrase}},
        }
    )


def write_access_log(answer):
    dry_run = answer["body"]["dry_run"]
    logger.info(json.dumps({"status": int(answer["status"]), "dry_run": bool(dry_run)}))
    return answer
