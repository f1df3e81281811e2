alter table counted_order add column trailing_offset numeric;
