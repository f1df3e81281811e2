-- Closed bars of mids. Prices are mantissas at price_scale; see bar_prices for decimals.
create table bars (
    instrument text not null,
    interval_seconds integer not null check (interval_seconds > 0),
    open_time timestamptz not null,
    open bigint not null,
    high bigint not null,
    low bigint not null,
    close bigint not null,
    price_scale smallint not null check (price_scale between 0 and 12),
    volume numeric not null,
    ticks integer not null,
    primary key (instrument, interval_seconds, open_time)
) partition by range (open_time);

-- Makes the month's partition if it is not there. Two services that ask at once wait for each other.
create function ensure_bar_partition(moment timestamptz) returns void language plpgsql as $$
declare
    first date := date_trunc('month', moment at time zone 'UTC')::date;
    name text := 'bars_' || to_char(first, 'YYYY_MM');
begin
    perform pg_advisory_xact_lock(hashtext('bars partitions'));
    execute format(
        'create table if not exists %I partition of bars for values from (%L) to (%L)',
        name,
        first::timestamp at time zone 'UTC',
        (first + interval '1 month')::timestamp at time zone 'UTC');
end
$$;

-- The same for people and analysts, in decimals.
create view bar_prices as
select instrument,
       make_interval(secs => interval_seconds) as interval,
       open_time,
       open / power(10::numeric, price_scale) as open,
       high / power(10::numeric, price_scale) as high,
       low / power(10::numeric, price_scale) as low,
       close / power(10::numeric, price_scale) as close,
       volume,
       ticks
from bars;
