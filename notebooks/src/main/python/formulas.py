"""Finds the formulas in a Markdown text and takes them out of Markdown's reach.

Markdown would read the underscores, backslashes and bars of a formula as its own. So each formula becomes an empty element
<span class="tex" data-tex="..."></span>, or "tex display", with the TeX source in base64, before the text is rendered.
A formula is $...$, $$...$$, \\(...\\), \\[...\\] (with one backslash or two) or a \\begin{...}...\\end{...} outside of these.
Code, in backticks or fences, is left alone; so is a lone dollar, as in "between $5 and $10"; \\$ is a dollar sign.
"""

import base64
import re

# The first alternative that matches wins, so code comes first and $$ before $. No formula spans an empty line.
_FORMULA = re.compile(
    r"""
      (?P<fence>  ^[ ]{0,3}(?P<mark>`{3,}|~{3,})[^\n]*\n.*?(?:^[ ]{0,3}(?P=mark)[`~]*[ \t]*$|\Z) )
    | (?P<code>   (?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`) )
    | (?P<double> \$\$(?P<double_tex>(?:(?!\n[ \t]*\n|\$\$)(?:\\.|.))+?)\$\$ )
    | (?P<square> \\?\\\[(?P<square_tex>(?:(?!\n[ \t]*\n).)+?)\\?\\\] )
    | (?P<round>  \\?\\\((?P<round_tex>(?:(?!\n[ \t]*\n).)+?)\\?\\\) )
    | (?P<env>    \\begin\{(?P<name>[A-Za-z]+\*?)\}(?:(?!\n[ \t]*\n).)*?\\end\{(?P=name)\} )
    | (?P<escape> \\. )
    | (?P<single> \$(?![\s$])(?P<single_tex>(?:(?!\n[ \t]*\n)(?:\\.|[^\\$`]))*?)(?<!\s)\$(?!\d) )
    | (?P<dollar> \$ )
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


def protect(markdown):
    """The text with an element in place of each formula."""

    def replace(match):
        if match["dollar"] or match["escape"] == "\\$":
            return "&#36;"
        if match["fence"] or match["code"] or match["escape"]:
            return match[0]
        if match["env"]:
            return element(match[0], True)
        display = match["double_tex"] or match["square_tex"]
        return element(display or match["round_tex"] or match["single_tex"], bool(display))

    return _FORMULA.sub(replace, markdown)


def element(tex, display):
    """The element that stands for a formula."""
    # A formula in a quotation carries the quotation's marks at the start of its lines.
    tex = re.sub(r"\n[ \t]*>", "\n", tex).strip()
    encoded = base64.b64encode(tex.encode()).decode()
    return '<span class="tex%s" data-tex="%s"></span>' % (" display" if display else "", encoded)


def latex_output(text):
    """A text/latex output: formulas between words, or, without any delimiter, one formula."""
    protected = protect(text)
    return element(text, True) if protected == text else protected
