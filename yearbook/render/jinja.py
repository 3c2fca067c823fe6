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
from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Expr, Getattr, Name
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

    It escapes a text without wrapping it in `Markup`, and hands over a template or a block whole.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.whole: list[Frame] = []

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escaped = environment.escaped")

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        if frame.buffer is None:
            self.whole.append(frame)
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        if self.whole and self.whole[-1] is frame:
            self.whole.pop()
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:
        if iskeyword(node.attr) or not node.attr.isascii():
            super().visit_Getattr(node, frame)
        elif isinstance(node.node, Name):
            self.write(f"{frame.symbols.ref(node.node.name)}.{node.attr}")
        else:
            self.write("(")
            self.visit(node.node, frame)
            self.write(f").{node.attr}")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:
        if forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("environment.called(context, ")
        self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if _plain(frame):
            self.write("(escaped(it_) if type(it_ := (")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if _plain(frame):
            self.write(")) is str else it_ if type(it_) is Markup else escape(it_))")
        else:
            super()._output_child_post(node, frame, finalize)


def _plain(frame: Frame) -> bool:
    """Whether what is put out is escaped, whatever happens before."""
    return bool(frame.eval_ctx.autoescape and not frame.eval_ctx.volatile)


def _asks_more(macro: Macro) -> bool:
    return macro.caller or macro.catch_kwargs or macro.catch_varargs


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
    escaped = staticmethod(ESCAPED)

    def __init__(self, source: Source, compiled: Compiled | None = None) -> None:
        super().__init__(source, compiled)
        self.found: dict[str | Template, Template] = {}

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        """What every template knows: no template has globals of its own, which would be dear."""
        return self.globals

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """A template, which is looked for once."""
        if name not in self.found:
            self.found[name] = super().get_template(name, parent, globals)
        return self.found[name]

    @staticmethod
    def called(context: Context, called: Callable[..., object], *args: object) -> object:
        """Calls a macro with all its arguments as the function that it is."""
        if type(called) is not Macro or len(args) != len(called.arguments) or _asks_more(called):
            return context.call(called, *args)
        said = called._func(*args)
        return markup(said) if context.eval_ctx.autoescape else said


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
