import { useId, type ReactNode } from 'react';
import type { Problem } from '../api/problem';
import { formatDecimal, signOf, type Format } from '../decimal';
import type { Tone } from '../format';
import type { Loading } from '../store/state';

/** A titled region of the page. */
export function Panel(props: { id: string; title: string; aside?: ReactNode; className?: string; children: ReactNode }) {
  const heading = `${props.id}-title`;
  return (
    <section id={props.id} className={`panel ${props.className ?? ''}`} aria-labelledby={heading} tabIndex={-1}>
      <div className="panel-head">
        <h2 id={heading}>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}

/** The content once it is there; before, or instead, why it is not. */
export function Content(props: { loading: Loading; empty?: string | false; has?: boolean; onRetry?: () => void; children: ReactNode }) {
  const { loading } = props;
  if (props.has === true) {
    return (
      <>
        {typeof loading === 'object' && <ProblemNote problem={loading} onRetry={props.onRetry} />}
        {props.children}
      </>
    );
  }
  if (loading === 'loading') return <p className="hint pulse">Loading…</p>;
  if (typeof loading === 'object') return <ProblemNote problem={loading} onRetry={props.onRetry} />;
  if (props.empty) return <p className="hint">{props.empty}</p>;
  return <>{props.children}</>;
}

/** What went wrong, with each field, its value and what is allowed. */
export function ProblemNote({ problem, onRetry }: { problem: Problem; onRetry?: (() => void) | undefined }) {
  return (
    <div className="note bad" role="alert">
      <p>
        <strong>{problem.title}</strong>
        {problem.message !== problem.title && <>. {problem.message}</>}
      </p>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.field}>
              <b>{error.field}</b>
              {error.value !== null && <> is “{error.value}”</>}
              {error.allowed !== null && <>; allowed: {error.allowed}</>}
            </li>
          ))}
        </ul>
      )}
      {onRetry && (
        <button type="button" className="small" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}

export function Chip({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`chip ${tone}`}>{children}</span>;
}

/** A decimal; coloured by its sign where it is a gain or a loss. */
export function Num({ value, gain, ...format }: { value: string | null | undefined; gain?: boolean } & Format) {
  const sign = gain ? signOf(value) : 0;
  const tone = sign > 0 ? ' up' : sign < 0 ? ' down' : '';
  return <span className={`num${tone}`}>{formatDecimal(value, { ...format, signed: gain ?? false })}</span>;
}

/** One of a few: radio buttons that look like one control. */
export function Segmented<T extends string>(props: {
  legend: string;
  value: T;
  options: readonly { value: T; label: string; tone?: string }[];
  onChange: (value: T) => void;
  hideLegend?: boolean;
  disabled?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className="segmented" disabled={props.disabled}>
      <legend className={props.hideLegend ? 'visually-hidden' : ''}>{props.legend}</legend>
      <div>
        {props.options.map(({ value, label, tone }) => (
          <label key={value} className={tone}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Field(props: { label: string; hint?: ReactNode; error?: string | null; children: (ids: { id: string; describedBy: string | undefined; invalid: boolean }) => ReactNode }) {
  const id = useId();
  const note = props.error ?? props.hint;
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      {props.children({ id, describedBy: note ? `${id}-note` : undefined, invalid: Boolean(props.error) })}
      {note && (
        <p id={`${id}-note`} className={props.error ? 'field-note bad' : 'field-note'}>
          {note}
        </p>
      )}
    </div>
  );
}
