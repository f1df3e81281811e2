import {
  CandlestickSeries,
  createSeriesMarkers,
  type IChartApi,
  type ISeriesApi,
  type ISeriesMarkersPluginApi,
  type UTCTimestamp,
} from 'lightweight-charts';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Bar, Fill } from '../model';
import type { Candles } from '../store/market';
import { onTheme, shownTheme } from '../theme';
import { colours, grouped, openChart, paint } from './frame';
import { markersOf } from './markers';

interface Drawn {
  readonly chart: IChartApi;
  readonly series: ISeriesApi<'Candlestick'>;
  readonly markers: ISeriesMarkersPluginApi<UTCTimestamp>;
}

const SHOWN_BARS = 120;

/** Candles with our fills on them; the last candle grows with each quote. */
export default function CandleChart(props: { candles: Candles; fills: readonly Fill[]; places: number; label: string }) {
  const { candles, fills, places, label } = props;
  const element = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const shown = useRef<{ of: string; bars: readonly Bar[] }>({ of: '', bars: [] });
  const theme = useSyncExternalStore(onTheme, shownTheme);
  const of = `${candles.instrument} ${candles.intervalSeconds}`;

  useEffect(() => {
    if (element.current === null) return undefined;
    const chart = openChart(element.current);
    const series = chart.addSeries(CandlestickSeries, { borderVisible: true });
    drawn.current = { chart, series, markers: createSeriesMarkers<UTCTimestamp>(series as never, []) };
    return () => {
      chart.remove();
      drawn.current = null;
      shown.current = { of: '', bars: [] };
    };
  }, []);

  useEffect(() => {
    if (drawn.current === null) return;
    const { up, down, upFaint, downFaint } = colours();
    paint(drawn.current.chart);
    drawn.current.series.applyOptions({
      upColor: upFaint,
      downColor: downFaint,
      borderUpColor: up,
      borderDownColor: down,
      wickUpColor: up,
      wickDownColor: down,
      priceFormat: grouped(places),
    });
  }, [theme, places]);

  useEffect(() => {
    if (drawn.current === null) return;
    const { chart, series } = drawn.current;
    const before = shown.current;
    shown.current = { of, bars: candles.bars };
    const changed = changedSince(before.of === of ? before.bars : [], candles.bars);
    if (changed !== null) {
      for (const bar of changed) series.update(point(bar));
      return;
    }
    series.setData(candles.bars.map(point));
    if (before.of !== of || before.bars.length === 0) {
      chart.timeScale().applyOptions({ secondsVisible: candles.intervalSeconds < 60 });
      chart.timeScale().setVisibleLogicalRange({ from: candles.bars.length - SHOWN_BARS, to: candles.bars.length + 4 });
      chart.priceScale('right').applyOptions({ autoScale: true });
    }
  }, [of, candles]);

  const barCount = candles.bars.length;
  useEffect(() => {
    drawn.current?.markers.setMarkers(markersOf(fills, shown.current.bars, candles.intervalSeconds, colours()));
  }, [fills, barCount, candles.intervalSeconds, theme]);

  return <div ref={element} className="chart candle-chart" role="img" aria-label={label} />;
}

const point = ({ time, ...prices }: Bar) => ({ time: time as UTCTimestamp, ...prices });

/** The bars at the end that are new or grown; null where more than the end differs. */
function changedSince(before: readonly Bar[], after: readonly Bar[]): readonly Bar[] | null {
  const end = before.length - 1;
  if (end < 0 || after.length < before.length) return null;
  if (before[0]?.time !== after[0]?.time || before[end]?.time !== after[end]?.time) return null;
  if (end > 0 && before[end - 1] !== after[end - 1]) return null;
  return after.slice(end);
}
