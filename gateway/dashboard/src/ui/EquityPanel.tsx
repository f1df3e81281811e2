import { lazy, Suspense, useMemo } from 'react';
import { formatDecimal, minus, parseDecimal, percentOf, toPlain } from '../decimal';
import { useDesk } from '../desk';
import { timeOf } from '../format';
import type { EquityPoint } from '../model';
import { useSelect } from '../store/store';
import { Content, Num, Panel } from './kit';

const EquityChart = lazy(() => import('../charts/EquityChart'));

/** What the account is worth, what it made, and the curve of it. */
export function EquityPanel() {
  const { live } = useDesk();
  const loading = useSelect((state) => state.loading.equity);
  const { books, equity: points } = useSelect((state) => state.portfolio);
  const account = useSelect((state) => state.account);
  const currency = useSelect((state) => state.accounts.find((one) => one.account === account)?.baseCurrency ?? '');
  const change = useMemo(() => changeOf(points), [points]);
  const equity = books?.equity ?? points.at(-1)?.equity ?? null;
  const label = `Equity of account ${account} from ${span(points)}; now ${formatDecimal(equity, { places: 2 })} ${currency}`;
  return (
    <Panel id="equity" title="Equity" className="equity">
      <Content loading={loading} has={equity !== null} empty="The account’s books are not there yet." onRetry={live.equity}>
        <div className="figures">
          <p className="headline">
            <Num value={equity} places={2} /> <span className="unit">{currency}</span>
          </p>
          <dl>
            <div>
              <dt>{change.label}</dt>
              <dd>
                <Num value={change.value} places={2} gain />{' '}
                {change.percent !== null && (
                  <span className="quiet num">{formatDecimal(change.percent, { places: 2, signed: true })} %</span>
                )}
              </dd>
            </div>
            <div>
              <dt>Realised</dt>
              <dd>
                <Num value={books?.realizedPnl} places={2} gain />
              </dd>
            </div>
            <div>
              <dt>Unrealised</dt>
              <dd>
                <Num value={books?.unrealizedPnl} places={2} gain />
              </dd>
            </div>
            {books?.fees && (
              <div>
                <dt>Fees</dt>
                <dd>
                  <Num value={books.fees} places={2} />
                </dd>
              </div>
            )}
          </dl>
        </div>
        <Suspense fallback={<div className="chart equity-chart" />}>
          <EquityChart points={points} label={label} />
        </Suspense>
      </Content>
    </Panel>
  );
}

const span = (points: readonly EquityPoint[]): string =>
  points.length === 0 ? 'now' : `${timeOf(points[0]?.time ?? '')} to ${timeOf(points.at(-1)?.time ?? '')} UTC`;

/** The change since midnight UTC, or since the first point where the account is younger. */
export function changeOf(points: readonly EquityPoint[], now = Date.now()) {
  const midnight = Math.floor(now / 86_400_000) * 86_400_000;
  const before = points.findLast((point) => Date.parse(point.time) <= midnight);
  const base = before ?? points[0];
  const [from, to] = [parseDecimal(base?.equity), parseDecimal(points.at(-1)?.equity)];
  const label = before || !base ? 'Today' : `Since ${timeOf(base.time).slice(0, 5)}`;
  if (!from || !to) return { label, value: null, percent: null };
  const value = minus(to, from);
  return { label, value: toPlain(value), percent: percentOf(value, from) };
}
