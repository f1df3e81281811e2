import { AreaSeries, type IChartApi, type ISeriesApi, type UTCTimestamp } from 'lightweight-charts';
import { useEffect, useRef } from 'react';
import type { EquityPoint } from '../model';
import { onTheme } from '../theme';
import { evenly } from './evenly';
import { colours, grouped, openChart, paint } from './frame';
import { useThrottled } from './useThrottled';

interface Drawn {
  readonly chart: IChartApi;
  readonly series: ISeriesApi<'Area'>;
}

const EVERY_MILLIS = 500;

/** The equity curve. Chart coordinates are floats; the exact figures stand beside it. */
export default function EquityChart({ points, label }: { points: readonly EquityPoint[]; label: string }) {
  const element = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);

  useEffect(() => {
    if (element.current === null) return undefined;
    const chart = openChart(element.current);
    chart.timeScale().applyOptions({ fixLeftEdge: true, fixRightEdge: true });
    chart.priceScale('right').applyOptions({ scaleMargins: { top: 0.12, bottom: 0.08 } });
    const series = chart.addSeries(AreaSeries, { lineWidth: 2, priceLineVisible: false, lastValueVisible: true, priceFormat: grouped(2) });
    drawn.current = { chart, series };
    const dress = () => {
      const { accent, accentFaint, accentNone } = colours();
      paint(chart);
      series.applyOptions({ lineColor: accent, topColor: accentFaint, bottomColor: accentNone });
    };
    dress();
    const undress = onTheme(dress);
    return () => {
      undress();
      chart.remove();
      drawn.current = null;
    };
  }, []);

  const calm = useThrottled(points, EVERY_MILLIS);
  useEffect(() => {
    if (drawn.current === null) return;
    const { chart, series } = drawn.current;
    series.setData(evenly(calm).map(({ time, value }) => ({ time: time as UTCTimestamp, value })));
    chart.timeScale().fitContent();
  }, [calm]);

  return <div ref={element} className="chart equity-chart" role="img" aria-label={label} />;
}
