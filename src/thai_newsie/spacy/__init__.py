"""thai-newsie as a spaCy citizen: the tokenizer, a component for each stage, and what they leave on a Doc."""
