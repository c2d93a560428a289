"""What we answer: the shapes of the answers, how each is built from the model, and their schemas."""
