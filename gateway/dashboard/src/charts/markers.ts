import type { SeriesMarker, UTCTimestamp } from 'lightweight-charts';
import type { Bar, Fill } from '../model';

interface Look {
  readonly up: string;
  readonly down: string;
}

/** Our fills on the candles, each at the bar that holds it: buys below, sells above. */
export function markersOf(
  fills: readonly Fill[],
  bars: readonly Bar[],
  intervalSeconds: number,
  { up, down }: Look,
): SeriesMarker<UTCTimestamp>[] {
  const first = bars[0]?.time;
  const last = bars.at(-1)?.time;
  if (first === undefined || last === undefined) return [];
  const merged = new Map<string, SeriesMarker<UTCTimestamp>>();
  for (const fill of fills) {
    const second = Math.floor(Date.parse(fill.time) / 1000);
    const time = Math.floor(second / intervalSeconds) * intervalSeconds;
    if (Number.isNaN(time) || time < first || time > last) continue;
    const buy = fill.side === 'BUY';
    merged.set(`${time} ${fill.side}`, {
      time: time as UTCTimestamp,
      position: buy ? 'belowBar' : 'aboveBar',
      shape: buy ? 'arrowUp' : 'arrowDown',
      color: buy ? up : down,
      size: 1.4,
    });
  }
  return [...merged.values()].toSorted((a, b) => a.time - b.time);
}
