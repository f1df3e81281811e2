-- How far each lane has read, and under which ownership. Moved in the transaction that changes state.
create table lane_offset (
    lane text not null,
    partition integer not null,
    topic text not null,
    next_offset bigint not null check (next_offset >= 0),
    generation bigint not null,
    primary key (lane, partition, topic)
);

-- The last sequence applied of each account on each topic that carries one.
create table lane_seen (
    lane text not null,
    topic text not null,
    account text not null,
    partition integer not null,
    sequence bigint not null check (sequence > 0),
    primary key (lane, topic, account)
);

-- What transactions want published. The last row of each topic and account stays, so that the sequence goes on.
create table outbox (
    topic text not null,
    account text not null,
    sequence bigint not null check (sequence > 0),
    partition integer not null,
    payload bytea not null,
    traceparent text,
    published boolean not null default false,
    primary key (topic, account, sequence)
);

create index outbox_by_partition on outbox (partition);
