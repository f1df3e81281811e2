const FIRST_MILLIS = 500;
const LONGEST_MILLIS = 15_000;

/**
 * How long to wait before attempt 1, 2, …: doubling from 0.5 s to 15 s, of which a random half, so
 * that many pages do not come back at once.
 *
 * @param random from 0 to 1
 */
export function backoffMillis(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** Math.min(attempt - 1, 10));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
