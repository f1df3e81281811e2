import type { OrderRequest } from '../api/client';
import { compare, formatDecimal, isMultipleOf, parseDecimal } from '../decimal';
import type { Instrument, OrderType, Side, TimeInForce } from '../model';

/** What the person has typed so far. */
export interface Draft {
  readonly instrument: string;
  readonly side: Side;
  readonly type: OrderType;
  readonly quantity: string;
  readonly limitPrice: string;
  readonly stopPrice: string;
  readonly timeInForce: TimeInForce;
}

export const EMPTY: Draft = {
  instrument: '',
  side: 'BUY',
  type: 'MARKET',
  quantity: '',
  limitPrice: '',
  stopPrice: '',
  timeInForce: 'IOC',
};

export const TIMES_IN_FORCE: Record<'MARKET' | 'LIMIT' | 'STOP', readonly TimeInForce[]> = {
  MARKET: ['IOC', 'FOK'],
  LIMIT: ['GTC', 'DAY', 'IOC', 'FOK'],
  STOP: ['GTC', 'DAY'],
};

export type FieldName = 'quantity' | 'limitPrice' | 'stopPrice';

/** What is wrong with each field; risk has the last word on the rest. */
export function errorsOf(draft: Draft, instrument: Instrument | undefined): Partial<Record<FieldName, string>> {
  const errors: Partial<Record<FieldName, string>> = {};
  const check = (field: FieldName, step: string | undefined, what: string) => {
    const value = parseDecimal(draft[field]);
    const unit = parseDecimal(step);
    if (!value || value.mantissa <= 0n) errors[field] = `Enter ${what} above 0.`;
    else if (unit && !isMultipleOf(value, unit)) errors[field] = `Must be a multiple of ${formatDecimal(unit)}.`;
  };
  check('quantity', instrument?.lotSize, 'a quantity');
  if (draft.type === 'LIMIT') check('limitPrice', instrument?.tickSize, 'a price');
  if (draft.type === 'STOP') check('stopPrice', instrument?.tickSize, 'a price');
  const [quantity, least] = [parseDecimal(draft.quantity), parseDecimal(instrument?.minimumQuantity)];
  if (!errors.quantity && quantity && least && compare(quantity, least) < 0) {
    errors.quantity = `Must be at least ${formatDecimal(least)}.`;
  }
  return errors;
}

export function requestOf(draft: Draft, account: string): OrderRequest {
  return {
    account,
    instrument: draft.instrument,
    side: draft.side,
    type: draft.type,
    quantity: draft.quantity.trim(),
    ...(draft.type === 'LIMIT' ? { limitPrice: draft.limitPrice.trim() } : {}),
    ...(draft.type === 'STOP' ? { stopPrice: draft.stopPrice.trim() } : {}),
    timeInForce: draft.timeInForce,
  };
}

/** A random UUID, also where the page came over plain HTTP and `randomUUID` is kept from it. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
