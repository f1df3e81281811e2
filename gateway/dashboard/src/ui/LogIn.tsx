import { useRef, useState, type FormEvent } from 'react';
import { asProblem, type Problem } from '../api/problem';
import type { SessionKeeper } from '../session/session';
import { Mark } from './Mark';
import { ProblemNote } from './kit';

export function LogIn({ session }: { session: SessionKeeper }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const password = useRef<HTMLInputElement>(null);
  const ended = session.endedBecause();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      await session.logIn(String(form.get('username')).trim(), String(form.get('password')));
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setBusy(false);
      password.current?.select();
    }
  }

  return (
    <main className="log-in">
      <form onSubmit={submit} aria-labelledby="log-in-title">
        <Mark size={44} />
        <h1 id="log-in-title">Palmyra</h1>
        <p className="hint">Log in to your trading desk.</p>
        {ended && !problem && (
          <p className="note warn" role="status">
            {ended}
          </p>
        )}
        {problem && (problem.status === 401 ? <WrongPassword /> : <ProblemNote problem={problem} />)}
        <div className="field">
          <label htmlFor="username">Username</label>
          <input id="username" name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required autoFocus />
        </div>
        <div className="field">
          <label htmlFor="password">Password</label>
          <input ref={password} id="password" name="password" type="password" autoComplete="current-password" required />
        </div>
        <button type="submit" className="primary large" disabled={busy}>
          {busy ? 'Logging in…' : 'Log in'}
        </button>
      </form>
    </main>
  );
}

const WrongPassword = () => (
  <p className="note bad" role="alert">
    <strong>Username or password is wrong.</strong> Check both and try again.
  </p>
);
