-- Which of a content's pictures a sender shows, and in which order; a version keeps what held when it was made.
ALTER TABLE contents ADD COLUMN image_deal TEXT NOT NULL DEFAULT 'same'
  CHECK (image_deal IN ('same', 'order', 'one'));
ALTER TABLE versions ADD COLUMN image_deal TEXT NOT NULL DEFAULT 'same'
  CHECK (image_deal IN ('same', 'order', 'one'));
-- How many of the sender's team were dealt to before: by it pictures are dealt evenly. NULL: dealt to before
-- there was a place.
ALTER TABLE assignments ADD COLUMN place INTEGER;
-- Of an image that is ready, the share of its area whose pixels differ from sender to sender without a block.
ALTER TABLE images ADD COLUMN texture REAL;
