import { string, type Json } from '../api/read';
import type { Bar, Quote } from '../model';

export type Quotes = ReadonlyMap<string, Quote>;

/** Candles of the one instrument and interval that the chart shows. */
export interface Candles {
  readonly instrument: string;
  readonly intervalSeconds: number;
  readonly bars: readonly Bar[];
}

export const NO_CANDLES: Candles = { instrument: '', intervalSeconds: 60, bars: [] };

const BARS_KEPT = 2_000;

/** What is older by more than this comes from another market clock: a replay has begun. */
const NEW_CLOCK_MILLIS = 600_000;

/** A quote from the stream or from `/quotes`; an older one than the known changes nothing. */
export function withQuote(quotes: Quotes, row: Json): Quotes {
  const next = quoteOf(quotes, row);
  return next === null ? quotes : new Map(quotes).set(next.instrument, next);
}

/** Null where it is no news. */
export function quoteOf(quotes: Quotes, row: Json): Quote | null {
  const [instrument, bid, ask, time] = ['instrument', 'bid', 'ask', 'time'].map((name) => string(row[name]));
  if (!instrument || !bid || !ask || !time) return null;
  const before = quotes.get(instrument);
  if (before === undefined) return { instrument, bid, ask, time, direction: 0, change: 0 };
  const later = Date.parse(time) - Date.parse(before.time);
  if (later < 0 && later > -NEW_CLOCK_MILLIS) return null;
  if (before.bid === bid && before.ask === ask) return before.time === time ? null : { ...before, time };
  const move = Number(bid) + Number(ask) - Number(before.bid) - Number(before.ask);
  return { instrument, bid, ask, time, direction: move > 0 ? 1 : move < 0 ? -1 : 0, change: before.change + 1 };
}

export const middleOf = (row: Json): number => (Number(row['bid']) + Number(row['ask'])) / 2;

/** The bars with one more middle price; a price older than the last bar changes nothing. */
export function withPrice(candles: Candles, price: number, timeMillis: number): Candles {
  const { bars, intervalSeconds } = candles;
  const time = Math.floor(timeMillis / 1000 / intervalSeconds) * intervalSeconds;
  const last = bars.at(-1);
  if (!Number.isFinite(price) || Number.isNaN(time)) return candles;
  const opened = { time, open: price, high: price, low: price, close: price };
  if (last === undefined || time > last.time) return { ...candles, bars: [...bars.slice(-BARS_KEPT), opened] };
  if (time < last.time) return isOtherClock(candles, time, last.time) ? { ...candles, bars: [opened] } : candles;
  if (last.close === price && last.high >= price && last.low <= price) return candles;
  const grown = { ...last, high: Math.max(last.high, price), low: Math.min(last.low, price), close: price };
  return { ...candles, bars: [...bars.slice(0, -1), grown] };
}

const isOtherClock = ({ intervalSeconds }: Candles, earlier: number, later: number): boolean =>
  later - earlier > NEW_CLOCK_MILLIS / 1000 + 10 * intervalSeconds;

/** Bars of `/bars`; of the bars that the stream has built meanwhile the newer ones stay. */
export function withBars(candles: Candles, rows: readonly Bar[]): Candles {
  const byTime = new Map(rows.filter((row) => Number.isFinite(row.close)).map((row) => [row.time, row]));
  const newest = Math.max(...byTime.keys());
  for (const bar of candles.bars) {
    const newer = bar.time > newest && !isOtherClock(candles, newest, bar.time);
    if (newer || rows.length === 0) byTime.set(bar.time, bar);
  }
  const built = candles.bars.find((bar) => bar.time === newest);
  const fetched = byTime.get(newest);
  if (built && fetched) byTime.set(newest, { ...fetched, high: Math.max(built.high, fetched.high), low: Math.min(built.low, fetched.low), close: built.close });
  return { ...candles, bars: [...byTime.values()].toSorted((a, b) => a.time - b.time) };
}
