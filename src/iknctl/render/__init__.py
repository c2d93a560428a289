"""From an answer to what is written: one module a format, each imported only when its format is asked for."""

from typing import TYPE_CHECKING

from iknctl.answers.types import Answer
from iknctl.messages import Lang
from iknctl.model import Model

if TYPE_CHECKING:  # a JSON answer is drawn on nothing
    from iknctl.render.blocks import Surface


def render(answer: Answer, model: Model, form: str, lang: Lang, surface: "Surface") -> str | bytes:
    """The answer in a format: bytes where the encoding is always UTF-8, text where it is the surface's."""
    match form:
        case "json":
            from iknctl.render import json

            return json.render(answer)
        case "csv" | "tsv":
            from iknctl.render import tabular

            return tabular.render(answer, "," if form == "csv" else "\t")
    from iknctl.render.wording import Wording

    wording = Wording(model, lang, surface.options)
    match form:
        case "markdown":
            from iknctl.render import markdown

            return markdown.render(answer, wording)
        case "table":
            from iknctl.render import text

            return text.render(answer, wording, surface)
        case "html":
            from iknctl.answers.move import PageAnswer
            from iknctl.render import html

            assert isinstance(answer, PageAnswer)
            return html.render(answer, wording).encode()
    from iknctl.answers.move import TimelineAnswer

    assert isinstance(answer, TimelineAnswer), form
    if form == "svg":
        from iknctl.render.timeline import svg

        return svg.draw(answer, wording, framed=True).encode()
    from iknctl.render.timeline import mermaid

    return mermaid.draw(answer, wording)
