-- Trailing stops, and children of an approved order.
alter table venue_order
  add column trailing_offset numeric,
  add column parent          text;
