import { useEffect } from 'react';
import { useDesk } from '../desk';
import type { Notice } from '../store/state';
import { useSelect } from '../store/store';

const SHOWN_MILLIS = 5_000;

/** What should be noticed, at the edge of the page. What is bad stays until it is dismissed. */
export function Notices() {
  const notices = useSelect((state) => state.notices);
  return (
    <div className="notices" role="region" aria-label="Notices" aria-live="polite">
      {notices.map((notice) => (
        <One key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function One({ notice }: { notice: Notice }) {
  const { live } = useDesk();
  const { id, tone } = notice;
  useEffect(() => {
    if (tone === 'bad') return undefined;
    const timer = setTimeout(() => live.dismiss(id), SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [live, id, tone]);
  return (
    <div className={`notice ${tone}`}>
      <div>
        <strong>{notice.title}</strong>
        {notice.detail && <p>{notice.detail}</p>}
      </div>
      <button type="button" className="plain icon" aria-label={`Dismiss: ${notice.title}`} onClick={() => live.dismiss(id)}>
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}
