"""Languages: what there is to translate, the catalogues, and each language's way of writing."""
