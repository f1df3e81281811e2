import { useState, type FormEvent } from 'react';
import { useDesk } from '../desk';
import { momentOf, scopeWords } from '../format';
import type { Halt } from '../model';
import { Dialog } from './Dialog';
import { Field, ProblemNote } from './kit';
import { useAction } from './useAction';

/** Asks why a halt is lifted; then lifts it, and only it. */
export function LiftDialog({ halt, onClose }: { halt: Halt; onClose: () => void }) {
  const { api, live } = useDesk();
  const [reason, setReason] = useState('');
  const { busy, problem, run } = useAction();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await run(() => api.lift(halt.halt, reason.trim())))) return;
    live.notify({ tone: 'good', title: `Lifted: ${scopeWords(halt.scope)}`, detail: reason.trim() });
    void live.trading();
    onClose();
  }

  return (
    <Dialog title={`Resume ${scopeWords(halt.scope)}`} onClose={onClose}>
      <form onSubmit={submit}>
        <p>
          Halted by <b>{halt.by}</b> at {momentOf(halt.at)}: {halt.reason}
        </p>
        <p className="hint">Other halts that stand stay.</p>
        <Field label="Reason" hint="Stands in the records, with your name.">
          {({ id, describedBy }) => (
            <input
              id={id}
              aria-describedby={describedBy}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              required
              maxLength={500}
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
          <button type="submit" className="primary" disabled={busy || reason.trim() === ''}>
            {busy ? 'Sending…' : `Resume ${scopeWords(halt.scope)}`}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
