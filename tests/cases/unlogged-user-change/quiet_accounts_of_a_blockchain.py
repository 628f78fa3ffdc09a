"""An address that is watched is nobody who logs in."""


class Database:
    def remove_accounts(self, cursor, blockchain, addresses):
        cursor.executemany("DELETE FROM blockchain_accounts WHERE blockchain = ? AND account = ?", [(blockchain, one) for one in addresses])
