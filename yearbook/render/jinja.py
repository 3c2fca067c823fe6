"""Jinja as the pages need it: strict about names, escaping, and quick.

`Pages` takes it that all is in order; what fails in it is rendered again by `Careful`, which is
Jinja as it comes and says what is wrong.

`once` is for what many pages have in common: `{{ once(part.foot, p.foot) }}` is the macro called
with these arguments, and made anew only when they are others than the last time. A macro that is
imported without context knows nothing else, so that the page is the same.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from keyword import iskeyword
from typing import Any

import markupsafe
from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr, Getattr
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from yearbook.render.kept import Kept

Source = Callable[[str], tuple[str, str, None] | None]
ESCAPED: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


def markup(html: str) -> Markup:
    """HTML that is a text and nothing else, as `Markup`, which else asks what it is."""
    return str.__new__(Markup, html)


class Writing(CodeGenerator):
    """Writes templates as Python that trusts: what is asked for is an attribute, and is there.

    It escapes a text without wrapping it in `Markup`.
    """

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:
        if iskeyword(node.attr) or not node.attr.isascii():
            super().visit_Getattr(node, frame)
        else:
            self.write("(")
            self.visit(node.node, frame)
            self.write(f").{node.attr}")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if _plain(frame):
            self.write("(environment.escaped(it_) if type(it_ := (")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if _plain(frame):
            self.write(")) is str else environment.shown(it_))")
        else:
            super()._output_child_post(node, frame, finalize)


def _plain(frame: Frame) -> bool:
    """Whether what is put out is escaped, whatever happens before."""
    return bool(frame.eval_ctx.autoescape and not frame.eval_ctx.volatile)


class Calling(Context):
    """Calls a macro as one, without asking what else it might be."""

    def call(self, obj: Callable[..., object], /, *args: object, **kwargs: object) -> object:
        if type(obj) is not Macro:
            return super().call(obj, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        more = kwargs or obj.caller or obj.catch_kwargs or obj.catch_varargs
        if not more and len(args) == len(obj.arguments) and self.eval_ctx.autoescape:
            return markup(obj._func(*args))
        return obj(self.eval_ctx, *args, **kwargs)


class Careful(Environment):
    """The environment of all templates; `source` gives the text and the file of one."""

    def __init__(self, source: Source, compiled: Compiled | None = None) -> None:
        super().__init__(
            loader=FunctionLoader(source),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=compiled,
        )
        self.globals["once"] = Once()


class Pages(Careful):
    """The same for templates that are in order."""

    code_generator_class = Writing
    context_class = Calling

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        """What every template knows: no template has globals of its own, which would be dear."""
        return self.globals

    escaped = staticmethod(ESCAPED)

    @staticmethod
    def shown(value: object) -> str:
        """What is put on a page of what is no plain text: `Markup` as it is."""
        return value if type(value) is Markup else escape(value)


class Once:
    """Calls macros and keeps the last result of each; that of other arguments is made anew."""

    def __init__(self) -> None:
        self.last: dict[str, tuple[Macro, tuple[object, ...], Markup]] = {}

    def __call__(self, macro: Macro, *args: object) -> Markup:
        last = self.last.get(macro.name)
        if last and last[0] is macro and last[1] == args:
            return last[2]
        made = Markup(macro(*args))
        self.last[macro.name] = macro, args, made
        return made


class Compiled(BytecodeCache):
    """Compiled templates that are kept."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self.kept.look(f"{bucket.key}.bin")
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept.keep(f"{bucket.key}.bin", bucket.bytecode_to_string())
