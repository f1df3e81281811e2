create table person (
    username text primary key,
    password_hash text not null,
    roles text not null,
    accounts text not null,
    enabled boolean not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
);

-- Keys that sign tokens; the private half is encrypted with a key that is not in the database.
create table signing_key (
    kid text primary key,
    public_jwk text not null,
    private_jwk_encrypted bytea not null,
    created_at timestamptz not null,
    signs_from timestamptz not null,
    published_until timestamptz not null
);
