"""Options that go together: each group is an argument of the commands that have its options, and of what they call."""

from dataclasses import dataclass, replace
from pathlib import Path

from claimx.cli import options
from claimx.cli.options import Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How inputs become articles.

    Attributes:
        manifest: A file with outlet, date and the like by file name.
        fields: Other names of the fields in JSONL.
        stdin_name: What standard input is called.
        max_file_bytes: The largest file of one article.
        max_article_chars: The longest article.
        timeout: Seconds that fetching an address may take.
        max_redirects: How often an address may lead to another.
    """

    manifest: options.ManifestFile = None
    fields: options.Fields = ""
    stdin_name: options.StdinName = None
    max_file_bytes: options.MaxFileBytes = options.MAX_FILE_BYTES
    max_article_chars: options.MaxArticleChars = options.MAX_ARTICLE_CHARS
    timeout: options.Timeout = options.MAX_SECONDS
    max_redirects: options.MaxRedirects = options.MAX_REDIRECTS

    def unless_given(self, *, manifest: Path | None, fields: str) -> "Reading":
        """The same, with what a project's settings say where no option does."""
        return replace(self, manifest=self.manifest or manifest, fields=self.fields or fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """What reads articles.

    Attributes:
        model: Another base model.
        lexicon: Folders with words of other domains.
        tagger: Whether the tagger of quotations reads, too.
        tier: What of an article is read.
    """

    model: options.Model = None
    lexicon: options.Lexicon = None
    tagger: options.Tagger = True
    tier: options.Tier = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What an extraction holds.

    Attributes:
        layers: What is written only when it is asked for.
        no_text: Whether the article's text is left out.
    """

    layers: options.Layers = None
    no_text: options.NoText = False

    @property
    def quantities(self) -> bool:
        """Whether every number expression is written."""
        return Layer.QUANTITIES in (self.layers or ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """How a command goes about reading.

    Attributes:
        no_cache: Whether nothing is kept, or taken from earlier runs.
        strict: Whether the first input that cannot be read ends it.
        max_article_seconds: The longest that an article may take.
        jobs: How many processes read.
    """

    no_cache: options.NoCache = False
    strict: options.Strict = False
    max_article_seconds: options.MaxArticleSeconds = None
    jobs: options.Jobs = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is said on standard error.

    Attributes:
        quiet: Whether only what goes wrong is.
        verbose: Whether more is.
    """

    quiet: options.Quiet = False
    verbose: options.Verbose = False
