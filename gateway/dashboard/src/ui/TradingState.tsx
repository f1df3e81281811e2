import { useEffect } from 'react';
import { scopeWords } from '../format';
import { useSelect } from '../store/store';
import { useSilence, useTrading } from './useTrading';

const LABELS = { RUNNING: 'Running', REDUCE_ONLY: 'Reduce only', HALTED: 'Halted' } as const;
const TONES = { RUNNING: 'good', REDUCE_ONLY: 'warn', HALTED: 'bad' } as const;
const MARKS = { RUNNING: '●', REDUCE_ONLY: '◐', HALTED: '■' } as const;

/** Whether trading runs, in one glance. */
export function TradingState() {
  const trading = useTrading();
  const title = trading === null || trading.mode === 'RUNNING' ? 'Palmyra' : `${LABELS[trading.mode]} – Palmyra`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const silence = useSilence();
  const problem = useSelect((state) => (typeof state.loading.trading === 'object' ? state.loading.trading : null));
  return (
    <div className="trading" role="status" aria-label="Trading state">
      {trading === null ? (
        <span className="state busy">{problem ? 'State unknown' : 'State…'}</span>
      ) : (
        <span className={`state ${silence === null ? TONES[trading.mode] : 'warn'}`}>
          <span aria-hidden="true">{MARKS[trading.mode]}</span> {LABELS[trading.mode]}
        </span>
      )}
      {silence !== null && <span className="state-more warn">Risk is silent</span>}
      {trading !== null && trading.partial.length > 0 && (
        <a className="state-more" href="#control">
          {trading.partial.length} partial {trading.partial.length === 1 ? 'halt' : 'halts'}
        </a>
      )}
    </div>
  );
}

/** Why it does not run, at full width. */
export function TradingBanner() {
  const trading = useTrading();
  const silence = useSilence();
  const connection = useSelect((state) => state.connection);
  if (connection === 'refused') {
    return <p className="banner bad">The gateway refuses the live stream from this address. What you see is not live.</p>;
  }
  if (trading !== null && trading.mode !== 'RUNNING') {
    return (
      <p className={`banner ${TONES[trading.mode]}`}>
        <strong>
          {trading.mode === 'HALTED' ? 'Halted' : 'Reduce only'}: {scopeWords(trading.scope ?? 'all')}.
        </strong>{' '}
        {trading.reason} <a href="#control">Show halts</a>
      </p>
    );
  }
  if (silence === null) return null;
  return (
    <p className="banner warn">
      <strong>Risk’s heartbeat is stale{Number.isFinite(silence) ? ` (${silence} s)` : ''}.</strong> Execution sends nothing until it is
      fresh.
    </p>
  );
}
