"""What words came through: «في بيان», «عبر حسابه على منصة إكس», «لوكالة رويترز»."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.frame import Attribution
from waqai.pipeline.extract.sources.line import CLOSING, OPENING, Line

REACH = 16
NEAR = 6


class ViaReader:
    """Reads channels between a source and the words reported."""

    def __init__(self, line: Line) -> None:
        self.line = line

    def read(self, start: int, stop: int) -> tuple[str, ...]:
        """The outlet or platform named in the words `[start, stop)`, or else the kind of statement."""
        line = self.line
        for k in range(start, min(stop, start + REACH)):
            outlet = self._outlet(k)
            if outlet is not None:
                return (outlet,)
            if line.channel_noun(k) and (self._led(k) or line.word(k)[:1] in "بل"):
                named = self._named_after(k, stop)
                return (named,) if named else (self._channel(k),)
        return ()

    def _outlet(self, k: int) -> str | None:
        """An outlet that was told («لرويترز», «لقناة ...») or that carried the words («عبر تويتر»)."""
        line, m = self.line, self.line.mention(k)
        if (
            m is not None
            and m.kind == "outlet"
            and (m.prep or self._before(m) in {"ل", *line.cues.words["channel_prepositions"]})
        ):
            return m.name
        word = line.word(k)
        rest = word[2:] if word.startswith("لل") else word[1:]
        if m is None and word[:1] == "ل" and rest in line.cues.words["told"]:
            end = next(
                (
                    n
                    for n in range(k + 1, min(line.size, k + NEAR))
                    if not line.word(n)[:1].isalnum() or line.isin(n, "content") or line.verb(n)
                ),
                min(k + 2, line.size),
            )
            return line.phrase(line.span(k, end, 2 if word.startswith("لل") else 1)) if end > k + 1 else None
        quoted = self._quoted_after_li(k)
        return quoted

    def _quoted_after_li(self, k: int) -> str | None:
        """«لـ"الشرق"»: a ل before a quoted or bracketed name."""
        line = self.line
        if line.word(k) != "ل" or line.word(k + 1) not in OPENING:
            return None
        end = next((n for n in range(k + 2, min(line.size, k + NEAR)) if line.word(n) in CLOSING), None)
        return line.phrase(line.span(k + 2, end)) if end and end > k + 2 else None

    def _before(self, m: Mention) -> str:
        k = m.i - 1
        while k >= 0 and self.line.word(k) in OPENING:
            k -= 1
        return self.line.word(k)

    def _led(self, k: int) -> bool:
        return self.line.isin(k - 1, "channel_prepositions")

    def _named_after(self, k: int, stop: int) -> str | None:
        """The platform or outlet named soon after its noun: «حسابه على منصة "إكس"»."""
        for n in range(k, min(stop, k + NEAR + 1)):
            m = self.line.mention(n)
            if m is not None and m.kind == "outlet":
                return m.name
            if self.line.channel_noun(n) and self.line.word(n + 1) in OPENING:
                end = next((x for x in range(n + 2, min(stop, n + NEAR)) if self.line.word(x) in CLOSING), None)
                return self.line.phrase(self.line.span(n + 2, end)) if end and end > n + 2 else None
        return None

    def _channel(self, k: int) -> str:
        line, end = self.line, k + 1
        while end < line.size and end - k < 3 and line.word(end) in line.cues.words["document_kinds"]:
            end += 1
        word = line.word(k)
        skip = next((n for n, form in ((0, word), (1, word[1:])) if form in line.cues.channels), 0)
        return line.phrase(line.span(k, end, skip))


def passed_on(a: Attribution, via: tuple[str, ...]) -> Attribution:
    """The attribution with what it came through, unless it knows already."""
    if a.via or not via:
        return a
    return Attribution(
        text=a.text,
        kind=a.kind,
        span=a.span,
        mention=a.mention,
        via=via,
        scope=a.scope,
        at=a.at,
        rule=a.rule,
        way=a.way,
    )
