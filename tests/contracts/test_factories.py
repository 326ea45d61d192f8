"""The components: listed once in the order of the pipeline, and known to spaCy under the same names."""

from importlib.metadata import entry_points

from spacy.language import Language

from claimx.pipeline.build import PIPELINE


def ours() -> dict[str, str]:
    return {each.name: each.value for each in entry_points(group="spacy_factories") if each.name.startswith("claimx_")}


def test_entry_points_are_the_pipeline():
    assert sorted(ours()) == sorted(PIPELINE)
    assert len(set(PIPELINE)) == len(PIPELINE)


def test_every_entry_point_is_the_factory_of_its_name():
    for name, place in ours().items():
        component = name.removeprefix("claimx_")
        assert place == f"claimx.pipeline.components.{component}:make_{component}"


def test_the_pipeline_runs_them_in_their_order(nlp: Language):
    assert [name for name in nlp.pipe_names if name.startswith("claimx_")] == list(PIPELINE)
    assert all(Language.has_factory(name) for name in PIPELINE)


def test_every_component_says_what_it_writes(nlp: Language):
    for name in PIPELINE:
        assert nlp.get_pipe_meta(name).assigns == ["doc._.claimx"]
