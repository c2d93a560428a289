"""From an answer to what is written: one module a format, each imported only when its format is asked for."""

from iknctl.messages import Lang
from iknctl.model import Model
from iknctl.rendering.surface import Surface
from iknctl.reports.shapes import Report


def render(report: Report, model: Model, form: str, lang: Lang, surface: Surface) -> str | bytes:
    """The answer in a format: bytes where the encoding is always UTF-8, text where it is the reader's."""
    match form:
        case "json":
            from iknctl.rendering import json

            return json.render(report)
        case "csv" | "tsv":
            from iknctl.rendering import delimited

            return delimited.render(report, "," if form == "csv" else "\t")
        case "markdown":
            from iknctl.rendering import markdown

            return markdown.render(report, model, lang)
        case "table":
            from iknctl.rendering import text

            return text.render(report, model, lang, surface)
        case _:
            raise ValueError(form)
