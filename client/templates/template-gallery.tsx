// The templates by moment: what a group wants to do, how long it takes, and what it leaves with.
import { useState } from 'react';
import type { Moment } from '@commonboard/shared/templates/format.ts';
import type { GalleryEntry } from '@commonboard/shared/templates/gallery-entry.ts';
import { t } from '../ui/messages/t.ts';
import { MomentFilter } from './moment-filter.tsx';
import { TemplateCard } from './template-card.tsx';
import styles from './template-gallery.module.css';

interface TemplateGalleryProps {
  templates: readonly GalleryEntry[];
  /** The template a board is being made from just now. */
  creating: string | null;
  onUse: (id: string) => void;
}

export function TemplateGallery({ templates, creating, onUse }: TemplateGalleryProps) {
  const [moment, setMoment] = useState<Moment | null>(null);
  const shown = moment === null ? templates : templates.filter((template) => template.moment === moment);
  return (
    <>
      <div className={styles.head}>
        <h2 id="templates-title" className={styles.title}>
          {t('templates.title')}
        </h2>
        <MomentFilter templates={templates} moment={moment} onChoose={setMoment} />
      </div>
      <ul className={styles.grid}>
        {shown.map((template) => (
          <li key={template.id}>
            <TemplateCard
              template={template}
              isCreating={creating === template.id}
              isBlocked={creating !== null}
              onUse={() => onUse(template.id)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
