"""A yearbook read across its editions: what is the same matter in two years."""
