import { useMemo, useState } from 'react';
import { useDesk, useRole } from '../desk';
import { momentOf, scopeWords, words } from '../format';
import type { Halt } from '../model';
import { activeHalts } from '../store/control';
import { useSelect } from '../store/store';
import { Chip, Content, Panel } from './kit';
import { LiftDialog } from './LiftDialog';

/** The halts that stand: who, when, why; and the way to lift each. */
export function ControlPanel() {
  const { live } = useDesk();
  const control = useSelect((state) => state.control);
  const loading = useSelect((state) => state.loading.trading);
  const halts = useMemo(() => activeHalts(control), [control]);
  const mayLift = useRole('RISK_MANAGER');
  const mayHalt = useRole('TRADER', 'RISK_MANAGER');
  const [lifting, setLifting] = useState<Halt | null>(null);
  return (
    <Panel id="control" title="Halts" aside={halts.length > 0 && <span className="count">{halts.length}</span>}>
      <Content loading={loading} has={halts.length > 0} empty="No halt stands." onRetry={live.trading}>
        <ul className="rows">
          {halts.map((halt) => (
            <li key={halt.halt}>
              <div>
                <p className="row-title">
                  <Chip tone={halt.mode === 'HALTED' ? 'bad' : 'warn'}>{words(halt.mode)}</Chip> {scopeWords(halt.scope)}
                </p>
                <p>{halt.reason}</p>
                <p className="hint">
                  {halt.by}, {momentOf(halt.at)}
                </p>
              </div>
              {mayLift && (
                <button type="button" className="small" aria-label={`Resume ${scopeWords(halt.scope)}`} onClick={() => setLifting(halt)}>
                  Resume…
                </button>
              )}
            </li>
          ))}
        </ul>
      </Content>
      {!mayLift && halts.length > 0 && <p className="hint">Only a risk manager lifts a halt.</p>}
      {!mayHalt && <p className="hint">Halting needs the role trader or risk manager.</p>}
      {lifting && <LiftDialog halt={lifting} onClose={() => setLifting(null)} />}
    </Panel>
  );
}
