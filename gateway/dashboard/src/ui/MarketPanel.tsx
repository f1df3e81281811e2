import { lazy, Suspense, useMemo } from 'react';
import { formatDecimal, placesOf } from '../decimal';
import { useDesk } from '../desk';
import { timeOf } from '../format';
import type { Candles } from '../store/market';
import { useSelect } from '../store/store';
import { Content, Panel, Segmented } from './kit';

const CandleChart = lazy(() => import('../charts/CandleChart'));

const INTERVALS = [
  { value: 'PT1S', label: '1s', seconds: 1 },
  { value: 'PT1M', label: '1m', seconds: 60 },
  { value: 'PT5M', label: '5m', seconds: 300 },
  { value: 'PT1H', label: '1h', seconds: 3600 },
  { value: 'P1D', label: '1d', seconds: 86_400 },
] as const;

const TABLE_BARS = 20;

/** Candles of one instrument with our fills marked. */
export function MarketPanel() {
  const { live } = useDesk();
  const loading = useSelect((state) => state.loading.bars);
  const candles = useSelect((state) => state.candles);
  const instruments = useSelect((state) => state.instruments);
  const account = useSelect((state) => state.account);
  const all = useSelect((state) => state.fills.byId);
  const { instrument, intervalSeconds } = candles;
  const chosen = instruments.find((one) => one.instrument === instrument);
  const places = placesOf(chosen?.tickSize);
  const interval = INTERVALS.find(({ seconds }) => seconds === intervalSeconds)?.value ?? 'PT1M';
  const fills = useMemo(
    () => [...all.values()].filter((fill) => fill.instrument === instrument && fill.account === account),
    [all, instrument, account],
  );
  const label = `Candles of ${instrument}, ${INTERVALS.find(({ value }) => value === interval)?.label}, ${candles.bars.length} bars, ${fills.length} fills of ours`;
  return (
    <Panel
      id="market"
      title="Market"
      aside={
        <div className="market-choice">
          <label>
            <span className="visually-hidden">Instrument</span>
            <select value={instrument} onChange={(event) => live.chart(event.target.value, interval)}>
              {instruments.map((one) => (
                <option key={one.instrument}>{one.instrument}</option>
              ))}
            </select>
          </label>
          <Segmented legend="Interval" hideLegend value={interval} options={INTERVALS} onChange={(value) => live.chart(instrument, value)} />
        </div>
      }
    >
      <Content loading={loading} has={candles.bars.length > 0} empty="No price yet." onRetry={live.bars}>
        <Suspense fallback={<div className="chart candle-chart" />}>
          <CandleChart candles={candles} fills={fills} places={places} label={label} />
        </Suspense>
        <div className="under-chart">
          <p className="legend" aria-hidden="true">
            <span className="up">▲</span> our buys <span className="down">▼</span> our sells
          </p>
          <BarTable candles={candles} places={places} />
        </div>
      </Content>
    </Panel>
  );
}

/** The same for those who do not see the chart. */
function BarTable({ candles, places }: { candles: Candles; places: number }) {
  const price = (value: number) => formatDecimal(value.toFixed(places), { places });
  return (
    <details>
      <summary>As a table</summary>
      <div className="table">
        <table>
          <caption className="visually-hidden">The last bars of {candles.instrument}</caption>
          <thead>
            <tr>
              {['Start', 'Open', 'High', 'Low', 'Close'].map((header) => (
                <th key={header} scope="col" className="right">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {candles.bars.slice(-TABLE_BARS).toReversed().map((bar) => (
              <tr key={bar.time}>
                <th scope="row" className="right num">
                  {timeOf(bar.time * 1000)}
                </th>
                {[bar.open, bar.high, bar.low, bar.close].map((value, index) => (
                  <td key={index} className="right num">
                    {price(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
