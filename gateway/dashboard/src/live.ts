import type { Api } from './api/client';
import { asProblem } from './api/problem';
import { withTrading } from './store/control';
import { withFillRows } from './store/fills';
import { NO_CANDLES, withBars, withQuote } from './store/market';
import { NO_PORTFOLIO, withEquityRows, withPositionRows } from './store/portfolio';
import { NO_ORDERS, withOrderRows } from './store/orders';
import { withLoading, withMessage, withNotice } from './store/reduce';
import type { Notice, Resource, State } from './store/state';
import type { Store } from './store/store';
import type { Envelope, StreamStatus } from './stream/stream';

const INTERVAL_SECONDS: Record<string, number> = { PT1S: 1, PT1M: 60, PT5M: 300, PT1H: 3600, P1D: 86_400 };
const OF_ACCOUNT = ['orders', 'parents', 'fills', 'positions', 'equity'] as const;
/** After these a parent has other numbers; fills of its children come on a stream of their own. */
const ABOUT_PARENTS = new Set(['signal-accepted', 'child-released', 'child-withheld', 'parent-ended', 'order-filled']);
const STRATEGIES_EVERY_MILLIS = 10_000;
const SESSIONS_EVERY_MILLIS = 60_000;
const TRADING_EVERY_MILLIS = 5_000;
const RETRY_MILLIS = 5_000;

/**
 * Keeps the store like the services: fetches everything when the stream has become live, again
 * after each reconnection, and applies the stream's messages in between, one batch a frame.
 */
export class Live {
  private queue: { stream: string; envelope: Envelope; at: number }[] = [];
  private flushing = false;
  private stopped = false;
  private interval = 'PT1M';
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private readonly due = new Set<Resource>();

  constructor(
    private readonly api: Api,
    private readonly store: Store,
    private readonly account: string | null,
  ) {}

  readonly streamEvents = {
    message: (stream: string, envelope: Envelope) => {
      this.queue.push({ stream, envelope, at: performance.now() });
      if (envelope.type === 'halt-changed') this.again('trading', 250);
      if (ABOUT_PARENTS.has(envelope.type)) this.again('parents', 1000);
      this.flushSoon();
    },
    live: () => this.fetchAll(),
    status: (connection: StreamStatus) => this.store.update((state) => ({ ...state, connection })),
  };

  /** Fetches at once what does not need the stream; the stream's start fetches it anew. */
  start(): void {
    this.fetchAll();
    this.poll(this.strategies, STRATEGIES_EVERY_MILLIS);
    this.poll(this.trading, TRADING_EVERY_MILLIS);
    this.poll(this.instruments, SESSIONS_EVERY_MILLIS);
  }

  stop(): void {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
  }

  choose(account: string): void {
    this.store.update((state) => ({ ...state, account, orders: NO_ORDERS, parents: [], portfolio: NO_PORTFOLIO }));
    this.fetchAccount();
  }

  /** Shows the candles of another instrument or interval. */
  chart(instrument: string, interval: string): void {
    this.interval = interval;
    const intervalSeconds = INTERVAL_SECONDS[interval] ?? 60;
    this.store.update((state) => ({ ...state, candles: { ...NO_CANDLES, instrument, intervalSeconds } }));
    void this.bars();
  }

  notify(notice: Omit<Notice, 'id'>): void {
    const id = `${notice.title} ${performance.now()}`;
    this.store.update((state) => withNotice(state, { ...notice, id }));
  }

  dismiss(id: string): void {
    this.store.update((state) => ({ ...state, notices: state.notices.filter((notice) => notice.id !== id) }));
  }

  trading = () => {
    const { revision } = this.store.get().control;
    return this.fetch('trading', () => this.api.tradingState(), (state, trading) => {
      if (revision !== state.control.revision) this.again('trading', 250);
      return { ...state, control: withTrading(state.control, trading, revision, performance.now()) };
    });
  };

  strategies = () =>
    this.fetch('strategies', () => this.api.strategies(), (state, strategies) => ({ ...state, strategies }));

  bars = () => {
    const { instrument, intervalSeconds } = this.store.get().candles;
    if (instrument === '') return Promise.resolve();
    return this.fetch('bars', () => this.api.bars(instrument, this.interval), (state, rows) => {
      const same = state.candles.instrument === instrument && state.candles.intervalSeconds === intervalSeconds;
      return same ? { ...state, candles: withBars(state.candles, rows) } : state;
    });
  };

  positions = () => {
    const { revision } = this.store.get().portfolio;
    return this.ofAccount('positions', (account) => this.api.positions(account), (state, rows) => ({
      ...state,
      portfolio: withPositionRows(state.portfolio, rows, revision),
    }));
  };

