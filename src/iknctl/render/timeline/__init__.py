"""The timeline as characters, as a picture and as a Mermaid chart."""
