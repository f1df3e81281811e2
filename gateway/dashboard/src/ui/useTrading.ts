import { useMemo } from 'react';
import { STALE_AFTER_MILLIS, summarise, type Summary } from '../store/control';
import { useSelect } from '../store/store';
import { useNow } from './useNow';

/** Whether the chosen account trades, null until it is known. */
export function useTrading(): Summary | null {
  const control = useSelect((state) => state.control);
  const account = useSelect((state) => state.account);
  return useMemo(() => summarise(control, account), [control, account]);
}

/** For how many seconds risk has been silent, or null while its heartbeat is fresh. */
export function useSilence(): number | null {
  const beat = useSelect((state) => state.control.heartbeatAtMillis);
  const live = useSelect((state) => state.connection === 'live' && state.control.answer !== null);
  useNow();
  if (!live) return null;
  const silent = beat === null ? Infinity : performance.now() - beat;
  return silent > STALE_AFTER_MILLIS ? Math.round(silent / 1000) : null;
}
