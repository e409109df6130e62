"""The site file: what a school or a district sets."""
