import { useEffect, useRef, useState } from 'react';

/** The value, at most once in so many milliseconds, and the last one always. */
export function useThrottled<T>(value: T, millis: number): T {
  const [shown, setShown] = useState(value);
  const last = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, last.current + millis - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      setShown(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, millis]);
  return shown;
}
