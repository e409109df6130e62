"""The come-back ticket: a visit as a QR code and as a few letters, taken up at any station."""
