// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aDesk, type Call } from './testing/desk';
import { anEnvelope, at } from './testing/messages';
import { summarise } from './store/control';
import { isOpen } from './store/orders';

const ORDER = { clientOrderId: 'o1', account: 'paper', instrument: 'EURUSD.SIM', side: 'BUY', type: 'LIMIT', quantity: '5', state: 'WORKING', createdAt: at(1), sequence: 3 };
const ROWS: Record<string, unknown[]> = {
  '/accounts': [{ account: 'paper', baseCurrency: 'USD', venue: 'SIMULATED' }],
  '/instruments': [{ instrument: 'EURUSD.SIM', tickSize: '0.00001' }],
  '/bars': [{ start: at(0), open: '1', high: '2', low: '1', close: '2' }],
  '/orders': [ORDER],
};

const pathOf = ({ path }: Call): string => path.split('?')[0] ?? '';
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const settle = () => vi.advanceTimersByTimeAsync(300);

function aLive(answer: (call: Call) => Response | null = () => null) {
  return aDesk(['TRADER'], { account: '' }, (call) => {
    const special = answer(call);
    if (special) return special;
    if (pathOf(call) === '/trading-state') return json(200, { state: 'RUNNING', halts: [] });
    return json(200, { items: ROWS[pathOf(call)] ?? [] });
  });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the live desk', () => {
  it('fetches everything, once the account and the instrument are known', async () => {
    const { live, store, calls } = aLive();
    live.streamEvents.live();
    await settle();
    const state = store.get();
    expect(Object.entries(state.loading).filter(([, loading]) => loading !== 'ready')).toEqual([]);
    expect(state.account).toBe('paper');
    expect(state.candles).toMatchObject({ instrument: 'EURUSD.SIM', bars: [{ close: 2 }] });
    expect(calls.map(({ path }) => path)).toContain('/orders?account=paper&status=open&limit=200');
  });

  it('fetches again when the stream has come back, and so learns what it missed', async () => {
    let state = 'WORKING';
    const { live, store } = aLive((call) => (pathOf(call) === '/orders' ? json(200, { items: [{ ...ORDER, state, sequence: state === 'WORKING' ? 3 : 9 }] }) : null));
    live.streamEvents.live();
    await settle();
    state = 'FILLED';
    live.streamEvents.live();
    await settle();
    expect([...store.get().orders.byId.values()].map(isOpen)).toEqual([false]);
  });

  it('asks a service again that was not ready, and shows that meanwhile', async () => {
    let ready = false;
    const { live, store } = aLive((call) => (pathOf(call) === '/trading-state' && !ready ? json(503, { title: 'Starting' }) : null));
    live.streamEvents.live();
    await settle();
    expect(store.get().loading.trading).toMatchObject({ title: 'Starting' });
    ready = true;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(summarise(store.get().control, 'paper')?.mode).toBe('RUNNING');
  });

  it('tells in each part of the account why the accounts are not there', async () => {
    const { live, store } = aDesk(['TRADER'], { account: '' }, () => json(403, { title: 'Not allowed' }));
    live.streamEvents.live();
    await settle();
    expect(store.get().loading).toMatchObject({ orders: { status: 403 }, fills: { status: 403 }, positions: { status: 403 }, equity: { status: 403 } });
  });

  it('applies a batch of messages in order, also where no frame comes', async () => {
    vi.stubGlobal('requestAnimationFrame', () => 0);
    const { live, store } = aLive();
    const tick = (bid: string, second: number) => anEnvelope('quote-tick', { instrument: 'EURUSD.SIM', bid, ask: '2', time: at(second) });
    live.streamEvents.message('quotes', tick('1.1', 1));
    live.streamEvents.message('quotes', tick('1.2', 2));
    expect(store.get().quotes.size).toBe(0);
    await settle();
    expect(store.get().quotes.get('EURUSD.SIM')).toMatchObject({ bid: '1.2', direction: 1 });
    vi.unstubAllGlobals();
  });

  it('asks risk again after a halt has changed', async () => {
    const { live, calls } = aLive();
    const halt = anEnvelope('halt-changed', { scope: 'all', haltId: 'h', status: 'ACTIVE', mode: 'HALTED', who: 'w', at: at(1) });
    live.streamEvents.message('control', halt);
    await settle();
    expect(calls.map(pathOf)).toEqual(['/trading-state']);
  });

  it('says nothing more once it is stopped', async () => {
    const { live, store } = aLive();
    live.start();
    live.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.get().loading.trading).toBe('loading');
  });
});
