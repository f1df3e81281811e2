/** One thing wrong with a request: which field, what it held, what it may hold. */
export interface FieldError {
  readonly field: string;
  readonly value: string | null;
  readonly allowed: string | null;
}

/** A refused or failed call, from `application/problem+json` where the service gave it. */
export class Problem extends Error {
  constructor(
    /** HTTP status; 0 where no answer came. */
    readonly status: number,
    readonly title: string,
    detail: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(detail);
    this.name = 'Problem';
  }
}

const TITLES: Record<number, string> = {
  0: 'No connection',
  400: 'The request is not valid',
  401: 'Not logged in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'In conflict with what is there',
  429: 'Too many requests',
  502: 'The service does not answer',
  503: 'The service is not ready',
  504: 'The service does not answer',
};

/** What any thrown value tells a person. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem(0, 'No connection', 'The gateway cannot be reached. Is the network up?');
}

export async function problemOf(response: Response): Promise<Problem> {
  const title = TITLES[response.status] ?? `The service answered ${response.status}`;
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== 'object' || body === null) {
    return new Problem(response.status, title, waitOf(response) ?? title);
  }
  const { title: given, detail, errors } = body as Record<string, unknown>;
  return new Problem(
    response.status,
    typeof given === 'string' ? given : title,
    typeof detail === 'string' ? detail : (waitOf(response) ?? title),
    Array.isArray(errors) ? errors.map(fieldError) : [],
  );
}

function waitOf(response: Response): string | null {
  const seconds = response.headers.get('Retry-After');
  return seconds === null ? null : `Try again in ${seconds} s.`;
}

function fieldError(raw: unknown): FieldError {
  const { field, value, allowed } = (raw ?? {}) as Record<string, unknown>;
  return { field: text(field) ?? '', value: text(value), allowed: text(allowed) };
}

function text(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
