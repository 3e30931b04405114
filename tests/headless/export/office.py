"""Reads presentations as others do: validates them by the rules of Microsoft's SDK, reads and edits them with python-pptx.

office.py probe                          says nothing when all that is needed can be imported
office.py read FILE                      JSON: what is wrong with the file, and the shapes of each slide with their texts
office.py edit FILE FROM TO OUT          gives the one shape that says FROM the text TO and saves the file
"""

import json
import sys

from openxml_audit import validate_pptx
from pptx import Presentation


def shapes_of(shapes):
    for shape in shapes:
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            yield from shapes_of(shape.shapes)
        else:
            yield shape


def with_texts(slide):
    return [shape for shape in shapes_of(slide.shapes) if shape.has_text_frame and shape.text_frame.text]


def read(path):
    result = validate_pptx(path)
    wrong = [f"{error.part_uri}: {error.description}" for error in result.errors]
    if not result.is_valid and not wrong:
        wrong = ["not valid"]
    slides = Presentation(path).slides
    texts = [[shape.text_frame.text for shape in with_texts(slide)] for slide in slides]
    notes = [slide.notes_slide.notes_text_frame.text for slide in slides]
    print(json.dumps({"wrong": wrong, "slides": texts, "notes": notes}))


def edit(path, old, new, out):
    presentation = Presentation(path)
    found = [shape for shape in with_texts(presentation.slides[0]) if shape.text_frame.text == old]
    assert len(found) == 1, f"{len(found)} shapes say {old}"
    found[0].text_frame.paragraphs[0].runs[0].text = new
    presentation.save(out)


command, *arguments = sys.argv[1:]
if command != "probe":
    {"read": read, "edit": edit}[command](*arguments)
