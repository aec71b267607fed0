// The templates by moment: what a group wants to do, how long it takes, and what it leaves with.
import { useState } from 'react';
import type { Moment } from '@commonboard/shared/templates/format.ts';
import type { GalleryEntry } from '@commonboard/shared/templates/gallery-entry.ts';
import { t } from '../ui/messages/t.ts';
import { MomentFilter } from './moment-filter.tsx';
import { OpenFile } from './open-file.tsx';
import { PeopleDialog } from './people-dialog.tsx';
import { TemplateCard } from './template-card.tsx';
import styles from './template-gallery.module.css';

interface TemplateGalleryProps {
  templates: readonly GalleryEntry[];
  /** The template a board is being made from just now; `file` for one in a file. */
  creating: string | null;
  onUse: (template: GalleryEntry, people?: number) => void;
  onExample: (template: GalleryEntry) => void;
  /** Gives what is wrong with the file; nothing where a board was made. */
  onFile: (text: string) => Promise<readonly string[]>;
}

export function TemplateGallery({ templates, creating, onUse, onExample, onFile }: TemplateGalleryProps) {
  const [moment, setMoment] = useState<Moment | null>(null);
  const [chosen, setChosen] = useState<GalleryEntry | null>(null);
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
              onUse={() => setChosen(template)}
              onExample={() => onExample(template)}
            />
          </li>
        ))}
      </ul>
      <OpenFile isBusy={creating === 'file'} isBlocked={creating !== null} onOpen={onFile} />
      {chosen && (
        <PeopleDialog
          template={chosen}
          onClose={() => setChosen(null)}
          onMake={(people) => {
            setChosen(null);
            onUse(chosen, people);
          }}
        />
      )}
    </>
  );
}
