"""The course as a web site: Voilà's engine behind our own routes, template and page runtime."""
