import './browser';
import { render } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { Api } from '../api/client';
import { DeskContext, type Desk } from '../desk';
import { Live } from '../live';
import type { Role } from '../model';
import { SessionKeeper } from '../session/session';
import { INITIAL, type State } from '../store/state';
import { Store, StoreContext } from '../store/store';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Headers;
}

/** A desk over an invented gateway that answers what the test says, and notes what it was asked. */
export function aDesk(roles: readonly Role[], part: Partial<State> = {}, answer: (call: Call) => Response = () => new Response('{}')) {
  const calls: Call[] = [];
  const api = new Api({ token: () => 'token', refused: () => {} }, (url, init) => {
    const body: unknown = init?.body ? JSON.parse(String(init.body)) : null;
    const call = { method: init?.method ?? 'GET', path: String(url).replace('/api/v1', ''), body, headers: new Headers(init?.headers) };
    calls.push(call);
    return Promise.resolve(answer(call));
  });
  const store = new Store();
  store.update(() => ({ ...INITIAL, account: 'paper', ...part }));
  const session = new SessionKeeper({ send: fetch, storage: sessionStorage, now: () => 0, later: () => () => {} });
  const desk: Desk = { api, session, live: new Live(api, store, 'paper'), user: { username: 'ada', roles, accounts: ['paper'] } };
  const show = (children: ReactNode) =>
    render(
      <DeskContext value={desk}>
        <StoreContext value={store}>{children}</StoreContext>
      </DeskContext>,
    );
  return { ...desk, store, calls, show };
}

/** Fails with what a screen reader or a keyboard would stumble over. */
export async function expectAccessible(element: Element): Promise<void> {
  // Contrast needs a real layout: the browser tests look at it.
  const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
