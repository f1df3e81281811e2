import * as read from '../api/read';
import type { Trading } from '../api/client';
import type { Halt, TradingMode } from '../model';
import type { Envelope } from '../stream/stream';

/** Halts by key, the last heartbeat, and what risk itself says of the whole. */
export interface Control {
  readonly halts: ReadonlyMap<string, Halt>;
  /** By this machine's monotonic clock, in milliseconds; null before the first. */
  readonly heartbeatAtMillis: number | null;
  /** As of the last answer of `/trading-state`; null until there is one. */
  readonly answer: { readonly state: TradingMode; readonly scope: string | null; readonly reason: string | null } | null;
  /** Grows with each change of a halt. */
  readonly revision: number;
}

export const NO_CONTROL: Control = { halts: new Map(), heartbeatAtMillis: null, answer: null, revision: 0 };

/** Risk beats about each second; execution itself stops sending after a few. */
export const STALE_AFTER_MILLIS = 5_000;

/** One message of `control`, received at that moment of the monotonic clock. */
export function withControlMessage(control: Control, { type, body }: Envelope, receivedAtMillis: number): Control {
  if (type === 'risk-heartbeat') return { ...control, heartbeatAtMillis: receivedAtMillis };
  return type === 'halt-changed' ? withHalt(control, read.halt(body)) : control;
}

/** A halt as it stands, from the stream or as the answer to setting or lifting it. */
export function withHalt(control: Control, halt: Halt): Control {
  const before = control.halts.get(halt.halt);
  const older = before !== undefined && Date.parse(halt.at) < Date.parse(before.at);
  const same = before !== undefined && before.at === halt.at && before.status === halt.status;
  if (older || same) return control;
  return { ...control, halts: new Map(control.halts).set(halt.halt, halt), revision: control.revision + 1 };
}

/** The answer of `/trading-state`, asked for at that revision; out of date if a halt changed since. */
export function withTrading(control: Control, trading: Trading, revision: number, nowMillis: number): Control {
  if (revision !== control.revision) return control;
  const state: TradingMode = trading.state === 'RUNNING' || trading.state === 'REDUCE_ONLY' ? trading.state : 'HALTED';
  const beats = !trading.heartbeatStale && control.heartbeatAtMillis === null;
  return {
    ...control,
    halts: new Map(trading.halts.map((halt) => [halt.halt, halt])),
    answer: { state, scope: trading.scope, reason: trading.reason },
    heartbeatAtMillis: beats ? nowMillis : control.heartbeatAtMillis,
  };
}

export const activeHalts = (control: Control): Halt[] =>
  [...control.halts.values()]
    .filter((halt) => halt.status === 'ACTIVE')
    .toSorted((a, b) => strictness(b.mode) - strictness(a.mode) || (a.at < b.at ? 1 : -1));

const strictness = (mode: TradingMode): number => ({ RUNNING: 0, REDUCE_ONLY: 1, HALTED: 2 })[mode];

export interface Summary {
  readonly mode: TradingMode;
  readonly scope: string | null;
  readonly reason: string | null;
  /** Active halts that stop only a part: an instrument or a strategy. */
  readonly partial: readonly Halt[];
}

/** Whether the account trades: the strictest halt of everything or of the account itself. */
export function summarise(control: Control, account: string): Summary | null {
  if (control.answer === null) return null;
  const active = activeHalts(control);
  const whole = active.filter((halt) => halt.scope === 'all' || halt.scope === `account:${account}`);
  const partial = active.filter((halt) => !whole.includes(halt) && !halt.scope.startsWith('account:'));
  const strictest = whole[0];
  const { state, scope, reason } = control.answer;
  // Without its first record trading is halted although no halt stands: only risk's answer tells.
  const unexplained = active.length === 0 && strictness(state) > 0;
  if (strictest) return { mode: strictest.mode, scope: strictest.scope, reason: strictest.reason, partial };
  const why = reason ?? 'No halt stands, but risk lets nothing through: its heartbeat is stale or control is not read.';
  return unexplained ? { mode: state, scope, reason: why, partial } : { mode: 'RUNNING', scope: null, reason: null, partial };
}
