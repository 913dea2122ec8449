-- Finds an outside page's address by its target: visits and sentences name the page that was read.
CREATE INDEX links_by_page ON links (target) WHERE url IS NOT NULL;
