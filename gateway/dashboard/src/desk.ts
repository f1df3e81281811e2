import { createContext, useContext } from 'react';
import type { Api } from './api/client';
import type { Live } from './live';
import type { Role, User } from './model';
import type { SessionKeeper } from './session/session';

/** What the parts of the page act with. */
export interface Desk {
  readonly api: Api;
  readonly live: Live;
  readonly session: SessionKeeper;
  readonly user: User;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk outside of DeskContext');
  return desk;
}

/** Whether the person has one of the roles. */
export function useRole(...roles: Role[]): boolean {
  const { user } = useDesk();
  return roles.some((role) => user.roles.includes(role));
}
