"""The wording that an answer is worded for: a language, and the names that the model gives to ids."""

from typing import cast

from iknctl.messages import Lang, message
from iknctl.messages.dates import years
from iknctl.model import Model, Roadmap, Text
from iknctl.periods import Spanning
from iknctl.queries import find_roadmap
from iknctl.render.blocks import Cite


class Wording:
    """Words things in one language, by the names that one model has for them."""

    def __init__(self, model: Model, lang: Lang) -> None:
        self.model = model
        self.lang = lang
        self._urls = {source.id: source.url for source in model.sources}

    def pick(self, text: Text) -> str:
        """The text in the wording's language."""
        return cast("str", getattr(text, self.lang))

    def say(self, key: str, /, **params: object) -> str:
        """The label or sentence of that key."""
        return self.pick(message(key, **params))

    def years(self, of: Spanning) -> str:
        """A period in words."""
        return self.pick(years(of))

    def roadmap(self, wanted: str) -> Roadmap:
        """The roadmap of that id."""
        return find_roadmap(self.model, wanted)

    def unit(self, roadmap: str) -> str:
        """The roadmap's own word for a step, as it stands at the start of a line."""
        return capital(self.pick(self.roadmap(roadmap).unit))

    def step(self, roadmap: str, number: int) -> str:
        """A step by its number: `Phase 3`."""
        return f"{self.unit(roadmap)} {number}"

    def sentence(self, text: Text) -> str:
        """The text as a sentence of its own."""
        return f"{capital(self.pick(text))}."

    def cites(self, ids: tuple[str, ...]) -> tuple[str | Cite, ...]:
        """The sources by their ids, with commas between."""
        named = [Cite(each, self._urls[each]) for each in ids]
        return tuple(part for cite in named for part in (", ", cite))[1:]


def capital(text: str) -> str:
    """The text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]
