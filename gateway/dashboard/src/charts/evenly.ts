import type { EquityPoint } from '../model';

export interface EvenPoint {
  /** Seconds since 1970, UTC. */
  readonly time: number;
  readonly value: number;
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400];
const MOST = 900;

/**
 * The curve at even steps of time, each with the last value known then. The chart spaces its points
 * evenly, so that without this the minute in which most happens would be the widest.
 */
export function evenly(points: readonly EquityPoint[]): EvenPoint[] {
  const seconds = points.map((point) => Math.floor(Date.parse(point.time) / 1000));
  const [first, last] = [seconds[0], seconds.at(-1)];
  if (first === undefined || last === undefined) return [];
  const step = STEPS.find((candidate) => (last - first) / candidate <= MOST) ?? Math.ceil((last - first) / MOST);
  const even: EvenPoint[] = [];
  let index = 0;
  for (let time = Math.floor(first / step) * step; time <= last; time += step) {
    while (index + 1 < points.length && (seconds[index + 1] ?? Infinity) < time + step) index += 1;
    even.push({ time, value: Number(points[index]?.equity) });
  }
  return even;
}
