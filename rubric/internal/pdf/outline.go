package pdf

// bookmark is an entry of the outline, which viewers show beside the pages.
type bookmark struct {
	level int
	title string
	page  *Page
	y     float64
}

// Bookmark adds an entry to the outline, which leads to a place on a page. An
// entry stands below the nearest one before it that has a lower level.
func (d *Document) Bookmark(level int, title string, p *Page, y float64) {
	d.bookmarks = append(d.bookmarks, bookmark{level, title, p, y})
}

// outlineItem is an entry with its neighbours; its fields are indexes into the
// list of entries, -1 for none. The first of the list is the outline itself.
type outlineItem struct {
	ref                             ref
	level                           int
	parent, prev, next, first, last int
	below                           int // how many entries stand below it
}

// writeOutline writes the entries (12.3.3); 0 where there are none.
func (d *Document) writeOutline() ref {
	if len(d.bookmarks) == 0 {
		return 0
	}
	items := d.outlineItems()
	for i, item := range items {
		e := newDict()
		if i == 0 {
			e = typed("Outlines")
		} else {
			b := d.bookmarks[i-1]
			e.text("Title", b.title).ref("Parent", items[item.parent].ref)
			e.raw("Dest", "["+string(appendRef(nil, b.page.ref))+"/XYZ null "+decimal(b.page.up(b.y))+" null]")
		}
		for _, link := range []struct {
			key string
			to  int
		}{{"Prev", item.prev}, {"Next", item.next}, {"First", item.first}, {"Last", item.last}} {
			if link.to >= 0 {
				e.ref(link.key, items[link.to].ref)
			}
		}
		if item.below > 0 {
			e.int("Count", item.below)
		}
		d.objects.put(item.ref, e.bytes())
	}
	return items[0].ref
}

// outlineItems connects the entries to a tree.
func (d *Document) outlineItems() []outlineItem {
	const none = -1
	items := []outlineItem{{d.objects.alloc(), -1, none, none, none, none, none, 0}}
	path := []int{0} // from the outline to the entry before
	for _, b := range d.bookmarks {
		for len(path) > 1 && items[path[len(path)-1]].level >= b.level {
			path = path[:len(path)-1]
		}
		parent, i := path[len(path)-1], len(items)
		items = append(items, outlineItem{d.objects.alloc(), b.level, parent, items[parent].last, none, none, none, 0})
		if before := items[parent].last; before >= 0 {
			items[before].next = i
		} else {
			items[parent].first = i
		}
		items[parent].last = i
		for _, above := range path {
			items[above].below++
		}
		path = append(path, i)
	}
	return items
}
