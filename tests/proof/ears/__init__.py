"""What is heard: a client of AT-SPI that keeps what it knows, and the screen reader Orca."""
