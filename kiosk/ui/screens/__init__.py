"""One page a kind of screen."""
