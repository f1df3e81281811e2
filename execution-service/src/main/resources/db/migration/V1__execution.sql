-- What execution knows of each account that it owns. epoch: of the owner that wrote the row.
create table venue_account (
  account        text primary key,
  epoch          bigint not null,
  unarmed_code   text,
  unarmed_detail text,
  unarmed_at     timestamptz,
  venue_sequence bigint not null default 0
);

-- The journal of orders: a row is durable before the venue hears of the order.
create table venue_order (
  client_order_id    text primary key,
  account            text not null,
  epoch              bigint not null,
  signal_id          text not null,
  source             text not null,
  instrument         text not null,
  side               text not null,
  type               text not null,
  quantity           numeric not null,
  limit_price        numeric,
  stop_price         numeric,
  time_in_force      text not null,
  reduce_only        boolean not null,
  authorised_by_halt text,
  approved_at        timestamptz not null,
  maximum_age_millis bigint not null,
  received_at        timestamptz not null,
  updated_at         timestamptz not null,
  state              text not null,
  total              numeric not null,
  cumulative         numeric not null,
  accepted           boolean not null,
  venue_order_id     text,
  reason             text not null default ''
);
create index venue_order_newest on venue_order (account, received_at desc);
create index venue_order_open on venue_order (account)
  where state not in ('FILLED', 'CANCELED', 'REJECTED', 'DENIED', 'EXPIRED');

create table venue_fill (
  fill_id         text primary key,
  account         text not null,
  epoch           bigint not null,
  client_order_id text not null references venue_order (client_order_id),
  execution_id    text not null,
  instrument      text not null,
  side            text not null,
  quantity        numeric not null,
  price           numeric not null,
  fee             numeric not null,
  fee_currency    text not null,
  venue_time      timestamptz not null
);
create index venue_fill_order on venue_fill (client_order_id);
create index venue_fill_instrument on venue_fill (account, instrument);

-- Cancels that came before their orders.
create table canceled_before (
  client_order_id text primary key,
  account         text not null,
  epoch           bigint not null,
  reason          text not null
);

-- Bookings of the venue that were published.
create table venue_booking (
  account   text not null,
  reference text not null,
  epoch     bigint not null,
  primary key (account, reference)
);

create trigger fenced before insert or update on venue_order
  for each row execute function refuse_old_epoch('venue-account:', 'account');
create trigger fenced before insert or update on venue_fill
  for each row execute function refuse_old_epoch('venue-account:', 'account');
create trigger fenced before insert or update on canceled_before
  for each row execute function refuse_old_epoch('venue-account:', 'account');
create trigger fenced before insert or update on venue_booking
  for each row execute function refuse_old_epoch('venue-account:', 'account');
create trigger fenced before insert or update on venue_account
  for each row execute function refuse_old_epoch('venue-account:', 'account');
