import { createContext, useContext, useSyncExternalStore } from 'react';
import { INITIAL, type State } from './state';

/** Holds the state and tells who looks at it. */
export class Store {
  private state: State = INITIAL;
  private readonly listeners = new Set<() => void>();

  get = (): State => this.state;

  update(change: (state: State) => State): void {
    const next = change(this.state);
    if (next === this.state) return;
    this.state = next;
    for (const listener of this.listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

export const StoreContext = createContext(new Store());

/** A part of the state; the component renders again when that part is another. */
export function useSelect<T>(select: (state: State) => T): T {
  const store = useContext(StoreContext);
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
