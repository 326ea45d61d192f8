"""Whole runs of the workflow on what a test has written, with the defaults of the library."""

import json
from pathlib import Path

from claimx import workflow
from claimx.records import ErrorRecord
from claimx.workflow import Extractor, ReadSettings


def write(name, content):
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())


def jsonl(*objects):
    return "".join(f"{json.dumps(each)}\n" for each in objects)


def extract(*items, settings=None, told=None, **options):
    tell = (told if told is not None else []).append
    return list(workflow.extract(items, settings or ReadSettings(), Extractor(**options), tell))


def compare(*items, settings=None, told=None, **options):
    tell = (told if told is not None else []).append
    return workflow.compare(items, settings or ReadSettings(), Extractor(), tell=tell, **options)


def shown(records):
    return [each.code if isinstance(each, ErrorRecord) else each.article.text for each in records]
