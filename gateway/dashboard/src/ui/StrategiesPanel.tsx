import { useState } from 'react';
import { asProblem } from '../api/problem';
import { useDesk, useRole } from '../desk';
import { words, type Tone } from '../format';
import type { StrategyInstance } from '../model';
import { useSelect } from '../store/store';
import { Chip, Content, Panel } from './kit';

const TONES: Record<string, Tone> = { RUNNING: 'good', PAUSED: 'warn', STOPPED: 'neutral', FAILED: 'bad', WARMING_UP: 'busy' };

export function StrategiesPanel() {
  const { live } = useDesk();
  const loading = useSelect((state) => state.loading.strategies);
  const strategies = useSelect((state) => state.strategies);
  const mayTrade = useRole('TRADER');
  return (
    <Panel id="strategies" title="Strategies">
      <Content loading={loading} has={strategies.length > 0} empty="No strategy runs yet." onRetry={live.strategies}>
        <ul className="rows">
          {strategies.map((instance) => (
            <Instance key={instance.id} instance={instance} mayTrade={mayTrade} />
          ))}
        </ul>
        {!mayTrade && <p className="hint">Pausing and resuming needs the role trader.</p>}
      </Content>
    </Panel>
  );
}

function Instance({ instance, mayTrade }: { instance: StrategyInstance; mayTrade: boolean }) {
  const { api, live } = useDesk();
  const [busy, setBusy] = useState(false);
  const { id, state } = instance;
  const paused = state === 'PAUSED';

  async function toggle() {
    setBusy(true);
    try {
      await (paused ? api.resume(id) : api.pause(id));
      await live.strategies();
    } catch (thrown) {
      const { title, message } = asProblem(thrown);
      live.notify({ tone: 'bad', title: `${id}: ${title}`, detail: message });
    } finally {
      setBusy(false);
    }
  }

  return (
    <li>
      <div>
        <p className="row-title">
          {id} <Chip tone={TONES[state] ?? 'neutral'}>{words(state)}</Chip>
        </p>
        <p className="hint">
          {instance.strategy}, {instance.instruments.join(', ')}
          {instance.reason && `. ${instance.reason}`}
        </p>
      </div>
      {mayTrade && (
        <button type="button" className="small" disabled={busy} aria-label={`${paused ? 'Resume' : 'Pause'} ${id}`} onClick={toggle}>
          {paused ? 'Resume' : 'Pause'}
        </button>
      )}
    </li>
  );
}
