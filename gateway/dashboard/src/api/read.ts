/**
 * From JSON to the model, for REST rows and message bodies alike. A field that is absent becomes
 * null or empty; money may be a string or `{amount, currency}`.
 */
import type {
  Account,
  Bar,
  Books,
  Decision,
  EquityPoint,
  Fill,
  Halt,
  Instrument,
  Order,
  OrderState,
  Parent,
  Position,
  Side,
  StrategyInstance,
} from '../model';

export type Json = Readonly<Record<string, unknown>>;

export const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {};

export const string = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
};

const required = (value: unknown): string => string(value) ?? '';

/** The amount of a money, which stands as `"12.50"`, `"12.50 USD"` or `{amount, currency}`. */
export function amount(value: unknown): string | null {
  if (typeof value === 'object' && value !== null) return string((value as Json)['amount']);
  return string(value)?.split(' ')[0] ?? null;
}

export function currency(value: unknown): string | null {
  if (typeof value === 'object' && value !== null) return string((value as Json)['currency']);
  return string(value)?.split(' ')[1] ?? null;
}

export function instrument(row: Json): Instrument {
  return {
    instrument: required(row['instrument']),
    description: required(row['description']),
    kind: required(row['kind'] ?? object(row['terms'])['type']),
    currency: required(row['currency'] ?? row['quoteCurrency']),
    tickSize: string(row['tickSize']) ?? '0.01',
    lotSize: string(row['lotSize']) ?? '1',
    minimumQuantity: string(row['minimumQuantity']),
    open: row['open'] !== false,
  };
}

export function bar(row: Json): Bar {
  return {
    time: Math.floor(Date.parse(required(row['start'] ?? row['openTime'])) / 1000),
    open: Number(row['open']),
    high: Number(row['high']),
    low: Number(row['low']),
    close: Number(row['close']),
  };
}

export function order(row: Json): Order {
  const createdAt = required(row['createdAt'] ?? row['updatedAt']);
  return {
    clientOrderId: required(row['clientOrderId']),
    account: required(row['account']),
    instrument: required(row['instrument']),
    side: required(row['side']) as Side,
    type: required(row['type']) as Order['type'],
    timeInForce: string(row['timeInForce']),
    quantity: required(row['quantity']),
    limitPrice: string(row['limitPrice']),
    stopPrice: string(row['stopPrice']),
    trailingOffset: string(row['trailingOffset']),
    state: required(row['state'] ?? row['status']) as OrderState,
    cumulativeQuantity: string(row['cumulativeQuantity']) ?? '0',
    averagePrice: string(row['averagePrice']),
    source: string(row['source']),
    reason: string(row['reason']),
    createdAt,
    updatedAt: string(row['updatedAt']) ?? createdAt,
    sequence: Number(row['sequence'] ?? 0),
  };
}

export function parent(row: Json): Parent {
  const slices = row['slices'];
  return {
    clientOrderId: required(row['clientOrderId']),
    instrument: required(row['instrument']),
    side: required(row['side']) as Side,
    quantity: required(row['quantity']),
    filled: required(row['filled']),
    working: Number(row['working'] ?? 0),
    released: Number(row['released'] ?? 0),
    planned: Array.isArray(slices) ? slices.length : null,
    withheld: string(row['withheld']),
    stopping: string(row['stopping']),
    ended: row['ended'] === true,
    source: string(row['source']),
  };
}

/** A row of `/fills`, or the body of `fill-recorded`. */
export function fill(row: Json): Fill {
  return {
    fillId: required(row['fillId']),
    account: required(row['account']),
    instrument: required(row['instrument']),
    side: required(row['side']) as Side,
    quantity: required(row['quantity'] ?? row['lastQuantity']),
    price: required(row['price'] ?? row['lastPrice']),
    fee: amount(row['fee']),
    feeCurrency: currency(row['fee']) ?? string(row['feeCurrency']),
    clientOrderId: required(row['clientOrderId']),
    source: string(row['source']),
    time: required(row['occurredAt'] ?? row['venueTime']),
  };
}

/** A row of `/positions`, or a line of `portfolio-updated`. */
export function position(row: Json, account?: string): Position {
  return {
    account: string(row['account']) ?? account ?? '',
    instrument: required(row['instrument']),
    quantity: required(row['quantity']),
    averagePrice: required(row['averagePrice']),
    mark: string(row['mark']),
    currency: currency(row['realizedPnl']) ?? string(row['currency']),
    unrealizedPnl: amount(row['unrealizedPnl']),
    realizedPnl: amount(row['realizedPnl']),
  };
}

/** The body of `portfolio-updated`, or a point of `/equity` read as the books at that time. */
export function books(row: Json, account?: string): Books {
  return {
    account: string(row['account']) ?? account ?? '',
    at: required(row['at'] ?? row['time']),
    equity: amount(row['equity']),
    realizedPnl: amount(row['realizedPnl']),
    unrealizedPnl: amount(row['unrealizedPnl']),
    fees: amount(row['fees']),
  };
}

export function equityPoint(row: Json): EquityPoint {
  return { time: required(row['time']), equity: amount(row['equity']) ?? '' };
}

export function account(row: Json): Account {
  return {
    account: required(row['account'] ?? row['id']),
    baseCurrency: string(row['baseCurrency']) ?? currency(row['equity']) ?? '',
    venue: required(row['venue']),
  };
}

/** A halt of REST, or the body of `halt-changed`. */
export function halt(row: Json): Halt {
  const scope = required(row['scope']);
  return {
    halt: string(row['halt']) ?? `${scope}/${required(row['haltId'])}`,
    scope,
    status: row['status'] === 'LIFTED' ? 'LIFTED' : 'ACTIVE',
    mode: row['mode'] === 'REDUCE_ONLY' ? 'REDUCE_ONLY' : 'HALTED',
    tier: required(row['tier']),
    reason: required(row['reason']),
    by: required(row['by'] ?? row['who']),
    at: required(row['at']),
  };
}

export function decision(type: string, row: Json): Decision {
  return {
    signalId: required(row['signalId']),
    outcome: type === 'signal-accepted' || row['outcome'] === 'ACCEPTED' ? 'ACCEPTED' : 'DENIED',
    code: string(row['code']),
    detail: string(row['detail'] ?? row['reason']),
    clientOrderId: string(row['clientOrderId']),
    instrument: required(row['instrument']),
  };
}

export function strategyInstance(row: Json): StrategyInstance {
  const instruments = row['instruments'] ?? row['instrument'];
  const parameters = Object.entries(object(row['parameters']));
  return {
    id: required(row['id']),
    strategy: required(row['strategy'] ?? row['type']),
    account: required(row['account']),
    instruments: Array.isArray(instruments) ? instruments.map(required) : [required(instruments)],
    state: required(row['state'] ?? row['status']),
    parameters: Object.fromEntries(parameters.map(([name, value]) => [name, string(value) ?? JSON.stringify(value)])),
    reason: string(row['reason']),
  };
}
