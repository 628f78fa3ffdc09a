"""Release artifacts, bundles, attestations, identities and trust -> facts; what imports sigstore is imported by `verify` alone."""
