"""What lies, hangs and stands at the table of a Kaartgesprek, a module each. The table itself is ``table``."""
