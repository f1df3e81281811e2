import { useSyncExternalStore, useEffect, useState } from 'react';
import type { Api } from './api/client';
import { openDesk, type OpenDesk } from './open';
import type { SessionKeeper } from './session/session';
import { LogIn } from './ui/LogIn';
import { Workspace } from './ui/Workspace';

/** The log-in form, or the desk of who is logged in. */
export function App({ api, session }: { api: Api; session: SessionKeeper }) {
  const username = useSyncExternalStore(session.subscribe, () => session.current()?.user.username ?? null);
  const [desk, setDesk] = useState<OpenDesk | null>(null);

  useEffect(() => {
    const user = session.current()?.user;
    if (username === null || user === undefined) return undefined;
    const opened = openDesk(api, session, user);
    setDesk(opened);
    return () => {
      opened.close();
      setDesk(null);
    };
  }, [api, session, username]);

  if (username === null) return <LogIn session={session} />;
  return desk && <Workspace desk={desk} store={desk.store} />;
}
