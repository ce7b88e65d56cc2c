"""Text as the stages read it: normalized, with a map back to the input; its words; its characters."""
