import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../desk';
import { words } from '../format';
import { chosenTheme, chooseTheme, type Theme } from '../theme';
import { Segmented } from './kit';

const THEMES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Who is logged in, with what roles; theme; log-out. */
export function UserMenu() {
  const { user, session } = useDesk();
  const [open, setOpen] = useState(false);
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);

  return (
    <div className="menu" ref={menu}>
      <button
        ref={button}
        type="button"
        className="plain avatar"
        aria-expanded={open}
        aria-label={`User ${user.username}`}
        onClick={() => {
          setTheme(chosenTheme());
          setOpen(!open);
        }}
      >
        {user.username.charAt(0).toUpperCase() || '?'}
      </button>
      {open && (
        <div className="menu-body">
          <p className="menu-user">{user.username}</p>
          <p className="hint">{user.roles.map(words).join(', ') || 'No role'}</p>
          <Segmented
            legend="Colours"
            value={theme}
            options={THEMES}
            onChange={(value) => {
              setTheme(value);
              chooseTheme(value);
            }}
          />
          <button type="button" onClick={() => session.logOut()}>
            Log out
          </button>
        </div>
      )}
    </div>
  );
}
