import { useRef, useState, type FormEvent } from 'react';
import { formatDecimal, placesOf } from '../decimal';
import { useDesk, useRole } from '../desk';
import type { OrderType, Side } from '../model';
import { useSelect } from '../store/store';
import { Field, Panel, ProblemNote, Segmented } from './kit';
import { asType, asWorked, EMPTY, errorsOf, newKey, requestOf, TERMS, workingFields, type Draft, type FieldName, type Working } from './ticket';
import { TicketOutcome } from './TicketOutcome';
import { useAction } from './useAction';

const SIDES = [
  { value: 'BUY', label: 'Buy', tone: 'buy' },
  { value: 'SELL', label: 'Sell', tone: 'sell' },
] as const;

const TYPES = [
  { value: 'MARKET', label: 'Market' },
  { value: 'LIMIT', label: 'Limit' },
  { value: 'STOP', label: 'Stop' },
  { value: 'STOP_LIMIT', label: 'Stop limit' },
  { value: 'TRAILING_STOP', label: 'Trailing' },
] as const;

const WORKINGS: Record<Working, string> = {
  AT_ONCE: 'At once',
  TWAP: 'Over time, in equal parts (TWAP)',
  VWAP: 'Over time, by volume (VWAP)',
  ICEBERG: 'Part by part (iceberg)',
};

const LABELS: Record<FieldName, string> = {
  quantity: 'Quantity',
  limitPrice: 'Limit price',
  stopPrice: 'Stop price',
  trailingOffset: 'Trails by',
  minutes: 'Over minutes',
  slices: 'Parts',
  displayQuantity: 'Size of a part',
};

/** An order by hand. */
export function TicketPanel() {
  const { api } = useDesk();
  const mayTrade = useRole('TRADER');
  const account = useSelect((state) => state.account);
  const instruments = useSelect((state) => state.instruments);
  const charted = useSelect((state) => state.candles.instrument);
  const [typed, setTyped] = useState<Draft>(EMPTY);
  const [touched, setTouched] = useState(false);
  const [signalId, setSignalId] = useState<string | null>(null);
  // One key for one intent: a second try after a failure must not become a second order.
  const key = useRef(newKey());
  const { busy, problem, run } = useAction();
  const draft = { ...typed, instrument: typed.instrument || charted };
  const instrument = instruments.find((one) => one.instrument === draft.instrument);
  const quote = useSelect((state) => state.quotes.get(draft.instrument));
  const errors = errorsOf(draft, instrument);
  const shown = touched ? errors : {};
  const places = placesOf(instrument?.tickSize);

  function change(part: Partial<Draft>) {
    key.current = newKey();
    setTyped({ ...typed, ...part });
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTouched(true);
    const wrong = Object.keys(errors)[0];
    if (wrong) {
      event.currentTarget.querySelector<HTMLInputElement>(`[name=${wrong}]`)?.focus();
      return;
    }
    setSignalId(null);
    const sent = await run(async () => setSignalId(await api.placeOrder(requestOf(draft, account), key.current)));
    if (sent) key.current = newKey();
  }

  const number = (name: FieldName, hint?: string) => (
    <Field key={name} label={LABELS[name]} hint={hint} error={shown[name] ?? null}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          name={name}
          inputMode="decimal"
          autoComplete="off"
          className="num"
          value={draft[name]}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(event) => change({ [name]: event.target.value.replace(',', '.') })}
        />
      )}
    </Field>
  );

  return (
    <Panel id="ticket" title="Order">
      <form onSubmit={submit} noValidate>
        {!mayTrade && <p className="note warn">You may look, not trade: orders need the role trader.</p>}
        <fieldset className="ticket" disabled={!mayTrade}>
          <legend className="visually-hidden">Order ticket</legend>
          <Field label="Instrument">
            {({ id }) => (
              <select id={id} value={draft.instrument} onChange={(event) => change({ instrument: event.target.value })}>
                {instruments.map((one) => (
                  <option key={one.instrument}>{one.instrument}</option>
                ))}
              </select>
            )}
          </Field>
          <Segmented<Side> legend="Side" value={draft.side} options={SIDES} onChange={(side) => change({ side })} />
          <Segmented<OrderType>
            legend="Type"
            value={draft.type}
            options={TYPES}
            onChange={(type) => change(asType(typed, type))}
          />
          <div className="pair">
            {number('quantity', instrument && `Lots of ${formatDecimal(instrument.lotSize)}`)}
            {TERMS[draft.type].prices.map((price) => number(price))}
            <Field label="Time in force">
              {({ id }) => (
                <select
                  id={id}
                  value={draft.timeInForce}
                  disabled={draft.working === 'ICEBERG'}
                  onChange={(event) => change({ timeInForce: event.target.value as Draft['timeInForce'] })}
                >
                  {TERMS[draft.type].times.map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          {TERMS[draft.type].workings.length > 1 && (
            <Field label="Send">
              {({ id }) => (
                <select id={id} value={draft.working} onChange={(event) => change(asWorked(typed, event.target.value as Working))}>
                  {TERMS[draft.type].workings.map((one) => (
                    <option key={one} value={one}>
                      {WORKINGS[one]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          {draft.working !== 'AT_ONCE' && <div className="pair">{workingFields(draft.working).map((name) => number(name))}</div>}
          <button type="submit" className={`large ${draft.side === 'BUY' ? 'buy' : 'sell'}`} disabled={busy || draft.instrument === '' || account === ''}>
            {busy ? 'Sending…' : `${draft.side === 'BUY' ? 'Buy' : 'Sell'} ${draft.instrument}`}
          </button>
          {quote && (
            <p className="hint center num">
              {draft.side === 'BUY' ? 'Ask' : 'Bid'} {formatDecimal(draft.side === 'BUY' ? quote.ask : quote.bid, { places })}
            </p>
          )}
        </fieldset>
        {problem && <ProblemNote problem={problem} />}
        {signalId !== null && <TicketOutcome key={signalId} signalId={signalId} />}
      </form>
    </Panel>
  );
}
