import { AreaSeries, type IChartApi, type ISeriesApi, type UTCTimestamp } from 'lightweight-charts';
import { useEffect, useRef } from 'react';
import type { EquityPoint } from '../model';
import { onTheme } from '../theme';
import { colours, grouped, openChart, paint } from './frame';

interface Drawn {
  readonly chart: IChartApi;
  readonly series: ISeriesApi<'Area'>;
}

/** The equity curve. Chart coordinates are floats; the exact figures stand beside it. */
export default function EquityChart({ points, label }: { points: readonly EquityPoint[]; label: string }) {
  const element = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const last = useRef<readonly EquityPoint[]>([]);

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
      last.current = [];
    };
  }, []);

  useEffect(() => {
    if (drawn.current === null) return;
    const { chart, series } = drawn.current;
    const before = last.current;
    last.current = points;
    const appended = before.length > 0 && points.length === before.length + 1 && points[0] === before[0];
    const newest = points.at(-1);
    if (appended && newest) {
      series.update({ time: secondOf(newest), value: Number(newest.equity) });
    } else {
      series.setData(bySecond(points));
    }
    chart.timeScale().fitContent();
  }, [points]);

  return <div ref={element} className="chart equity-chart" role="img" aria-label={label} />;
}

const secondOf = ({ time }: EquityPoint) => Math.floor(Date.parse(time) / 1000) as UTCTimestamp;

/** One point a second, the last one. */
function bySecond(points: readonly EquityPoint[]) {
  const values = new Map<UTCTimestamp, number>();
  for (const point of points) values.set(secondOf(point), Number(point.equity));
  return [...values].map(([time, value]) => ({ time, value }));
}
