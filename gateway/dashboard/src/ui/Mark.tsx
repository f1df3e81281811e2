/** Palmyra's mark: an arch. */
export function Mark({ size }: { size: number }) {
  return <img src="/palmyra.svg" width={size} height={size} alt="" />;
}
