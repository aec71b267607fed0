// The picture of a version: asked for when it comes into view, and words where there is none.
import type { Version } from '@commonboard/shared/protocol/history.ts';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { t } from '../ui/messages/t.ts';
import { Spinner } from '../ui/spinner.tsx';
import styles from './history.module.css';
import type { VersionPicture as Picture, VersionPictures } from './version-pictures.ts';

interface VersionPictureProps {
  version: Version;
  pictures: VersionPictures;
  /** Empty where words beside it say the same. */
  alt: string;
  large?: boolean;
}

export function VersionPicture({ version, pictures, alt, large = false }: VersionPictureProps) {
  const frame = useRef<HTMLSpanElement>(null);
  const isSeen = useSeen(frame);
  const [picture, setPicture] = useState<Picture | null>(null);
  useEffect(() => {
    let over = false;
    if (isSeen) void pictures.of(version).then((made) => over || setPicture(made));
    return () => {
      over = true;
    };
  }, [isSeen, pictures, version]);
  return (
    <span ref={frame} className={styles.picture} data-large={large}>
      {picture === null ? (
        <Drawing />
      ) : (
        <Drawn picture={picture} alt={alt} onFail={() => setPicture({ kind: 'failed' })} />
      )}
    </span>
  );
}

function Drawing() {
  return (
    <span className={styles.noPicture}>
      <Spinner />
      {t('history.picture.drawing')}
    </span>
  );
}

function Drawn({ picture, alt, onFail }: { picture: Picture; alt: string; onFail: () => void }) {
  switch (picture.kind) {
    case 'drawn':
      return <img src={picture.address} alt={alt} onError={onFail} />;
    case 'empty':
      return <span className={styles.noPicture}>{t('history.picture.empty')}</span>;
    case 'failed':
      return <span className={styles.noPicture}>{t('history.picture.failed')}</span>;
  }
}

/** True from the moment that it first comes into view. */
function useSeen(ref: RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!ref.current || isSeen) return;
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    watcher.observe(ref.current);
    return () => watcher.disconnect();
  }, [ref, isSeen]);
  return isSeen;
}
