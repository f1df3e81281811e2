/** What the page shows. Decimals are strings, times ISO-8601 UTC; see API.md. */

export type Role = 'VIEWER' | 'TRADER' | 'RISK_MANAGER' | 'ADMIN';

export interface User {
  readonly username: string;
  readonly roles: readonly Role[];
  readonly accounts: readonly string[];
}

export interface Session {
  readonly accessToken: string;
  /** When the token ends, in milliseconds of this machine's clock. */
  readonly expiresAtMillis: number;
  readonly user: User;
}

export type Side = 'BUY' | 'SELL';
export type OrderType = 'MARKET' | 'LIMIT' | 'STOP' | 'STOP_LIMIT' | 'TRAILING_STOP';
export type TimeInForce = 'GTC' | 'DAY' | 'IOC' | 'FOK';

export interface Instrument {
  readonly instrument: string;
  readonly description: string;
  readonly kind: string;
  readonly currency: string;
  readonly tickSize: string;
  readonly lotSize: string;
  readonly minimumQuantity: string | null;
  /** Whether its market is in session. */
  readonly open: boolean;
}

export interface Quote {
  readonly instrument: string;
  readonly bid: string;
  readonly ask: string;
  readonly time: string;
  /** Where the middle went with the last change: -1 down, 1 up. */
  readonly direction: -1 | 0 | 1;
  /** Counts the changes, so that each can be shown once. */
  readonly change: number;
}

/** For the chart only, hence numbers. */
export interface Bar {
  /** Start of the bar in seconds since 1970, UTC. */
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

export type OrderState =
  | 'PENDING'
  | 'DENIED'
  | 'SUBMITTED'
  | 'WORKING'
  | 'REJECTED'
  | 'PARTIALLY_FILLED'
  | 'FILLED'
  | 'PENDING_CANCEL'
  | 'PENDING_REPLACE'
  | 'CANCELED'
  | 'REPLACED'
  | 'EXPIRED'
  | 'UNKNOWN';

export interface Order {
  readonly clientOrderId: string;
  readonly account: string;
  readonly instrument: string;
  readonly side: Side;
  readonly type: OrderType;
  readonly timeInForce: string | null;
  readonly quantity: string;
  readonly limitPrice: string | null;
  readonly stopPrice: string | null;
  readonly trailingOffset: string | null;
  readonly state: OrderState;
  readonly cumulativeQuantity: string;
  readonly averagePrice: string | null;
  readonly source: string | null;
  readonly reason: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Of the last order event that is in it; 0 where not known. */
  readonly sequence: number;
}

/** An approved order that risk works off in children. */
export interface Parent {
  readonly clientOrderId: string;
  readonly instrument: string;
  readonly side: Side;
  readonly quantity: string;
  readonly filled: string;
  readonly working: number;
  readonly released: number;
  /** How many children its plan has, null for an iceberg. */
  readonly planned: number | null;
  readonly withheld: string | null;
  readonly stopping: string | null;
  readonly ended: boolean;
  readonly source: string | null;
}

export interface Fill {
  readonly fillId: string;
  readonly account: string;
  readonly instrument: string;
  readonly side: Side;
  readonly quantity: string;
  readonly price: string;
  readonly fee: string | null;
  readonly feeCurrency: string | null;
  readonly clientOrderId: string;
  readonly source: string | null;
  readonly time: string;
}

export interface Position {
  readonly account: string;
  readonly instrument: string;
  /** Signed. */
  readonly quantity: string;
  readonly averagePrice: string;
  readonly mark: string | null;
  readonly currency: string | null;
  readonly unrealizedPnl: string | null;
  readonly realizedPnl: string | null;
}

export interface EquityPoint {
  readonly time: string;
  readonly equity: string;
}

/** An account's books, money in its base currency. */
export interface Books {
  readonly account: string;
  readonly at: string;
  readonly equity: string | null;
  readonly realizedPnl: string | null;
  readonly unrealizedPnl: string | null;
  readonly fees: string | null;
}

export interface Account {
  readonly account: string;
  readonly baseCurrency: string;
  readonly venue: string;
}

export type HaltMode = 'HALTED' | 'REDUCE_ONLY';
export type TradingMode = 'RUNNING' | HaltMode;

export interface Halt {
  /** `scope/haltId` */
  readonly halt: string;
  readonly scope: string;
  readonly status: 'ACTIVE' | 'LIFTED';
  readonly mode: HaltMode;
  readonly tier: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export interface Decision {
  readonly signalId: string;
  readonly outcome: 'ACCEPTED' | 'DENIED';
  readonly code: string | null;
  readonly detail: string | null;
  readonly clientOrderId: string | null;
  readonly instrument: string;
}

export interface StrategyInstance {
  readonly id: string;
  readonly strategy: string;
  readonly account: string;
  readonly instruments: readonly string[];
  readonly state: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly reason: string | null;
}

export interface Alert {
  readonly id: string;
  readonly severity: string;
  readonly code: string;
  readonly summary: string;
  readonly at: string;
}
