-- New values of an order, durable before the venue hears of them. An order that got new values ends as REPLACED, and a row of the new name goes on.
alter table venue_order
  add column replacement_id          text,
  add column replacement_quantity    numeric,
  add column replacement_limit_price numeric,
  add column replacement_stop_price  numeric;

drop index venue_order_open;
create index venue_order_open on venue_order (account)
  where state not in ('FILLED', 'CANCELED', 'REJECTED', 'DENIED', 'EXPIRED', 'REPLACED');
