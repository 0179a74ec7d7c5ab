"""Written questions: which table answers which sub-question, the draft, and whether a sentence holds."""
