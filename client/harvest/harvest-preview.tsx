// What would be published, package by package, with what is left out and why.
import type { FunderBlocks } from '@commonboard/shared/harvest/after-page-view.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import { AfterView } from './after-view.tsx';
import after from './after.module.css';
import styles from './harvest.module.css';
import type { HarvestPreview } from './publishing.ts';

const packages = ['participants', 'funder', 'facilitator'] as const;
type Package = (typeof packages)[number];
const names = {
  participants: 'harvest.preview.participants',
  funder: 'harvest.preview.funder',
  facilitator: 'harvest.preview.facilitator',
} as const;

export function HarvestPreviewView({ preview }: { preview: HarvestPreview }) {
  const [shown, setShown] = useState<Package>('participants');
  return (
    <section className={styles.preview} aria-label={t('harvest.preview')}>
      <fieldset className={styles.packages} aria-label={t('harvest.preview')}>
        {packages.map((one) => (
          <Button
            key={one}
            look={one === shown ? 'primary' : 'secondary'}
            aria-pressed={one === shown}
            onClick={() => setShown(one)}
          >
            {t(names[one])}
          </Button>
        ))}
      </fieldset>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <section className={styles.paper} tabIndex={0} aria-label={t(names[shown])}>
        {shown === 'participants' && (
          <>
            <p className={after.title}>{preview.page.title}</p>
            <p className={after.quiet}>{t('harvest.preview.note')}</p>
            <AfterView page={preview.page} addressOf={null} />
          </>
        )}
        {shown === 'funder' && <Funder blocks={preview.funder} />}
        {shown === 'facilitator' && (
          <>
            <p>{t('harvest.archive')}</p>
            <ul className={after.lines}>
              {preview.archive.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </>
        )}
      </section>
    </section>
  );
}

function Funder({ blocks }: { blocks: FunderBlocks }) {
  return blocks.map((block, i) => {
    const key = `${i} ${block.type}`;
    switch (block.type) {
      case 'heading':
        return (
          <p key={key} className={block.level === 1 ? after.title : after.zoneTitle}>
            {block.text}
          </p>
        );
      case 'text':
        return (
          <p key={key} className={block.quiet ? after.quiet : undefined}>
            {block.text}
          </p>
        );
      case 'list':
        return (
          <ul key={key} className={after.lines}>
            {block.items.map(({ lead, text, more }) => (
              <li key={lead + text}>
                {lead !== '' && <span className={after.lead}>{lead}</span>} {text}
                {more !== '' && <small className={after.more}>{more}</small>}
              </li>
            ))}
          </ul>
        );
    }
  });
}
