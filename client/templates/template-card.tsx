// One template: its preview, what it is for, how many people and how long, and what the group leaves with.
import { ArrowRight, Clock, Users } from 'lucide-react';
import { textIn } from '@commonboard/shared/domain/text.ts';
import type { GalleryEntry } from '@commonboard/shared/templates/gallery-entry.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { Spinner } from '../ui/spinner.tsx';
import styles from './template-card.module.css';
import { TemplatePreview } from './template-preview.tsx';

interface TemplateCardProps {
  template: GalleryEntry;
  isCreating: boolean;
  isBlocked: boolean;
  onUse: () => void;
  onExample: () => void;
}

const hourMinutes = 60;

export function TemplateCard({ template, isCreating, isBlocked, onUse, onExample }: TemplateCardProps) {
  const [min, max] = template.group;
  return (
    <article className={styles.card}>
      <div className={styles.picture}>
        <TemplatePreview template={template} />
      </div>
      <div className={styles.words}>
        <h3 className={styles.title}>
          <button type="button" className={styles.use} disabled={isBlocked} onClick={onUse}>
            {textIn(template.title, locale)}
          </button>
        </h3>
        <p className={styles.purpose}>{textIn(template.purpose, locale)}</p>
        <p className={styles.leave}>
          <span className={styles.leaveWith}>{t('templates.leave-with')}</span>
          {textIn(template.leaveWith, locale)}
        </p>
        <p className={styles.meta}>
          <span>
            <Users size={14} aria-hidden="true" />
            {t('templates.group', { min, max })}
          </span>
          <span>
            <Clock size={14} aria-hidden="true" />
            {lengthText(template.minutes)}
          </span>
        </p>
        <div className={styles.ways}>
          <Example title={textIn(template.title, locale)} isBlocked={isBlocked} onShow={onExample} />
          <span className={styles.call}>{isCreating ? <Busy /> : <Use />}</span>
        </div>
      </div>
    </article>
  );
}

function Example({ title, isBlocked, onShow }: { title: string; isBlocked: boolean; onShow: () => void }) {
  return (
    <button
      type="button"
      className={styles.example}
      aria-label={t('templates.example.of', { title })}
      disabled={isBlocked}
      onClick={onShow}
    >
      {t('templates.example')}
    </button>
  );
}

function Use() {
  return (
    <>
      {t('templates.use')}
      <ArrowRight size={16} aria-hidden="true" />
    </>
  );
}

function Busy() {
  return (
    <>
      <Spinner />
      {t('home.creating')}
    </>
  );
}

function lengthText(minutes: number): string {
  const isHours = minutes >= 2 * hourMinutes && minutes % hourMinutes === 0;
  return isHours ? t('templates.hours', { count: minutes / hourMinutes }) : t('templates.minutes', { count: minutes });
}
