"""Checks a GEXF 1.3 file against what gexf.net describes: elements, their attributes, the order of children, and types.

A subset of the schema, written from its description: what cdograph does not write is not allowed here.
"""
import re
import sys
import xml.etree.ElementTree as ET

GEXF = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"
NUMBER = r"-?\d+(\.\d+)?([eE][-+]?\d+)?"
BYTE = r"\d|\d\d|1\d\d|2[0-4]\d|25[0-5]"
TYPES = {"long": r"-?\d+", "double": NUMBER + "|INF|-INF|NaN", "boolean": "true|false", "string": r"[\s\S]*"}

# element: (attributes that must be there, attributes that may, children in order)
ELEMENTS = {
    GEXF + "gexf": ({"version": r"1\.3"}, {}, [GEXF + "meta", GEXF + "graph"]),
    GEXF + "meta": ({}, {"lastmodifieddate": r"\d{4}-\d\d-\d\d"}, [GEXF + "creator"]),
    GEXF + "creator": ({}, {}, []),
    GEXF + "graph": ({"defaultedgetype": "directed"}, {}, [GEXF + "attributes", GEXF + "nodes", GEXF + "edges"]),
    GEXF + "attributes": ({"class": "node|edge"}, {}, [GEXF + "attribute"]),
    GEXF + "attribute": ({"id": ".+", "title": r"[\s\S]*", "type": "|".join(TYPES)}, {}, []),
    GEXF + "nodes": ({}, {}, [GEXF + "node"]),
    GEXF + "edges": ({}, {}, [GEXF + "edge"]),
    GEXF + "node": ({"id": r"[\s\S]*"}, {"label": r"[\s\S]*"}, [GEXF + "attvalues", VIZ + "color", VIZ + "position"]),
    GEXF + "edge": ({"id": r"[\s\S]*", "source": r"[\s\S]*", "target": r"[\s\S]*"},
                    {"label": r"[\s\S]*", "kind": r"[\s\S]*", "weight": NUMBER}, [GEXF + "attvalues"]),
    GEXF + "attvalues": ({}, {}, [GEXF + "attvalue"]),
    GEXF + "attvalue": ({"for": ".+", "value": r"[\s\S]*"}, {}, []),
    VIZ + "color": ({"r": BYTE, "g": BYTE, "b": BYTE}, {}, []),
    VIZ + "position": ({"x": NUMBER, "y": NUMBER, "z": NUMBER}, {}, []),
}


def check(element):
    required, optional, children = ELEMENTS[element.tag]
    for name in required:
        assert name in element.attrib, f"{element.tag} lacks {name}"
    for name, value in element.attrib.items():
        assert re.fullmatch((required | optional)[name], value), f"{element.tag} {name}={value!r}"
    places = [children.index(child.tag) for child in element]
    assert places == sorted(places), f"the children of {element.tag} stand in another order"
    for child in element:
        check(child)


root = ET.parse(sys.argv[1]).getroot()
assert root.tag == GEXF + "gexf"
check(root)
graph = root.find(GEXF + "graph")
declared = {a.get("class"): {b.get("id"): b.get("type") for b in a} for a in graph.findall(GEXF + "attributes")}
ids = {node.get("id") for node in graph.iter(GEXF + "node")}
assert len(ids) == len(list(graph.iter(GEXF + "node"))), "an id comes twice"
for kind in ("node", "edge"):
    for element in graph.iter(GEXF + kind):
        for value in element.iter(GEXF + "attvalue"):
            assert re.fullmatch(TYPES[declared[kind][value.get("for")]], value.get("value")), value.attrib
for edge in graph.iter(GEXF + "edge"):
    assert edge.get("source") in ids and edge.get("target") in ids
print("valid", len(ids))
