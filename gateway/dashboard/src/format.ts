import type { Instrument, OrderState } from './model';
import { minus, parseDecimal, placesOf, toPlain } from './decimal';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });

/** 14:03:27, UTC. */
export function timeOf(iso: string | number): string {
  const millis = typeof iso === 'number' ? iso : Date.parse(iso);
  return Number.isNaN(millis) ? '—' : clock.format(millis);
}

/** 14:03:27 today, else 20 Nov 14:03:27; UTC. */
export function momentOf(iso: string, now = Date.now()): string {
  const millis = Date.parse(iso);
  if (Number.isNaN(millis)) return '—';
  const today = day.format(now) === day.format(millis);
  return today ? clock.format(millis) : `${day.format(millis)} ${clock.format(millis)}`;
}

export const dayOf = (millis: number): string => day.format(millis);

/** Partially filled, for PARTIALLY_FILLED. */
export function words(constant: string): string {
  const lower = constant.toLowerCase().replaceAll('_', ' ');
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

export type Tone = 'neutral' | 'good' | 'bad' | 'warn' | 'busy';

const ORDER_TONES: Record<OrderState, Tone> = {
  PENDING: 'busy',
  SUBMITTED: 'busy',
  WORKING: 'neutral',
  PARTIALLY_FILLED: 'neutral',
  FILLED: 'good',
  PENDING_CANCEL: 'busy',
  PENDING_REPLACE: 'busy',
  CANCELED: 'neutral',
  REPLACED: 'neutral',
  EXPIRED: 'neutral',
  DENIED: 'bad',
  REJECTED: 'bad',
  UNKNOWN: 'warn',
};

export const orderTone = (state: OrderState): Tone => ORDER_TONES[state] ?? 'neutral';

/** person:admin → admin; strategy:sma-eurusd → sma-eurusd. */
export const sourceOf = (source: string | null): string => source?.replace(/^[a-z]+:/, '') ?? '—';

export function scopeWords(scope: string): string {
  const [kind = '', id] = scope.split(/:(.*)/s);
  return scope === 'all' ? 'everything' : `${kind} ${id ?? ''}`;
}

export const pricePlaces = (instruments: readonly Instrument[], id: string): number | undefined => {
  const found = instruments.find(({ instrument }) => instrument === id);
  return found && placesOf(found.tickSize);
};

/** Ask less bid, exact. */
export function spreadOf(bid: string, ask: string): string {
  const [b, a] = [parseDecimal(bid), parseDecimal(ask)];
  return b && a ? toPlain(minus(a, b)) : '';
}
