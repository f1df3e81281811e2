// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { INITIAL, type State } from '../store/state';
import { aDesk, expectAccessible } from '../testing/desk';
import { aFullState } from '../testing/state';
import { Workspace } from './Workspace';

// The charts draw on a canvas, which jsdom has not; the browser tests look at them.
vi.mock('../charts/EquityChart', () => ({ default: ({ label }: { label: string }) => <div role="img" aria-label={label} /> }));
vi.mock('../charts/CandleChart', () => ({ default: ({ label }: { label: string }) => <div role="img" aria-label={label} /> }));

async function show(state: State, roles = ['VIEWER', 'TRADER', 'RISK_MANAGER'] as const) {
  const desk = aDesk(roles, state);
  const { container } = render(<Workspace desk={{ ...desk, close() {} }} store={desk.store} />);
  if (state.portfolio.equity.length > 0) await screen.findByRole('img', { name: /^Equity of account paper/ });
  return container;
}

const part = (name: string) => within(screen.getByRole('region', { name }));

describe('the desk', () => {
  it('is accessible when full', async () => {
    await expectAccessible(await show(aFullState()));
  });

  it('is accessible while it loads', async () => {
    await expectAccessible(await show(INITIAL));
  });

  it('is accessible when nothing answers, and says so in each part', async () => {
    const failed = new Problem(503, 'The service is not ready', 'Starting.', [{ field: 'f', value: 'v', allowed: 'a' }]);
    const loading = Object.fromEntries(Object.keys(INITIAL.loading).map((name) => [name, failed])) as State['loading'];
    await expectAccessible(await show({ ...INITIAL, loading }));
    expect(screen.getAllByText(/The service is not ready/).length).toBeGreaterThan(5);
  });

  it('shows quotes, positions, orders, fills and the curve with exact figures', async () => {
    await show(aFullState());
    expect(part('Quotes').getByText('1.08518')).toBeTruthy();
    expect(part('Quotes').getByText('0.00008')).toBeTruthy();
    expect(part('Positions').getByText('−5,000')).toBeTruthy();
    expect(part('Orders').getByText('Working')).toBeTruthy();
    expect(part('Fills').getByText('2,000')).toBeTruthy();
    expect(part('Equity').getByText('100,003.50')).toBeTruthy();
  });

  it('says that trading is halted, why and by whom', async () => {
    await show(aFullState());
    expect(screen.getByRole('status', { name: 'Trading state' }).textContent).toContain('Halted');
    expect(part('Halts').getByText('news')).toBeTruthy();
    expect(part('Halts').getByText(/person:bob/)).toBeTruthy();
  });

  it('says that risk is silent once its heartbeat is stale', async () => {
    const state = aFullState();
    await show({ ...state, control: { ...state.control, halts: new Map(), heartbeatAtMillis: performance.now() - 6_000 } });
    expect(screen.getByText(/heartbeat is stale/)).toBeTruthy();
  });

  it('offers a viewer nothing that a viewer may not do, and says why', async () => {
    const desk = aDesk(['VIEWER'], aFullState());
    render(<Workspace desk={{ ...desk, close() {} }} store={desk.store} />);
    expect(screen.getByRole('button', { name: 'Halt…' })).toHaveProperty('disabled', true);
    expect(screen.queryByRole('button', { name: /^Resume/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Cancel/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Pause/ })).toBeNull();
    expect(screen.getByText(/orders need the role trader/)).toBeTruthy();
    expect(screen.getByText(/Only a risk manager lifts a halt/)).toBeTruthy();
  });
});
