import { describe, expect, it } from 'vitest';
import { averagePrice, compare, formatDecimal, isMultipleOf, minus, parseDecimal, percentOf, placesOf, plus, rescale, toPlain, type Decimal } from './decimal';
import { forSeeds, type Random } from './testing/random';

const decimal = (text: string): Decimal => {
  const parsed = parseDecimal(text);
  if (!parsed) throw new Error(`${text} is no decimal`);
  return parsed;
};

const anyDecimal = (random: Random): string => {
  const digits = Array.from({ length: 1 + random.below(18) }, () => random.below(10)).join('');
  const fraction = Array.from({ length: random.below(12) }, () => random.below(10)).join('');
  return `${random.chance(0.5) ? '-' : ''}${BigInt(digits)}${fraction === '' ? '' : `.${fraction}`}`;
};

describe('decimals', () => {
  it('come back as they were written', () => {
    forSeeds(500, (random) => {
      const text = anyDecimal(random);
      expect(toPlain(decimal(text))).toBe(/^-0(\.0*)?$/.test(text) ? text.slice(1) : text);
    });
  });

  it('are exact where a float is not', () => {
    expect(toPlain(plus(decimal('0.1'), decimal('0.2')))).toBe('0.3');
    expect(formatDecimal('90071992547409931.00000001')).toBe('90,071,992,547,409,931.00000001');
    forSeeds(500, (random) => {
      const [a, b] = [decimal(anyDecimal(random)), decimal(anyDecimal(random))];
      expect(compare(minus(plus(a, b), b), a)).toBe(0);
    });
  });

  it('round half to even', () => {
    const rounded = (text: string) => toPlain(rescale(decimal(text), 2));
    expect(['0.125', '0.135', '-0.125', '0.1250001', '2.5'].map(rounded)).toEqual(['0.12', '0.14', '-0.12', '0.13', '2.50']);
  });

  it('never round further than half a unit', () => {
    forSeeds(500, (random) => {
      const value = decimal(anyDecimal(random));
      const scale = random.below(8);
      const off = minus(rescale(value, scale), value);
      const half = { mantissa: 5n, scale: scale + 1 };
      expect(compare({ ...off, mantissa: off.mantissa < 0n ? -off.mantissa : off.mantissa }, half)).not.toBe(1);
    });
  });

  it('are shown grouped, with a real minus, and a dash for what is none', () => {
    expect(formatDecimal('-1234567.891', { places: 2 })).toBe('−1,234,567.89');
    expect(formatDecimal('12.5', { places: 2, signed: true })).toBe('+12.50');
    expect(formatDecimal('-0.001', { places: 2, signed: true })).toBe('0.00');
    expect(formatDecimal('10000.00000000')).toBe('10,000');
    expect(['', 'NaN', '1e5', '.', null, undefined].map((none) => formatDecimal(none))).toEqual(Array(6).fill('—'));
  });

  it('know the steps of an instrument', () => {
    expect(['0.00001', '1', '0.50', '1000'].map(placesOf)).toEqual([5, 0, 1, 0]);
    expect(isMultipleOf(decimal('1.08515'), decimal('0.00005'))).toBe(true);
    expect(isMultipleOf(decimal('1.08512'), decimal('0.00005'))).toBe(false);
  });

  it('average fills by quantity', () => {
    expect(averagePrice(null, '0', '1.10', '3')).toBe('1.10');
    expect(averagePrice('1.10', '3', '1.20', '1')).toBe('1.125');
    expect(averagePrice('1.0', '1', '2.0', '2')).toBe('1.66667');
  });

  it('give percents with two places', () => {
    expect(toPlain(percentOf(decimal('-12.5'), decimal('1000')) ?? decimal('0'))).toBe('-1.25');
    expect(percentOf(decimal('1'), decimal('0'))).toBeNull();
  });
});
