import { describe, expect, it } from 'vitest';
import * as read from '../api/read';
import { at } from '../testing/messages';
import { forSeeds } from '../testing/random';
import { evenly } from './evenly';
import { markersOf } from './markers';

const second = (offset: number) => Date.parse(at(offset)) / 1000;

describe('the equity curve', () => {
  it('has even steps, few points, and ends at the last value', () => {
    forSeeds(200, (random) => {
      let time = 0;
      const points = Array.from({ length: 1 + random.below(2_000) }, () => {
        time += random.chance(0.01) ? random.below(100_000) : random.below(5);
        return { time: at(time), equity: String(random.below(1_000)) };
      });
      const even = evenly(points);
      const steps = new Set(even.slice(1).map((point, index) => point.time - (even[index]?.time ?? 0)));
      expect(steps.size).toBeLessThanOrEqual(1);
      expect(even.length).toBeLessThanOrEqual(902);
      expect(even.at(-1)?.value).toBe(Number(points.at(-1)?.equity));
    });
  });

  it('carries the last value over a gap', () => {
    const points = [0, 1, 4].map((offset) => ({ time: at(offset), equity: String(offset) }));
    expect(evenly(points).map(({ value }) => value)).toEqual([0, 1, 1, 1, 4]);
  });
});

describe('fill markers', () => {
  const bars = [0, 60, 120].map((offset) => ({ time: second(offset), open: 1, high: 1, low: 1, close: 1 }));
  const fill = (offset: number, side: string) => read.fill({ fillId: `${offset}${side}`, side, occurredAt: at(offset) });

  it('stand at the bar that holds the fill, buys below and sells above, in order', () => {
    const fills = [fill(130, 'SELL'), fill(61, 'BUY'), fill(62, 'BUY'), fill(-5, 'BUY'), fill(999, 'BUY')];
    expect(markersOf(fills, bars, 60, { up: 'g', down: 'r' }).map(({ time, position }) => [time - second(0), position])).toEqual([
      [60, 'belowBar'],
      [120, 'aboveBar'],
    ]);
  });
});
