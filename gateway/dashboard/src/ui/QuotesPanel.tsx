import { memo } from 'react';
import { formatDecimal, placesOf } from '../decimal';
import { useDesk } from '../desk';
import { spreadOf } from '../format';
import type { Instrument } from '../model';
import { useSelect } from '../store/store';
import { Content, Panel } from './kit';

/** Bid, ask and spread of each instrument, live. A row chooses the chart's instrument. */
export function QuotesPanel() {
  const { live } = useDesk();
  const loading = useSelect((state) => state.loading.instruments);
  const instruments = useSelect((state) => state.instruments);
  const quoted = useSelect((state) => state.quotes.size);
  return (
    <Panel id="quotes" title="Quotes">
      <Content loading={loading} has={instruments.length > 0} empty="No instrument is quoted." onRetry={live.instruments}>
        <div className="table">
          <table className="quotes">
            <caption className="visually-hidden">Quotes of {quoted} instruments. Choose one to see its candles.</caption>
            <thead>
              <tr>
                <th scope="col">Instrument</th>
                <th scope="col" className="right">
                  Bid
                </th>
                <th scope="col" className="right">
                  Ask
                </th>
                <th scope="col" className="right">
                  Spread
                </th>
              </tr>
            </thead>
            <tbody>
              {instruments.map((instrument) => (
                <Row key={instrument.instrument} instrument={instrument} />
              ))}
            </tbody>
          </table>
        </div>
      </Content>
    </Panel>
  );
}

const Row = memo(function Row({ instrument: { instrument, tickSize, description, open } }: { instrument: Instrument }) {
  const { live } = useDesk();
  const quote = useSelect((state) => state.quotes.get(instrument));
  const chosen = useSelect((state) => state.candles.instrument === instrument);
  const seconds = useSelect((state) => state.candles.intervalSeconds);
  const places = placesOf(tickSize);
  const [symbol, venue] = instrument.split(/\.(?=[^.]*$)/);
  const show = () => live.chart(instrument, intervalName(seconds));
  // The key starts the flash anew with each change; the first quote does not flash.
  const flash = quote && quote.change > 0 ? (quote.direction > 0 ? 'flash-up' : quote.direction < 0 ? 'flash-down' : '') : '';
  return (
    <tr className={chosen ? 'chosen' : undefined}>
      <th scope="row">
        <button type="button" className="link" aria-pressed={chosen} title={description || undefined} onClick={show}>
          {symbol}
          <span className="venue">.{venue}</span>
        </button>
        {!open && <span className="sub">Closed</span>}
      </th>
      {quote ? (
        <>
          <td className="right">
            <span key={quote.change} className={`num ${flash}`}>
              {formatDecimal(quote.bid, { places })}
            </span>
          </td>
          <td className="right">
            <span key={quote.change} className={`num ${flash}`}>
              {formatDecimal(quote.ask, { places })}
            </span>
          </td>
          <td className="right num quiet">{formatDecimal(spreadOf(quote.bid, quote.ask), { places })}</td>
        </>
      ) : (
        <>
          <td className="right quiet">—</td>
          <td className="right quiet">—</td>
          <td className="right quiet">—</td>
        </>
      )}
    </tr>
  );
});

const NAMES: Record<number, string> = { 1: 'PT1S', 60: 'PT1M', 300: 'PT5M', 3600: 'PT1H', 86_400: 'P1D' };
const intervalName = (seconds: number): string => NAMES[seconds] ?? 'PT1M';
