import type { Api } from './api/client';
import type { Desk } from './desk';
import { Live } from './live';
import type { User } from './model';
import type { SessionKeeper } from './session/session';
import { Store } from './store/store';
import { Stream } from './stream/stream';

export interface OpenDesk extends Desk {
  readonly store: Store;
  close(): void;
}

/** Starts everything that runs while a person is logged in. */
export function openDesk(api: Api, session: SessionKeeper, user: User): OpenDesk {
  const store = new Store();
  const own = user.accounts.find((account) => account !== '*') ?? null;
  const live = new Live(api, store, own);
  const events = { ...live.streamEvents, unauthenticated: () => void session.renew() };
  const stream = new Stream(() => session.current()?.accessToken ?? null, events, {
    open: () => new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/stream`),
    random: () => Math.random(),
    later: (task, millis) => {
      const timer = setTimeout(task, millis);
      return () => clearTimeout(timer);
    },
  });
  const renewed = session.subscribe(() => stream.authenticate());
  const online = () => stream.hurry();
  window.addEventListener('online', online);
  live.start();
  stream.start();
  return {
    api,
    live,
    session,
    user,
    store,
    close() {
      window.removeEventListener('online', online);
      renewed();
      stream.stop();
      live.stop();
    },
  };
}
