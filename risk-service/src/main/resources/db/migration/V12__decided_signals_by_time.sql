-- Reports count a period's decisions.
create index decided_signal_by_time on decided_signal (account, decided_at);
