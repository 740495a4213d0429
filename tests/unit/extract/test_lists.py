from archiver import extract
from archiver.model.article import ListItem

PAGE = """<html><body><article><h1>High water in Harrowmere</h1>
<ol class="updates"><li><h2>Where to go</h2><p>The school hall and the Corn Exchange are open all night with blankets
and hot drinks for everybody who has had to leave a house beside the river.</p>
<ul><li>School hall: 31 people<ul><li>nine dogs</li></ul></li><li>Corn Exchange: 22 people</li></ul></li>
<li><h2>Sandbags</h2><p>The football team carried the last two hundred across the footbridge in a chain.</p></li></ol>
</article></body></html>"""


def test_a_list_inside_an_update_begins_at_its_own_first_level() -> None:
    items = [block for block in extract(PAGE.encode()).article.body if isinstance(block, ListItem)]
    assert [(item.prose.text, item.depth) for item in items] == [
        ("School hall: 31 people", 1),
        ("nine dogs", 2),
        ("Corn Exchange: 22 people", 1),
    ]
