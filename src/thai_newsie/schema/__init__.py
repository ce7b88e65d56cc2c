"""What comes out: the models of an article and their JSON Schema. Imports nothing else of the package."""
