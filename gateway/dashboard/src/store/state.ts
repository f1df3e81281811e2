import type { Problem } from '../api/problem';
import type { Account, Alert, Decision, Instrument, Parent, StrategyInstance } from '../model';
import type { StreamStatus } from '../stream/stream';
import { NO_CONTROL, type Control } from './control';
import { NO_FILLS, type Fills } from './fills';
import { NO_CANDLES, type Candles, type Quotes } from './market';
import { NO_ORDERS, type Orders } from './orders';
import { NO_PORTFOLIO, type Portfolio } from './portfolio';

/** What is fetched over REST, each with its own fate. */
export type Resource =
  | 'accounts'
  | 'instruments'
  | 'quotes'
  | 'bars'
  | 'equity'
  | 'positions'
  | 'orders'
  | 'parents'
  | 'fills'
  | 'strategies'
  | 'trading';

export type Loading = 'loading' | 'ready' | Problem;

/** Something the person should notice. */
export interface Notice {
  readonly id: string;
  readonly tone: 'info' | 'good' | 'bad';
  readonly title: string;
  readonly detail: string;
}

export interface State {
  readonly connection: StreamStatus;
  readonly loading: Readonly<Record<Resource, Loading>>;
  readonly accounts: readonly Account[];
  readonly account: string;
  readonly instruments: readonly Instrument[];
  readonly quotes: Quotes;
  readonly candles: Candles;
  readonly orders: Orders;
  readonly parents: readonly Parent[];
  readonly fills: Fills;
  readonly portfolio: Portfolio;
  readonly control: Control;
  readonly strategies: readonly StrategyInstance[];
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly alerts: readonly Alert[];
  readonly notices: readonly Notice[];
}

export const INITIAL: State = {
  connection: 'connecting',
  loading: {
    accounts: 'loading',
    instruments: 'loading',
    quotes: 'loading',
    bars: 'loading',
    equity: 'loading',
    positions: 'loading',
    orders: 'loading',
    parents: 'loading',
    fills: 'loading',
    strategies: 'loading',
    trading: 'loading',
  },
  accounts: [],
  account: '',
  instruments: [],
  quotes: new Map(),
  candles: NO_CANDLES,
  orders: NO_ORDERS,
  parents: [],
  fills: NO_FILLS,
  portfolio: NO_PORTFOLIO,
  control: NO_CONTROL,
  strategies: [],
  decisions: new Map(),
  alerts: [],
  notices: [],
};
