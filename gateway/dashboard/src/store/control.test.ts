import { describe, expect, it } from 'vitest';
import type { Halt } from '../model';
import { anEnvelope, at } from '../testing/messages';
import { activeHalts, NO_CONTROL, summarise, withControlMessage, withHalt, withTrading, type Control } from './control';

const aHalt = (scope: string, more: Partial<Halt> = {}): Halt => ({
  halt: `${scope}/h1`,
  scope,
  status: 'ACTIVE',
  mode: 'HALTED',
  tier: 'NORMAL',
  reason: 'news',
  by: 'person:ada',
  at: at(1),
  ...more,
});

const answered = (halts: Halt[], state = 'RUNNING'): Control =>
  withTrading(NO_CONTROL, { state, scope: 'all', reason: 'no first record', heartbeatStale: false, halts }, 0, 0);

describe('trading state', () => {
  it('is not known before risk has answered', () => {
    expect(summarise(NO_CONTROL, 'paper')).toBeNull();
  });

  it('is the strictest halt of everything or of the account', () => {
    const reduce = aHalt('all', { halt: 'all/a', mode: 'REDUCE_ONLY' });
    const halted = aHalt('account:paper', { halt: 'account:paper/b' });
    expect(summarise(answered([reduce, halted]), 'paper')).toMatchObject({ mode: 'HALTED', scope: 'account:paper' });
    expect(summarise(answered([reduce, halted]), 'other')).toMatchObject({ mode: 'REDUCE_ONLY', scope: 'all' });
  });

  it('runs while only an instrument is halted, and says so', () => {
    expect(summarise(answered([aHalt('instrument:FCPO.SIM')]), 'paper')).toMatchObject({ mode: 'RUNNING', partial: [{ scope: 'instrument:FCPO.SIM' }] });
  });

  it('is halted where risk says so although no halt stands', () => {
    expect(summarise(answered([], 'HALTED'), 'paper')).toMatchObject({ mode: 'HALTED', reason: 'no first record' });
    expect(summarise(answered([], 'something new'), 'paper')?.mode).toBe('HALTED');
    const silent = withTrading(NO_CONTROL, { state: 'HALTED', scope: null, reason: null, heartbeatStale: true, halts: [] }, 0, 0);
    expect(summarise(silent, 'paper')?.reason).toContain('heartbeat');
    expect(silent.heartbeatAtMillis).toBeNull();
  });

  it('lifts only the halt that is named, and never by an older message', () => {
    const two = [aHalt('all', { halt: 'all/a' }), aHalt('all', { halt: 'all/b' })].reduce(withHalt, answered([]));
    const lifted = withHalt(two, aHalt('all', { halt: 'all/a', status: 'LIFTED', at: at(2) }));
    expect(activeHalts(lifted).map(({ halt }) => halt)).toEqual(['all/b']);
    expect(withHalt(lifted, aHalt('all', { halt: 'all/a', at: at(1) }))).toBe(lifted);
  });

  it('drops an answer that was asked for before a halt changed', () => {
    const halted = withControlMessage(answered([]), anEnvelope('halt-changed', { scope: 'all', haltId: 'x', status: 'ACTIVE', mode: 'HALTED', who: 'w', at: at(3) }), 0);
    const late = withTrading(halted, { state: 'RUNNING', scope: null, reason: null, heartbeatStale: false, halts: [] }, 0, 0);
    expect(summarise(late, 'paper')?.mode).toBe('HALTED');
  });

  it('remembers when risk was last heard', () => {
    expect(withControlMessage(NO_CONTROL, anEnvelope('risk-heartbeat', { counter: 1 }), 77).heartbeatAtMillis).toBe(77);
  });
});
