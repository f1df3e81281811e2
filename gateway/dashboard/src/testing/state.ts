import * as read from '../api/read';
import type { Instrument, StrategyInstance } from '../model';
import { withHalt, withTrading } from '../store/control';
import { withFillRows } from '../store/fills';
import { withQuote } from '../store/market';
import { withOrderRows } from '../store/orders';
import { withEquityRows, withPositionRows } from '../store/portfolio';
import { INITIAL, type State } from '../store/state';
import { at } from './messages';

export const EURUSD: Instrument = {
  instrument: 'EURUSD.SIM',
  description: 'Euro',
  kind: 'margin',
  currency: 'USD',
  tickSize: '0.00001',
  lotSize: '1000',
  minimumQuantity: '1000',
  open: true,
};

const STRATEGY: StrategyInstance = {
  id: 'sma-eurusd',
  strategy: 'sma-cross',
  account: 'paper',
  instruments: ['EURUSD.SIM'],
  state: 'RUNNING',
  parameters: {},
  reason: null,
};

export const HALT = read.halt({ scope: 'all', haltId: 'h1', status: 'ACTIVE', mode: 'HALTED', tier: 'NORMAL', reason: 'news', who: 'person:bob', at: at(1) });

export const READY = Object.fromEntries(Object.keys(INITIAL.loading).map((name) => [name, 'ready'])) as State['loading'];

/** A page with something in every part of it. */
export function aFullState(): State {
  const order = { clientOrderId: 'o1', account: 'paper', instrument: 'EURUSD.SIM', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: '10000', limitPrice: '1.08', state: 'WORKING', source: 'strategy:sma-eurusd', createdAt: at(1), sequence: 3 };
  const parent = { clientOrderId: 'p1', account: 'paper', instrument: 'EURUSD.SIM', side: 'BUY', quantity: '9000', filled: '3000', working: 1, released: 2, slices: [{}, {}, {}], withheld: 'STALE_PRICE', source: 'person:ada', ended: false };
  const fill = { fillId: 'f1', account: 'paper', instrument: 'EURUSD.SIM', side: 'SELL', quantity: '2000', price: '1.08', fee: '0.1', feeCurrency: 'USD', source: 'person:ada', occurredAt: at(2) };
  const position = { instrument: 'EURUSD.SIM', quantity: '-5000', averagePrice: '1.08', mark: '1.07', currency: 'USD', unrealizedPnl: '50', realizedPnl: '0' };
  const points = [1, 2, 3].map((second) => ({ time: at(second), equity: `10000${second}.5`, realizedPnl: '1', unrealizedPnl: '-2' }));
  const running = withTrading(INITIAL.control, { state: 'RUNNING', scope: null, reason: null, heartbeatStale: false, halts: [] }, 0, performance.now());
  return {
    ...INITIAL,
    connection: 'live',
    loading: READY,
    account: 'paper',
    accounts: [{ account: 'paper', baseCurrency: 'USD', venue: 'SIMULATED' }],
    instruments: [EURUSD],
    quotes: withQuote(new Map(), { instrument: 'EURUSD.SIM', bid: '1.08510', ask: '1.08518', time: at(1) }),
    candles: { instrument: 'EURUSD.SIM', intervalSeconds: 60, bars: [{ time: 1, open: 1, high: 2, low: 0.5, close: 1.5 }] },
    orders: withOrderRows(INITIAL.orders, 'paper', [read.order(order)]),
    parents: [read.parent(parent)],
    fills: withFillRows(INITIAL.fills, [read.fill(fill)]),
    portfolio: withEquityRows(withPositionRows(INITIAL.portfolio, [read.position(position, 'paper')], 0), 'paper', points),
    control: withHalt(running, HALT),
    strategies: [STRATEGY],
  };
}
