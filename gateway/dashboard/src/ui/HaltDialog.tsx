import { useState, type FormEvent } from 'react';
import { useDesk } from '../desk';
import { scopeWords } from '../format';
import type { HaltMode } from '../model';
import { useSelect } from '../store/store';
import { Dialog } from './Dialog';
import { Field, ProblemNote, Segmented } from './kit';
import { useAction } from './useAction';

type Kind = 'all' | 'account' | 'strategy' | 'instrument';

const KINDS = [
  { value: 'all', label: 'Everything' },
  { value: 'account', label: 'Account' },
  { value: 'strategy', label: 'Strategy' },
  { value: 'instrument', label: 'Instrument' },
] as const;

const MODES = [
  { value: 'HALTED', label: 'Halt' },
  { value: 'REDUCE_ONLY', label: 'Reduce only' },
] as const;

const EXPLAINED: Record<HaltMode, string> = {
  HALTED: 'Nothing is sent but cancels.',
  REDUCE_ONLY: 'Only what reduces a position is sent.',
};

/** Asks what to halt, how and why; then halts. */
export function HaltDialog({ onClose }: { onClose: () => void }) {
  const { api, live } = useDesk();
  const [kind, setKind] = useState<Kind>('all');
  const [chosen, setChosen] = useState('');
  const [mode, setMode] = useState<HaltMode>('HALTED');
  const [cancelOrders, setCancelOrders] = useState(true);
  const [reason, setReason] = useState('');
  const { busy, problem, run } = useAction();
  const choices = useChoices(kind);
  const id = choices.includes(chosen) ? chosen : (choices[0] ?? '');
  const scope = kind === 'all' ? 'all' : `${kind}:${id}`;
  const verb = mode === 'HALTED' ? 'Halt' : 'Reduce only';

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await run(() => api.halt({ scope, mode, reason: reason.trim(), cancelOrders })))) return;
    live.notify({ tone: 'info', title: `${verb}: ${scopeWords(scope)}`, detail: reason.trim() });
    void live.trading();
    onClose();
  }

  return (
    <Dialog title="Halt trading" onClose={onClose}>
      <form onSubmit={submit}>
        <Segmented legend="What" value={kind} options={KINDS} onChange={setKind} />
        {kind !== 'all' && (
          <Field label={KINDS.find(({ value }) => value === kind)?.label ?? ''}>
            {({ id: field }) => (
              <select id={field} value={id} onChange={(event) => setChosen(event.target.value)}>
                {choices.map((choice) => (
                  <option key={choice}>{choice}</option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Segmented legend="How" value={mode} options={MODES} onChange={setMode} />
        <p className="hint">{EXPLAINED[mode]}</p>
        <label className="check">
          <input type="checkbox" checked={cancelOrders} onChange={(event) => setCancelOrders(event.target.checked)} />
          Cancel the open orders too
        </label>
        <Field label="Reason" hint="Stands in the records, with your name.">
          {({ id: field, describedBy }) => (
            <input
              id={field}
              aria-describedby={describedBy}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              required
              maxLength={500}
              pattern=".*\S.*"
              autoComplete="off"
              data-first
            />
          )}
        </Field>
        {problem && <ProblemNote problem={problem} />}
        <div className="dialog-foot">
          <button type="button" onClick={onClose}>
            Back
          </button>
          <button type="submit" className="danger" disabled={busy || reason.trim() === '' || (kind !== 'all' && id === '')}>
            {busy ? 'Sending…' : `${verb}: ${scopeWords(scope)}`}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function useChoices(kind: Kind): string[] {
  const accounts = useSelect((state) => state.accounts);
  const strategies = useSelect((state) => state.strategies);
  const instruments = useSelect((state) => state.instruments);
  switch (kind) {
    case 'all':
      return [];
    case 'account':
      return accounts.map(({ account }) => account);
    case 'strategy':
      return strategies.map(({ id }) => id);
    case 'instrument':
      return instruments.map(({ instrument }) => instrument);
  }
}
