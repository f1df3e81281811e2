-- Headlines that count or did lately. The primary key makes a headline new only once, whoever reads it.
create table headlines (
    instrument text not null,
    feed text not null,
    key text not null,
    published_at timestamptz not null,
    known_at timestamptz not null,
    score double precision not null check (score between -1 and 1),
    citation text not null,
    primary key (instrument, feed, key)
);
create index headlines_by_time on headlines (instrument, published_at desc);
create index headlines_by_known_at on headlines (known_at);

-- Every score ever made, with what was known when. Published to the topic in this order.
create table scores (
    number bigint generated always as identity primary key,
    id text not null unique,
    instrument text not null,
    score double precision not null check (score between -1 and 1),
    confidence double precision not null check (confidence between 0 and 1),
    headlines integer not null check (headlines > 0),
    source text not null,
    published_at timestamptz not null,
    known_at timestamptz not null,
    valid_until timestamptz not null,
    citations text[] not null,
    announced boolean not null default false
);
create index scores_by_time on scores (instrument, number desc);
create index scores_to_announce on scores (number) where not announced;
