"""Windows lay out places and connect them."""
