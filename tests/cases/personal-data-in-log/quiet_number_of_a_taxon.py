"""Biologists number the species."""

import logging

log = logging.getLogger(__name__)


def print_lineage(taxid, names, parents):
    if taxid not in names:
        log.error(f"Invalid taxid: {taxid}")
        return []
    return [names[parent] for parent in parents[taxid]]


class TaxonomyStore:
    def find(self, tax_id):
        log.info("looking for %s", tax_id)
        return self.rows.get(tax_id)


def fetch(ncbi_tax_id, session):
    log.info("fetching %s", ncbi_tax_id)
    return session.get(f"https://genomes.example/{ncbi_tax_id}")
