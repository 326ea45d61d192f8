"""The components of the pipeline; none imports another, `claimx.pipeline.build` lists their order."""
