import type { OrderRequest } from '../api/client';
import { compare, formatDecimal, isMultipleOf, parseDecimal } from '../decimal';
import type { Instrument, OrderType, Side, TimeInForce } from '../model';

/** How an order is sent: as it is, or worked off in children. */
export type Working = 'AT_ONCE' | 'TWAP' | 'VWAP' | 'ICEBERG';

/** What the person has typed so far. */
export interface Draft {
  readonly instrument: string;
  readonly side: Side;
  readonly type: OrderType;
  readonly quantity: string;
  readonly limitPrice: string;
  readonly stopPrice: string;
  readonly trailingOffset: string;
  readonly timeInForce: TimeInForce;
  readonly working: Working;
  readonly minutes: string;
  readonly slices: string;
  readonly displayQuantity: string;
}

export const EMPTY: Draft = {
  instrument: '',
  side: 'BUY',
  type: 'MARKET',
  quantity: '',
  limitPrice: '',
  stopPrice: '',
  trailingOffset: '',
  timeInForce: 'IOC',
  working: 'AT_ONCE',
  minutes: '',
  slices: '',
  displayQuantity: '',
};

export type FieldName = 'quantity' | PriceName | 'minutes' | 'slices' | 'displayQuantity';
type PriceName = 'limitPrice' | 'stopPrice' | 'trailingOffset';

interface Terms {
  readonly prices: readonly PriceName[];
  readonly times: readonly TimeInForce[];
  readonly workings: readonly Working[];
}

/** What each type of order asks for. */
export const TERMS: Record<OrderType, Terms> = {
  MARKET: { prices: [], times: ['IOC', 'FOK'], workings: ['AT_ONCE', 'TWAP', 'VWAP'] },
  LIMIT: { prices: ['limitPrice'], times: ['GTC', 'DAY', 'IOC', 'FOK'], workings: ['AT_ONCE', 'TWAP', 'VWAP', 'ICEBERG'] },
  STOP: { prices: ['stopPrice'], times: ['GTC', 'DAY'], workings: ['AT_ONCE'] },
  STOP_LIMIT: { prices: ['stopPrice', 'limitPrice'], times: ['GTC', 'DAY'], workings: ['AT_ONCE'] },
  TRAILING_STOP: { prices: ['trailingOffset'], times: ['GTC', 'DAY'], workings: ['AT_ONCE'] },
};

/** The draft as another type, with what that type can't have taken back. */
export function asType(draft: Draft, type: OrderType): Draft {
  const { times, workings } = TERMS[type];
  return { ...draft, type, timeInForce: times[0] ?? 'GTC', working: workings.includes(draft.working) ? draft.working : 'AT_ONCE' };
}

/** The draft worked off in another way; only GTC rests piece by piece. */
export const asWorked = (draft: Draft, working: Working): Draft => ({
  ...draft,
  working,
  timeInForce: working === 'ICEBERG' ? 'GTC' : draft.timeInForce,
});

/** The fields that say how the order is worked off. */
export const workingFields = (working: Working): readonly FieldName[] =>
  working === 'ICEBERG' ? ['displayQuantity'] : working === 'AT_ONCE' ? [] : ['minutes', 'slices'];

/** What is wrong with each field; risk has the last word on the rest. */
export function errorsOf(draft: Draft, instrument: Instrument | undefined): Partial<Record<FieldName, string>> {
  const errors: Partial<Record<FieldName, string>> = {};
  const check = (field: FieldName, step: string | undefined, what: string) => {
    const value = parseDecimal(draft[field]);
    const unit = parseDecimal(step);
    if (!value || value.mantissa <= 0n) errors[field] = `Enter ${what} above 0.`;
    else if (unit && !isMultipleOf(value, unit)) errors[field] = `Must be a multiple of ${formatDecimal(unit)}.`;
  };
  const atLeast = (field: FieldName) => {
    const [value, least] = [parseDecimal(draft[field]), parseDecimal(instrument?.minimumQuantity)];
    if (!errors[field] && value && least && compare(value, least) < 0) errors[field] = `Must be at least ${formatDecimal(least)}.`;
  };
  const size = (field: FieldName, what: string) => {
    check(field, instrument?.lotSize, what);
    atLeast(field);
  };
  size('quantity', 'a quantity');
  for (const price of TERMS[draft.type].prices) check(price, instrument?.tickSize, price === 'trailingOffset' ? 'a distance' : 'a price');
  const fields = workingFields(draft.working);
  if (fields.includes('displayQuantity')) size('displayQuantity', 'a quantity');
  if (fields.includes('minutes')) check('minutes', undefined, 'minutes');
  if (fields.includes('slices') && !/^([1-9]\d{0,2}|1000)$/.test(draft.slices.trim())) errors.slices = 'Enter a whole number from 1 to 1000.';
  return errors;
}

export function requestOf(draft: Draft, account: string): OrderRequest {
  const prices = Object.fromEntries(TERMS[draft.type].prices.map((price) => [price, draft[price].trim()]));
  return {
    account,
    instrument: draft.instrument,
    side: draft.side,
    type: draft.type,
    quantity: draft.quantity.trim(),
    ...prices,
    timeInForce: draft.timeInForce,
    ...algorithmOf(draft),
  };
}

function algorithmOf(draft: Draft): Pick<OrderRequest, 'algorithm'> {
  switch (draft.working) {
    case 'AT_ONCE':
      return {};
    case 'ICEBERG':
      return { algorithm: { kind: 'ICEBERG', displayQuantity: draft.displayQuantity.trim() } };
    default:
      return { algorithm: { kind: draft.working, over: `PT${Math.round(Number(draft.minutes) * 60)}S`, slices: Number(draft.slices) } };
  }
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
