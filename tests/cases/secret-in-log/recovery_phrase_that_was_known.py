from wallets import Keypair


class Wallet:
    def restore_key(self, mnemonic: str, suppress: bool = False):
        if not suppress:
            print(f"Restoring the key of {mnemonic}")  # expect: the recovery phrase reaches print()
        return Keypair.create_from_mnemonic(mnemonic)
