"""Searches of Elasticsearch and OpenSearch as a tree: Lucene's query string, and the query DSL of rules."""
