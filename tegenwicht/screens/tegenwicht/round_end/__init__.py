"""The end of a round of a Kaartgesprek: guess first, then look at what came up."""
