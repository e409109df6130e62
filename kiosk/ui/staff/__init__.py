"""The staff's own pages in the window: denser than a family's, in English, behind a PIN."""
