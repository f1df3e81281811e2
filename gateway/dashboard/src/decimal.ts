/**
 * Exact decimals. Money, prices and quantities come as strings and stay exact: a mantissa and a
 * scale, never a float.
 */
export interface Decimal {
  readonly mantissa: bigint;
  readonly scale: number;
}

const PATTERN = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** The decimal that a text stands for, or null if it is none (empty, a word, an exponent). */
export function parseDecimal(text: string | null | undefined): Decimal | null {
  const match = PATTERN.exec((text ?? '').trim());
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  const mantissa = BigInt(whole + fraction);
  return { mantissa: sign === '-' ? -mantissa : mantissa, scale: fraction.length };
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.mantissa * power(scale - a.scale), b.mantissa * power(scale - b.scale), scale];
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return { mantissa: x + y, scale };
}

export function minus(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return { mantissa: x - y, scale };
}

export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** -1, 0 or 1; 0 for what is no decimal. */
export function signOf(text: string | null | undefined): -1 | 0 | 1 {
  const value = parseDecimal(text);
  if (!value || value.mantissa === 0n) return 0;
  return value.mantissa < 0n ? -1 : 1;
}

/** Whether `value` is a whole number of `step`s. */
export function isMultipleOf(value: Decimal, step: Decimal): boolean {
  const [x, y] = aligned(value, step);
  return y === 0n || x % y === 0n;
}

/** Rounded half to even, or widened with zeros, to the scale. */
export function rescale(value: Decimal, scale: number): Decimal {
  if (scale >= value.scale) return { mantissa: value.mantissa * power(scale - value.scale), scale };
  const divisor = power(value.scale - scale);
  const negative = value.mantissa < 0n;
  const magnitude = negative ? -value.mantissa : value.mantissa;
  const twice = (magnitude % divisor) * 2n;
  let quotient = magnitude / divisor;
  if (twice > divisor || (twice === divisor && quotient % 2n === 1n)) quotient += 1n;
  return { mantissa: negative ? -quotient : quotient, scale };
}

/** `part / whole` in percent with two places, or null where the whole is 0. */
export function percentOf(part: Decimal, whole: Decimal): Decimal | null {
  const [x, y] = aligned(part, whole);
  if (y === 0n) return null;
  const sign = x < 0n !== y < 0n ? -1n : 1n;
  const up = x < 0n ? -x : x;
  const down = y < 0n ? -y : y;
  return rescale({ mantissa: (sign * (up * 10_000_000n)) / down, scale: 5 }, 2);
}

const times = (a: Decimal, b: Decimal): Decimal => ({ mantissa: a.mantissa * b.mantissa, scale: a.scale + b.scale });

/**
 * The average price of what was filled at `average` and one more fill, rounded four places beyond
 * the prices. What is not known yet counts as nothing.
 */
export function averagePrice(
  average: string | null,
  filled: string,
  price: string | null,
  quantity: string | null,
): string | null {
  const [a, f, p, q] = [average, filled, price, quantity].map(parseDecimal);
  if (!p || !q) return average;
  if (!a || !f || f.mantissa === 0n) return price;
  const value = plus(times(a, f), times(p, q));
  const total = plus(f, q);
  const scale = p.scale + 4;
  if (total.mantissa === 0n) return average;
  const dividend = rescale(value, value.scale + scale + 1 + total.scale).mantissa;
  const quotient = { mantissa: dividend / total.mantissa, scale: value.scale + scale + 1 };
  return toPlain(trimmed(rescale(quotient, scale)));
}

/** As on the wire: plain digits with a leading minus. */
export function toPlain({ mantissa, scale }: Decimal): string {
  const digits = (mantissa < 0n ? -mantissa : mantissa).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const sign = mantissa < 0n ? '-' : '';
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(digits.length - scale)}`;
}

export interface Format {
  /** Exactly so many places, rounded half to even. Without it the value's own, trailing zeros off. */
  places?: number;
  /** Show a plus before what is above 0. */
  signed?: boolean;
}

/** For people: thousands grouped, a real minus sign; an em dash for what is no decimal. */
export function formatDecimal(value: string | Decimal | null | undefined, format: Format = {}): string {
  const parsed = typeof value === 'object' && value !== null ? value : parseDecimal(value);
  if (!parsed) return '—';
  const exact = format.places === undefined ? trimmed(parsed) : rescale(parsed, format.places);
  const plain = toPlain({ ...exact, mantissa: exact.mantissa < 0n ? -exact.mantissa : exact.mantissa });
  const [whole = '0', fraction] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = exact.mantissa < 0n ? '−' : format.signed && exact.mantissa > 0n ? '+' : '';
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

function trimmed(value: Decimal): Decimal {
  let { mantissa, scale } = value;
  while (scale > 0 && mantissa % 10n === 0n) {
    mantissa /= 10n;
    scale -= 1;
  }
  return { mantissa, scale };
}

/** Number of decimal places of a step such as a tick size: trailing zeros do not count. */
export function placesOf(step: string | null | undefined): number {
  const parsed = parseDecimal(step);
  return parsed ? trimmed(parsed).scale : 2;
}
