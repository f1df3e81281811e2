-- The exits that orders asked for, of what they fill; moved with the lane's offset, gone once all is closed.
create table bracket_exit (
    entry_signal_id text primary key,
    account text not null,
    partition integer not null,
    instrument text not null,
    side text not null,
    take_profit numeric,
    stop_loss numeric,
    trailing_offset numeric,
    filled numeric not null,
    closed numeric not null,
    best numeric,
    met text,
    attempts integer not null check (attempts >= 0),
    last_attempt timestamptz
);
create index bracket_exit_by_partition on bracket_exit (partition);
