"""The figures behind the page of module 08, kept once computed."""
