"""What systems leave on a stick."""

import bags

site = bags.site()
bags.put(site, {"Thumbs.db": b"1", "2017/._index.html": b"2", "System Volume Information/x": b"3"})
