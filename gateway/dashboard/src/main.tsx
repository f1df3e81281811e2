import { createRoot } from 'react-dom/client';
import { Api } from './api/client';
import { App } from './App';
import { SessionKeeper } from './session/session';
import { startTheme } from './theme';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/panels.css';

startTheme();

const session = new SessionKeeper({
  send: (input, init) => fetch(input, init),
  storage: sessionStorage,
  now: () => Date.now(),
  later: (task, millis) => {
    const timer = setTimeout(task, millis);
    return () => clearTimeout(timer);
  },
});

const api = new Api({ token: () => session.current()?.accessToken ?? null, refused: session.refused });
const root = document.getElementById('root');
if (root) createRoot(root).render(<App api={api} session={session} />);
