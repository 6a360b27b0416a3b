#!/usr/bin/env python3
"""Validates the files of a network by the schemas of this project (JSON Schema 2020-12).

    validate.py GRAPH [FOLDER]

GRAPH is the project's Graph folder with its schema/; FOLDER, another folder to validate instead of GRAPH and
GRAPH/examples. Exit status 1 when a file is invalid.
"""
import json
import pathlib
import sys

from jsonschema import Draft202012Validator

graph = pathlib.Path(sys.argv[1])
folders = [pathlib.Path(sys.argv[2])] if len(sys.argv) > 2 else [graph, graph / "examples"]
valid = faults = 0
for folder in folders:
    for path in sorted(folder.glob("*.json")):
        schema = json.loads((graph / "schema" / (path.stem + ".schema.json")).read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        records = json.loads(path.read_text(encoding="utf-8"))
        errors = list(Draft202012Validator(schema).iter_errors(records))
        for error in errors[:20]:
            print(f"{path}: /{'/'.join(map(str, error.absolute_path))}: {error.message}")
        faults += len(errors)
        valid += not errors
print(f"{valid} files valid, {faults} faults")
sys.exit(1 if faults else 0)
