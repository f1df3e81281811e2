import { useState, useSyncExternalStore } from 'react';
import { useDesk, useRole } from '../desk';
import { dayOf, timeOf } from '../format';
import { useSelect } from '../store/store';
import { chooseTheme, onTheme, shownTheme } from '../theme';
import { HaltDialog } from './HaltDialog';
import { Mark } from './Mark';
import { TradingBanner, TradingState } from './TradingState';
import { useNow } from './useNow';
import { UserMenu } from './UserMenu';

export function Header() {
  return (
    <header className="top">
      <div className="bar">
        <span className="brand">
          <Mark size={28} />
          <span className="brand-name">Palmyra</span>
        </span>
        <TradingState />
        <span className="spring" />
        <AccountChoice />
        <Connection />
        <Clock />
        <ThemeToggle />
        <UserMenu />
        <HaltButton />
      </div>
      <TradingBanner />
    </header>
  );
}

function HaltButton() {
  const [open, setOpen] = useState(false);
  const allowed = useRole('TRADER', 'RISK_MANAGER');
  return (
    <>
      <button
        type="button"
        className="danger"
        disabled={!allowed}
        title={allowed ? undefined : 'Halting needs the role trader or risk manager'}
        onClick={() => setOpen(true)}
      >
        Halt…
      </button>
      {open && <HaltDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function AccountChoice() {
  const { live } = useDesk();
  const accounts = useSelect((state) => state.accounts);
  const account = useSelect((state) => state.account);
  if (accounts.length < 2) return account === '' ? null : <span className="account wide-only">{account}</span>;
  return (
    <label className="account">
      <span className="visually-hidden">Account</span>
      <select value={account} onChange={(event) => live.choose(event.target.value)}>
        {accounts.map((one) => (
          <option key={one.account}>{one.account}</option>
        ))}
      </select>
    </label>
  );
}

const CONNECTIONS = {
  connecting: ['busy', 'Connecting'],
  live: ['good', 'Live'],
  reconnecting: ['bad', 'Reconnecting'],
  refused: ['bad', 'Refused'],
} as const;

function Connection() {
  const connection = useSelect((state) => state.connection);
  const [tone, label] = CONNECTIONS[connection];
  return (
    <span className={`connection ${tone}`} role="status">
      <span className="dot" aria-hidden="true" />
      <span className="visually-hidden">Stream: </span>
      <span className="connection-label">{label}</span>
    </span>
  );
}

function Clock() {
  const now = useNow();
  return (
    <time className="clock wide-only" dateTime={new Date(now).toISOString()} title="Coordinated universal time">
      <span>{dayOf(now)}</span> {timeOf(now)} <span>UTC</span>
    </time>
  );
}

function ThemeToggle() {
  const theme = useSyncExternalStore(onTheme, shownTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" className="plain icon wide-only" aria-label={`Show in ${other} colours`} onClick={() => chooseTheme(other)}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        {theme === 'dark' ? (
          <path
            d="M10 3v2M10 15v2M3 10h2M15 10h2M5 5l1.4 1.4M13.6 13.6 15 15M15 5l-1.4 1.4M6.4 13.6 5 15M10 7.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6Z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        ) : (
          <path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
        )}
      </svg>
    </button>
  );
}
