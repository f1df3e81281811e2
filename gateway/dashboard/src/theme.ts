/** Light, dark, or as the system has it. The choice is kept on this machine. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'palmyra.theme';
const listeners = new Set<() => void>();
const media = () => window.matchMedia('(prefers-color-scheme: dark)');

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function shownTheme(): 'light' | 'dark' {
  const theme = chosenTheme();
  return theme === 'system' ? (media().matches ? 'dark' : 'light') : theme;
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  apply();
}

/** Sets the theme and follows the system from now on. */
export function startTheme(): void {
  media().addEventListener('change', apply);
  apply();
}

export function onTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function apply(): void {
  document.documentElement.dataset['theme'] = shownTheme();
  for (const listener of listeners) listener();
}