  equity = () =>
    this.ofAccount('equity', (account) => this.api.equity(account, sinceYesterday()), (state, rows) => ({
      ...state,
      portfolio: withEquityRows(state.portfolio, state.account, rows),
    }));

  fills = () =>
    this.ofAccount('fills', (account) => this.api.fills(account), (state, rows) => ({
      ...state,
      fills: withFillRows(state.fills, rows),
    }));

  orders = () =>
    this.ofAccount(
      'orders',
      async (account) => {
        const [open, all] = await Promise.all([this.api.orders(account, 'open'), this.api.orders(account, 'all')]);
        return [...open, ...all];
      },
      (state, rows) => ({ ...state, orders: withOrderRows(state.orders, state.account, rows) }),
    );

  parents = () =>
    this.ofAccount('parents', (account) => this.api.parents(account), (state, parents) => ({ ...state, parents }));

  accounts = () =>
    this.fetch('accounts', () => this.api.accounts(), (state, accounts) => {
      const known = accounts.some(({ account }) => account === state.account);
      return { ...state, accounts, account: known ? state.account : (this.account ?? accounts[0]?.account ?? '') };
    }).then(() => this.fetchAccount());

  instruments = () =>
    this.fetch('instruments', () => this.api.instruments(), (state, rows) => ({
      ...state,
      instruments: rows.toSorted((a, b) => a.instrument.localeCompare(b.instrument)),
    })).then(() => {
      const first = this.store.get().instruments[0];
      if (first && this.store.get().candles.instrument === '') this.chart(first.instrument, this.interval);
    });

  quotes = () =>
    this.fetch('quotes', () => this.api.quotes(), (state, rows) => ({
      ...state,
      quotes: rows.reduce(withQuote, state.quotes),
    }));

  private fetchAll(): void {
    void this.trading();
    void this.instruments();
    void this.quotes();
    void this.accounts();
    void this.strategies();
    void this.bars();
  }

  private fetchAccount(): void {
    const { account, loading } = this.store.get();
    if (account === '') {
      // Without an account there is nothing to ask for: its parts share the fate of the accounts.
      for (const part of OF_ACCOUNT) this.store.update((state) => withLoading(state, part, loading.accounts));
      return;
    }
    void this.orders();
    void this.parents();
    void this.fills();
    void this.positions();
    void this.equity();
  }

  private async fetch<T>(resource: Resource, ask: () => Promise<T>, apply: (state: State, answer: T) => State): Promise<void> {
    try {
      const answer = await ask();
      if (!this.stopped) this.store.update((state) => withLoading(apply(state, answer), resource, 'ready'));
    } catch (thrown) {
      if (this.stopped) return;
      const problem = asProblem(thrown);
      this.store.update((state) => withLoading(state, resource, problem));
      // What may pass by itself is tried again: no answer, a service that is starting.
      if (problem.status === 0 || problem.status >= 500) this.again(resource, RETRY_MILLIS);
    }
  }

  private again(resource: Resource, millis: number): void {
    if (this.due.has(resource)) return;
    this.due.add(resource);
    this.later(() => {
      this.due.delete(resource);
      void this[resource]();
    }, millis);
  }

  /** An answer for another account than the one chosen by now is dropped. */
  private ofAccount<T>(resource: Resource, ask: (account: string) => Promise<T>, apply: (state: State, answer: T) => State) {
    const { account } = this.store.get();
    if (account === '') return Promise.resolve();
    return this.fetch(resource, () => ask(account), (state, answer) =>
      state.account === account ? apply(state, answer) : state,
    );
  }

  /** For what no stream tells, while somebody looks. */
  private poll(fetch: () => Promise<void>, millis: number): void {
    this.later(() => {
      if (document.visibilityState === 'visible') void fetch();
      this.poll(fetch, millis);
    }, millis);
  }

  private flushSoon(): void {
    if (this.flushing) return;
    this.flushing = true;
    // A hidden tab gets no frames: the timer empties the queue then.
    const timer = setTimeout(() => this.flush(), 250);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      this.flush();
    });
  }

  private flush(): void {
    if (!this.flushing) return;
    this.flushing = false;
    const batch = this.queue;
    this.queue = [];
    this.store.update((state) =>
      batch.reduce((next, { stream, envelope, at }) => withMessage(next, stream, envelope, at), state),
    );
  }

  private later(task: () => void, millis: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      if (!this.stopped) task();
    }, millis);
    this.timers.add(timer);
  }
}

/** A day and a bit: the curve's span, so that the point before midnight is in it. */
const sinceYesterday = (): string => new Date(Date.now() - 25 * 3_600_000).toISOString();
