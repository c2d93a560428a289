"""From an answer to what is written: one module a format, each imported only when its format is asked for."""

from iknctl.answers.move import TimelineAnswer
from iknctl.answers.types import Answer
from iknctl.messages import Lang
from iknctl.model import Model
from iknctl.render.blocks import Surface


def render(answer: Answer, model: Model, form: str, lang: Lang, surface: Surface) -> str | bytes:
    """The answer in a format: bytes where the encoding is always UTF-8, text where it is the surface's."""
    match form:
        case "json":
            from iknctl.render import json

            return json.render(answer)
        case "csv" | "tsv":
            from iknctl.render import tabular

            return tabular.render(answer, "," if form == "csv" else "\t")
        case "markdown":
            from iknctl.render import markdown
            from iknctl.render.wording import Wording

            return markdown.render(answer, Wording(model, lang, surface.options))
        case "table":
            from iknctl.render import text
            from iknctl.render.wording import Wording

            return text.render(answer, Wording(model, lang, surface.options), surface)
        case "html":
            from iknctl.answers.page import PageAnswer
            from iknctl.render import html
            from iknctl.render.wording import Wording

            assert isinstance(answer, PageAnswer)
            return html.render(answer, Wording(model, lang)).encode()
        case "svg" if isinstance(answer, TimelineAnswer):
            from iknctl.render.timeline import svg
            from iknctl.render.wording import Wording

            return svg.draw(answer, Wording(model, lang), framed=True).encode()
        case "mermaid" if isinstance(answer, TimelineAnswer):
            from iknctl.render.timeline import mermaid
            from iknctl.render.wording import Wording

            return mermaid.draw(answer, Wording(model, lang))
        case _:
            raise ValueError(form)
