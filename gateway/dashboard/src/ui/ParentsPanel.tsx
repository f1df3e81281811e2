import { useState } from 'react';
import { asProblem } from '../api/problem';
import { formatDecimal } from '../decimal';
import { useDesk, useRole } from '../desk';
import { sourceOf, words, type Tone } from '../format';
import type { Parent } from '../model';
import { useSelect } from '../store/store';
import { Chip, Panel } from './kit';

/** Orders that are worked off in children; nothing where there are none. */
export function ParentsPanel() {
  const parents = useSelect((state) => state.parents);
  const mayTrade = useRole('TRADER');
  if (parents.length === 0) return null;
  return (
    <Panel id="parents" title="Worked off">
      <ul className="rows">
        {parents.map((parent) => (
          <Row key={parent.clientOrderId} parent={parent} mayTrade={mayTrade} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ parent, mayTrade }: { parent: Parent; mayTrade: boolean }) {
  const { api, live } = useDesk();
  const [asked, setAsked] = useState(false);
  const name = `${words(parent.side)} ${formatDecimal(parent.quantity)} ${parent.instrument}`;
  const { tone, told } = stateOf(parent);

  async function cancel() {
    setAsked(true);
    try {
      await api.cancelParent(parent.clientOrderId);
      await live.parents();
    } catch (thrown) {
      const { title, message } = asProblem(thrown);
      live.notify({ tone: 'bad', title: `Not canceled: ${title}`, detail: message });
      setAsked(false);
    }
  }

  return (
    <li>
      <div>
        <p className="row-title">
          {name} <Chip tone={tone}>{told}</Chip>
        </p>
        <p className="hint num">
          {formatDecimal(parent.filled)} filled, {parent.released}
          {parent.planned !== null && ` of ${parent.planned}`} parts sent
          {parent.working > 0 && `, ${parent.working} open`}. {sourceOf(parent.source)}
        </p>
      </div>
      {mayTrade && !parent.ended && (
        <button type="button" className="small" disabled={asked || parent.stopping !== null} aria-label={`Cancel ${name}`} onClick={cancel}>
          {asked ? '…' : 'Cancel'}
        </button>
      )}
    </li>
  );
}

function stateOf(parent: Parent): { tone: Tone; told: string } {
  if (parent.ended) return parent.stopping === null ? { tone: 'good', told: 'Filled' } : { tone: 'neutral', told: words(parent.stopping) };
  if (parent.stopping !== null) return { tone: 'busy', told: 'Ending' };
  return parent.withheld === null ? { tone: 'busy', told: 'Working' } : { tone: 'warn', told: `Waits: ${words(parent.withheld)}` };
}
