// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { withMessage } from '../store/reduce';
import { aDesk, expectAccessible, type Call } from '../testing/desk';
import { anEnvelope } from '../testing/messages';
import { aFullState } from '../testing/state';
import { ControlPanel } from './ControlPanel';
import { HaltDialog } from './HaltDialog';
import { LogIn } from './LogIn';
import { OrdersPanel } from './OrdersPanel';
import { ParentsPanel } from './ParentsPanel';
import { TicketPanel } from './TicketPanel';

const TRADER = ['VIEWER', 'TRADER'] as const;
const MANAGER = ['VIEWER', 'RISK_MANAGER'] as const;
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const posted = (calls: Call[], path: string) => calls.filter((call) => call.path === path && call.method === 'POST');

describe('the halt dialog', () => {
  it('halts what was chosen, with a reason and not without', async () => {
    const { show, calls } = aDesk(TRADER, aFullState(), () => json(201, {}));
    const person = userEvent.setup();
    let closed = false;
    show(<HaltDialog onClose={() => (closed = true)} />);
    await expectAccessible(screen.getByRole('dialog'));
    const reason = screen.getByLabelText('Reason');
    expect(document.activeElement).toBe(reason);
    await person.click(screen.getByRole('radio', { name: 'Instrument' }));
    await person.click(screen.getByRole('radio', { name: 'Reduce only' }));
    const send = screen.getByRole('button', { name: 'Reduce only: instrument EURUSD.SIM' });
    expect(send).toHaveProperty('disabled', true);
    await person.type(reason, '   ');
    expect(send).toHaveProperty('disabled', true);
    await person.type(reason, 'spreads too wide');
    await person.click(screen.getByRole('checkbox'));
    await person.click(send);
    expect(posted(calls, '/halts')[0]?.body).toEqual({ scope: 'instrument:EURUSD.SIM', mode: 'REDUCE_ONLY', reason: 'spreads too wide', cancelOrders: false });
    await waitFor(() => expect(closed).toBe(true));
  });

  it('stays open and tells why when it was refused', async () => {
    const { show } = aDesk(TRADER, aFullState(), () => json(403, { title: 'Not allowed', detail: 'Needs more.' }));
    show(<HaltDialog onClose={() => expect.fail('closed')} />);
    await userEvent.type(screen.getByLabelText('Reason'), 'because');
    await userEvent.click(screen.getByRole('button', { name: 'Halt: everything' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Needs more.');
  });
});

describe('lifting a halt', () => {
  it('names the halt and the reason', async () => {
    const { show, calls } = aDesk(MANAGER, aFullState(), () => json(200, {}));
    show(<ControlPanel />);
    await userEvent.click(screen.getByRole('button', { name: 'Resume everything' }));
    await expectAccessible(screen.getByRole('dialog'));
    await userEvent.type(screen.getByLabelText('Reason'), 'calm again');
    await userEvent.click(screen.getAllByRole('button', { name: 'Resume everything' }).at(-1) as HTMLElement);
    expect(posted(calls, '/halts/lift')[0]?.body).toEqual({ halt: 'all/h1', reason: 'calm again' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('orders that are worked off', () => {
  it('shows how far each is and why it waits, and cancels it', async () => {
    const { show, calls } = aDesk(TRADER, aFullState(), () => json(202, {}));
    const { container } = show(<ParentsPanel />);
    await expectAccessible(container);
    expect(container.textContent).toContain('3,000 filled, 2 of 3 parts sent, 1 open.');
    expect(screen.getByText('Waits: Stale price')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel Buy 9,000 EURUSD.SIM' }));
    expect(calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path)).toEqual(['/parents/p1']);
  });

  it('is not there where nothing is worked off', () => {
    const { show } = aDesk(TRADER);
    const { container } = show(<ParentsPanel />);
    expect(container.textContent).toBe('');
  });
});

describe('the order ticket', () => {
  it('refuses what cannot be right before it is sent', async () => {
    const { show, calls } = aDesk(TRADER, aFullState());
    show(<TicketPanel />);
    await userEvent.type(screen.getByLabelText('Quantity'), '1500');
    await userEvent.click(screen.getByRole('radio', { name: 'Limit' }));
    await userEvent.click(screen.getByRole('button', { name: 'Buy EURUSD.SIM' }));
    expect(screen.getByText('Must be a multiple of 1,000.')).toBeTruthy();
    expect(screen.getByText('Enter a price above 0.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Quantity'));
    expect(posted(calls, '/orders')).toEqual([]);
  });

  it('sends the order and shows what risk decided', async () => {
    const { show, calls, store } = aDesk(TRADER, aFullState(), () => json(202, { signalId: 's1' }));
    const { container } = show(<TicketPanel />);
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('radio', { name: 'Sell' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Stop' }));
    await userEvent.type(screen.getByLabelText('Quantity'), '2000');
    await userEvent.type(screen.getByLabelText('Stop price'), '1.07');
    await userEvent.click(screen.getByRole('button', { name: 'Sell EURUSD.SIM' }));
    expect(posted(calls, '/orders')[0]?.body).toEqual({ account: 'paper', instrument: 'EURUSD.SIM', side: 'SELL', type: 'STOP', quantity: '2000', stopPrice: '1.07', timeInForce: 'GTC' });
    expect(await screen.findByText(/Waiting for risk/)).toBeTruthy();
    const denied = anEnvelope('signal-denied', { signalId: 's1', account: 'paper', instrument: 'EURUSD.SIM', code: 'POSITION_LIMIT', detail: 'at most 1' });
    act(() => store.update((state) => withMessage(state, 'decisions', denied, 0)));
    expect(screen.getByRole('alert').textContent).toBe('Denied: POSITION_LIMIT. at most 1');
  });

  it.each([
    ['Trailing', 'Trails by', { type: 'TRAILING_STOP', trailingOffset: '0.001', timeInForce: 'GTC' }],
    ['Limit', 'Limit price', { type: 'LIMIT', limitPrice: '0.001', timeInForce: 'GTC' }],
  ])('sends a %s order with what it asks for', async (type, field, terms) => {
    const { show, calls } = aDesk(TRADER, aFullState(), () => json(202, { signalId: 's1' }));
    show(<TicketPanel />);
    await userEvent.click(screen.getByRole('radio', { name: type }));
    await userEvent.type(screen.getByLabelText('Quantity'), '2000');
    await userEvent.type(screen.getByLabelText(field), '0.001');
    await userEvent.click(screen.getByRole('button', { name: 'Buy EURUSD.SIM' }));
    expect(posted(calls, '/orders')[0]?.body).toEqual({ account: 'paper', instrument: 'EURUSD.SIM', side: 'BUY', quantity: '2000', ...terms });
  });

  it('sends an order to be worked off over time', async () => {
    const { show, calls } = aDesk(TRADER, aFullState(), () => json(202, { signalId: 's1' }));
    show(<TicketPanel />);
    await userEvent.type(screen.getByLabelText('Quantity'), '9000');
    await userEvent.selectOptions(screen.getByLabelText('Send'), 'TWAP');
    await userEvent.type(screen.getByLabelText('Over minutes'), '1.5');
    await userEvent.type(screen.getByLabelText('Parts'), '1001');
    const send = screen.getByRole('button', { name: 'Buy EURUSD.SIM' });
    await userEvent.click(send);
    expect(screen.getByText('Enter a whole number from 1 to 1000.')).toBeTruthy();
    await userEvent.clear(screen.getByLabelText('Parts'));
    await userEvent.type(screen.getByLabelText('Parts'), '3');
    await userEvent.click(send);
    expect(posted(calls, '/orders')[0]?.body).toMatchObject({ type: 'MARKET', algorithm: { kind: 'TWAP', over: 'PT90S', slices: 3 } });
  });

  it('lets an iceberg rest only', async () => {
    const { show, calls } = aDesk(TRADER, aFullState(), () => json(202, { signalId: 's1' }));
    show(<TicketPanel />);
    await userEvent.click(screen.getByRole('radio', { name: 'Limit' }));
    await userEvent.selectOptions(screen.getByLabelText('Time in force'), 'IOC');
    await userEvent.type(screen.getByLabelText('Quantity'), '9000');
    await userEvent.type(screen.getByLabelText('Limit price'), '1.07');
    await userEvent.selectOptions(screen.getByLabelText('Send'), 'ICEBERG');
    await userEvent.type(screen.getByLabelText('Size of a part'), '3000');
    await userEvent.click(screen.getByRole('button', { name: 'Buy EURUSD.SIM' }));
    expect(posted(calls, '/orders')[0]?.body).toMatchObject({ timeInForce: 'GTC', algorithm: { kind: 'ICEBERG', displayQuantity: '3000' } });
  });

  it('keeps the key of an order whose sending failed, and takes a new one for the next', async () => {
    let failing = true;
    const { show, calls } = aDesk(TRADER, aFullState(), () => (failing ? json(503, {}) : json(202, { signalId: 's1' })));
    show(<TicketPanel />);
    await userEvent.type(screen.getByLabelText('Quantity'), '1000');
    const send = screen.getByRole('button', { name: 'Buy EURUSD.SIM' });
    await userEvent.click(send);
    await screen.findByRole('alert');
    failing = false;
    await userEvent.click(send);
    await screen.findByText(/Waiting for risk/);
    await userEvent.click(send);
    const keys = posted(calls, '/orders').map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys).toHaveLength(3);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[1]);
  });
});

describe('orders', () => {
  it('are canceled by their button, once', async () => {
    const { show, calls } = aDesk(TRADER, aFullState(), () => new Response(null, { status: 202 }));
    show(<OrdersPanel />);
    const cancel = screen.getByRole('button', { name: 'Cancel Buy 10,000 EURUSD.SIM' });
    await userEvent.dblClick(cancel);
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['DELETE /orders/o1']);
  });
});

describe('the log-in', () => {
  it('is accessible and says when the password is wrong', async () => {
    const { session, show } = aDesk([]);
    session.logIn = () => Promise.reject(new Problem(401, 'Not logged in', 'Wrong.'));
    const { container } = show(<LogIn session={session} />);
    await expectAccessible(container);
    await userEvent.type(screen.getByLabelText('Username'), 'ada');
    await userEvent.type(screen.getByLabelText('Password'), 'nope{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('Username or password is wrong.');
  });
});
