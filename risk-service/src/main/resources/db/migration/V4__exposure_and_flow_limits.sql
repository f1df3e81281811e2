-- Limits over all instruments, on the flow of orders, by time of the week, and the restricted list.
-- Rows from before lack what is asked for now, and what is not configured is not allowed: they allow nothing until somebody sets them.
alter table account_limit
    add column maximum_gross_exposure numeric(38, 8) check (maximum_gross_exposure > 0),
    add column maximum_net_exposure numeric(38, 8) check (maximum_net_exposure > 0),
    add column maximum_strategy_exposure numeric(38, 8) check (maximum_strategy_exposure > 0),
    add column maximum_margin_use numeric(38, 12) check (maximum_margin_use > 0),
    add column messages_per_second integer check (messages_per_second > 0),
    add column account_messages_per_second integer check (account_messages_per_second > 0),
    add column maximum_repeats integer check (maximum_repeats > 0),
    add column repeat_window_millis bigint check (repeat_window_millis > 0),
    add column price_walk numeric(38, 12) check (price_walk > 0),
    add column walk_window_millis bigint check (walk_window_millis > 0);

alter table instrument_limit
    add column restricted text check (restricted in ('BUY', 'SELL', 'ALL'));

create table limit_schedule (
    account text not null references account_limit (account),
    number integer not null,
    zone text not null,
    days text not null,
    opens time not null,
    length_seconds integer not null check (length_seconds between 1 and 86400),
    share numeric(38, 12) not null check (share > 0 and share <= 1),
    primary key (account, number)
);

-- What a source holds by its own fills.
create table holding (
    account text not null,
    source text not null,
    instrument text not null,
    partition integer not null,
    quantity numeric not null,
    primary key (account, source, instrument)
);
create index holding_by_partition on holding (partition);

alter table applied_fill add column source text;
alter table wanted_halt add column scope text;
update wanted_halt set scope = 'account:' || account;
alter table wanted_halt alter column scope set not null;
